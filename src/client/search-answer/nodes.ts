/** Renders an answer of the search: the status line above the results, each result, and advice on what to try instead. */
import { formatDate } from "../../arabic/dates/format-date.ts";
import { countOf } from "../../arabic/grammar/plural.ts";
import { type UrlPath, urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { hrefOf } from "../../model/links/href.ts";
import type { Locale } from "../../model/site.ts";
import type { Piece } from "../../search/query/excerpt.ts";
import type { SearchAnswer, SearchResult } from "../../search/query/search.ts";

export interface Texts {
  readonly noResults: string;
  readonly nothingAsked: string;
  readonly otherWords: string;
  readonly looser: string;
  readonly everywhere: string;
  readonly searching: string;
  readonly didYouMean: string;
  readonly unknown: string;
  readonly incomplete: string;
  readonly noIndex: string;
}

/** Texts and settings of the site, from the page's data attributes. */
export interface Shown {
  readonly texts: Texts;
  readonly locale: Locale;
  readonly base: string;
}

/** A query with quoted or excluded words. */
const STRICT = /["“”«»]|(?:^|\s)[-−–]\S/u;

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { text, pieces, className }: { text?: string; pieces?: readonly Piece[]; className?: string } = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  for (const { text: part, marked } of pieces ?? [])
    node.append(marked ? element("mark", { text: part }) : part);
  node.append(...children);
  return node;
}

export function statusOf({ total, asksNothing, incomplete }: SearchAnswer, { texts, locale }: Shown): string {
  if (asksNothing) return texts.nothingAsked;
  if (total > 0) return countOf(total, "result", locale.digits);
  return incomplete ? texts.incomplete : texts.noResults;
}

export function resultItem(
  { url, titlePieces, excerpt, published, section }: SearchResult,
  { locale, base }: Shown,
): HTMLElement {
  const link = element("a", { pieces: titlePieces });
  link.href = hrefOf(urlPath(url) as UrlPath, base);
  const about: Node[] = [];
  // Isolated, so that a Latin name and the digits of the date keep their order.
  if (section) about.push(element("bdi", { text: section }));
  if (section && published) about.push(document.createTextNode(" · "));
  if (published) {
    // Without the Hijri date, as on cards: the article and its day show it.
    const time = element("time", {
      text: formatDate(published as CivilDate, locale, { hijri: false }),
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

/** The address of the current search with some fields changed; null removes a field. */
function hrefWith(changes: Readonly<Record<string, string | null>>): string {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes))
    if (value === null) asked.delete(name);
    else asked.set(name, value);
  return `?${asked}`;
}

const isNarrowed = (): boolean =>
  ["section", "year"].some((name) => new URLSearchParams(location.search).has(name));

/** What to do where little or nothing was found. @param typed The query as typed. */
export function adviceOn(
  { total, asksNothing, unknown, suggestions, incomplete }: SearchAnswer,
  typed: string,
  { texts }: Shown,
): Node[] {
  if (asksNothing || (incomplete && total === 0)) return [];
  const advice: Node[] = [];
  if (incomplete) advice.push(element("p", { text: texts.incomplete }));
  for (const { typed: word, instead } of suggestions) {
    const link = element("a", { text: instead });
    link.href = hrefWith({ q: typed.replace(word, instead) });
    advice.push(element("p", { text: `${texts.didYouMean} ` }, [link, document.createTextNode("؟")]));
  }
  if (total === 0) advice.push(element("p", { text: STRICT.test(typed) ? texts.looser : texts.otherWords }));
  if (total === 0 && isNarrowed()) {
    const link = element("a", { text: texts.everywhere });
    link.href = hrefWith({ section: null, year: null });
    advice.push(element("p", {}, [link]));
  }
  if (unknown.length > 0) {
    const words = unknown.map((word) => element("bdi", { text: word }));
    const joined = words.flatMap((word, i) => (i === 0 ? [word] : [document.createTextNode("، "), word]));
    advice.push(element("p", { className: "small", text: `${texts.unknown} ` }, joined));
  }
  return advice;
}
