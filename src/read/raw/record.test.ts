import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, evidence, finished } = parseRaw(lines.join("\n"));
  return { metadata, evidence, paragraphs: finished.body.plain.split("\n"), removed: finished.body.removed };
};
const SAYS = {
  ...{ title: TITLE, authors: ["هالة مراد"], date: "2011-03-06", section: "محليات" },
  ...{ tags: ["مكتبات", "كتب"], source: { name: "صدى الجسر", url: "https://example.org/1" } },
};

describe("a record at the top of a raw page", () => {
  it.each([
    [
      ...["العنوان: افتتاح مكتبة عامة في الحي الشرقي", "الكاتب: هالة مراد", "التاريخ: 6 آذار 2011"],
      ...["القسم: محليات", "المصدر: صدى الجسر", "الرابط: https://example.org/1", "الوسوم: مكتبات، كتب"],
    ],
    [
      ...["Title: افتتاح مكتبة عامة في الحي الشرقي", "Author: هالة مراد", "Date: 2011-03-06T10:20:00Z"],
      ...[
        "Category: محليات",
        "Source: صدى الجسر",
        "URL: https://example.org/1",
        "Keywords: مكتبات, كتب",
        "---",
      ],
    ],
    [
      ...["رقم الخبر: 4410", "عنوان الخبر:", TITLE, "تاريخ النشر: 6/3/2011", "الكاتب: هالة مراد"],
      ...["التصنيف: أخبار > محليات", "مصدر الخبر: صدى الجسر", "رابط الخبر: https://example.org/1"],
      ...["الكلمات المفتاحية: مكتبات، كتب", "نص الخبر:"],
    ],
    [
      ...["العنوان", TITLE, "الكاتب", "هالة مراد", "التاريخ", "6/3/2011", "القسم", "محليات"],
      ...["المصدر", "صدى الجسر", "الرابط", "https://example.org/1", "Tags: مكتبات، كتب"],
    ],
  ])("is read as what it says: %s …", (...record) => {
    const { metadata, paragraphs, removed } = read(...record, ...TEXT);
    const moment = record.find((line) => line.endsWith("Z"))?.slice("Date: ".length);
    expect(metadata).toEqual(moment ? { ...SAYS, date: moment } : SAYS);
    expect(paragraphs).toEqual(TEXT);
    const told = removed.map(({ text }) => text).join(" ");
    for (const line of record) if (line !== "---") expect(told).toContain(line);
  });

  it("is the head of a letter", () => {
    const head = ["From: news@example.org", "To: list@example.org", "Subject: افتتاح مكتبة"];
    const { metadata } = read(...head, "Date: Sun, 6 Mar 2011 10:20:00 +0300", ...TEXT);
    expect(metadata).toEqual({ title: "افتتاح مكتبة", date: "2011-03-06T10:20:00+0300" });
  });

  it("is read below a headline where it tells of the page", () => {
    const { metadata, paragraphs } = read(TITLE, "التاريخ: 6 آذار 2011", "القسم: محليات", ...TEXT);
    expect(metadata).toEqual({ title: TITLE, date: "2011-03-06", section: "محليات" });
    expect(paragraphs).toEqual(TEXT);
  });

  it("keeps text that stands behind a label, and what it cannot read", () => {
    const record = ["العنوان: افتتاح مكتبة", "العنوان الفرعي: ألفا كتاب", "التاريخ: ربيع 2011"];
    const { metadata, paragraphs, evidence } = read(...record, `النص: ${TEXT[0]}`, TEXT[1] as string);
    expect(metadata).toEqual({ title: "افتتاح مكتبة" });
    expect(paragraphs).toEqual(["ألفا كتاب", "التاريخ: ربيع 2011", ...TEXT]);
    expect(evidence[0]).toEqual({ kind: "printed", quote: "التاريخ: ربيع 2011" });
  });

  it("is none of one such line, nor of a book's below the headline", () => {
    expect(read("الموضوع: جسر قديم", ...TEXT).metadata).toEqual({ title: "الموضوع: جسر قديم" });
    const book = ["العنوان: بيت على الماء", "المؤلف: سامي النجار", "الطبعة: الأولى"];
    expect(read("قراءة في كتاب جديد", ...book, ...TEXT)).toMatchObject({
      metadata: { title: "قراءة في كتاب جديد" },
      paragraphs: [...book, ...TEXT],
    });
  });

  it("names nobody where a system did", () => {
    expect(read(`Title: ${TITLE}`, "Author: admin", ...TEXT).metadata).toEqual({ title: TITLE });
    expect(read(TITLE, "بواسطة: admin", ...TEXT).metadata).toEqual({ title: TITLE });
  });

  it.each([
    ["العنوان | افتتاح مكتبة", "التاريخ | 6/3/2011", "الكاتب | هالة مراد"],
    ["[العنوان] افتتاح مكتبة", "[التاريخ] 6/3/2011", "[الكاتب] هالة مراد", "[النص]"],
    ["Title: افتتاح مكتبة", "Date: 6/3/2011", "Author(s): هالة مراد", "Language: ar", "Content:"],
    ["العنوان: افتتاح مكتبة", "الكاتب: هالة مراد", "القسم: -", "المصدر: غير معروف", "التاريخ: 6/3/2011"],
  ])("is read whatever stands between, and of nothing known says nothing: %s", (...record) => {
    const { metadata, paragraphs } = read(...record, ...TEXT);
    expect(metadata).toEqual({ title: "افتتاح مكتبة", date: "2011-03-06", authors: ["هالة مراد"] });
    expect(paragraphs).toEqual(TEXT);
  });
});
