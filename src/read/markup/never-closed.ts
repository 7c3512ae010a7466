/**
 * What HTML begins and never ends, so that by its rules all text below would be a comment, an attribute or code
 * (HTML Standard, 13.2.5 Tokenization) → the same text in which each such thing ends where it begins, what of it is set
 * aside, and where it stands. Takes time that grows with the text: nothing that was sought and not found is sought again.
 */
import type { Removed } from "../../model/article.ts";
import type { Unclosed } from "../../model/diagnostics/texts.ts";
import { CodeSkipper } from "../markdown/code.ts";
import { before, type Edit, editedBy, inOrder } from "./edits.ts";
import { SignFinder } from "./sign-finder.ts";

export interface NeverClosed {
  /** As it is written: `<!--`, `<script>`, `"`, ```` ``` ````. */
  readonly sign: string;
  readonly kind: Unclosed;
  /** Where the first of its kind stands, in UTF-16 units. */
  readonly offset: number;
  readonly count: number;
}
export interface Closed {
  readonly text: string;
  readonly faults: readonly NeverClosed[];
  readonly taken: readonly Removed[];
}

/** All up to their end tag is text without markup (rawtext and RCDATA), whatever it looks like. */
const RAW = new Set("script style xmp iframe noembed noframes textarea title".split(" "));
/** Elements that go with all that is in them. */
const DROPPED = new Set("template noscript select svg math object video audio canvas button form".split(" "));
/** No < belongs in their values: one tells of a quotation mark that was forgotten. */
const PLAIN_VALUES =
  /^(?:href|src|class|id|style|name|rel|target|width|height|lang|dir|align|border|color|face|size|type)$/i;
