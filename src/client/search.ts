/**
 * The search page: answers as the reader types, keeps the query in the address, and works by keyboard throughout: `/`
 * goes to the field, the arrows go through the results, Escape comes back.
 */
import { printNumber } from "../arabic/digits.ts";
import { formatDate } from "../arabic/format-date.ts";
import { countOf } from "../arabic/plural.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import type { CivilDate } from "../model/civil-date.ts";
import { hrefOf } from "../model/href.ts";
import type { Locale } from "../model/site.ts";
import type { Piece } from "../search/query/excerpt.ts";
import {
  openSearch,
  type SearchAnswer,
  type Searcher,
  type SearchResult,
  type Tally,
} from "../search/query/search.ts";
import { filesAt } from "./search-index/host-files.ts";

interface Texts {
  readonly noResults: string;
  readonly fewer: string;
  readonly everywhere: string;
  readonly searching: string;
  readonly didYouMean: string;
  readonly unknown: string;
  readonly incomplete: string;
  readonly noIndex: string;
}

const PAGE = 10;
/** Characters of a query that are kept in the address: hosts refuse addresses of more than some 8,000 bytes. */
const LONGEST = 500;
/** Milliseconds of rest after a key before an answer is looked for. */
const REST = 120;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { text, pieces, className }: { text?: string; pieces?: readonly Piece[]; className?: string } = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const { text: part, marked } of pieces ?? [])
    made.append(marked ? element("mark", { text: part }) : part);
  made.append(...children);
  return made;
}

