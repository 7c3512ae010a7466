import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "./finish.ts";
import { finishMarkdown, finishMarkup, plainParagraphs } from "./markdown.ts";

/** Everything that Markdown, GFM and HTML give a meaning to, in Arabic prose. */
const SIGNS = [..."*_`<>[]()&#\\~|@+-=:.!\"'1 2\t\u00a0\u00ad\u200f\ufeff\u2003\u3000\u2028\u200b\f\v{}^$/"];
const WORDS = [
  ...["--- --", "#كأس_العالم", "أ_ب", "@اسم", "نص@نص", "_", "#"],
  "نص",
  "قال",
  "«نعم»",
  "https://a.b",
  "www.a.b",
  "a@b.c",
  "&amp;",
  "1.",
  "12)",
  "- ",
  "---",
  "===",
];
const SPACES = [" ", "  ", "    ", "\n", "\n\n", " \n", "  \n", "\n \n", "\n  "];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("كلمة", "أخرى", "،", ".", " ") },
  { weight: 2, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS, ...SIGNS) },
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
/** Only what the short way takes, so that the comparison is one. */
const plainText = text.filter((one) => plainParagraphs(one) !== null);

describe("the short way past the Markdown parser", () => {
  it("writes what the long way writes, whatever the text", () => {
    fc.assert(
      fc.property(plainText, (one) => {
        expect(finishMarkdown(one, "عنوان")).toEqual(finishMarkup(one, "عنوان"));
      }),
      { numRuns: 400 },
    );
  });

  it("is taken by plain paragraphs, and not where a sign may mean something", () => {
    expect(plainParagraphs("قال «نعم» - ثم مضى.\n\nفقرة: أخرى (2) بنسبة 5%!\n")).toHaveLength(2);
    for (const sign of [
      "*أ*",
      "_أ_",
      "`أ`",
      "<b>",
      "[أ](ب)",
      "&amp;",
      "# أ",
      "- أ",
      "1. أ",
      "أ\n---",
      "أ  \nب",
    ])
      expect(plainParagraphs(sign), sign).toBeNull();
  });
});

it("words are counted as runs of anything but spaces", () => {
  const characters = fc.constantFrom(
    ..."اب1 \n\t\u00a0\u1680\u2003\u2028\u202f\u205f\u3000\ufeff\u200b\u0085",
  );
  fc.assert(
    fc.property(fc.string({ unit: characters }), (one) => {
      expect(wordsOf(one)).toBe((one.match(/\S+/g) ?? []).length);
    }),
  );
});
