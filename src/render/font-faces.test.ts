import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { urlPath } from "../model/brands.ts";
import { FONTS, fontFaces } from "./font-faces.ts";

const load = createRequire(import.meta.url);
const FILES: Readonly<Record<string, string>> = {
  "naskh-400": "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "naskh-700": "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
  "kufi-700": "@expo-google-fonts/noto-kufi-arabic/700Bold/NotoKufiArabic_700Bold.ttf",
};

/** Ascent and descent of a font in em, from its `hhea` and `head` tables (OpenType). */
function boxOf(font: Buffer): { ascent: number; descent: number } {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const at = 12 + 16 * i;
      return [font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8)] as const;
    }),
  );
  const [head, hhea] = [tables.get("head") ?? 0, tables.get("hhea") ?? 0];
  const em = font.readUInt16BE(head + 18);
  return { ascent: font.readInt16BE(hhea + 4) / em, descent: -font.readInt16BE(hhea + 6) / em };
}

describe("the fonts", () => {
  it.each(Object.entries(FONTS))("of %s match their own tables", (name, { ascent, descent }) => {
    expect(boxOf(readFileSync(load.resolve(FILES[name] as string)))).toEqual({ ascent, descent });
  });
  it("have local fallbacks whose line box, after size-adjust, equals theirs", () => {
    const css = fontFaces({
      base: "/",
      assets: { ...noAssets, fonts: [urlPath("/assets/naskh-400-x.woff2")] },
    });
    const [own, standIn] = css.split("\n") as [string, string];
    expect(own).toContain("font-display:swap");
    const value = (name: string) => Number(new RegExp(`${name}:([\\d.]+)%`).exec(standIn)?.[1]) / 100;
    expect(value("size-adjust") * value("ascent-override")).toBeCloseTo(1.069, 3);
    expect(value("size-adjust") * value("descent-override")).toBeCloseTo(0.634, 3);
  });
});
const noAssets = { style: urlPath("/s.css"), scripts: [], icon: urlPath("/favicon.svg") };
