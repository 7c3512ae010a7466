/**
 * Compares share pictures with reviewed ones in `golden/`, with a tolerance of a few pixels. GOLDEN=write rewrites
 * them, to be reviewed again.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { PropsOf } from "../model/page.ts";
import { sharePicture } from "./share-picture.ts";

type Props = PropsOf["share-picture"];
const folder = new URL("./golden/", import.meta.url);
const props = (title: string, more: Partial<Props> = {}): Props => ({
  ...{
    title,
    section: "الملف السوري",
    date: "22 تشرين الثاني/نوفمبر 2017",
    site: "أرشيف الورّاق",
    accent: null,
  },
  ...more,
});

const GOLDEN: Readonly<Record<string, Props>> = {
  "two-lines": props("بغداد تفتح سوق الورّاقين من جديد بعد ثلاثين عامًا"),
  "long-headline": props(
    "الرئيس الروسي يعرض على نظيره الأمريكي في مكالمة هاتفية استمرت أكثر من ساعة نتائج لقائه في سوتشي وخطة التسوية السياسية قبل القمة الثلاثية مع تركيا وإيران",
  ),
  "short-headline": props("عودة الراديو", { section: null, date: null }),
  "latin-and-numbers": props("BBC تعلن إطلاق خدمة 5G في 12/11/2017 عبر قمر Nilesat 201 بسعر 3.5% أقل"),
  marks: props("كُتّابُ الوَرَّاقِينَ: مَنْ نَسَخَ «المُخَصَّصَ» لِابْنِ سِيدَه؟"),
  "quotation-marks": props("قال: «لن نعود إلى “المفاوضات السابقة” قبل وقف النار» (وكالات)"),
  "accent-and-arabic-digits": props("أسعار القمح ترتفع ١٢٫٥٪ في ثلاثة أشهر", {
    ...{ accent: "#1f5c4d", section: "اقتصاد", date: "٢٢ نوفمبر ٢٠١٧" },
  }),
};

/** Grey levels of a picture shrunk to a third, so that differences in antialiasing do not count. */
const levels = (png: Uint8Array) => sharp(png).greyscale().resize(400, 210).raw().toBuffer();

describe("a share picture", () => {
  it.each(Object.entries(GOLDEN))("is set as the one that was looked at: %s", async (name, given) => {
    const made = await sharePicture(given);
    const file = new URL(`${name}.png`, folder);
    if (process.env.GOLDEN === "write") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, made);
    }
    const [found, wanted] = await Promise.all([levels(made), levels(readFileSync(file))]);
    const differing = found.filter((one, i) => Math.abs(one - (wanted[i] as number)) > 40).length;
    expect(found.length).toBe(wanted.length);
    expect(differing).toBeLessThan(found.length / 1000);
  });

  it("is 1200 by 630, small, and the same bytes each time", async () => {
    const [first, second] = [await sharePicture(props("خبر")), await sharePicture(props("خبر"))];
    expect(await sharp(first).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(first.length).toBeLessThan(60_000);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it("differs when a word of it does", async () => {
    const changes: Partial<Props>[] = [
      { title: "نبأ" },
      { section: "تاريخ" },
      { date: null },
      { site: "صحيفة" },
      { accent: "#123456" },
    ];
    const pictures = await Promise.all([{}, ...changes].map((more) => sharePicture(props("خبر", more))));
    expect(new Set(pictures.map((one) => Buffer.from(one).toString("base64"))).size).toBe(pictures.length);
  });

  it("handles a headline of one endless word, an empty one, and one of characters missing in the fonts", async () => {
    for (const title of ["ا".repeat(400), "", "漢字 😀 \u202e مقلوب"])
      expect((await sharePicture(props(title))).length).toBeGreaterThan(1000);
  });
});
