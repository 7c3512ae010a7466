import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../model/testing/any-text.ts";
import { wordsOf, yearOf } from "./words.ts";

describe("the words of a lost address", () => {
  it.each([
    ["/2017/11/22/اتصال-بين-بوتين-وترامب/", "اتصال بين بوتين وترامب"],
    [encodeURI("/2017/11/22/بيت-الحكمة/"), "بيت الحكمة"],
    ["/news/article.php/putin_trump-call.html", "putin trump call"],
    ["/%D8%A8%D9%8A%D8%AA-%D9/x", "x"],
    ["/مقالات/12345/", "مقالات"],
    ["/2017/11/22/", ""],
    ["/", ""],
    ["/a/b/c-d-e-f-g-h-i-j-k", "c d e f g h i j"],
  ])("of %s are %s", (path, words) => {
    expect(wordsOf(path)).toBe(words);
  });
  it("are words only, for any address, without throwing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: "grapheme" })), (text) => {
        expect(wordsOf(text)).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?: |$)){0,8}$/u);
        yearOf(text);
      }),
    );
  });
});

describe("the year of a lost address", () => {
  it.each([
    ["/2017/11/22/خبر/", 2017],
    ["/خبر-2016-05-01", 2016],
    ["/20180901/x", 2018],
    ["/12345/", null],
    ["/3017/", null],
  ])("%s is %s", (path, year) => {
    expect(yearOf(path)).toBe(year);
  });
});
