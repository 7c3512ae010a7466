import { describe, expect, it } from "vitest";
import { kindOf, parse } from "./parse.ts";

const told = async (file: string, text: string) =>
  (await parse(text, kindOf(file), file)).diagnostics.map(
    ({ severity, code, hint }) => `${severity} ${code} ${hint}`,
  );

describe("an article of a headline alone", () => {
  it.each([
    ["a.md", "---\ntitle: قمة\n---\n", /draft: true/],
    ["a.md", "---\ntitle: قمة\n---\n\n<!-- لاحقا -->\n\n---\n", /draft: true/],
    ["a.txt", "انطلاق القمة في المدينة\n", /lines below/],
    [
      "a.html",
      "<html><head><title>انطلاق القمة</title></head><body><article><h1>انطلاق القمة</h1></article></body></html>",
      /--words/,
    ],
  ])("is a warning that says what to do: %s %j", async (file, text, hint) => {
    expect(await told(file, text)).toEqual([expect.stringMatching(hint)]);
    expect((await told(file, text))[0]).toMatch(/^warning no-text/);
  });
  it.each([
    ["a.md", "---\ntitle: قمة\n---\n\nنص.\n"],
    ["a.md", "---\ntitle: قمة\ndraft: true\n---\n"],
    ["a.md", "---\ntitle: كاريكاتير\n---\n\n![](a.jpg)\n"],
    ["a.txt", "انطلاق القمة في المدينة\n\nانطلقت القمة صباح اليوم في المدينة بحضور كثيرين.\n"],
  ])("is none of %s %j", async (file, text) => expect(await told(file, text)).toEqual([]));
});
