/**
 * The text of a WordPress export → its tags and texts, in order. An export is XML only as far as the programs that wrote it
 * took care: WordPress itself writes an address of a commenter with a bare `&`, plugins leave CDATA open, and disks cut
 * files. A strict parser then takes whole articles for the rest of one word. So text is read as browsers read it: what can
 * be no reference, no tag and no end of a section (W3C, Extensible Markup Language, 2.4, 2.7, 4.1) is taken as it is
 * written, and reported with its place. Time grows with the length of the text, however damaged it is.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";

/** What is wrong in the file. Line and column are counted from 1. */
export interface ExportFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Whether text is not taken, so that an import is not whole. */
  readonly isLoss: boolean;
}
/** What ended an element: its own tag, that of another, or the end of the file. */
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
/** Elements that hold text alone: a tag in them that is none of these and no holder is HTML that nobody escaped. */
const LEAF =
  /^(?:title|link|pubDate|guid|description|category|generator|language|content:encoded|excerpt:encoded|dc:\w+|wp:\w+)$/;
/** What no XML 1.0 document may hold (2.2), and old databases do. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** What a decoder writes for bytes that are no letter. */
const NO_LETTER = "\ufffd";
const WORDS = /[\p{L}\p{N}]/u;
/** Elements of RSS that say nothing of an article (RSS 2.0). */
const OF_RSS = /^(?:author|comments|source|enclosure)$/;
/** Word's line breaks, pasted into posts. */
const BREAK = /[\v\f]/g;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y;
const OF_XML: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Longer ones are none: a `<` of the text, and a `>` far behind it. */
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
  /** What is not read yet, and where in the whole text it begins. */
  #rest = "";
  #offset = 0;
  #line = 1;
  /** Where the line begins that is being read, in the whole text. */
  #lineStart = 0;
  /** The last line that was reported to hold bytes that are no letter. */
  #lineWithout = 0;
  /** The mark that ends what is passed over: a comment, a declaration. */
  #until: string | null = null;
  #isCdata = false;
  /** Whether there are words in an element that is no field of an export, since it began. */
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
    if (this.#isCdata || this.#until !== null) this.#fault("what is open here never ends");
    const isClosed = this.#open.length === 0;
    while (this.#open.length > 0) this.#on.close(this.#open.pop() as string, "end", this.#offset);
    return isClosed;
  }

  #fault(message: string, isLoss = false): void {
    this.#on.fault({ line: this.#line, column: this.#offset - this.#lineStart + 1, message, isLoss });
  }

  /** Passes on, counting lines. */
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

  /** The first of a line is reported. */
  #noLetter(): void {
    if (this.#lineWithout === this.#line) return;
    this.#lineWithout = this.#line;
    this.#fault(
      "bytes stand here that are no letter in the encoding of the file; the text has \ufffd for them",
    );
  }

  #text(text: string): void {
    if (!isKnown(this.#open.at(-1) ?? "rss") && WORDS.test(text)) this.#hasStrayWords = true;
    if (text !== "") this.#on.text(text.replace(BREAK, "\n").replace(FORBIDDEN, ""));
  }

  /** Steps over the text at hand, each of which takes some of it or waits for more. */
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
    if (this.#open.at(-1) === "item" && WORDS.test(text))
      this.#fault("text stands between the fields of an item; it is not taken", true);
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
      if (match[3] !== undefined && !(match[3] in OF_XML))
        this.#fault(`${match[0]} is a reference of HTML and none of XML; it is taken as HTML has it`);
      this.#skip(match[0].length);
      this.#text(meant);
      return true;
    }
    this.#fault("a & stands here that begins no reference; it is taken as written");
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
    // In a text it is a mark of the block editor's, in a text that nobody escaped.
    if (!inLeaf && rest.startsWith("<!--")) return this.#ignore("-->");
    if (!inLeaf && rest.startsWith("<?")) return this.#ignore("?>");
    if (!inLeaf && rest.startsWith("<!")) return this.#ignore(">");
    TAG.lastIndex = 0;
    const tag = TAG.exec(rest.slice(0, LONGEST_TAG));
    if (!tag && !isLast && rest.length < LONGEST_TAG && /^<\/?(?:[A-Za-z_][^<]*)?$/.test(rest)) return false;
    if (tag && (!inLeaf || isKnown(tag[2] as string))) return this.#tag(tag as unknown as Tag);
    this.#fault("a < stands here that begins no tag of an export; it is taken as written");
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
        this.#fault(`<${above}> is not closed before <${name}> begins`);
        this.#closeTo(this.#open.length - 1, false);
      }
      const around = name === "item" ? this.#open.lastIndexOf("item") : -1;
      if (around >= 0) {
        this.#fault("an item begins before the one above it has ended");
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
    if (from < 0) this.#fault(`</${name}> closes what was never opened`);
    else if (from < this.#open.length - 1)
      this.#fault(`<${this.#open.at(-1)}> is not closed before </${name}>`, this.#hasStrayWords);
    else if (this.#hasStrayWords && this.#open.at(-2) === "item" && !/:/.test(name) && !OF_RSS.test(name))
      this.#fault(`<${name}> is no field of an export; its text is not taken`);
    this.#skip(whole.length);
    if (from >= 0) this.#closeTo(from, true);
    return true;
  }

  /** HTML that spilled out of a text holds no field of the export. */
  #leaveUnknown(): void {
    const known = this.#open.findLastIndex(isKnown);
    if (known < 0 || known === this.#open.length - 1) return;
    this.#fault(
      `<${this.#open[known + 1]}> stands between the fields of an export; its text is not taken`,
      this.#hasStrayWords,
    );
    this.#closeTo(known + 1, false);
  }

  /** Closes elements from the innermost on; the last of them is whole where its own tag closed it. */
  #closeTo(length: number, isWhole: boolean): void {
    while (this.#open.length > length) {
      const name = this.#open.pop() as string;
      this.#on.close(name, isWhole && this.#open.length === length ? "itself" : "another", this.#offset);
    }
    if (isKnown(this.#open.at(-1) ?? "rss")) this.#hasStrayWords = false;
  }

  /** Within CDATA: as far as its own end, or the end of the element that it stands in where it has none. */
  #cdata(isLast: boolean): boolean {
    const rest = this.#rest;
    const name = this.#open.at(-1);
    const end = rest.indexOf(CDATA_END);
    if (end === 0) return this.#cdataEnd(isLast);
    const close = isLeaf(name) ? rest.slice(0, end < 0 ? undefined : end).indexOf(`</${name}>`) : -1;
    if (close >= 0) {
      this.#text(this.#skip(close));
      this.#fault("a CDATA section is not closed before its element is");
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

  /** At `]]>`: where it is the section's end, its element ends too, or another section begins. */
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
      this.#fault("a ]]> stands within a text; it is taken as written");
      this.#text(this.#skip(CDATA_END.length));
      return true;
    }
    this.#skip(CDATA_END.length);
    this.#isCdata = false;
    return true;
  }
}

type Tag = readonly [whole: string, slash: string, name: string, attributes: string];

/** The letter a reference stands for; null where it stands for none. */
function meaningOf([, decimal, hexadecimal, name]: RegExpExecArray): string | null {
  if (name !== undefined) return OF_XML[name] ?? (decodeNamedCharacterReference(name) || null);
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

const decoded = (value: string): string =>
  value.replace(new RegExp(REFERENCE, "g"), (whole, ...groups: string[]) => {
    const match = [whole, ...groups.slice(0, 3)] as unknown as RegExpExecArray;
    return meaningOf(match) ?? whole;
  });

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [
      name,
      decoded(double ?? single ?? ""),
    ]),
  );