const HOLDS_CODE = /^\s*(?:javascript|data):/i;
const ATTRIBUTE = /[\s/]*(?:([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:(["'])|([^\s>"'][^\s>]*)|(?=>)))?)?/y;
const NAME = /<(\/?)([a-z][^\s/>]*)/iy;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/iy;
/** `[كلمة](<اسم ملف.pdf>)`, `[مرجع]: <…>`: the address of a link or a picture (CommonMark, 6.3 and 4.7). */
const ADDRESS = /<[^<>\n]*>/y;
const BEFORE_ADDRESS = /\](?:\(|:)[ \t]*$/;
const REST_OF_REMARK = /[^<>\n]*>?/y;
const REST_OF_CODE = /[^<\n]*/y;
const COMMENT_OF_NOTHING = /<!---?>/y;
/** What has more is no tag that anybody wrote. */
const MOST_ATTRIBUTES = 64;

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

function pushed<T>(list: T[], one: T): T[] {
  list.push(one);
  return list;
}

interface Tag {
  readonly end: number;
  readonly closesItself: boolean;
  /** Where a quotation mark is wanting, and where the one stands that was opened; null where none is. */
  readonly wanting: { readonly before: number; readonly opened: number } | null;
}

interface Pass extends Closed {
  readonly edits: readonly Edit[];
}

class Scan {
  readonly #text: string;
  readonly #isMarkdown: boolean;
  readonly #find: SignFinder;
  readonly #faults = new Map<string, { -readonly [K in keyof NeverClosed]: NeverClosed[K] }>();
  readonly #edits: Edit[] = [];
  readonly #open = new Map<string, { offset: number; end: number }[]>();
  /** Up to where a block of HTML goes that empty lines do not end. */
  #htmlUntil = 0;
  readonly taken: Removed[] = [];

  constructor(text: string, isMarkdown: boolean) {
    this.#text = text;
    this.#isMarkdown = isMarkdown;
    this.#find = new SignFinder(text);
  }

  run(): Pass {
    const code = this.#isMarkdown ? new CodeSkipper(this.#text) : null;
    for (let i = this.#find.after("<", 0); i >= 0; i = this.#find.after("<", i)) {
      const past = code?.pastCode(i, (from) => this.#isInHtml(from)) ?? i;
      i = past > i ? past : this.#construct(i);
    }
    for (const [name, tags] of this.#open)
      for (const { offset, end } of tags) {
        this.#fault("element", `<${name}>`, offset);
        this.#edit(end, end, `</${name}>`);
      }
    const fence = code?.openFence() ?? null;
    if (fence) this.#fault("code", fence.sign, fence.offset);
    const edits = inOrder(this.#edits);
    return {
      text: editedBy(this.#text, edits),
      faults: [...this.#faults.values()],
      taken: this.taken,
      edits,
    };
  }

  #isInHtml(place: number): boolean {
    if (place < this.#htmlUntil) return true;
    const line = this.#find.tagLine(this.#find.blockAt(place));
    return line >= 0 && line <= place;
  }
  /**
   * A comment, an instruction or code that begins a block of HTML ends it with the line that it ends in, whatever empty
   * lines it holds (CommonMark, 4.6, conditions 1 to 5). @returns `end`
   */
  #closedAt(i: number, end: number): number {
    if (!this.#isMarkdown) return end;
    const line = this.#find.tagLine(Math.max(this.#find.blockAt(i), this.#htmlUntil));
    if (line >= 0 && line <= i && /^[ \t>]*$/.test(this.#text.slice(line, i)))
      this.#htmlUntil = this.#find.lineEnd(end);
    return end;
  }

  /** @returns Where to read on: behind what begins at a `<`. */
  #construct(i: number): number {
    const next = this.#text[i + 1] ?? "";
    if (next === "!" || next === "?") return this.#declaration(i);
    if (this.#isMarkdown) {
      const address = BEFORE_ADDRESS.test(this.#text.slice(Math.max(0, i - 8), i))
        ? at(ADDRESS, this.#text, i)
        : null;
      if (address && !this.#isInHtml(i)) return i + address[0].length;
      const link = at(AUTOLINK, this.#text, i);
      if (link) {
        // In a block of HTML it would be a tag.
        const to = i + link[0].length;
        if (this.#isInHtml(i)) for (const at of [i, to - 1]) this.#edit(at, at + 1, " ");
        return to;
      }
    }
    const [whole = "", slash, named = ""] = at(NAME, this.#text, i) ?? [];
    if (whole !== "") return this.#tag(i, i + whole.length, named.toLowerCase(), slash === "/");
    // A comment to HTML, up to the next >, whatever it holds.
    if (next === "/" && this.#text[i + 2] !== ">") this.#edit(i, i + 1, "&lt;");
    return i + 1;
  }

  #declaration(i: number): number {
    if (this.#text.startsWith("<!--", i)) {
      const empty = at(COMMENT_OF_NOTHING, this.#text, i);
      if (empty) return i + empty[0].length;
      const ends = ["-->", "--!>"].map((sign) => this.#find.after(sign, i + 4)).filter((one) => one >= 0);
      if (ends.length === 0) return this.#remark(i, i + 4, "<!--");
      const end = Math.min(...ends);
      this.#emptyLines(i + 4, end);
      if (this.#text[end + 2] === ">") return this.#closedAt(i, end + 3);
      // Markdown knows no other end than -->.
      this.#edit(end + 2, end + 3, "");
      return this.#closedAt(i, end + 4);
    }
    if (this.#text.startsWith("<![CDATA[", i)) {
      const end = this.#find.after("]]>", i);
      this.#edit(i, i + 9, " ");
      if (end < 0) this.#fault("comment", "<![CDATA[", i);
      else this.#edit(end, end + 3, " ");
      return i + 9;
    }
    const isCode = this.#text[i + 1] === "?";
    const sign = isCode && this.#isMarkdown ? "?>" : ">";
    const end = this.#find.after(sign, i);
    // Where another thing begins before it, the > is that one's.
    const isForgotten =
      sign === ">" && end > this.#find.after("<", i + 1) && this.#find.after("<", i + 1) > 0;
    if (end < 0 || isForgotten) return this.#remark(i, i + 2, isCode ? "<?" : "<!");
    if (isCode && this.#isMarkdown) this.#readInstruction(i + 2, end);
    return this.#closedAt(i, end + sign.length);
  }

  /** To HTML, an instruction ends at the first >, and what it holds would begin below it. */
  #readInstruction(from: number, to: number): void {
    const hasBracket = this.#find.after(">", from) < to;
    if (hasBracket) this.taken.push({ why: "comment", text: this.#text.slice(from, to).trim() });
    if (!this.#emptyLines(from, to) && hasBracket) this.#edit(from, to, "");
  }

  /** It ends with its line, or with the sign that was meant to end it. */
  #remark(i: number, from: number, sign: string): number {
    const end = from + (at(REST_OF_REMARK, this.#text, from)?.[0].length ?? 0);
    const text = this.#text.slice(from, end).trim();
    if (text !== "") this.taken.push({ why: "comment", text });
    this.#fault("comment", sign, i);
    this.#edit(i, end, " ");
    return end;
  }

  #tag(i: number, from: number, name: string, isEnd: boolean): number {
    const tag = this.#endOf(from);
    if (!tag) {
      if (!this.#isMarkdown) this.#fault("tag", `<${isEnd ? "/" : ""}${name}`, i);
      this.#edit(i, i + 1, "&lt;");
      return from;
    }
    if (tag.wanting) {
      this.#fault("quote", this.#text[tag.wanting.opened] ?? '"', tag.wanting.opened);
      this.#edit(tag.wanting.before, tag.wanting.before, this.#text[tag.wanting.opened] ?? '"');
    }
    if (isEnd) this.#open.get(name)?.pop();
    else if (RAW.has(name)) return this.#raw(i, tag.end, name);
    else if (name === "plaintext") {
      this.#fault("element", "<plaintext>", i);
      this.#edit(i, tag.end, " ");
    } else if (DROPPED.has(name) && !(tag.closesItself && (name === "svg" || name === "math")))
      this.#open.set(name, pushed(this.#open.get(name) ?? [], { offset: i, end: tag.end }));
    return tag.end;
  }

  #raw(i: number, end: number, name: string): number {
    const closes = this.#find.endTag(name, end);
    const isCode = name === "script" || name === "style";
    if (closes >= 0) {
      if (isCode && this.#emptyLines(end, closes))
        this.taken.push({ why: "script", text: this.#text.slice(end, closes).trim() });
      else if (isCode) this.#hideRemarks(end, closes);
      // A block of Markdown would end with its line.
      else if (this.#isMarkdown && !isCode)
        for (const { 0: lines, index } of this.#text.slice(end, closes).matchAll(/\n\s*/g))
          this.#edit(end + index, end + index + lines.length, " ");
      return this.#closedAt(i, this.#rawEnd(closes, closes + "</".length + name.length));
    }
    const to = end + (isCode ? (at(REST_OF_CODE, this.#text, end)?.[0].length ?? 0) : 0);
    if (to > end) this.taken.push({ why: "script", text: this.#text.slice(end, to).trim() });
    this.#fault("element", `<${name}>`, i);
    if (isCode) this.#edit(i, to, " ");
    else this.#edit(to, to, `</${name}>`);
    return to;
  }

  /** Takes out lines that are not shown: a block of Markdown would end within them. @returns Whether there were any. */
  #emptyLines(from: number, to: number): boolean {
    const line = this.#isMarkdown ? this.#find.after("\n", from) : -1;
    if (line < 0 || line >= to) return false;
    this.#edit(from, to, "");
    return true;
  }

  /** Within <!-- a script may hold another, and its end tag would be that one's. */
  #hideRemarks(from: number, to: number): void {
    for (let at = this.#find.after("<!--", from); at >= 0 && at < to; at = this.#find.after("<!--", at + 1))
      this.#edit(at, at + 4, " ");
  }

  /** An end tag that never ends would leave all below to its element. @returns Where to read on. */
  #rawEnd(i: number, to: number): number {
    if (this.#endOf(to)) return i;
    this.taken.push({ why: "markup", text: this.#text.slice(i, to) });
    this.#fault("tag", this.#text.slice(i, to), i);
    this.#edit(to, to, ">");
    return to;
  }

  /** Where a tag ends whose attributes begin at a place; null where it does not, or, in Markdown, not before an empty line. */
  #endOf(from: number): Tag | null {
    const limit = this.#isMarkdown ? this.#find.blankLine(from) : this.#text.length;
    let i = from;
    let closesItself = false;
    for (let count = 0; i < limit && count < MOST_ATTRIBUTES; count++) {
      if (this.#text[i] === ">") return { end: i + 1, closesItself, wanting: null };
      const [whole = "", name = "", quote] = at(ATTRIBUTE, this.#text, i) ?? [];
      // To Markdown, `<b كلمة>` is text.
      if (this.#isMarkdown && /[^\x20-\x7e]/.test(name)) return null;
      closesItself = whole.includes("/") && name === "";
      i += Math.max(1, whole.length);
      if (quote === undefined) continue;
      const close = this.#find.after(quote, i);
      const bracket = this.#find.after(">", i);
      const isOpen = close < 0 || close >= limit;
      if (!isOpen && !(bracket >= 0 && bracket < close && this.#isForgotten(name, i, close))) {
        i = close + 1;
        continue;
      }
      if (bracket < 0 || bracket >= limit) return null;
      return { end: bracket + 1, closesItself: false, wanting: { before: bracket, opened: i - 1 } };
    }
    return null;
  }

  #isForgotten(name: string, from: number, to: number): boolean {
    if (!PLAIN_VALUES.test(name)) return false;
    const tag = this.#find.after("<", from);
    return tag >= 0 && tag < to && !HOLDS_CODE.test(this.#text.slice(from, from + 20));
  }

  #fault(kind: NeverClosed["kind"], sign: string, offset: number): void {
    const known = this.#faults.get(`${kind} ${sign}`);
    if (!known) this.#faults.set(`${kind} ${sign}`, { kind, sign, offset, count: 1 });
    else {
      known.count += 1;
      known.offset = Math.min(known.offset, offset);
    }
  }
  #edit(from: number, to: number, by: string): void {
    this.#edits.push({ from, to, by });
  }
}

/** What closes one thing may make code of Markdown, or a block of HTML, of what was none, so the text is read again. */
const MOST_PASSES = 4;

/** @param isMarkdown Code of Markdown is passed over, and an empty line ends a tag. */
export function closeAll(text: string, isMarkdown: boolean): Closed {
  const mayHold = text.includes("<") || (isMarkdown && /```|~~~/.test(text));
  if (!mayHold) return { text, faults: [], taken: [] };
  const first = new Scan(text, isMarkdown).run();
  const passes = [first];
  for (let last = first; last.edits.length > 0 && passes.length < MOST_PASSES; passes.push(last))
    last = new Scan(last.text, isMarkdown).run();
  // A block of code that never ends is left as it is, and found each time.
  const found = passes.flatMap(({ faults }, pass) =>
    (pass === 0 ? faults : faults.filter(({ kind }) => kind !== "code")).map((fault) => ({
      ...fault,
      offset: passes.slice(0, pass).reduceRight((place, { edits }) => before(place, edits), fault.offset),
    })),
  );
  return {
    text: passes.at(-1)?.text ?? text,
    faults: found,
    taken: passes.flatMap(({ taken }) => taken),
  };
}