class SearchPage {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #locale: Locale;
  readonly #texts: Texts;
  readonly #base: string;
  #searcher: Promise<Searcher> | undefined;
  #asked = 0;
  #limit = PAGE;
  #timer = 0;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.#root = root;
    this.#form = form;
    this.#input = this.#field("q");
    this.#locale = JSON.parse(root.dataset.locale ?? "{}") as Locale;
    this.#texts = JSON.parse(root.dataset.texts ?? "{}") as Texts;
    this.#base = root.dataset.base ?? "/";
    this.#fromAddress();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#begin(true);
    });
    form.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#begin(false), REST);
    });
    form.addEventListener("change", (event) => {
      if (event.target !== this.#input) this.#begin(false);
    });
    this.#part("more").addEventListener("click", () => {
      this.#limit += PAGE;
      void this.#answer();
    });
    addEventListener("popstate", () => {
      this.#fromAddress();
      void this.#answer();
    });
    document.addEventListener("keydown", (event) => this.#key(event));
    if (this.#input.value.trim() === "") this.#input.focus();
    void this.#answer();
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-${name}]`) as HTMLElement;
  }
  #field<T extends HTMLElement = HTMLInputElement>(name: string): T {
    return this.#form.elements.namedItem(name) as unknown as T;
  }
  #select(name: string): HTMLSelectElement {
    return this.#field<HTMLSelectElement>(name);
  }

  #fromAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get("q") ?? "";
    for (const name of ["section", "year", "order"]) {
      const select = this.#select(name);
      const value = asked.get(name) ?? "";
      if (value !== "" && ![...select.options].some((one) => one.value === value))
        select.append(new Option(value, value));
      select.value = value;
    }
    this.#limit = PAGE;
  }

  /** Keeps the address in step, so that it can be shared; a finished query gets a place in the history. */
  #begin(finished: boolean): void {
    clearTimeout(this.#timer);
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === "string" && value.trim() !== "") asked.set(name, value.trim().slice(0, LONGEST));
    const address = `${location.pathname}${asked.size > 0 ? `?${asked}` : ""}`;
    if (address !== location.pathname + location.search)
      history[finished ? "pushState" : "replaceState"](null, "", address);
    this.#limit = PAGE;
    void this.#answer();
  }

  async #answer(): Promise<void> {
    const turn = ++this.#asked;
    const typed = this.#input.value.trim();
    if (typed === "") {
      this.#clear();
      return;
    }
    this.#searcher ??= openSearch(filesAt(this.#root.dataset.index ?? ""));
    const waiting = setTimeout(() => {
      if (turn === this.#asked) this.#say(this.#texts.searching);
    }, 400);
    try {
      const searcher = await this.#searcher;
      const answer = await searcher.search(typed, {
        section: this.#select("section").value || null,
        year: Number(this.#select("year").value) || null,
        order: this.#select("order").value === "date" ? "date" : "relevance",
        limit: this.#limit,
      });
      if (turn === this.#asked) this.#show(answer);
    } catch {
      this.#searcher = undefined;
      if (turn !== this.#asked) return;
      this.#clear();
      this.#say(this.#texts.noIndex);
    } finally {
      clearTimeout(waiting);
    }
  }

  #say(text: string): void {
    this.#part("status").textContent = text;
  }

  #clear(): void {
    this.#say("");
    this.#part("results").replaceChildren();
    this.#part("advice").replaceChildren();
    this.#part("more").hidden = true;
    this.#part("elsewhere").hidden = false;
  }

  #show(answer: SearchAnswer): void {
    const { total, results, sections, years } = answer;
    this.#say(total === 0 ? this.#texts.noResults : countOf(total, "result", this.#locale.digits));
    this.#part("results").replaceChildren(...results.map((one) => this.#result(one)));
    this.#part("advice").replaceChildren(...this.#advice(answer));
    this.#part("more").hidden = results.length >= total;
    this.#part("elsewhere").hidden = total > 0;
    this.#choices("section", sections, (name) => name);
    this.#choices("year", years, (year) => printNumber(year, this.#locale.digits).replace(/[٬,]/g, ""));
  }

  #result({ url, titlePieces, excerpt, published, section }: SearchResult): HTMLElement {
    const link = element("a", { pieces: titlePieces });
    link.href = hrefOf(urlPath(url) as UrlPath, this.#base);
    const about: Node[] = [];
    // Isolated, so that a Latin section and the figures of a date keep their places.
    if (section) about.push(element("bdi", { text: section }));
    if (section && published) about.push(document.createTextNode(" · "));
    if (published) {
      // As on cards: the Hijri day stands on the article itself and on its day.
      const time = element("time", {
        text: formatDate(published as CivilDate, this.#locale, { hijri: false }),
      });
      time.dateTime = published;
      about.push(time);
    }
    return element("li", {}, [
      element("h2", {}, [link]),
      element("p", { pieces: excerpt }),
      element("p", { className: "small" }, about),
    ]);
  }

  #advice({ total, unknown, suggestions, incomplete }: SearchAnswer): Node[] {
    const advice: Node[] = [];
    if (incomplete) advice.push(element("p", { text: this.#texts.incomplete }));
    for (const { typed, instead } of suggestions) {
      const link = element("a", { text: instead });
      const query = this.#input.value.replace(typed, instead);
      link.href = `?${new URLSearchParams({ q: query })}`;
      advice.push(element("p", { text: `${this.#texts.didYouMean} ` }, [link, document.createTextNode("؟")]));
    }
    if (total === 0) advice.push(element("p", { text: this.#texts.fewer }));
    if (total === 0 && (this.#select("section").value || this.#select("year").value)) {
      const link = element("a", { text: this.#texts.everywhere });
      link.href = `?${new URLSearchParams({ q: this.#input.value })}`;
      advice.push(element("p", {}, [link]));
    }
    if (unknown.length > 0) {
      const words = unknown.map((word) => element("bdi", { text: word }));
      const joined = words.flatMap((word, i) => (i === 0 ? [word] : [document.createTextNode("، "), word]));
      advice.push(element("p", { className: "small", text: `${this.#texts.unknown} ` }, joined));
    }
    return advice;
  }

  /** The choices of a filter with their counts; the chosen one stays, also where it finds nothing. */
  #choices<T extends string | number>(
    name: string,
    tallies: readonly Tally<T>[],
    nameOf: (value: T) => string,
  ): void {
    const select = this.#select(name);
    const chosen = select.value;
    const options = tallies.map(({ value, count }) => {
      const shown = `${nameOf(value)} (${printNumber(count, this.#locale.digits)})`;
      return new Option(shown, String(value), false, String(value) === chosen);
    });
    if (chosen !== "" && !tallies.some(({ value }) => String(value) === chosen))
      options.push(new Option(`${chosen} (${printNumber(0, this.#locale.digits)})`, chosen, false, true));
    select.replaceChildren(select.options[0] as HTMLOptionElement, ...options);
  }

  #key(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      this.#input.select();
      this.#input.focus();
    }
    if (event.target instanceof HTMLSelectElement) return;
    const links = [...this.#part("results").querySelectorAll<HTMLAnchorElement>("h2 a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "Escape" && at >= 0) this.#input.focus();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (at < 0 && event.target !== this.#input) return;
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (next >= links.length || (at < 0 && next < 0)) return;
    event.preventDefault();
    (next < 0 ? this.#input : links[next])?.focus();
  }
}

const root = document.querySelector<HTMLElement>("[data-search]");
const form = root?.querySelector("form");
if (root && form) new SearchPage(root, form);
