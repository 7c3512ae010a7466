/** YAML → values with their positions, or faults. The only user of the library `yaml`. */
import {
  Composer,
  type CST,
  type Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  type Node,
  type ParseOptions,
  Parser,
  type SchemaOptions,
  type Tags,
  visit,
  type YAMLMap,
} from "yaml";
import { keyWithoutSpace, MOST_FAULTS, type YamlError, type YamlFault, yamlFaults } from "./faults.ts";
import { withoutUnseen } from "./unseen.ts";

/** Offsets into the text. */
export type Span = readonly [from: number, to: number];
export interface YamlValues {
  /** Text, true, false, null, lists and maps of these; numbers stay text as written. Null where nothing is stated. */
  readonly value: unknown;
  /** The span of the value at a path of keys and indices; where there is none, of its nearest existing parent. */
  readonly spanOf: (path: readonly PropertyKey[]) => Span;
  /** The span of a key itself in the map at a path. */
  readonly spanOfKey: (path: readonly PropertyKey[], key: string) => Span;
  /** Comments after a value that look like part of it, as `#وسم`. */
  readonly notes: readonly Span[];
}

const spanOf = (node: Node | null | undefined): Span => [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];

/** Most aliases read: for each, the library searches all nodes before it. */
const MOST_ALIASES = 1_000;

/**
 * Errors that the library finds too late or in quadratic time: aliases without an anchor, and duplicate keys of a map.
 */
function faultsWithin(document: Document): YamlError[] {
  const errors: YamlError[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        aliases += 1;
        if (!anchors.has(node.source)) errors.push({ code: "BAD_ALIAS", message: "", pos: spanOf(node) });
      } else if (node.anchor) anchors.add(node.anchor);
      if (isMap(node))
        for (const key of keysAgain(node)) errors.push({ code: "DUPLICATE_KEY", message: "", pos: key });
    },
  });
  if (aliases > MOST_ALIASES) errors.unshift({ code: "ALIASES", message: "", pos: [0, 0] });
  return errors;
}

/** The positions of duplicate keys. */
function keysAgain(map: YAMLMap): readonly Span[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isAgain = seen.has(key.value);
    seen.add(key.value);
    return isAgain ? [[spanOf(key)[0], spanOf(key)[0] + 1] as const] : [];
  });
}

/** A # followed by a space is meant as a comment. */
const LIKE_A_TAG = /^#[\p{L}\p{N}_]/u;

/** Tokens of the lexer that have no characters in the text. */
const BEFORE_VALUE = "\x1f";
const NO_TEXT: ReadonlySet<string> = new Set([BEFORE_VALUE, "\x02", "\x18"]);

function notesIn(text: string): readonly Span[] {
  if (!text.includes(" #") && !text.includes("\t#")) return [];
  const notes: Span[] = [];
  let at = 0;
  let before = "";
  for (const token of new Lexer().lex(text)) {
    const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
    if (LIKE_A_TAG.test(token) && before !== BEFORE_VALUE && line.trim() !== "")
      notes.push([at, at + token.length]);
    if (!NO_TEXT.has(token)) at += token.length;
    before = token;
  }
  return notes;
}

/**
 * Numbers stay text as written, since to an editor `007`, `1.10` and `0x1F` are text; callers that want a number parse
 * it. `true`, `false` and `null` follow YAML 1.2, even below a line of `%YAML 1.1`, under which `no` would be false and
 * `12:30` a number of minutes (YAML 1.2.2, 10.3; YAML 1.1, type repository).
 */
const NUMBERS: ReadonlySet<string> = new Set(["tag:yaml.org,2002:int", "tag:yaml.org,2002:float"]);
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === "string" || !NUMBERS.has(tag.tag));

/** Greatest nesting of lists and maps: the library recurses as deep as the stack of the thread allows. */
const DEEPEST = 64;
const MARKS = /^[ \t]*(?:[-?:](?:[ \t]+|$))*/;

