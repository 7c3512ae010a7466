import { describe, expect, it } from "vitest";
import { frontMatter } from "./front-matter.ts";

const read = (text: string) => frontMatter(text, "content/x.md");
const KEYS = "title: عودة الحافلات\ndate: 2015-06-03\n";

describe("front matter", () => {
  it.each([
    ["a space behind the hyphens", `--- \n${KEYS}---\nنص\n`],
    ["empty lines above it", `\n \n---\n${KEYS}---\nنص\n`],
    ["marks of direction around the hyphens", `\u200f---\u200f\n${KEYS}\u200f---\u200f\nنص\n`],
    ["a note as its first line", `--- \n# ملاحظة\n${KEYS}--- \nنص\n`],
  ])("is read with what an editor does not see: %s", (_, text) => {
    expect(read(text)).toEqual({
      value: { metadata: { title: "عودة الحافلات", date: "2015-06-03" }, text: "نص\n" },
      diagnostics: [],
    });
  });
  it("is none where a rule stands above the text", () => {
    for (const text of [
      "\n---\n\nنص أول\n\n---\nنص\n",
      "***\nنص: آخر\n",
      "قال: نعم\nوقالت: لا\n",
      "Title\n\nنص\n",
    ])
      expect(read(text)).toEqual({ value: { metadata: {}, text }, diagnostics: [] });
  });
  it("has its faults told by the lines of the file", () => {
    expect(read("\n\n---\ntitle: أ\nautors: ب\n---\nنص\n").diagnostics).toMatchObject([
      { code: "unknown-key", place: { line: 5, column: 1 } },
    ]);
  });
  it.each([
    ["TOML", '+++\ntitle = "عودة"\n+++\nنص\n', 1, /TOML/],
    ["JSON", '{\n  "title": "عودة"\n}\n\nنص\n', 1, /JSON/],
    ["four hyphens", `----\n${KEYS}----\nنص\n`, 1, /three hyphens/],
    ["a dash that a word processor made", `—\n${KEYS}—\nنص\n`, 1, /three hyphens/],
    ["no line before the keys", `\n${KEYS}---\nنص\n`, 2, /no line of ---/],
    ["no line at all", `layout: post\n${KEYS}\nنص\n`, 1, /no line of ---/],
  ] as const)("that is none of ours is told, and never published as text: %s", (_, text, line, message) => {
    const { value, diagnostics } = read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "front-matter-unread", place: { line, column: 1 } },
    ]);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(/---/);
  });
});
