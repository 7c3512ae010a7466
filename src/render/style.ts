/** Style files → one style sheet: fonts, the site's own colours, then the files in order; checked and made small by lightningcss. */
import { transform } from "lightningcss";
import { hrefOf } from "../model/href.ts";
import type { Face } from "../model/page.ts";

const FONTS: readonly {
  readonly file: RegExp;
  readonly family: string;
  readonly weight: number;
  readonly fallback: string;
}[] = [
  { file: /naskh-400/, family: "Noto Naskh Arabic", weight: 400, fallback: "" },
  { file: /naskh-700/, family: "Noto Naskh Arabic", weight: 700, fallback: "" },
  { file: /kufi-700/, family: "Noto Kufi Arabic", weight: 700, fallback: "" },
];

function fontFaces({ assets, base }: Face): string {
  return assets.fonts
    .flatMap((url) => {
      const font = FONTS.find(({ file }) => file.test(url));
      if (!font) return [];
      return `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:normal;font-display:swap;src:url("${hrefOf(url, base)}") format("woff2")}`;
    })
    .join("\n");
}

/** The settings' colours; each is checked to be a colour when the settings are read. */
function colours({ theme }: Face): string {
  const light = theme.accent ? `:root{--accent:${theme.accent}}` : "";
  const dark = theme.accentDark ?? theme.accent;
  const set = dark ? `--accent:${dark}` : "";
  return dark
    ? `${light}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${set}}}:root[data-theme=dark]{${set}}`
    : light;
}

/** @throws SyntaxError of lightningcss, with line and column, when a style file is no CSS. */
export function renderStyle(
  sources: readonly { readonly name: string; readonly text: string }[],
  face: Face,
): string {
  const text = [fontFaces(face), ...sources.map((source) => source.text), colours(face)].join("\n");
  const { code } = transform({ filename: "style.css", code: Buffer.from(text), minify: true });
  return code.toString();
}
