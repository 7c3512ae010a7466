import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية أمس مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال وأخرى للصحف القديمة.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
  "ورأى سامر الحلو أن القاعة ضيقة.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, finished } = parseRaw(lines.join("\n"));
  const { title, section, ...says } = metadata;
  return { ...says, paragraphs: finished.body.plain.split("\n"), removed: finished.body.removed };
};

describe("who wrote a raw page", () => {
  it.each([
    ["هالة مراد", ["هالة مراد"]],
    ["د. هالة مراد", ["د. هالة مراد"]],
    ["حلب: هالة مراد", ["هالة مراد"]],
    ["هالة مراد - حلب", ["هالة مراد"]],
    ["هالة مراد (حلب)", ["هالة مراد"]],
    ["صدى الجسر- هالة مراد", ["هالة مراد"]],
    ["المصدر: الجسر - هالة مراد", ["هالة مراد"]],
    ["بقلم هالة مراد/", ["هالة مراد"]],
    ["تقرير هالة مراد - كتابة سامي النجار", ["هالة مراد", "سامي النجار"]],
    ["هالة مراد وسامي النجار", ["هالة مراد", "سامي النجار"]],
    ["أوديل فورنييه / هالة مراد", ["أوديل فورنييه", "هالة مراد"]],
  ])("is named under its headline: %s", (line, authors) => {
    expect(read(TITLE, line, "6 آذار 2011", ...TEXT)).toMatchObject({
      ...{ authors, date: "2011-03-06", paragraphs: TEXT },
    });
    expect(read(TITLE, line, ...TEXT)).toMatchObject({ authors, paragraphs: TEXT });
  });

  it("is named in the line below a label, twice beside the day, or right below the text", () => {
    expect(read(TITLE, "كتب:", "أوديل فورنييه", ...TEXT)).toMatchObject({
      ...{ authors: ["أوديل فورنييه"], paragraphs: TEXT },
    });
    const twice = ["أوديل فورنييه", "أوديل فورنييه", "شارك", "6 آذار 2011"];
    expect(read(TITLE, ...twice, ...TEXT).authors).toEqual(["أوديل فورنييه"]);
    expect(read(TITLE, ...TEXT, "هالة مراد", "كاتبة من حلب")).toMatchObject({
      ...{ authors: ["هالة مراد"], paragraphs: TEXT },
    });
  });

  it.each(["سامر الحلو", "صورة أرشيفية", "المكتبة الجديدة", "حلب: مكتبة جديدة", "إلى هالة مراد"])(
    "is not whoever the text speaks of, nor a caption: %s",
    (line) => {
      expect(read(TITLE, line, ...TEXT)).toEqual({ paragraphs: [line, ...TEXT], removed: [] });
    },
  );
});

describe("the day of a raw page", () => {
  const NOTE =
    "كاتبة وباحثة في تاريخ المكتبات. صدر لها كتابان عن رفوف المدينة القديمة، وتكتب في صحف عدة منذ أعوام طويلة.";

  it("stands below a note on the writer, which goes with the name", () => {
    const { paragraphs, removed, ...says } = read(
      ...[TITLE, "هالة مراد", NOTE, "الأحد - 1 ربيع الآخر 1432 هـ - 6 آذار 2011 م", ...TEXT],
    );
    expect(says).toEqual({ authors: ["هالة مراد"], date: "2011-03-06" });
    expect(paragraphs).toEqual(TEXT);
    expect(removed.map(({ why }) => why)).toEqual(["byline", "byline", "date-line"]);
  });

  it("stands below a standfirst, which stays in the text", () => {
    const lead = "رفوف تنتظر قراءها منذ عشرة أعوام، ومفتاح ضاع ثم عاد.";
    expect(read(TITLE, lead, "هالة مراد", "الأحد 6/3/2011", ...TEXT)).toMatchObject({
      ...{ authors: ["هالة مراد"], date: "2011-03-06", paragraphs: [lead, ...TEXT] },
    });
  });

  it.each([
    "6 آذار 2011 / Jisr",
    "jisr.example 22:34 - 6 آذار 2011",
    "6/3/20116/3/2011",
    "الأحد 6 آذار 20115 دقائق للقراءة",
    "٠٢:٠٠ الأحد ٦ / ٣ / ٢٠١١",
    "6 آذار 2011 م",
    "الأحد 06/03/2011 - 10:33",
    "6 آذار / مارس 2011.",
  ])("is read beside a few other words: %s", (line) => {
    expect(read(TITLE, line, ...TEXT)).toMatchObject({ date: "2011-03-06", paragraphs: TEXT });
  });

  it.each(["وُلدت في 6 آذار 2011", "معرض الرفوف القديمة والجديدة كلها 6 آذار 2011"])(
    "is not that of something else: %s",
    (line) => expect(read(TITLE, line, ...TEXT).date).toBeUndefined(),
  );
});

describe("the section of a raw page", () => {
  const section = (...lines: readonly string[]) => parseRaw(lines.join("\n")).metadata.section;

  it.each(["القسم: مرايا", "in محليات, دفاتر", "محليات"])("stands beside its day: %s", (line) => {
    expect(section(TITLE, "6 آذار 2011", line, ...TEXT)).toBe(line.includes("مرايا") ? "مرايا" : "محليات");
  });

  it("stands over the headline, with the day in its line", () => {
    const top = ["مرايا 20-06-2011 | 07:53", TITLE, "هالة مراد", "شارك", "فيسبوك", "تويتر", "طباعة"];
    expect(parseRaw([...top, ...TEXT].join("\n")).metadata).toEqual({
      ...{ section: "مرايا", title: TITLE, date: "2011-06-20", authors: ["هالة مراد"] },
    });
  });
});
