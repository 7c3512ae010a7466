import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTED_NOUNS, countOf, pluralForm } from "./plural.ts";

describe("the six plural forms", () => {
  const icu = new Intl.PluralRules("ar");

  it("are those of CLDR for every count to ten thousand", () => {
    const differing = Array.from({ length: 10_001 }, (_, n) => n).filter(
      (n) => pluralForm(n) !== icu.select(n),
    );
    expect(differing).toEqual([]);
  });

  it("are those of CLDR for fractions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
        expect(pluralForm(n / 8)).toBe(icu.select(n / 8));
      }),
    );
  });
});

describe("a counted noun", () => {
  it("takes each of the six forms", () => {
    const printed = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111, 1000, 2.5].map((n) =>
      countOf(n, "article", "latn"),
    );
    expect(printed).toEqual([
      "لا مقالات",
      "مقال واحد",
      "مقالان",
      "3 مقالات",
      "10 مقالات",
      "11 مقالًا",
      "99 مقالًا",
      "100 مقال",
      "102 مقال",
      "103 مقالات",
      "111 مقالًا",
      "1,000 مقال",
      "2.5 مقال",
    ]);
  });

  it("is printed in the digits of the site", () => {
    expect(countOf(3, "article", "arab")).toBe("٣ مقالات");
    expect(countOf(12_345, "word", "arab")).toBe("١٢٬٣٤٥ كلمة");
  });

  it("in the feminine has its own one and two, and no written alef in the accusative", () => {
    expect([0, 1, 2, 3, 11, 100].map((n) => countOf(n, "page", "latn"))).toEqual([
      "لا صفحات",
      "صفحة واحدة",
      "صفحتان",
      "3 صفحات",
      "11 صفحة",
      "100 صفحة",
    ]);
  });

  it("shows the genitive in its dual only", () => {
    expect(countOf(2, "day", "latn", "genitive")).toBe("يومين");
    expect(countOf(2, "minute", "latn", "genitive")).toBe("دقيقتين");
    expect(countOf(3, "day", "latn", "genitive")).toBe("3 أيام");
  });

  it("reads as an editor writes it, for every noun the site counts", () => {
    const table = COUNTED_NOUNS.map((noun) => [1, 2, 3, 11].map((n) => countOf(n, noun, "latn")).join("، "));
    expect(table).toMatchInlineSnapshot(`
      [
        "مقال واحد، مقالان، 3 مقالات، 11 مقالًا",
        "كاتب واحد، كاتبان، 3 كتّاب، 11 كاتبًا",
        "نسخة واحدة، نسختان، 3 نسخ، 11 نسخة",
        "يوم واحد، يومان، 3 أيام، 11 يومًا",
        "ملف واحد، ملفان، 3 ملفات، 11 ملفًا",
        "ساعة واحدة، ساعتان، 3 ساعات، 11 ساعة",
        "دقيقة واحدة، دقيقتان، 3 دقائق، 11 دقيقة",
        "شهر واحد، شهران، 3 أشهر، 11 شهرًا",
        "صفحة واحدة، صفحتان، 3 صفحات، 11 صفحة",
        "فقرة واحدة، فقرتان، 3 فقرات، 11 فقرة",
        "صورة واحدة، صورتان، 3 صور، 11 صورة",
        "نتيجة واحدة، نتيجتان، 3 نتائج، 11 نتيجة",
        "ثانية واحدة، ثانيتان، 3 ثوانٍ، 11 ثانية",
        "قسم واحد، قسمان، 3 أقسام، 11 قسمًا",
        "وسم واحد، وسمان، 3 وسوم، 11 وسمًا",
        "مرة واحدة، مرتان، 3 مرات، 11 مرة",
        "أسبوع واحد، أسبوعان، 3 أسابيع، 11 أسبوعًا",
        "كلمة واحدة، كلمتان، 3 كلمات، 11 كلمة",
        "سنة واحدة، سنتان، 3 سنوات، 11 سنة",
      ]
    `);
  });
});
