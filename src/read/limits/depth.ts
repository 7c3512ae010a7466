/**
 * How deep a text nests, counted before any parser sees it: parsers of trees go down by recursion, and how far they get hangs
 * on the stack of the thread they run in, so that a worker would take a page that the main thread refuses. The bound is far
 * beyond what anybody writes and well within the smallest stack. Counting takes time in step with the length of the text.
 */
import { type Diagnostic, type Place, placeAt } from "../../model/diagnostic.ts";
import { textFault } from "../../model/diagnostics/texts.ts";

/** Elements, lists, quotations, signs within one another, at most. Browsers stop at 512 elements. */
export const DEEPEST = 256;

type Names = ReadonlySet<string>;
const names = (text: string): Names => new Set(text.split(" "));
const HEADINGS = names("h1 h2 h3 h4 h5 h6");
const BLOCKS = names(
  "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote section article aside header footer nav main figure figcaption hr pre listing form fieldset address center details summary dialog search hgroup menu dir li dt dd",
);
/** No end tag of an inline element reaches beyond one of these. */
const SPECIAL: Names = new Set([
  ...BLOCKS,
  ...names("td th tr tbody thead tfoot caption body html template button object"),
]);
/** Elements that hold nothing (HTML Living Standard, 13.1.2). */
const VOID = names(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr",
);
/** Opened again in the next block where they were not closed, three of a kind at most (13.2.4.3). */
const FORMATTING = names("a b big code em font i nobr s small strike strong tt u");
const LIKE = 3;
/** What is formatted within one is not beyond it. */
const CELLS = names("td th caption template object applet marquee");
/** Within them a `/` before the `>` closes. */
const FOREIGN = names("svg math");
/** What they hold is text. */
const VERBATIM = names("script style textarea title xmp noembed noframes plaintext iframe");
/** Of what is stated once: a second one adds nothing. */
const ONCE = names("html head body form frameset");
const TABLE = names("table");
const AROUND_ITEM: Names = new Set([...SPECIAL].filter((name) => !/^(?:address|div|p)$/.test(name)));
const NOTHING: Names = new Set();
/** By the elements that begin: those that they close, and those that they do not reach beyond (13.2.6.4.7, 13.2.6.4.9 on). */
const CLOSES: readonly (readonly [begin: Names, closed: Names, within: Names])[] = [
  [BLOCKS, names("p"), names("table td th caption button object applet marquee template")],
  [names("li"), names("li"), AROUND_ITEM],
  [names("dt dd"), names("dt dd"), AROUND_ITEM],
  [names("option optgroup"), names("option"), names("select")],
  [names("optgroup"), names("optgroup"), names("select")],
  [names("td th"), names("td th caption"), TABLE],
  [names("tr"), names("tr caption"), TABLE],
  [names("tbody thead tfoot"), names("tbody thead tfoot caption"), TABLE],
  [names("rt rp rb"), names("rt rp rb"), names("ruby")],
  [names("a"), names("a"), CELLS],
  [names("nobr"), names("nobr"), CELLS],
  [names("button"), names("button"), CELLS],
];
const OF_TABLE = names("td th tr tbody thead tfoot caption");
/** An end tag of a block does not reach out of a cell. */
const AROUND_BLOCK = names("table td th caption");
const TAG = /<(\/?)([a-z][^\s/<>]*)([^<>]*)>?|<!--/gi;

/** The elements that are open, as the tree of a page has them, without the tree. */
class OpenElements {
  readonly #stack: { readonly name: string; readonly key: string }[] = [];
  /** Formatting that was not closed, by its tag, for each cell that is open. */
  readonly #formatting: Map<string, number>[] = [new Map()];
  #foreign = 0;

