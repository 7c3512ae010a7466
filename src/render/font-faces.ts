/**
 * The fonts of the site as `@font-face` rules, and what stands in until they have come: a font of the reader's own
 * machine, given the line box and the width of ours (CSS Fonts 5, `ascent-override` and `size-adjust`), so that hardly
 * a word moves when ours takes its place.
 */
import { type UrlPath, urlPath } from "../model/brands.ts";
import { hrefOf } from "../model/href.ts";
import type { Face } from "../model/page.ts";

/** Lengths in em. A test compares them with the tables of the fonts. */
export interface FontMetrics {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly ascent: number;
  readonly descent: number;
  /** Mean advance of a character of Arabic news, spaces and digits among them, measured in Chromium. */
  readonly advance: number;
}
/** By the name of its file, less the digest. */
export const FONTS: Readonly<Record<string, FontMetrics>> = {
  "naskh-400": { family: "Noto Naskh Arabic", weight: 400, ascent: 1.069, descent: 0.634, advance: 0.3737 },
  "naskh-700": { family: "Noto Naskh Arabic", weight: 700, ascent: 1.069, descent: 0.634, advance: 0.3875 },
  "kufi-700": { family: "Noto Kufi Arabic", weight: 700, ascent: 1.282, descent: 0.615, advance: 0.5129 },
};

/** The one font with Arabic letters that is free and found on most systems without ours; its own mean advance. */
const STAND_IN = {
  400: { local: ["DejaVu Sans"], advance: 0.4442 },
  700: { local: ["DejaVu Sans Bold"], advance: 0.5273 },
} as const;
/** Fonts of other systems, whose widths we cannot measure: they get our line box. */
const OTHERS = {
  400: ["Geeza Pro", "Segoe UI", "Arial"],
  700: ["Geeza Pro Bold", "Segoe UI Bold", "Arial Bold"],
} as const;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** `NAME Stand-in` and `NAME Other` of a font, NAME being the second word of its family. */
function standIns({ family, weight, ascent, descent, advance }: FontMetrics): string[] {
  const face = (suffix: string, local: readonly string[], width: number) => {
    const sources = local.map((name) => `local("${name}")`).join(",");
    const box = `ascent-override:${percent(ascent / width)};descent-override:${percent(descent / width)};line-gap-override:0%`;
    const adjust = width === 1 ? "" : `size-adjust:${percent(width)};`;
    return `@font-face{font-family:"${family.split(" ")[1]} ${suffix}";font-weight:${weight};src:${sources};${adjust}${box}}`;
  };
  const { local, advance: its } = STAND_IN[weight];
  return [face("Stand-in", local, advance / its), face("Other", OTHERS[weight], 1)];
}

const faceOf = (family: string, url: UrlPath, base: string, more = ""): string =>
  `@font-face{font-family:"${family}";${more}font-display:swap;src:url("${hrefOf(url, base)}") format("woff2")}`;

/** The fonts that the settings name, in place of the theme's. After the style files, since it changes what those set. */
export function statedFonts({ theme, base }: Pick<Face, "theme" | "base">): string {
  const { text, headings } = theme.fonts;
  return [
    ...(text ? [faceOf("Site Text", urlPath(text), base), `:root{--text-face:"Site Text",serif}`] : []),
    ...(headings
      ? [faceOf("Site Headings", urlPath(headings), base), `:root{--head-face:"Site Headings",sans-serif}`]
      : []),
  ].join("\n");
}

export function fontFaces({ assets, base }: Pick<Face, "assets" | "base">): string {
  return assets.fonts
    .flatMap((url) => {
      const font = Object.entries(FONTS).find(([name]) => url.includes(`/${name}`))?.[1];
      if (!font) return [];
      const { family, weight } = font;
      return [faceOf(family, url, base, `font-weight:${weight};`), ...standIns(font)];
    })
    .join("\n");
}
