/**
 * Text of a WordPress export → its tags and texts, in order. Exports are often not well-formed: WordPress itself writes
 * addresses of commenters with a bare `&`, plugins leave CDATA open, and files are cut. A strict parser then takes whole
 * articles for the name of a reference. So text is read as browsers read it: what can be no reference, tag or end of a
 * section (W3C, Extensible Markup Language, 2.4, 2.7, 4.1) is taken as it is written, and reported with its place. Time is
 * linear in the length of the text, however damaged it is.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import type { Damage } from "../../model/diagnostics/import.ts";

/** A fault of the file. Line and column are counted from 1. */
export interface ExportFault extends Damage {
  readonly line: number;
  readonly column: number;
  /** Whether text is lost. */
  readonly isLoss: boolean;
}
/** What ended an element: its own closing tag, the tag of another, or the end of the file. */
export type ClosedBy = "itself" | "another" | "end";
export interface ExportHandler {
  /** @param offset Of its `<` in the whole text. */
  readonly open: (
    name: string,
    attributes: ReadonlyMap<string, string>,
    offset: number,
    line: number,
  ) => void;
  /** @param offset Where it ended. */
  readonly close: (name: string, by: ClosedBy, offset: number) => void;
  readonly text: (text: string) => void;
  readonly fault: (fault: ExportFault) => void;
}

/** Elements that hold others. */
const HOLDER =
  /^(?:rss|channel|image|item|wp:(?:author|category|tag|term|postmeta|comment|commentmeta|termmeta|authormeta))$/;
/** Elements that hold text alone: any other tag in them is HTML that was not escaped. */
const LEAF =
  /^(?:title|link|pubDate|guid|description|category|generator|language|content:encoded|excerpt:encoded|dc:\w+|wp:\w+)$/;
/** Characters that XML 1.0 forbids (2.2), and old databases hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** What a decoder writes for bytes that it cannot decode. */
const NO_LETTER = "\ufffd";
const WORDS = /[\p{L}\p{N}]/u;
/** Elements of RSS 2.0 whose text is no part of an article. */
const OF_RSS = /^(?:author|comments|source|enclosure)$/;
/** Word's line breaks, pasted into posts. */
const BREAK = /[\v\f]/g;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y;
const OF_XML: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** A longer one is no tag: a `<` of the text, and a `>` far behind it. */
const LONGEST_TAG = 4096;
const LONGEST_REFERENCE = 40;
const CDATA = "<![CDATA[";
const CDATA_END = "]]>";

const isLeaf = (name: string | undefined): boolean =>
  name !== undefined && LEAF.test(name) && !HOLDER.test(name);
const isKnown = (name: string): boolean => HOLDER.test(name) || LEAF.test(name);

/** Takes an export in pieces of any length, lines ended by `\n`. */
export class ExportScanner {
  readonly #on: ExportHandler;
  readonly #open: string[] = [];
  /** The text not read yet, and its offset in the whole. */
  #rest = "";
  #offset = 0;
  #line = 1;
  /** The offset of the line that is being read. */
  #lineStart = 0;
  /** The last line that was reported to hold undecodable bytes. */
  #lineWithout = 0;
  /** What ends the comment or declaration that is being skipped. */
  #until: string | null = null;
  #isCdata = false;
  /** Whether the open element that is no field of an export has words in it. */
  #hasStrayWords = false;

  constructor(on: ExportHandler) {
    this.#on = on;
  }

  write(text: string): void {
    this.#rest += text;
    this.#read(false);
  }

  /** @returns Whether the export itself was closed. */
  end(): boolean {
    this.#read(true);
    if (this.#isCdata || this.#until !== null) this.#fault({ why: "never-ends" });
    const isClosed = this.#open.length === 0;
    while (this.#open.length > 0) this.#on.close(this.#open.pop() as string, "end", this.#offset);
    return isClosed;
  }

  #fault(damage: Damage, isLoss = false): void {
    this.#on.fault({ line: this.#line, column: this.#offset - this.#lineStart + 1, ...damage, isLoss });
  }

  /** Advances, counting lines. @returns What was skipped. */
  #skip(length: number): string {
    const skipped = this.#rest.slice(0, length);
    const lost = skipped.indexOf(NO_LETTER);
    if (lost > 0) return this.#skip(lost) + this.#skip(length - lost);
    if (lost === 0) this.#noLetter();
    for (let at = skipped.indexOf("\n"); at >= 0; at = skipped.indexOf("\n", at + 1)) {
      this.#line += 1;
      this.#lineStart = this.#offset + at + 1;
    }
    this.#offset += length;
    this.#rest = this.#rest.slice(length);
    return skipped;
  }