/** The offset where a text nests too deeply, by its brackets and indentation; null where it does not. */
function deepAt(text: string): number | null {
  let brackets = 0;
  let from = 0;
  const indents: number[] = [];
  for (const line of text.split("\n")) {
    const marks = MARKS.exec(line)?.[0] ?? "";
    const indent = line.length - line.trimStart().length;
    while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
    indents.push(indent);
    if (indents.length + marks.replace(/\s/g, "").length > DEEPEST) return from;
    for (const { 0: sign, index } of line.matchAll(/[[\]{}]/g)) {
      brackets = Math.max(0, brackets + (sign === "[" || sign === "{" ? 1 : -1));
      if (brackets > DEEPEST) return from + index;
    }
    from += line.length + 1;
  }
  return null;
}

/** Characters: the library holds some four hundred bytes for each, and a thread has a heap for articles. */
const LONGEST = 500_000;
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  ...{ uniqueKeys: false, logLevel: "error", schema: "core", customTags: withoutNumbers },
};

/** Thrown within the library once more is wrong than is reported. */
class EnoughErrors extends Error {
  override readonly name = "EnoughErrors";
}

/**
 * What `parseDocument` of the library does, but it ends at the first hundred errors: the library makes an error, with the
 * stack that led to it, for every tag, bracket or backslash that it does not expect, and has no bound.
 * @returns The first document, null where there were too many errors, and what is wrong.
 */
function documentIn(text: string): {
  readonly document: Document | null;
  readonly errors: readonly YamlError[];
} {
  const composer = new Composer(OPTIONS);
  const onError: (...error: unknown[]) => void = Reflect.get(composer, "onError");
  let count = 0;
  const countOne = (): void => {
    if (count >= MOST_FAULTS) throw new EnoughErrors();
    count += 1;
  };
  Reflect.set(composer, "onError", (...error: unknown[]): void => {
    countOne();
    onError(...error);
  });
  function* tokens(): Generator<CST.Token> {
    for (const token of new Parser().parse(text)) {
      if (token.type === "error") countOne();
      yield token;
    }
  }
  let document: Document | null = null;
  try {
    for (const one of composer.compose(tokens(), true, text.length)) {
      if (document) {
        const [from, to] = one.range;
        return {
          document,
          errors: [...document.errors, { code: "MULTIPLE_DOCS", message: "", pos: [from, to] }],
        };
      }
      document = one;
    }
    return { document, errors: document?.errors ?? [] };
  } catch (fault) {
    if (!(fault instanceof EnoughErrors)) throw fault;
    return { document: null, errors: Reflect.get(composer, "errors") as YamlError[] };
  }
}

/** No faults: it could be read. */
export function readYaml(source: string): YamlValues | { readonly faults: readonly YamlFault[] } {
  if (source.length > LONGEST)
    return { faults: [{ from: 0, length: 1, why: "too-long", about: `${LONGEST / 1000}` }] };
  const text = withoutUnseen(source);
  const deep = deepAt(text);
  if (deep !== null) return { faults: [{ from: deep, length: 1, why: "too-deep", about: `${DEEPEST}` }] };
  const { document, errors: unread } = documentIn(text);
  const errors = [...unread, ...(document ? faultsWithin(document) : [])].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!document || errors.length > 0) return { faults: yamlFaults(text, errors) };
  const unspaced = isScalar(document.contents) ? keyWithoutSpace(text) : null;
  if (unspaced) return { faults: [unspaced] };
  const nodeAt = (path: readonly PropertyKey[]): Node | null => {
    if (path.length === 0) return document.contents;
    return (document.getIn(path, true) as Node | undefined) ?? nodeAt(path.slice(0, -1));
  };
  try {
    return {
      value: document.toJS() as unknown,
      spanOf: (path) => spanOf(nodeAt(path)),
      spanOfKey: (path, key) => {
        const map = nodeAt(path);
        const pair = isMap(map)
          ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
          : undefined;
        return spanOf(pair?.key as Node | undefined);
      },
      notes: notesIn(text),
    };
  } catch {
    // Aliases of aliases: the library stops at a hundred.
    return { faults: yamlFaults(text, [{ code: "ALIASES", message: "", pos: [0, 0] }]) };
  }
}
