import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutArticle } from "../terms/definite-article.ts";
import { collationKey, compareNames, initialOf, sortedByName } from "./collation.ts";

const sorted = (names: readonly string[]): string[] => sortedByName(names, (name) => name);

describe("names", () => {
  it("sort without their leading ال", () => {
    expect(sorted(["السوري", "رياضة", "الاقتصاد", "ثقافة", "الشأن السوري"])).toEqual([
      "الاقتصاد",
      "ثقافة",
      "رياضة",
      "السوري",
      "الشأن السوري",
    ]);
  });

  it("keep an ال that is part of the word", () => {
    for (const word of ["الله", "الآن", "الذي", "التزام", "الياس", "ألبانيا", "إلهام", "ال"])
      expect(withoutArticle(word)).toBe(word);
    expect(withoutArticle("اليسار")).toBe("يسار");
    expect(collationKey("ٱلْقَاهِرَة").text).toBe("قاهرة");
  });

  it("sort under their first letter whatever punctuation stands before it", () => {
    expect(sorted(["«القاعدة»", "كاتب", "فن"])).toEqual(["فن", "«القاعدة»", "كاتب"]);
  });

  it("stand before those in other scripts, and numbers come last, by their value", () => {
    expect(sorted(["10 أخبار", "BBC", "يمن", "9 أخبار", "أخبار", "٢ خبر"])).toEqual([
      "أخبار",
      "يمن",
      "BBC",
      "٢ خبر",
      "9 أخبار",
      "10 أخبار",
    ]);
  });

  it("with and without hamza stand together, and harakat do not move them", () => {
    const names = sorted(["إسلام", "احمد", "باسم", "أَحمد", "أحمد"]);
    expect(names.slice(3)).toEqual(["إسلام", "باسم"]);
    expect(names.slice(0, 3).toSorted()).toEqual(["أحمد", "أَحمد", "احمد"].toSorted());
  });
});

describe("the order of names", () => {
  const name = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc
      .array(fc.constantFrom("ال", "ا", "أ", "ب", "س", "ـ", "\u064E", " ", "A", "a", "2", "٢", "«"), {
        maxLength: 6,
      })
      .map((parts) => parts.join("")),
  );

  it("is total: equal only for the same name, and the other way round the other way", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
      }),
    );
  });

  it("is consistent for names in both sets of digits", () => {
    const names = ["٢٢", "٢أ", "2ال"];
    expect(sorted(names.toReversed())).toEqual(sorted(names));
    expect(sorted(names)).toEqual(["٢أ", "2ال", "٢٢"]);
  });

  it("does not depend on the order they came in", () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (names) => {
        expect(sorted(names.toReversed())).toEqual(sorted(names));
      }),
    );
  });

  it("leaves things of one name in the order they came", () => {
    const things = [
      { name: "ب", id: 1 },
      { name: "أ", id: 2 },
      { name: "ب", id: 3 },
    ];
    expect(sortedByName(things, (thing) => thing.name).map(({ id }) => id)).toEqual([2, 1, 3]);
  });
});

describe("the letter a name stands under", () => {
  it("is its first without the article, marks, hamza, accent and punctuation", () => {
    const names = ["أحمد", "إبراهيم", "آمنة", "البحر", "«كتاب»", "مُؤمن", "école", "C++", "2017", "٢٢", "#"];
    expect(names.map(initialOf)).toEqual([..."اااب", "ك", "م", "E", "C", null, null, null]);
  });

  it("is one run of names in their order", () => {
    const letters = [..."اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويabcdé12٣"];
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 })
      .map((some) => some.join(""));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const initials = sorted(names).map(initialOf);
        const runs = initials.filter((one, i) => i === 0 || one !== initials[i - 1]);
        expect(runs).toEqual([...new Set(initials)]);
      }),
    );
  });
});
