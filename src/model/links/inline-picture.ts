/** Finds `<img>` in the cleaned text of an article, as our serialiser writes it: attributes in double quotes, `&` and `"` as references. */

const IMG = String.raw`<img((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>`;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

export interface InlinePicture {
  /** As the source names it, references resolved. */
  readonly src: string;
  readonly alt: string;
  readonly title: string | null;
  /** Pixels, where the markup states both. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** The value of an attribute, character references resolved. */
export const withoutReferences = (value: string): string =>
  value.replace(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

function pictureOf(attributes: string): InlinePicture {
  const values = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name, value = ""]) => [name, value]));
  const [width, height] = ["width", "height"].map((name) => Number(values.get(name)));
  const title = values.get("title");
  return {
    src: withoutReferences(values.get("src") ?? ""),
    alt: withoutReferences(values.get("alt") ?? ""),
    title: title ? withoutReferences(title) : null,
    size: width && height && width > 0 && height > 0 ? { width, height } : null,
  };
}

/** Whether an address leads to another host. */
export const isRemote = (src: string): boolean => /^(?:https?:)?\/\//i.test(src);

/** The decoded path of a picture, without host, query, and the size that WordPress appends to a name (`-300x200`). */
function fileOf(src: string): string {
  const path = src
    .replace(/^(?:https?:)?\/\/[^/]*/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/(?:-\d{2,5}x\d{2,5}|-scaled)(?=\.\w+$)/, "");
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether two addresses name the same picture, in whatever size. */
export const isSamePicture = (a: string, b: string): boolean => fileOf(a) === fileOf(b);

/** The pictures of a text, in order. */
export const picturesIn = (html: string): readonly InlinePicture[] =>
  html.includes("<img")
    ? [...html.matchAll(new RegExp(IMG, "g"))].map(([, attributes = ""]) => pictureOf(attributes))
    : [];

/** A piece of a text split at its pictures: markup or a picture. `alone`: the picture is all that its paragraph holds. */
export type TextPiece =
  | { readonly html: string }
  | { readonly picture: InlinePicture; readonly alone: boolean };

export function piecesOf(html: string): readonly TextPiece[] {
  if (!html.includes("<img")) return [{ html }];
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of html.matchAll(new RegExp(`<p(?: id="([^"]*)")?>\\s*${IMG}\\s*</p>|${IMG}`, "g"))) {
    if (match.index > at) pieces.push({ html: html.slice(at, match.index) });
    const [, id, ofParagraph, ofText = ""] = match;
    if (id !== undefined) pieces.push({ html: `<span id="${id}"></span>` });
    pieces.push({ picture: pictureOf(ofParagraph ?? ofText), alone: ofParagraph !== undefined });
    at = match.index + match[0].length;
  }
  if (at < html.length) pieces.push({ html: html.slice(at) });
  return pieces;
}