  get depth(): number {
    let waiting = 0;
    for (const count of this.#formatting.at(-1)?.values() ?? []) waiting += count;
    return this.#stack.length + waiting;
  }

  open(name: string, rest: string): void {
    if (VOID.has(name) || (this.#foreign > 0 && rest.endsWith("/"))) return;
    if (ONCE.has(name) && this.#last(new Set([name]), NOTHING) >= 0) return;
    if (this.#foreign === 0) {
      for (const [begin, closed, within] of CLOSES)
        if (begin.has(name)) this.#closeTo(this.#last(closed, within));
      // A heading closes another that nothing stands in between.
      if (HEADINGS.has(name) && HEADINGS.has(this.#stack.at(-1)?.name ?? ""))
        this.#closeTo(this.#stack.length - 1);
    }
    // Rows stand in a section, and cells in a row, whether or not anybody wrote it.
    if (/^t[rdh]$/.test(name) && this.#stack.at(-1)?.name === "table") this.#push("tbody", "");
    if (/^t[dh]$/.test(name) && this.#stack.at(-1)?.name === "tbody") this.#push("tr", "");
    this.#push(name, rest);
  }

  #push(name: string, rest: string): void {
    this.#stack.push({ name, key: `${name} ${rest}` });
    if (FOREIGN.has(name)) this.#foreign += 1;
    if (CELLS.has(name)) this.#formatting.push(new Map());
  }

  close(name: string): void {
    if (FORMATTING.has(name)) this.#closeFormatting(name);
    else this.#closeOther(name);
  }

  #closeOther(name: string): void {
    const isBlock = SPECIAL.has(name) || FOREIGN.has(name);
    const within = name === "table" ? NOTHING : OF_TABLE.has(name) ? TABLE : isBlock ? AROUND_BLOCK : SPECIAL;
    this.#closeTo(this.#last(new Set([name]), within));
  }

  /** Of the innermost of some elements, unless one that they do not reach beyond lies further in; -1 for none. */
  #last(some: Names, within: Names): number {
    for (let i = this.#stack.length - 1; i >= 0; i--) {
      const name = this.#stack[i]?.name as string;
      if (some.has(name)) return i;
      if (within.has(name)) return -1;
    }
    return -1;
  }

  /** Formatting alone is taken out from between others, which stay open (the adoption agency, 13.2.6.4.7). */
  #closeFormatting(name: string): void {
    const at = this.#last(new Set([name]), CELLS);
    if (at >= 0) this.#stack.splice(at, 1);
    else {
      const waiting = this.#formatting.at(-1);
      const key = [...(waiting?.keys() ?? [])].findLast((one) => one.startsWith(`${name} `));
      const count = key === undefined ? 0 : (waiting?.get(key) ?? 0);
      if (key !== undefined && count > 1) waiting?.set(key, count - 1);
      else if (key !== undefined) waiting?.delete(key);
    }
  }

  #closeTo(from: number): void {
    while (from >= 0 && this.#stack.length > from) {
      const { name, key } = this.#stack.pop() as { name: string; key: string };
      if (FOREIGN.has(name)) this.#foreign -= 1;
      if (CELLS.has(name)) this.#formatting.pop();
      const waiting = this.#formatting.at(-1);
      if (FORMATTING.has(name) && this.#stack.length > from)
        waiting?.set(key, Math.min(LIKE, (waiting.get(key) ?? 0) + 1));
    }
  }
}

/** Where elements of a page, or of HTML within a text, nest deeper than the bound; -1 for nowhere. Closing tags may be missing. */
function deepHtmlAt(html: string, most: number): number {
  const elements = new OpenElements();
  /** Ends that were looked for in vain stand nowhere further on either. */
  const missing = new Set<string>();
  const skipTo = (end: string): void => {
    if (missing.has(end)) return;
    const ends = new RegExp(end, "gi");
    ends.lastIndex = TAG.lastIndex;
    if (ends.test(html)) TAG.lastIndex = ends.lastIndex;
    else missing.add(end);
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    const [whole, slash, stated, rest = ""] = tag;
    const name = stated?.toLowerCase() ?? "";
    if (whole === "<!--") skipTo("-->");
    else if (slash) elements.close(name);
    else if (VERBATIM.has(name)) skipTo(`</${name}`);
    else elements.open(name, rest);
    if (elements.depth > most) return tag.index;
  }
  return -1;
}

export const isDeepHtml = (html: string, most = DEEPEST): boolean => deepHtmlAt(html, most) >= 0;

/** How deep pairs of signs nest, such as those of emphasis and of links: one that is never closed holds nothing. */
class Pairs {
  readonly #open: number[] = [];
  deepest = 0;

  open(): void {
    this.#open.push(0);
  }

  close(): void {
    const within = this.#open.pop();
    if (within === undefined) return;
    this.deepest = Math.max(this.deepest, within + 1);
    const last = this.#open.length - 1;
    if (last >= 0) this.#open[last] = Math.max(this.#open[last] as number, within + 1);
  }
}

const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)))*/;
const CONTAINER = />|[-*+]|\d{1,9}[.)]/g;
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const SIGN = /\[|\]|(?<=(^|[\s\p{P}\p{S}]))[*_~]+(?=\S)|[*_~]+/gu;

/** Where quotations, lists, emphasis, links or HTML of a Markdown text nest deeper than the bound; -1 for nowhere. */
export function deepMarkdownAt(text: string): number {
  const lists: number[] = [];
  let pairs = { brackets: new Pairs(), emphasis: new Pairs() };
  let next = 0;
  for (const line of text.split("\n")) {
    const at = next;
    next += line.length + 1;
    if (line.trim() === "") {
      pairs = { brackets: new Pairs(), emphasis: new Pairs() };
      continue;
    }
    const containers = RULE.test(line) ? "" : (CONTAINERS.exec(line)?.[0] ?? "");
    const indent = line.length - line.trimStart().length;
    while (lists.length > 0 && (lists.at(-1) as number) >= indent) lists.pop();
    if (containers !== "") lists.push(indent);
    if (lists.length + (containers.match(CONTAINER)?.length ?? 0) > DEEPEST) return at;
    for (const { 0: sign, 1: before } of line.slice(containers.length).matchAll(SIGN)) {
      if (sign === "[") pairs.brackets.open();
      else if (sign === "]") pairs.brackets.close();
      else if (before === undefined) pairs.emphasis.close();
      else pairs.emphasis.open();
    }
    if (pairs.brackets.deepest + pairs.emphasis.deepest > DEEPEST) return at;
  }
  return text.includes("<") ? deepHtmlAt(text, DEEPEST) : -1;
}

/** Whether lists and maps of JSON nest deeper than the bound, signs within its strings counted too. */
export function isDeepJson(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === "[" || sign === "{" ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Signs that something nests by. */
const NESTING = /[<>[*_~+-]|\d[.)]/g;

/** Fewer signs than the bound cannot go beyond it, and most texts have fewer. */
function hasMany(text: string): boolean {
  let count = 0;
  NESTING.lastIndex = 0;
  while (count <= DEEPEST && NESTING.test(text)) count += 1;
  return count > DEEPEST;
}

/**
 * Why a source nests too deeply to be read, by its kind; null where it does not. A text with front matter is Markdown
 * whatever its file is called.
 */
export function depthFault(text: string, kind: "markdown" | "html", file: string): Diagnostic | null {
  if (!hasMany(text)) return null;
  const at = kind === "html" ? deepHtmlAt(text, DEEPEST) : deepMarkdownAt(text);
  return at < 0 ? null : tooDeep(file, placeAt(text, at));
}

export const tooDeep = (file: string, place?: Place): Diagnostic =>
  textFault("too-deep", { file, place }, { most: DEEPEST });