  /** Reports the first of a line. */
  #noLetter(): void {
    if (this.#lineWithout === this.#line) return;
    this.#lineWithout = this.#line;
    this.#fault({ why: "no-letter" });
  }

  #text(text: string): void {
    if (!isKnown(this.#open.at(-1) ?? "rss") && WORDS.test(text)) this.#hasStrayWords = true;
    if (text !== "") this.#on.text(text.replace(BREAK, "\n").replace(FORBIDDEN, ""));
  }

  /** Reads in steps, each of which consumes text or waits for more. */
  #read(isLast: boolean): void {
    while (this.#rest !== "" && this.#step(isLast));
  }

  #step(isLast: boolean): boolean {
    if (this.#until !== null) return this.#passOver(this.#until);
    if (this.#isCdata) return this.#cdata(isLast);
    const first = this.#rest[0];
    if (first === "&") return this.#reference(isLast);
    if (first === "<") return this.#markup(isLast);
    const end = this.#rest.search(/[<&]/);
    const text = this.#rest.slice(0, end < 0 ? undefined : end);
    if (this.#open.at(-1) === "item" && WORDS.test(text)) this.#fault({ why: "text-between" }, true);
    this.#text(this.#skip(text.length));
    return true;
  }

  #passOver(until: string): boolean {
    const end = this.#rest.indexOf(until);
    if (end < 0) {
      this.#skip(Math.max(0, this.#rest.length - until.length));
      return false;
    }
    this.#until = null;
    this.#skip(end + until.length);
    return true;
  }

  #reference(isLast: boolean): boolean {
    REFERENCE.lastIndex = 0;
    const match = REFERENCE.exec(this.#rest);
    if (!match && !isLast && this.#rest.length < LONGEST_REFERENCE && !/^&[#\w]*[^#\w]/.test(this.#rest))
      return false;
    const meant = match && meaningOf(match);
    if (match && meant !== null) {
      if (match[3] !== undefined && !(match[3] in OF_XML)) this.#fault({ why: "reference", about: match[0] });
      this.#skip(match[0].length);
      this.#text(meant);
      return true;
    }
    this.#fault({ why: "ampersand" });
    this.#text(this.#skip(1));
    return true;
  }

  #markup(isLast: boolean): boolean {
    const rest = this.#rest;
    if (!isLast && rest.length < CDATA.length && (CDATA.startsWith(rest) || "<!--".startsWith(rest)))
      return false;
    const inLeaf = isLeaf(this.#open.at(-1));
    if (rest.startsWith(CDATA)) {
      this.#isCdata = true;
      this.#skip(CDATA.length);
      return true;
    }
    // Within a text it is a comment of the block editor, in HTML that was not escaped.
    if (!inLeaf && rest.startsWith("<!--")) return this.#ignore("-->");
    if (!inLeaf && rest.startsWith("<?")) return this.#ignore("?>");
    if (!inLeaf && rest.startsWith("<!")) return this.#ignore(">");
    TAG.lastIndex = 0;
    const tag = TAG.exec(rest.slice(0, LONGEST_TAG));
    if (!tag && !isLast && rest.length < LONGEST_TAG && /^<\/?(?:[A-Za-z_][^<]*)?$/.test(rest)) return false;
    if (tag && (!inLeaf || isKnown(tag[2] as string))) return this.#tag(tag as unknown as Tag);
    this.#fault({ why: "less-than" });
    this.#text(this.#skip(1));
    return true;
  }

  #ignore(until: string): boolean {
    this.#until = until;
    return true;
  }

  #tag([whole, slash, name, attributes]: Tag): boolean {
    const isEmpty = attributes.endsWith("/");
    if (slash === "") {
      if (isKnown(name)) this.#leaveUnknown();
      const above = this.#open.at(-1);
      if (above !== undefined && isLeaf(above)) {
        this.#fault({ why: "not-closed-before", about: above, other: name });
        this.#closeTo(this.#open.length - 1, false);
      }
      const around = name === "item" ? this.#open.lastIndexOf("item") : -1;
      if (around >= 0) {
        this.#fault({ why: "item-within" });
        this.#closeTo(around, false);
      }
      const [offset, line] = [this.#offset, this.#line];
      this.#skip(whole.length);
      this.#open.push(name);
      this.#on.open(name, attributesOf(attributes), offset, line);
      if (isEmpty) this.#closeTo(this.#open.length - 1, true);
      return true;
    }
    const from = this.#open.lastIndexOf(name);
    if (from < 0) this.#fault({ why: "never-opened", about: name });
    else if (from < this.#open.length - 1)
      this.#fault({ why: "not-closed-within", about: this.#open.at(-1), other: name }, this.#hasStrayWords);
    else if (this.#hasStrayWords && this.#open.at(-2) === "item" && !/:/.test(name) && !OF_RSS.test(name))
      this.#fault({ why: "no-field", about: name });
    this.#skip(whole.length);
    if (from >= 0) this.#closeTo(from, true);
    return true;
  }

  /** Closes HTML that was not escaped: it holds no field of the export. */
  #leaveUnknown(): void {
    const known = this.#open.findLastIndex(isKnown);
    if (known < 0 || known === this.#open.length - 1) return;
    this.#fault({ why: "element-between", about: this.#open[known + 1] }, this.#hasStrayWords);
    this.#closeTo(known + 1, false);
  }

  /** Closes elements from the innermost on; only the last of them may have been closed by its own tag. */
  #closeTo(length: number, isWhole: boolean): void {
    while (this.#open.length > length) {
      const name = this.#open.pop() as string;
      this.#on.close(name, isWhole && this.#open.length === length ? "itself" : "another", this.#offset);
    }
    if (isKnown(this.#open.at(-1) ?? "rss")) this.#hasStrayWords = false;
  }

  /** Reads CDATA to its end, or where it has none, to the end of its element. */
  #cdata(isLast: boolean): boolean {
    const rest = this.#rest;
    const name = this.#open.at(-1);
    const end = rest.indexOf(CDATA_END);
    if (end === 0) return this.#cdataEnd(isLast);
    const close = isLeaf(name) ? rest.slice(0, end < 0 ? undefined : end).indexOf(`</${name}>`) : -1;
    if (close >= 0) {
      this.#text(this.#skip(close));
      this.#fault({ why: "cdata-open" });
      this.#isCdata = false;
      return true;
    }
    if (end < 0) {
      const held = isLast ? 0 : `</${name}>`.length;
      this.#text(this.#skip(Math.max(0, rest.length - held)));
      return false;
    }
    this.#text(this.#skip(end));
    return true;
  }

  /** At `]]>`: it is the end of the section only where its element ends too, or another section begins. */
  #cdataEnd(isLast: boolean): boolean {
    const rest = this.#rest;
    const again = rest.indexOf(CDATA_END, CDATA_END.length);
    const between = rest.slice(CDATA_END.length, again < 0 ? undefined : again);
    const next = between.slice(between.search(/<|$/)).slice(0, LONGEST_TAG);
    const mayGoOn = !isLast && again < 0 && rest.length < LONGEST_TAG;
    if (mayGoOn && /^(?:<[^<>]*)?$/.test(next)) return false;
    TAG.lastIndex = 0;
    const tag = TAG.exec(next);
    const endsHere = next.startsWith(CDATA) || (tag !== null && isKnown(tag[2] as string));
    const isText = isLeaf(this.#open.at(-1)) && !endsHere && (next !== "" || again >= 0);
    if (isText) {
      this.#fault({ why: "cdata-end" });
      this.#text(this.#skip(CDATA_END.length));
      return true;
    }
    this.#skip(CDATA_END.length);
    this.#isCdata = false;
    return true;
  }
}

type Tag = readonly [whole: string, slash: string, name: string, attributes: string];

/** The character of a reference; null where it has none. */
function meaningOf([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return OF_XML[name] ?? (decodeNamedCharacterReference(name) || null);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Text with the characters that its references stand for; what is no reference stays. */
export const decodeReferences = (value: string): string =>
  value.replace(new RegExp(REFERENCE, "g"), (whole, ...groups: string[]) => {
    const match = [whole, ...groups.slice(0, 3)] as unknown as RegExpExecArray;
    return meaningOf(match) ?? whole;
  });

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [
      name,
      decodeReferences(double ?? single ?? ""),
    ]),
  );
