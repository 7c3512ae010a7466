/** Builds the citation of an article: a line in the style of Arabic bibliographies, and a BibTeX entry. */
import { slugOf } from "../arabic/letters/slug.ts";
import type { ShownCard } from "../model/article.ts";
import { strings } from "./strings.ts";
import type { Viewer } from "./view.ts";

export interface Citation {
  /** The article's address, decoded for reading; with scheme and host where the settings state them. */
  readonly address: string;
  /** Everything except the address, without a full stop. */
  readonly text: string;
  readonly bibtex: string;
}

const COMMAND = /[\\{}$&#%_^~]/;
const COMMANDS = new RegExp(COMMAND, "g");
/** Escapes LaTeX's special characters for a field. */
const field = (text: string): string =>
  COMMAND.test(text)
    ? text.replace(COMMANDS, (c) =>
        c === "\\" ? "\\textbackslash{}" : /[\^~]/.test(c) ? `\\${c}{}` : `\\${c}`,
      )
    : text;

/** Beginnings of a title that suffice for a key of two words: transliterating the whole title takes as long as the rest of a page. */
const BEGINNINGS = [/^\s*\S+\s+\S+/, /^\s*(?:\S+\s*){1,5}/];

/** `qma-sutshi-2017`: ASCII, since the original BibTeX allows nothing else in a key. */
function keyOf({ title, published }: ShownCard): string {
  let words: readonly string[] = [];
  for (const beginning of BEGINNINGS)
    if (words.length < 2) words = slugOf(beginning.exec(title)?.[0] ?? "", "latin")?.split("-") ?? [];
  const year = published ? [published.slice(0, 4)] : [];
  return [...(words.length > 0 ? words.slice(0, 2) : ["article"]), ...year].join("-");
}

/** An entry of the type `@online` (biblatex manual, 2.1.1); names are in braces, so that they are not split into parts. */
function bibtexOf(
  card: ShownCard,
  { outlet, url }: { readonly outlet: string; readonly url: string },
): string {
  const { title, authors, published } = card;
  const fields = [
    ["author", authors.map(({ name }) => `{${field(name)}}`).join(" and ")],
    ["title", field(title)],
    ["organization", field(outlet)],
    ["year", published?.slice(0, 4)],
    ["date", published],
    ["url", /^https?:/.test(url) ? url : ""],
    ["langid", "arabic"],
  ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@online{${keyOf(card)},`, ...fields, "}"].join("\n");
}

export function citationOf(card: ShownCard, viewer: Viewer): Citation {
  const { title, authors, published, details } = card;
  const { estimate, origin } = details;
  const url = viewer.absolute(card.url);
  const outlet = origin?.name ?? viewer.chrome.publisher;
  const quoted = title.replaceAll("«", "“").replaceAll("»", "”");
  const parts = [
    authors.map(({ name }) => name).join(" و"),
    `«${quoted}»`,
    outlet,
    published ? viewer.date(published) : estimate ? viewer.estimate(estimate) : strings.noDate,
    ...(viewer.chrome.title === outlet ? [] : [viewer.chrome.title]),
  ].filter((part) => part !== "");
  return { address: decodeURI(url), text: parts.join("، "), bibtex: bibtexOf(card, { outlet, url }) };
}
