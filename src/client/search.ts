/**
 * The search page: searches as the reader types, keeps the query in the address, and works by keyboard: `/` focuses the
 * field, the arrows move through the results, Escape returns to the field.
 */
import { printNumber } from "../arabic/letters/digits.ts";
import type { Locale } from "../model/site.ts";
import { openSearch, type SearchAnswer, type Searcher, type Tally } from "../search/query/search.ts";
import { adviceOn, resultItem, type Shown, statusOf, type Texts } from "./search-answer/nodes.ts";
import { filesAt } from "./search-index/host-files.ts";

const PAGE = 10;
/** Characters of a query kept in the address: hosts refuse addresses of more than about 8,000 bytes. */
const LONGEST = 500;
/** Milliseconds between the last key and the search. */
const REST = 120;

class SearchPage {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #site: Shown;
  readonly #name = document.title;
  #searcher: Promise<Searcher> | undefined;
  #asked = 0;
  #limit = PAGE;
  #timer = 0;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.#root = root;
    this.#form = form;
    this.#input = this.#field("q");
    this.#site = {
      locale: JSON.parse(root.dataset.locale ?? "{}") as Locale,
      texts: JSON.parse(root.dataset.texts ?? "{}") as Texts,
      base: root.dataset.base ?? "/",
    };
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
    this.#part("more").addEventListener("click", () => void this.#more());
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
    const shown = (history.state as { limit?: unknown } | null)?.limit;
    this.#limit = typeof shown === "number" ? shown : PAGE;
  }

  /** Shows more results. The limit is kept in the history for when the reader comes back; the first new result is focused. */
  async #more(): Promise<void> {
    const before = this.#links().length;
    this.#limit += PAGE;
    history.replaceState({ limit: this.#limit }, "");
    await this.#answer();
    this.#links()[before]?.focus({ preventScroll: true });
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#part("results").querySelectorAll<HTMLAnchorElement>("h2 a")];
  }

  /** Updates the address, so that it can be shared, and searches; a submitted query gets its own entry in the history. */
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
    document.title = typed === "" ? this.#name : `${typed} – ${this.#name}`;
    if (typed === "") {
      this.#clear();
      return;
    }
    this.#searcher ??= openSearch(filesAt(this.#root.dataset.index ?? ""));
    const waiting = setTimeout(() => {
      if (turn === this.#asked) this.#say(this.#site.texts.searching);
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
      this.#say(this.#site.texts.noIndex);
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
    this.#say(statusOf(answer, this.#site));
    this.#part("results").replaceChildren(...results.map((one) => resultItem(one, this.#site)));
    this.#part("advice").replaceChildren(...adviceOn(answer, this.#input.value, this.#site));
    this.#part("more").hidden = results.length >= total;
    this.#part("elsewhere").hidden = total > 0;
    this.#choices("section", sections, (name) => name);
    this.#choices("year", years, (year) => printNumber(year, this.#site.locale.digits).replace(/[٬,]/g, ""));
  }

  /** Fills a filter with its choices and their counts. The chosen one is kept even where it finds nothing. */
  #choices<T extends string | number>(
    name: string,
    tallies: readonly Tally<T>[],
    nameOf: (value: T) => string,
  ): void {
    const select = this.#select(name);
    const chosen = select.value;
    const options = tallies.map(({ value, count }) => {
      const shown = `${nameOf(value)} (${printNumber(count, this.#site.locale.digits)})`;
      return new Option(shown, String(value), false, String(value) === chosen);
    });
    if (chosen !== "" && !tallies.some(({ value }) => String(value) === chosen))
      options.push(
        new Option(`${chosen} (${printNumber(0, this.#site.locale.digits)})`, chosen, false, true),
      );
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
    const links = this.#links();
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
