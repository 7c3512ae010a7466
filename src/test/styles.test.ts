/** The style files of both themes against what Arabic asks of them (W3C, Arabic & Persian Layout Requirements). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sheets = ["templates/style", "templates/themes/plain/style"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => [`${folder}/${name}`] as const),
);
const declarationsOf = (css: string): string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/[{;]\s*([\w-]+\s*:[^;{}]*)(?=[;}])/g)].map(
    ([, declaration]) => (declaration ?? "").replace(/\s+/g, " "),
  );

/** Sides of the page rather than of the text. */
const PHYSICAL =
  /^(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right|top|bottom|float|clear)\b|(?:(?:min|max)-)?(?:width|height)\b)|^text-align: (?:left|right)/;
/** What tears joined letters apart, slants them, cuts a word, or makes rivers. */
const FOREIGN =
  /^(?:-webkit-line-clamp|line-clamp|text-overflow: ellipsis|letter-spacing: (?!0|normal)|text-transform: (?!none)|font-style: (?!normal)|hyphens: (?!none|manual)|text-align(?:-last)?: justify|word-break: break-all)/;

describe.each(sheets)("%s", (name) => {
  const declarations = declarationsOf(readFileSync(join(root, name), "utf8"));
  it("names the sides of the text, not of the page", () => {
    expect(declarations.length).toBeGreaterThan(3);
    expect(declarations.filter((one) => PHYSICAL.test(one))).toEqual([]);
  });
  it("does nothing to letters that Arabic does not know", () => {
    expect(declarations.filter((one) => FOREIGN.test(one))).toEqual([]);
  });
});
