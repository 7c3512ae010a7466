// Cuts the fonts to the letters Arabic news uses: ASCII, Arabic letters and marks, both sets of digits, punctuation, and
// پ چ ژ ک گ ڤ ی. Text and headlines have the letters of Kurdish and the Maghreb too, and text the commonest signs of the
// Quran: a letter whose mark is missing is drawn in another font with it. The faces are under the SIL Open Font License 1.1.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";

const load = createRequire(import.meta.url);
const FACES = {
  "naskh-400": "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "naskh-700": "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
  "kufi-700": "@expo-google-fonts/noto-kufi-arabic/700Bold/NotoKufiArabic_700Bold.ttf",
};

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
const LETTERS = [
  range(0x20, 0x7e),
  "\u00a0«»·×–—‘’“”…‹›←→↑\u200c\u200d\u200e\u200f",
  "،؛؟٪٫٬ـ",
  range(0x621, 0x63a),
  range(0x641, 0x655),
  range(0x660, 0x669),
  range(0x6f0, 0x6f9),
  "ٰٱپچژڤکگیہ",
].join("");
const KURDISH = "ھەێۆۊڕڵ";
const MAGHREB = "ڨڭ";
const BRACKETS = "﴾﴿";
const QURAN = `${range(0x6d6, 0x6dd)}\u06e1\u06e2\u06e5\u06e6`;
const MORE = {
  "naskh-400": KURDISH + MAGHREB + BRACKETS + QURAN,
  "naskh-700": BRACKETS,
  "kufi-700": KURDISH + MAGHREB + BRACKETS,
};

/** What shapes and places letters, and figures of one width; not what nobody asks for by name. */
const FEATURES = "ccmp locl init medi fina isol rlig calt liga mark mkmk kern curs tnum".split(" ");

/** Share pictures are drawn with whole faces: a headline may hold any letter. */
const DRAWN_WITH = ["naskh-400", "kufi-700"];

/** @param {string} lib The folder of the compiled program: assets/fonts/ goes with every site, fonts/ never does. */
export async function compileFonts(lib) {
  const [cut, whole] = [join(lib, "assets", "fonts"), join(lib, "fonts")];
  for (const folder of [cut, whole]) mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(FACES)) {
    const face = readFileSync(load.resolve(source));
    const how = { targetFormat: "woff2", keepFeatures: FEATURES };
    writeFileSync(join(cut, `${name}.woff2`), await subsetFont(face, LETTERS + MORE[name], how));
    if (DRAWN_WITH.includes(name)) writeFileSync(join(whole, `${name}.ttf`), face);
  }
}
