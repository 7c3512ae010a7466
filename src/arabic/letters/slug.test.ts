import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../model/testing/any-text.ts";
import { SLUG_BYTES, slugOf, toldApartBy } from "./slug.ts";

const arabic = (title: string): string | null => slugOf(title, "arabic");
const latin = (title: string): string | null => slugOf(title, "latin");

describe("an Arabic slug", () => {
  it("is the words of the title joined with a hyphen", () => {
    expect(arabic("بوتين وترامب: إنهاء الحرب في سوريا")).toBe("بوتين-وترامب-إنهاء-الحرب-في-سوريا");
    expect(arabic("  «قمة» سوتشي (الثلاثية)… 2017؟ ")).toBe("قمة-سوتشي-الثلاثية-2017");
  });

  it("keeps hamzas, taa marbuta, alef maqsura and digits as they are written", () => {
    expect(arabic("أزمة إسكان مؤقتة في القرى ٢٠١٧")).toBe("أزمة-إسكان-مؤقتة-في-القرى-٢٠١٧");
  });

  it("folds marks, tatweel and controls away, whatever the order they were typed in", () => {
    expect(arabic("مُحَمَّــد\u200F بـن\u202B سلمان\u2069")).toBe("محمد-بن-سلمان");
    expect(arabic("ا\u064E\u0654زمة")).toBe("أزمة");
    expect(arabic("ا\u200F\u0654زمة")).toBe("أزمة");
  });

  it("reads presentation forms as the letters they show", () => {
    expect(arabic("ﺳﻮﺭﻳﺎ ﷲ ﻻ")).toBe("سوريا-الله-لا");
    expect(arabic("مدرّ\uFE70سة")).toBe("مدرسة");
  });

  it("has Latin in lower case, its accents kept and its apostrophes gone", () => {
    expect(arabic("شركة McDonald’s و iPhone 15 في Bogotá")).toBe("شركة-mcdonalds-و-iphone-15-في-bogotá");
  });

  it("cannot lead out of its folder", () => {
    expect(arabic("../../etc/passwd")).toBe("etc-passwd");
    expect(arabic("..")).toBeNull();
  });

  it("is cut on a word at 120 bytes, and a longer word at a character", () => {
    const cut = arabic(Array.from({ length: 30 }, () => "كلمات").join(" ")) ?? "";
    expect(cut).toBe(Array.from({ length: 11 }, () => "كلمات").join("-"));
    expect(arabic("ا".repeat(100))).toBe("ا".repeat(60));
    expect(arabic("𐎀".repeat(100))).toBe("𐎀".repeat(30));
  });

  it("is none where the title holds no letter and no digit", () => {
    for (const title of ["", " ", "…!؟", "ـــ", "\u064E\u200F", "🙂"]) expect(arabic(title)).toBeNull();
  });
});

describe("a Latin slug", () => {
  it("is spelt as newspapers spell, with the article set off", () => {
    expect(latin("الشأن السوري")).toBe("al-shan-al-suri");
    expect(latin("بغداد تفتح شارع المتنبي")).toBe("bghdad-tfth-shara-al-mtnbi");
    expect(latin("يوم وزير في دمشق ٢٠١٧")).toBe("yum-wzir-fi-dmshq-2017");
    expect(latin("عاصمة طويلة وسوريا")).toBe("aasma-twila-wsurya");
    expect(latin("الله")).toBe("allh");
  });

  it("takes accents off Latin letters", () => {
    expect(latin("São Paulo, Øresund & Straße")).toBe("sao-paulo-oresund-strasse");
  });

  it("is none where the table knows no letter of the title", () => {
    expect(latin("東京")).toBeNull();
  });
});

