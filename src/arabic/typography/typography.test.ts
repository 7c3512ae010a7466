import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendRuns, mendTypography } from "./typography.ts";

const mended = (cases: readonly (readonly [string, string])[]): void => {
  for (const [written, set] of cases) expect(mendTypography(written)).toBe(set);
};

describe("quotation marks", () => {
  it("are paired by their order, whatever glyph the typist took", () => {
    mended([
      ["قال ” نعم “ ثم", "قال «نعم» ثم"],
      ["قال ” نعم ” ثم", "قال «نعم» ثم"],
      ["قال “نعم“ ثم", "قال «نعم» ثم"],
      ['قال "نعم" ثم „لا“ ومضى', "قال «نعم» ثم «لا» ومضى"],
      ["حركة ” طالبان ” ، و ” داعش “ .", "حركة «طالبان»، و «داعش»."],
    ]);
  });

  it("stay as they are where one of them is odd or the spaces speak against every pairing", () => {
    const kept = [
      'قال "نعم ثم',
      'أ "ب" ج "د',
      'كلمة" كلمة "كلمة',
      'قال "" ثم',
      "قال « نعم ثم",
      "قال » نعم « ثم",
    ];
    for (const paragraph of kept) expect(mendTypography(paragraph)).toBe(paragraph);
  });

  it("stay as they are round foreign words within a foreign sentence, not within an Arabic one", () => {
    mended([
      ['قال: He said: "Cinema is memory." ثم', 'قال: He said: "Cinema is memory." ثم'],
      ['وقال "جان" in English: "We are here!"، قبل', 'وقال «جان» in English: "We are here!"، قبل'],
      ['صحيفة "Le Monde" الفرنسية', "صحيفة «Le Monde» الفرنسية"],
      ['ما يعرف بـ"CIA" سابقا', "ما يعرف بـ«CIA» سابقا"],
      ['"Breaking Bad" مسلسل', "«Breaking Bad» مسلسل"],
    ]);
  });

  it("become “…” within a quotation, whether it was marked before or not", () => {
    mended([
      ['قال "سمعت "نعم" مرتين" ثم', "قال «سمعت “نعم” مرتين» ثم"],
      ['قال «سمعت " نعم " مرتين» ثم', "قال «سمعت “نعم” مرتين» ثم"],
      ['قال "سمعت «نعم» مرتين" ثم', "قال «سمعت “نعم” مرتين» ثم"],
      ['قال ""نعم" قالها" ثم', "قال «“نعم” قالها» ثم"],
    ]);
  });

  it("follow a conjunction or preposition of one letter without a space", () => {
    mended([
      ['زار "أ"و"ب" ول"ج"', "زار «أ»و«ب» ول«ج»"],
      ['قال "يعرف ب"نعم" دائمًا" ثم', "قال «يعرف ب“نعم” دائمًا» ثم"],
    ]);
  });

  it("get their space back on the right side of them", () => {
    mended([
      ['قال" نعم" ثم', "قال «نعم» ثم"],
      ['قال "نعم "ثم', "قال «نعم» ثم"],
    ]);
  });

  it("may stand after a number without being taken for inches, and inches are left alone", () => {
    mended([
      ['طائرة "إيه 320" جديدة', "طائرة «إيه 320» جديدة"],
      ['شاشة 15" و"نعم" معًا', 'شاشة 15" و«نعم» معًا'],
      ['شاشة 15" أو 17" جديدة', 'شاشة 15" أو 17" جديدة'],
      ['كتاب "1984" معروف', "كتاب «1984» معروف"],
    ]);
  });

  it("lose the spaces within them where they were right already", () => {
    mended([["قال « نعم » ثم", "قال «نعم» ثم"]]);
  });

  it("are left alone with apostrophes and single marks, and in a paragraph with nothing Arabic", () => {
    const kept = ["شركة McDonald's و‘تلك’ الأخرى", 'He said "yes" , then left .', 'width="5" : x'];
    for (const paragraph of kept) expect(mendTypography(paragraph)).toBe(paragraph);
  });
});

describe("spaces before signs", () => {
  it("go before a comma, semicolon, question mark, colon, full stop and exclamation mark", () => {
    mended([
      ["نعم ، لا ؛ لم ؟ هو : ما ! تم .", "نعم، لا؛ لم؟ هو: ما! تم."],
      ["نعم\u00A0، لا", "نعم، لا"],
      ["(نعم .)", "(نعم.)"],
      ["نعم ؟ !", "نعم؟!"],
    ]);
  });

  it("move behind a sign that clings to the next word", () => {
    mended([
      ["نعم ،ثم لا .هكذا :قال", "نعم، ثم لا. هكذا: قال"],
      ['قال :"نعم" ثم', "قال: «نعم» ثم"],
    ]);
  });

  it("stay in an ellipsis, a score, an emoticon and a name that begins with a full stop", () => {
    const kept = ["قال ... ثم", "فاز 2 : 1 أمس", "شكرًا :)", "لغة .NET معروفة", "زاد .5 فقط", " ، في البدء"];
    for (const paragraph of kept) expect(mendTypography(paragraph)).toBe(paragraph);
  });

  it("that stand elsewhere are not touched, nor is a conjunction that stands alone", () => {
    const kept = "قال و  ذكر , ثم ( مضى ) – و عاد";
    expect(mendTypography(kept)).toBe(kept);
  });
});

const piece = fc.constantFrom(
  ...['"', "”", "“", "„", "«", "»", " ", "\u00A0", "\n", "،", "؛", "؟", ":", ".", "!", "(", ")", ",", "-"],
  ...["و", "ل", "نعم", "أ", "أيضاً", "15", "٣", "B", "it's", "\u064E", "…", "😀"],
);
const paragraph = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
const lettersOf = (text: string): string => text.replace(/[\s"“”„‟＂«»]/g, "");

describe("mending", () => {
  it("keeps every character but spaces and quotation marks, in order", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(lettersOf(mendTypography(text))).toBe(lettersOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps as many quotation marks as there were", () => {
    const count = (text: string): number => text.match(/["“”„‟＂«»]/g)?.length ?? 0;
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(count(mendTypography(text))).toBe(count(text));
      }),
    );
  });

  it("done twice is as done once where a quotation within a quotation clings to a word", () => {
    const once = mendTypography('"«و»B"');
    expect(once).toBe("«“و” B»");
    expect(mendTypography(once)).toBe(once);
  });

  it("done twice is as done once", () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const once = mendTypography(text);
        expect(mendTypography(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it("of a paragraph in pieces gives the same text as of the whole, in as many pieces", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (texts) => {
        const runs = mendRuns(texts);
        expect(runs).toHaveLength(texts.length);
        expect(runs.join("")).toBe(mendTypography(texts.join("")));
      }),
      { numRuns: 1000 },
    );
  });

  it("of text with nothing to mend gives back what it was given", () => {
    const texts = ["نص لا ", "عيب فيه."];
    expect(mendRuns(texts)).toBe(texts);
  });

  it("leaves a link around a quotation where it was", () => {
    expect(mendRuns(["قال ” ", "نعم", " ” ، ثم"])).toEqual(["قال «", "نعم", "»، ثم"]);
  });
});
