/** Text → what it says by itself, and its body. Knows no path and no settings, so a moved file is not parsed again. */
import type { Body, Parsed } from "../model/article.ts";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";
import { linkFault } from "../model/diagnostics/links.ts";
import { textFault } from "../model/diagnostics/texts.ts";
import { embeddedIn, withNames } from "../model/links/embedded-picture.ts";
import { picturesIn } from "../model/links/inline-picture.ts";
import { depthFault, tooDeep } from "./limits/depth.ts";
import { shortenRuns } from "./limits/long-runs.ts";
import { reopenedElements } from "./limits/reopened.ts";
import type { Makes } from "./make/make.ts";
import { closeAll } from "./markup/never-closed.ts";
import { neverClosedFaults } from "./markup/never-closed-faults.ts";
import { belowRemarks } from "./markup/opening-remarks.ts";
import { isPageText, otherFormat } from "./other-format.ts";
import { namedLinks } from "./tree/named-links.ts";
import { decodedAddress, namedPictures, placeOfName } from "./tree/named-pictures.ts";

export type Kind = "markdown" | "raw" | "html";

/** By the ending of a file's name, whatever its case; a whole page is one whatever its name. */
export const kindOf = (file: string, text = ""): Kind =>
  /\.md$/i.test(file) ? "markdown" : /\.txt$/i.test(file) && !isPageText(text) ? "raw" : "html";

export interface ParsedText {
  readonly parsed: Parsed;
  readonly body: Body;
}

/**
 * @param whole Decoded: composed, lines ended by `\n`. @param file Its name in diagnostics.
 * @param makes What the pages of its folder have in common; null where nothing is known.
 * The parser of a kind is loaded when the first file of that kind is met.
 */
export async function parse(
  whole: string,
  kind: Kind,
  file: string,
  makes: Makes | null = null,
): Promise<Outcome<ParsedText>> {
  const text = shortenRuns(whole);
  if (kind !== "raw" || BEGINS_WITH_RULE.test(text)) {
    const deep = depthFault(text, kind === "html" ? "html" : "markdown", file);
    if (deep) return { diagnostics: [deep] };
  }
  const { value, diagnostics } = await unlessTooDeep(parseKind(text, kind, { file, makes }), file);
  if (!value) return { diagnostics };
  return { value, diagnostics: [...diagnostics, ...withoutText(value, kind, file)] };
}

/** A parser that is overrun below the bound of {@link depthFault} all the same is reported as what lies beyond it is. */
async function unlessTooDeep(
  parsing: Promise<Outcome<ParsedText>>,
  file: string,
): Promise<Outcome<ParsedText>> {
  try {
    return await parsing;
  } catch (fault) {
    if (!(fault instanceof RangeError && /call stack/.test(fault.message))) throw fault;
    return { diagnostics: [tooDeep(file)] };
  }
}

/** A page of a headline alone. */
function withoutText({ parsed, body }: ParsedText, kind: Kind, file: string): readonly Diagnostic[] {
  const { title, draft, image } = parsed.metadata;
  const saysMore = body.words > 0 && body.plain !== title;
  if (title === undefined || draft || image || saysMore || picturesIn(body.html).length > 0) return [];
  return [textFault("no-text", { file }, { kind })];
}

const BEGINS_WITH_RULE = /^[\s\p{Cf}]*---/u;
const beginsWithKeys = async (text: string): Promise<boolean> =>
  (await import("./keys/front-matter.ts")).beginsWithKeys(text);

/** Of a page that was saved nobody is told: its links within itself led to what was around its text. */
function leadsNowhere(href: string, text: string, file: string): Diagnostic {
  const place = placeOfName(text, href);
  return linkFault("link-missing", { file, place }, { to: "heading", name: decodedAddress(href) });
}

/** A source's name in diagnostics, and what the pages of its folder have in common. */
interface From {
  readonly file: string;
  readonly makes: Makes | null;
}

