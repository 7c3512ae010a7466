/** Which words match in search and related articles, and which must not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../letters/fold.ts";
import { analyse, wordOf } from "./analyse.ts";
import { stem } from "./stem.ts";
import { eachWord } from "./tokenise.ts";

const termOf = (word: string): string => wordOf(word).term;
const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
};

const MEET: readonly (readonly [string, ...string[]])[] = [
  ["وزير", "الوزير", "والوزير", "للوزير", "بالوزير", "ووزير", "وَزِيرٌ"],
  ["وزارة", "الوزارة", "والوزارة", "وزارته"],
  ["كتاب", "الكتاب", "والكتاب", "بالكتاب", "كتابه", "كتابها", "كـتـاب"],
  ["مدرسة", "مدرسه", "المدرسة", "مدرسته", "مدرستها"],
  ["حكومة", "الحكومة", "حكومته", "للحكومة", "الحكومه"],
  ["شؤون", "شئون", "الشؤون"],
  ["مسؤول", "مسئول", "المسؤول"],
  ["مستشفى", "مستشفي", "المستشفى"],
  ["أحمد", "احمد", "أحمَد"],
  ["إسلام", "اسلام", "الإسلام"],
  ["آثار", "اثار", "الآثار"],
  ["٢٠٢٤", "2024", "۲۰۲۴"],
  ["مهندس", "المهندس", "المهندسين", "مهندسون", "والمهندسين", "مهندسو"],
  ["سيارة", "السيارة", "سيارات", "السيارات", "سيارته"],
  ["لاعب", "لاعبين", "اللاعبين", "لاعبون"],
  ["ولد", "الولد"],
  ["وصول", "الوصول"],
  ["واشنطن", "بواشنطن", "وواشنطن"],
  ["محمد", "مُحَمَّد", "ﻣﺤﻤﺪ"],
  ["لا تطويل", "لا تطــويل"],
  ["کیلو", "كيلو"],
  ["گاز", "كاز"],
  ["ﺍﻟﻘﺎﻫﺮﺓ", "القاهرة", "القاهره", "بالقاهرة"],
  ["Reuters", "REUTERS", "reuters"],
  ["Zürich", "zurich"],
  ["فرنسا", "بفرنسا", "لفرنسا", "وفرنسا", "ولفرنسا"],
  ["بريطانيا", "لبريطانيا", "وبريطانيا"],
  ["عاد", "وعاد"],
  ["عدد", "وعدد"],
  ["جديد", "وجديد"],
  ["قوات", "القوات", "وقوات", "والقوات"],
  ["يوسف", "ويوسف"],
  ["وكالة", "الوكالة", "وكالات", "ووكالة"],
  ["ولاية", "الولاية", "ولايات", "والولايات"],
  ["واقع", "الواقع", "بالواقع"],
  ["والد", "الوالد", "والده", "والدها"],
  ["وفاة", "الوفاة"],
  ["وسيلة", "الوسيلة", "وسائل", "الوسائل"],
  ["وثيقة", "وثائق", "الوثائق"],
  ["مدرسة", "مدارس", "المدارس", "بالمدارس", "ومدارس"],
  ["منطقة", "مناطق", "المناطق"],
  ["موقع", "مواقع", "المواقع"],
  ["مشروع", "مشاريع", "المشاريع"],
  ["قاعدة", "قواعد", "القواعد"],
  ["شارع", "شوارع", "بشوارع"],
  ["جائزة", "جوائز", "الجوائز"],
  ["صاروخ", "صواريخ", "بصواريخ"],
  ["جريمة", "جرائم", "الجرائم"],
  ["فصيل", "فصائل", "الفصائل"],
  ["وزير", "وزراء", "الوزراء", "لوزراء"],
  ["سفير", "سفراء", "والسفراء"],
  ["بناء", "لبناء", "البناء"],
  ["قائد", "لقائد", "كقائد"],
  ["لبنان", "بلبنان", "للبنان", "لبناني", "اللبنانية", "اللبنانيين"],
  ["قانون", "بالقانون", "لقانون", "قانونية", "القوانين"],
  ["برلمان", "للبرلمان", "برلمانات", "البرلمانيون"],
  ["إعلان", "لإعلان", "إعلانه", "إعلانات", "الإعلانات"],
  ["بيان", "البيان", "بيانات"],
  ["امتحان", "امتحانات"],
  ["تعيين", "بتعيين", "تعيينه", "تعيينات"],
  ["تأمين", "التأمينات"],
  ["حيوان", "حيوانات"],
  ["فنان", "فنانون", "الفنانين", "فنانة"],
  ["باكستان", "الباكستانية"],
  ["شخص", "شخصان", "شخصين"],
  ["يوم", "يومين"],
  ["حسين", "الحسين"],
  ["مئة", "مائة", "المائة", "مئات"],
  ["مئتين", "مائتين"],
  ["ثلاثمئة", "ثلاثمائة"],
  ["هيئة", "هيأة", "الهيأة"],
  ["لاجئ", "لاجيء"],
  ["مبادئ", "مبادىء", "المبادىء"],
  ["أمريكا", "أميركا", "بأميركا"],
  ["الأمريكية", "الأميركية", "والأميركيين"],
  ["أوروبا", "أوربا", "لأوربا"],
  ["إنجلترا", "إنكلترا"],
  ["كردستان", "كوردستان"],
  ["صحفي", "صحافي", "الصحافيين", "صحافية"],
  ["تلفزيون", "التليفزيون"],
  ["المرأة", "امرأة", "لامرأة"],
  ["عبد الله", "عبدالله", "عَبدالله"],
  ["وعبد الرحمن", "وعبدالرحمن"],
];

const APART: readonly (readonly [string, string])[] = [
  ["ولد", "لد"],
  ["فاز", "از"],
  ["باب", "اب"],
  ["كرة", "كرت"],
  ["وزير", "زير"],
  ["والد", "الد"],
  ["وطن", "طن"],
  ["وعد", "عد"],
  ["لبن", "بن"],
  ["فرح", "رح"],
  ["بحر", "حر"],
  ["كتب", "تب"],
  ["بيت", "يت"],
  ["ذهب", "هب"],
  ["سلام", "سلاح"],
  ["عربي", "غربي"],
  ["علم", "عالم"],
  ["2017", "2018"],
  ["قلب", "كلب"],
  ["إسلام", "سلم"],
  ["إعلام", "علم"],
  ["الجزائر", "الجزيرة"],
  ["وفد", "فد"],
  ["وقود", "قود"],
  ["وعي", "عي"],
  ["وليد", "ليد"],
  ["واجب", "اجب"],
  ["وارسو", "ارسو"],
  ["كاتب", "كتاب"],
  ["نائب", "نيابة"],
  ["لبنان", "لبن"],
  ["مهرجان", "مهرج"],
  ["حماية", "حمية"],
  ["صحفي", "صحافة"],
];

describe("two spellings of a word", () => {
  it.each(MEET.flatMap(([word, ...others]) => others.map((other) => [word, other])))(
    "%s and %s meet",
    (a, b) => {
      expect(analyse(b as string).map(({ term }) => term)).toEqual(
        analyse(a as string).map(({ term }) => term),
      );
    },
  );
  it.each(APART)("%s and %s stay apart", (a, b) => {
    expect(termOf(a)).not.toBe(termOf(b));
    expect(termOf(a)).not.toBe("");
    expect(termOf(b)).not.toBe("");
  });
});

describe("a stop word", () => {
  it.each(["في", "وفي", "الذي", "إلى", "التي", "هَذِه", "وقال", "كما"])("is nothing: %s", (word) => {
    expect(termOf(word)).toBe("");
  });
  it.each(["وفاء", "فاز", "سوريا", "العراق", "مصر", "قطر"])("is not %s", (word) => {
    expect(termOf(word)).not.toBe("");
  });
});

describe("words", () => {
  it("end where letters meet digits or another script, and hold their marks", () => {
    expect(wordsOf("إيه320 طائرة F16، و«مُحَمَّد» (2017)")).toEqual([
      "إيه",
      "320",
      "طائرة",
      "F16",
      "و",
      "مُحَمَّد",
      "2017",
    ]);
  });
  it("are of every script", () => {
    expect(wordsOf("Ζεύς и 東京")).toEqual(["Ζεύς", "и", "東京"]);
  });
});

/** Text from news, with what breaks tokenisers: marks, controls, ligatures, lone surrogates. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."ابتةىئؤأإآءويهلكفسم ٢3aZ،.«»-"),
      fc.constantFrom(
        "\u064e",
        "\u0651",
        "\u0640",
        "\u200f",
        "\u200c",
        "\u2066",
        "ﻻ",
        "ﷲ",
        "ß",
        "½",
        "😀",
        "\ud83d",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("any text", () => {
  it("folds to the same when folded twice", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any));
      }),
    );
  });
  it("folds to the same however its letters are composed", () => {
    const arabic = fc.string({ unit: fc.constantFrom(..."اأإآؤئءبته \u064e\u0651\u0654"), maxLength: 30 });
    fc.assert(
      fc.property(arabic, (any) => {
        expect(fold(any.normalize("NFD"))).toBe(fold(any.normalize("NFC")));
      }),
    );
  });
  it("gives spans within it, in order, that never overlap", () => {
    fc.assert(
      fc.property(text, (any) => {
        let end = 0;
        for (const token of analyse(any)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.term).not.toBe("");
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(any.length);
      }),
    );
  });
  it("gives the same terms whatever marks stand on its letters", () => {
    const word = fc.array(fc.constantFrom(..."ابتثجحخدرزسشصعغفقكلمنهوي"), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        word,
        fc.constantFrom("\u064e", "\u064f", "\u0650", "\u0652", "\u0640"),
        (letters, mark) => {
          expect(termOf(letters.join(mark))).toBe(termOf(letters.join("")));
        },
      ),
    );
  });
  it("keeps at least two letters of a word of two or more", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ابتةهويلنكف"), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(word, (any) => {
        expect(stem(fold(any)).length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
