import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

const TEXT = "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.";
const told = async (...lines: readonly string[]) =>
  (await parse(lines.join("\n"), "raw", "content/a.txt")).diagnostics.map(({ message }) => message);

describe("several articles in one file", () => {
  it.each([
    ["Title: مكتبة", "Date: 2011-03-06", TEXT, "Title: جسر المشاة", "Date: 2011-03-07", TEXT],
    ["العنوان: مكتبة", "الكاتب: هالة مراد", TEXT, "العنوان: جسر المشاة", "الكاتب: سامي النجار", TEXT],
    ["مكتبة في الحي", "6 آذار 2011", TEXT, "--------", "جسر المشاة", "7 آذار 2011", TEXT],
    ["مكتبة في الحي", "6 آذار 2011", TEXT, "====", "جسر المشاة", "7/3/2011 10:20", TEXT],
  ])("are told: %s %s …", async (...lines) => {
    expect(await told(...lines)).toEqual([expect.stringContaining("\u2068جسر المشاة\u2069")]);
  });

  it.each([
    ["مكتبة في الحي", "6 آذار 2011", TEXT, "***", "جسر المشاة", TEXT],
    ["مكتبة في الحي", TEXT, "---", "7 آذار 2011", TEXT],
    ["مكتبة في الحي", "6 آذار 2011", TEXT, "---", "هالة مراد", "7 آذار 2011"],
    ["مكتبة في الحي", "6 آذار 2011", TEXT, "العنوان: شارع النهر", "الموضوع: مكتبات", TEXT],
  ])("are not seen in one: %s %s …", async (...lines) => expect(await told(...lines)).toEqual([]));
});
