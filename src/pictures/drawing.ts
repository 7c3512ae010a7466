/** An SVG file → its size and the first content that may not be published. Parsed once, as XML, as a browser does. */
import { SaxesParser } from "saxes";
import { attributeFault, elementFault, styleFault } from "./drawing-allowed.ts";
import { type Size, svgSize } from "./svg-size.ts";

/** Forbidden content, at its 1-based line and column. */
export interface FoundInDrawing {
  readonly what: string;
  readonly line: number;
  readonly column: number;
}
export interface Drawing {
  /** Null where the file states none. */
  readonly size: Size | null;
  /** Content that runs, embeds or fetches something; null where there is none. */
  readonly active: FoundInDrawing | null;
}
export type DrawingRead =
  | { readonly drawing: Drawing; readonly fault: null }
  /** Why it cannot be read, as a sentence. */
  | { readonly drawing: null; readonly fault: string };

/** Greatest nesting of elements: resolving a namespace takes time proportional to the depth. */
const DEEPEST = 500;
/** Allowed processing instructions: Adobe encloses its metadata in these. */
const INERT_INSTRUCTIONS = new Set(["xpacket"]);

class NoDrawing extends Error {}

/** @param bytes Content of an .svg file. */
export function readDrawing(bytes: Uint8Array): DrawingRead {
  const text = textOf(bytes);
  if (text === null) return { drawing: null, fault: "It states an encoding that nobody knows." };
  const parser = new SaxesParser({ xmlns: true, position: true });
  const root: { name: string; size: Size | null } = { name: "", size: null };
  let active: FoundInDrawing | null = null;
  let depth = 0;
  let styles: string[] | null = null;
  const refuse = (what: string | null): void => {
    if (what !== null) active ??= { what, line: parser.line, column: parser.column + 1 };
  };
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) refuse("<!DOCTYPE […]>");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (!INERT_INSTRUCTIONS.has(target)) refuse(`<?${target}?>`);
  });
  parser.on("opentag", (tag) => {
    if (++depth > DEEPEST) throw new NoDrawing(`More than ${DEEPEST} elements stand one within another.`);
    const attributes = Object.values(tag.attributes);
    if (root.name === "") {
      if (tag.local !== "svg") throw new NoDrawing(`It begins with <${tag.name}> where <svg> was expected.`);
      root.name = tag.name;
      root.size = svgSize((name) => attributes.find((one) => one.name === name)?.value);
    }
    refuse(elementFault(tag));
    for (const attribute of attributes)
      if (attribute.prefix !== "xmlns" && attribute.name !== "xmlns")
        refuse(attributeFault(tag, attribute, attribute.value));
    if (tag.local === "style") styles ??= [];
  });
  const gather = (part: string): void => {
    styles?.push(part);
  };
  parser.on("text", gather);
  parser.on("cdata", gather);
  parser.on("closetag", ({ local }) => {
    depth--;
    if (local !== "style" || styles === null) return;
    refuse(styleFault(styles.join("")));
    styles = null;
  });
  try {
    parser.write(text).close();
  } catch (fault) {
    return { drawing: null, fault: asSentence((fault as Error).message) };
  }
  return { drawing: { size: root.size, active }, fault: null };
}

/** Messages of saxes, `3:14: unclosed tag: svg`, as sentences. */
const asSentence = (said: string): string => {
  const [, line, what] = /^(\d+):\d+: (.*)$/s.exec(said) ?? [];
  return line ? `Line ${line}: ${what?.replace(/\.$/, "")}.` : said;
};

/**
 * Decodes as a browser does: by the byte order mark, else the stated encoding, else UTF-8; null for an unknown
 * encoding.
 */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const stated = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(head)?.[1];
  const marked =
    first === 0xfe && second === 0xff ? "utf-16be" : first === 0xff && second === 0xfe ? "utf-16le" : null;
  try {
    return new TextDecoder(marked ?? stated ?? "utf-8").decode(bytes);
  } catch {
    return null;
  }
}
