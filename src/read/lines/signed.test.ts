import { describe, expect, it } from "vitest";
import { parseRaw } from "../raw/raw.ts";

const TITLE = "رفوف لا تشيخ";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "والمكتبة التي لا يدخلها طفل لا يعود إليها شيخ.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, finished } = parseRaw(lines.join("\n"));
  return { metadata, paragraphs: finished.body.plain.split("\n"), removed: finished.body.removed };
};

describe("a name with an address for letters below it", () => {
  it.each([
    [[TITLE, "هالة مراد", "hala@example.org", ...TEXT]],
    [[TITLE, ...TEXT, "هالة مراد", "hala@example.org"]],
    [[TITLE, ...TEXT, "هالة مراد", "البريد: hala@example.org"]],
  ])("is the writer's: %j", (lines) => {
    const { metadata, paragraphs, removed } = read(...lines);
    expect(metadata).toEqual({ title: TITLE, authors: ["هالة مراد"] });
    expect(paragraphs).toEqual(TEXT);
    expect(removed).toHaveLength(2);
  });

  it.each([
    [[TITLE, ...TEXT, "hala@example.org"]],
    [[TITLE, ...TEXT, "جمعية القراء", "books@example.org"]],
    [[TITLE, TEXT[0] as string, "المكتبة العامة", "books@example.org", TEXT[1] as string]],
  ])("is text where one is missing, or within the text: %j", (lines) => {
    expect(read(...lines)).toMatchObject({ metadata: { title: TITLE }, paragraphs: lines.slice(1) });
  });
});
