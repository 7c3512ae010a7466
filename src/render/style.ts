/** Style files → one style sheet: fonts, then the files in order, then the site's own colours; checked and made small by lightningcss. */
import { transform } from "lightningcss";
import type { Face } from "../model/page.ts";
import { TINTS } from "../model/picture.ts";
import { fontFaces } from "./font-faces.ts";

/** The settings' colours; each is checked to be a colour when the settings are read. */
function colours({ theme: { accent, accentDark } }: Face): string {
  if (!accent && !accentDark) return "";
  return `:root{--accent:light-dark(${accent ?? accentDark},${accentDark ?? accent})}`;
}

/** Where a picture is about to be, its mean colour. */
const tints = (): string => TINTS.map((colour, i) => `.tint-${i}{background:${colour}}`).join("");

/** @throws SyntaxError of lightningcss, with line and column, when a style file is no CSS. */
export function renderStyle(
  sources: readonly { readonly name: string; readonly text: string }[],
  face: Face,
): string {
  const text = [fontFaces(face), ...sources.map((source) => source.text), tints(), colours(face)].join("\n");
  const { code } = transform({ filename: "style.css", code: Buffer.from(text), minify: true });
  return code.toString();
}
