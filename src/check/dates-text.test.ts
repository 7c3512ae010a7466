import { expect, it } from "vitest";
import { datesText } from "./dates-text.ts";

const file = (name: string, quotes: readonly string[]) => ({
  file: `content/${name}.txt`,
  evidence: quotes.map((quote) => ({ kind: "weekday" as const, quote })),
});

it("quotes each text once, isolated, and says where the date goes", () => {
  const text = datesText([file("a", ["اليوم الأربعاء", "اليوم الأربعاء"]), file("b", [])]);
  expect(text).toBe(
    [
      "content/a.txt",
      "  day of the week: \u2068اليوم الأربعاء\u2069",
      "  → State it in content/a.yaml: date: YYYY-MM-DD",
      "2 articles without a date; of 1 the text suggests when.",
    ].join("\n"),
  );
});
it("lists no more than can be read, and counts the rest", () => {
  const many = Array.from({ length: 60 }, (_, i) => file(`${i}`, ["مساء أمس الثلاثاء"]));
  const text = datesText(many);
  expect(text).toMatch(/… and 10 files more; --json/);
  expect(text).not.toContain("content/55.txt");
});
