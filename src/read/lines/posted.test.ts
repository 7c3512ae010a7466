import { describe, expect, it } from "vitest";
import { postedParts } from "./posted.ts";

describe("a sentence of who posted a text and when", () => {
  it.each([
    "نشر بواسطة: سلوى الراعي في 2 أكتوبر 2014",
    "نشرت بواسطة سلوى الراعي في الخميس, 2 أكتوبر 2014 - 09:12",
    "كتبها سلوى الراعي في 2 أكتوبر 2014",
    "بقلم سلوى الراعي - 2 أكتوبر 2014",
    "كتب : سلوى الراعي 2 أكتوبر 2014 10:33 ص",
    "أرسلت في 2-10-2014 من قبل سلوى الراعي",
    "Posted by سلوى الراعي on 2 أكتوبر 2014",
  ])("is a byline and a day: %s", (line) => {
    const [who, when, ...more] = postedParts(line) ?? [];
    expect([who, more]).toEqual(["بقلم: سلوى الراعي", []]);
    expect(when).toMatch(/^(?:الخميس, )?2.*2014/);
  });
  it("names nobody by an account", () => {
    expect(postedParts("نشرت بواسطة salwa_77 في 2 أكتوبر 2014")).toBeNull();
    expect(postedParts("أرسلت في 2-10-2014 من قبل salwa")).toEqual(["2-10-2014"]);
  });
  it.each([
    "كتبت سلوى الراعي في 2 أكتوبر 2014",
    "نشرت صحيفة الجبل في 2 أكتوبر 2014",
    "بقلم سلوى الراعي في مجلة الجبل، 2 أكتوبر 2014",
    "بقلم سلوى الراعي في 32 أكتوبر 2014",
  ])("is none of text: %s", (line) => {
    expect(postedParts(line)).toBeNull();
  });
});
