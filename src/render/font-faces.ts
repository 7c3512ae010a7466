/**
 * Renders the site's fonts as `@font-face` rules, with fallbacks for while they load: local fonts adjusted to the line
 * box and width of ours (CSS Fonts 5, `ascent-override` and `size-adjust`), so that the layout hardly shifts when ours
 * are loaded.
 */
import { type UrlPath, urlPath } from "../model/brands.ts";
import { hrefOf } from "../model/links/href.ts";
import type { SiteChrome } from "../model/page.ts";

/** Lengths in em. A test compares ascent and descent with the tables of the fonts. */
export interface FontMetrics {
  readonly family: string;
  readonly weight: 400 | 700;
  readonly ascent: number;
  readonly descent: number;
  /** Mean advance per character of Arabic news text, with spaces and digits, measured in Chromium. */
  readonly advance: number;
}
/** By file name without the digest. */
export const FONTS: Readonly<Record<string, FontMetrics>> = {
  "naskh-400": { family: "Noto Naskh Arabic", weight: 400, ascent: 1.069, descent: 0.634, advance: 0.3737 },
  "naskh-700": { family: "Noto Naskh Arabic", weight: 700, ascent: 1.069, descent: 0.634, advance: 0.3875 },
  "kufi-700": { family: "Noto Kufi Arabic", weight: 700, ascent: 1.282, descent: 0.615, advance: 0.5129 },
};

/** DejaVu Sans, which many systems without the fonts below have, and its mean advance. */
const STAND_IN = {
  400: { local: ["DejaVu Sans"], advance: 0.4442 },
  700: { local: ["DejaVu Sans Bold"], advance: 0.5273 },
} as const;
/** Fonts of other systems, whose widths were not measured: only their line box is adjusted. */
const OTHERS = {
  400: ["Geeza Pro", "Segoe UI", "Arial"],
  700: ["Geeza Pro Bold", "Segoe UI Bold", "Arial Bold"],
} as const;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The rules `NAME Stand-in` and `NAME Other` for a font, where NAME is the second word of its family. */
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

/** Rules for the fonts that the settings name. They must follow the style files, whose custom properties they override. */
export function statedFonts({ theme, base }: Pick<SiteChrome, "theme" | "base">): string {
  const { text, headings } = theme.fonts;
  return [
    ...(text ? [faceOf("Site Text", urlPath(text), base), `:root{--text-face:"Site Text",serif}`] : []),
    ...(headings
      ? [faceOf("Site Headings", urlPath(headings), base), `:root{--head-face:"Site Headings",sans-serif}`]
      : []),
  ].join("\n");
}

export function fontFaces({ assets, base }: Pick<SiteChrome, "assets" | "base">): string {
  return assets.fonts
    .flatMap((url) => {
      const font = Object.entries(FONTS).find(([name]) => url.includes(`/${name}`))?.[1];
      if (!font) return [];
      const { family, weight } = font;
      return [faceOf(family, url, base, `font-weight:${weight};`), ...standIns(font)];
    })
    .join("\n");
}