/** Pictures that a text holds in itself have names in it, and are looked for there. */
async function parseKind(whole: string, kind: Kind, from: From): Promise<Outcome<ParsedText>> {
  const embedded = embeddedIn(whole);
  if (embedded.length === 0) return parseNamed(whole, kind, from);
  const { value, diagnostics } = await parseNamed(withNames(whole, embedded), kind, from);
  if (!value) return { diagnostics };
  const places = new Map(embedded.map(({ name, offset }) => [name, offset]));
  const pictures = value.parsed.pictures.map((one) => {
    const offset = places.get(one.src);
    if (offset === undefined) return one;
    const { line, column } = placeAt(whole, offset);
    return { ...one, place: { line, column, length: "data:".length }, embedded: true as const };
  });
  return { value: { ...value, parsed: { ...value.parsed, pictures } }, diagnostics };
}

async function parseNamed(text: string, kind: Kind, { file, makes }: From): Promise<Outcome<ParsedText>> {
  const below = belowRemarks(text);
  if (kind === "markdown" || (BEGINS_WITH_RULE.test(below.text) && (await beginsWithKeys(below.text)))) {
    const { parseMarkdown } = await import("./markdown/markdown.ts");
    const { value, diagnostics } = parseMarkdown(text, file, kind === "html");
    if (!value) return { diagnostics };
    const { metadata } = value;
    const { body, excerpt, lostLinks = [] } = value.finished;
    const pictures = namedPictures(text, { html: body.html, metadata });
    const links = namedLinks(text, body.html, metadata.source?.url);
    return {
      value: { parsed: { metadata, excerpt, evidence: [], pictures, links }, body },
      diagnostics: [...diagnostics, ...[...new Set(lostLinks)].map((href) => leadsNowhere(href, text, file))],
    };
  }
  if (kind === "raw") {
    const fault = otherFormat(below.text, file);
    if (fault) return { diagnostics: [fault] };
    const { parseRaw } = await import("./raw/raw.ts");
    const made = makes === null ? null : (await import("./make/apply.ts")).readByMake(below.text, makes);
    const { finished, second, origins: _, ...says } = parseRaw(made?.text ?? below.text, made?.metadata);
    const { excerpt } = finished;
    const removed = [...below.taken, ...(made?.removed ?? []), ...finished.body.removed];
    const body = { ...finished.body, removed };
    return {
      value: { parsed: { ...says, excerpt, pictures: [], links: [] }, body },
      diagnostics: [
        ...neverClosedFaults(below.faults, file, { whole: text, offset: 0 }),
        ...(second === null ? [] : [textFault("several-articles", { file }, { headline: second })]),
      ],
    };
  }
  const reopened = reopenedElements(text, text, file);
  if (reopened) return { diagnostics: [reopened] };
  const { parseHtml } = await import("./html/html.ts");
  const closed = closeAll(text, false);
  const { metadata, finished, evidence, dayPrinted } = await parseHtml(closed.text, closed.taken);
  const { body, excerpt } = finished;
  const pictures = namedPictures(text, { html: body.html, metadata });
  const parsed: Parsed = {
    metadata: withoutRepeat(metadata, excerpt),
    excerpt,
    evidence,
    pictures,
    links: namedLinks(text, body.html, metadata.source?.url),
    ...(dayPrinted ? { dayPrinted } : {}),
  };
  return {
    value: { parsed, body },
    diagnostics: neverClosedFaults(closed.faults, file, { whole: text, offset: 0 }),
  };
}

/** A description that is only the first words of the text is no summary. */
function withoutRepeat({ summary, ...rest }: Parsed["metadata"], excerpt: string): Parsed["metadata"] {
  const start = (summary ?? "").replace(/(?<![\s.…])[\s.…]+$/u, "").slice(0, 60);
  return summary === undefined || start === "" || excerpt.startsWith(start) ? rest : { ...rest, summary };
}