describe("a name", () => {
  it("differs from others with its slug by its pronounced signs", () => {
    expect(["C", "C#", "C++"].map(arabic)).toEqual(["c", "c", "c"]);
    expect(["C", "C#", "C++", ".NET", "50%", "AT&T"].map((name) => toldApartBy(name, "arabic"))).toEqual([
      ...[null, "c#", "c++", ".net", "50%", "at&t"],
    ]);
  });
  it("is the same however it is typed, with a hashtag's sign or without", () => {
    for (const name of ["كأس العالم", "#كأس_العالم", "أ. ب", "مُحَمَّــد", "الضفة - غزة", "«نون»!", "F-16"])
      expect(toldApartBy(name, "arabic"), name).toBeNull();
    for (const name of ["c++", "C\uFF0B\uFF0B", " C++\u200F"])
      expect(toldApartBy(name, "arabic")).toBe("c++");
  });
  it("whose slug is cut differs by its end", () => {
    const long = Array.from({ length: 30 }, () => "كلمات").join(" ");
    expect(arabic(`${long} أ`)).toBe(arabic(`${long} ب`));
    expect(toldApartBy(`${long} أ`, "arabic")).not.toBe(toldApartBy(`${long} ب`, "arabic"));
  });
  it("with the Latin spelling of another differs by its Arabic one, except the one that the spelling represents", () => {
    const names = [
      "سورة",
      "صورة",
      "سوره",
      "دار",
      "dar",
      "حسن",
      "هسن",
      "البنك المركزي",
      "BBC",
      "al-jazeera",
      "سنة 2017",
    ];
    expect(names.map((name) => [latin(name), toldApartBy(name, "latin")])).toEqual([
      ...[
        ["sura", null],
        ["sura", "صورة"],
        ["surh", "سوره"],
        ["dar", null],
        ["dar", "dar"],
      ],
      ...[
        ["hsn", null],
        ["hsn", "هسن"],
        ["al-bnk-al-mrkzi", null],
        ["bbc", null],
      ],
      ...[
        ["al-jazeera", "al-jazeera"],
        ["sna-2017", null],
      ],
    ]);
  });
  it("has an address of its own in either style, whatever other names there are", () => {
    const letters = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآىةؤئ", "ال", ..." -+#ahsl2٢"];
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 6 })
      .map((some) => some.join(""));
    const near = fc.tuple(name, name).map(([a, b]) => [a, b, a.replace(/س/g, "ص"), a.replace(/ه/g, "ح")]);
    fc.assert(
      fc.property(near, fc.constantFrom("arabic" as const, "latin" as const), (names, style) => {
        const address = (one: string) => `${slugOf(one, style)} ${toldApartBy(one, style)}`;
        const spoken = (one: string) => slugOf(one, "arabic") + String(toldApartBy(one, "arabic"));
        for (const a of names)
          for (const b of names)
            if (slugOf(a, style) && slugOf(b, style))
              expect(address(a) === address(b)).toBe(spoken(a) === spoken(b));
      }),
      { numRuns: 500 },
    );
  });
});

describe("any slug", () => {
  const title = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.string({ unit: anyCharacter, maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "أَخْبَار",
          "ﷺ",
          "ا\u0654",
          "ـ",
          " ",
          "-",
          "İ",
          "ß",
          "ﬁ",
          "٣",
          "\u200D",
          "'",
          "क्ष",
          "e\u0301",
        ),
      )
      .map((parts) => parts.join("")),
  );
  const style = fc.constantFrom("arabic" as const, "latin" as const);

  it("is never empty, at most 120 bytes, and of letters, digits, marks and single hyphens", () => {
    fc.assert(
      fc.property(title, style, (text, as) => {
        const made = slugOf(text, as);
        if (made === null) return;
        expect(Buffer.byteLength(made)).toBeLessThanOrEqual(SLUG_BYTES);
        expect(made).toMatch(
          as === "latin"
            ? /^[a-z0-9]+(?:-[a-z0-9]+)*$/
            : /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u,
        );
        expect(made).not.toMatch(/[\u064B-\u065F\u0640\uFB50-\uFDFF\uFE70-\uFEFF]/);
      }),
      { numRuns: 2000 },
    );
  });

  it("is normalised, and the slug of a slug is itself", () => {
    fc.assert(
      fc.property(title, style, (text, as) => {
        const made = slugOf(text, as);
        if (made === null) return;
        expect(made.normalize("NFC")).toBe(made);
        expect(slugOf(made, as)).toBe(made);
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same however the title was normalised", () => {
    fc.assert(
      fc.property(title, (text) => {
        expect(arabic(text.normalize("NFD"))).toBe(arabic(text.normalize("NFC")));
      }),
    );
  });
});
