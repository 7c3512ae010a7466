/** Texts of whole pages: menus over the headline, lists of titles and the menu once more below the text. */
import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية أمس مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال وأخرى للصحف القديمة.",
  "رفوف جديدة",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي، وإن الافتتاح تأخر عامين لأن سقف القاعة كان يحتاج إلى ترميم.",
];
const MENU = [
  ...["صدى الجسر", "أهل البلد", "ضفتا النهر", "دفاتر", "وجوه من هنا", "مرايا", "على الهامش", "English"],
  ...["حديث المدينة", "عدسة", "بلا حبر", "أصداء", "بريد القراء", "البحث"],
];
const TICKER = [
  "إغلاق السوق القديم أمام السيارات",
  "هل تعود الترام إلى الشوارع؟",
  "سباق القوارب يبدأ غدا في المرفأ",
];
const BELOW = [
  ...["الأكثر قراءة", ...TICKER, "أصداء", "1", "بريد القراء"],
  ...["جميع الحقوق محفوظة لصدى الجسر", "سياسة الخصوصية"],
];
const read = (...lines: readonly string[]) => {
  const { metadata, finished } = parseRaw(lines.join("\n"));
  return {
    metadata,
    text: finished.body.plain.split("\n"),
    removed: finished.body.removed.map(({ text }) => text),
  };
};

describe("the text of a whole page", () => {
  it.each([
    ["its writer and its day", [...MENU, ...TICKER, TITLE, "هالة مراد", "6 آذار 2011"]],
    ["its day, over a caption", [...MENU, TITLE, "الأحد 6 آذار 2011", "قاعة الأطفال في المكتبة (الجسر)"]],
    ["the section that the menu has", [...TICKER, ...MENU, "دفاتر", TITLE, "6 آذار 2011"]],
    ["the line of its title", [`${TITLE} | صدى الجسر`, ...MENU, ...TICKER, TITLE]],
    ["itself", [...MENU, TITLE, "الرئيسية", "دفاتر", TITLE, "6 آذار 2011"]],
  ])("has its headline under %s or over it", (_, top) => {
    const { metadata, text, removed } = read(...top, ...TEXT, ...BELOW);
    expect(metadata.title).toBe(TITLE);
    expect(metadata.date).toBe(top.some((line) => line.includes("2011")) ? "2011-03-06" : undefined);
    expect(text.slice(-TEXT.length)).toEqual(TEXT);
    expect(removed).toEqual(expect.arrayContaining([...MENU, ...BELOW]));
  });

  it("has the section that stands over its headline and in the menu", () => {
    expect(read(...MENU, "دفاتر", TITLE, ...TEXT, ...BELOW).metadata.section).toBe("دفاتر");
    expect(read(...MENU, "الرئيسية  دفاتر", TITLE, ...TEXT).metadata.section).toBe("دفاتر");
  });

  it("has no day of the page as it was looked at, and none of another's title", () => {
    const found = read("الاثنين 4 آب 2025", ...MENU, TITLE, ...TEXT, "الأكثر قراءة", "4 آب 2025", ...TICKER);
    expect(found.metadata).toEqual({ title: TITLE });
  });

  it("has its tags below the text, and nothing below the first list of other titles", () => {
    const tags = ["كلمات مفتاحية", "مكتبة", "الحي الشرقي"];
    const { metadata, text } = read(...MENU, TITLE, ...TEXT, ...tags, ...BELOW, "بقلم: سامي النجار");
    expect(metadata).toEqual({ title: TITLE, tags: ["مكتبة", "الحي الشرقي"] });
    expect(text).toEqual(TEXT);
  });

  it("tells where headline and day were found", () => {
    const origins = (...lines: readonly string[]) => parseRaw(lines.join("\n")).origins;
    expect(origins(...MENU, TITLE, "6 آذار 2011", ...TEXT)).toMatchObject({
      ...{ title: "reasons", date: "under-headline" },
      reasons: expect.arrayContaining(["over-day-or-writer", "many-words-of-the-text"]),
    });
    expect(origins("6 آذار 2011", TITLE, ...TEXT)).toEqual({
      ...{ title: "first-lines", reasons: [], date: "over-headline" },
    });
    expect(origins(`العنوان: ${TITLE}`, "التاريخ: 6/3/2011", ...TEXT)).toMatchObject({
      ...{ title: "record", date: "record" },
    });
    expect(origins(...TEXT)).toMatchObject({ title: "first-sentence", date: "none" });
  });
});
