/** Joins style files to one sheet: fonts, the files in order, then the settings' fonts and colours; minified by lightningcss. */
import { transform } from "lightningcss";
import type { SiteChrome } from "../model/page.ts";
import { TINTS } from "../model/picture.ts";
import { fontFaces, statedFonts } from "./font-faces.ts";

/** The settings' colours, which were validated when the settings were read. */
function colours({ theme }: SiteChrome): string {
  const set = Object.entries(theme.colours).flatMap(([name, colour]) =>
    colour ? [`--${name}:light-dark(${colour.light},${colour.dark});`] : [],
  );
  return set.length > 0 ? `:root{${set.join("")}}` : "";
}

/** Classes of placeholder colours for pictures that are still loading. */
const tints = (): string => TINTS.map((colour, i) => `.tint-${i}{background:${colour}}`).join("");

/** @throws SyntaxError of lightningcss, with line and column, when a style file is not valid CSS. */
export function renderStyle(
  sources: readonly { readonly name: string; readonly text: string }[],
  chrome: SiteChrome,
): string {
  const text = [
    fontFaces(chrome),
    ...sources.map((source) => source.text),
    chrome.theme.name === "plain" ? "" : tints(),
    statedFonts(chrome),
    colours(chrome),
  ].join("\n");
  const { code } = transform({ filename: "style.css", code: Buffer.from(text), minify: true });
  return code.toString();
}
