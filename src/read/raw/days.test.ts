/** Of several days on a raw page, which is the article's. */
import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, evidence, finished } = parseRaw(lines.join("\n"));
  return { date: metadata.date, printed: evidence.map(({ quote }) => quote), plain: finished.body.plain };
};

describe("of several days on a raw page", () => {
  it("the one under the headline is the article's, and the one over it evidence", () => {
    const { date, printed } = read("الاثنين 4 آب 2025", TITLE, "6 آذار 2011", ...TEXT);
    expect(date).toBe("2011-03-06");
    expect(printed).toContain("الاثنين 4 آب 2025");
  });

  it("one over the headline is the article's where none stands under it, or the same", () => {
    expect(read("6 آذار 2011", TITLE, ...TEXT).date).toBe("2011-03-06");
    expect(read("6 آذار 2011", TITLE, "6/3/2011", ...TEXT)).toMatchObject({
      date: "2011-03-06",
      printed: [],
    });
  });

  it("those of readers' comments date nothing", () => {
    const comments = ["التعليقات", "أبو ليلى", "8/3/2011 10:20", "مبروك"];
    expect(read(TITLE, ...TEXT, ...comments)).toMatchObject({ date: undefined, printed: ["8/3/2011 10:20"] });
    expect(read(TITLE, ...TEXT, "أبو ليلى", "8/3/2011", "مبروك", "سعاد", "9/3/2011").date).toBeUndefined();
  });

  it("one alone below the text is the article's", () => {
    expect(read(TITLE, ...TEXT, "عدد التعليقات: 0", "6/3/2011").date).toBe("2011-03-06");
  });

  it.each(["حلب", "حلب – «صدى الجسر»", "سامي النجار"])(
    "one under %s dates a list, and the line stays",
    (line) => {
      const items = ["النهر 2 – 1 القلعة", "الجسر 0 – 0 السوق", "ترتيب الفرق", "1 النهر 15"];
      expect(read("نتائج الجولة السابعة", line, "6 آذار 2011", ...items)).toMatchObject({
        date: "2011-03-06",
        plain: [line, ...items].join("\n"),
      });
      expect(read("نتائج الجولة السابعة", ...items, "6 آذار 2011", "النهر").date).toBeUndefined();
      expect(read("أغنية للنهر", "يا نهر قل لي", "6 آذار 2011", "وكم بقيت هنا").date).toBeUndefined();
    },
  );

  it.each([
    "رام الله 6-3-2011 وفا",
    "الرياض 1 ربيع الآخر 1432 هـ الموافق 6 آذار 2011 م واس",
    "حلب 6 آذار 2011 (سانا)",
  ])("one between a city and its agency is the article's: %s", (line) => {
    expect(read(TITLE, line, ...TEXT)).toMatchObject({ date: "2011-03-06", plain: TEXT.join("\n") });
  });

  it("one in a dateline that names its agency is the article's, and the dateline stays", () => {
    for (const line of ["حلب 6 آذار 2011 (سانا)", "حلب, 6-3-2011 (سانا)", "حلب في 6 آذار 2011 /سانا/"])
      expect(read(TITLE, `${line} -- ${TEXT[0]}`)).toMatchObject({
        date: "2011-03-06",
        plain: expect.stringContaining("سانا"),
      });
    expect(read(TITLE, `حلب 6 آذار (سانا) – ${TEXT[0]}`).date).toBeUndefined();
    expect(read(TITLE, `في 6 آذار 2011 (يوم الأم) – ${TEXT[0]}`).date).toBeUndefined();
  });

  it("one behind a writer is no part of the name", () => {
    const { metadata } = parseRaw([TITLE, "نشر بواسطة: هالة مراد في 6 آذار 2011", ...TEXT].join("\n"));
    expect(metadata).toEqual({ title: TITLE, date: "2011-03-06", authors: ["هالة مراد"] });
  });

  it("one with a hyphen between is no picture's name", () => {
    expect(read(TITLE, "6-Mar-2011", ...TEXT).date).toBe("2011-03-06");
  });

  it("one in figures that may be two is that of its weekday", () => {
    expect(read(TITLE, "أحد, 03/06/2011 - 08:15", ...TEXT).date).toBe("2011-03-06");
    expect(read(TITLE, "الأحد 06/03/2011", ...TEXT).date).toBe("2011-03-06");
    expect(read(TITLE, "الجمعة 03/06/2011", ...TEXT).date).toBe("2011-06-03");
    expect(read(TITLE, "الاثنين 03/06/2011", ...TEXT).date).toBe("2011-06-03");
  });

  it("one as forums print it is only evidence, unless it can mean one day", () => {
    expect(read(TITLE, "03-06-2011, 05:30 PM", ...TEXT)).toMatchObject({
      ...{ date: undefined, printed: ["03-06-2011, 05:30 PM"] },
    });
    expect(read(TITLE, "03-16-2011, 05:30 PM", ...TEXT).date).toBe("2011-03-16");
  });

  it.each([
    "نشر في: 6/3/2011 - 17:30 آخر تحديث: 7/3/2011 - 09:15",
    "نشر بتاريخ: 6/3/2011 ( آخر تحديث: 7/3/2011 الساعة: 09:15 )",
    "6 آذار 2011 | تم التحديث 7 آذار 2011",
  ])("one is of the last change, in the same line: %s", (line) => {
    expect(parseRaw([TITLE, line, ...TEXT].join("\n")).metadata).toEqual({
      ...{ title: TITLE, date: "2011-03-06", updated: "2011-03-07" },
    });
  });

  it.each([
    "نُشر في: 6 آذار ,2011: 05:30 ص GST",
    "تاريخ النشر: 6.3.2011 | 05:30 GMT |",
    "الأحد 1432/4/1 هـ الموافق 2011/3/6 م واس",
  ])("one is read with its hour and its agency: %s", (line) => {
    expect(read(TITLE, line, ...TEXT)).toMatchObject({ date: "2011-03-06", plain: TEXT.join("\n") });
  });

  it("one in a dateline without brackets is the article's", () => {
    expect(read(TITLE, `رام الله 6-3-2011 وفا- ${TEXT[0]}`).date).toBe("2011-03-06");
    expect(read(TITLE, `الخرطوم 6-3-2011(سونا)-${TEXT[0]}`).date).toBe("2011-03-06");
  });

  it("one that is cut into lines is whole again", () => {
    expect(read("6", "آذار", "2011", TITLE, ...TEXT)).toMatchObject({
      ...{ date: "2011-03-06", plain: TEXT.join("\n") },
    });
    expect(read(TITLE, "آذار", "6,", "2011", ...TEXT).date).toBe("2011-03-06");
  });

  it("those of numbered comments go with them", () => {
    const comments = [
      "1 - أبو ليلى",
      "8/3/2011 10:20",
      "مبروك للحي.",
      "2 - سعاد",
      "9/3/2011",
      "متى تفتح أيام الجمعة؟",
    ];
    expect(read(TITLE, ...TEXT, "عدد التعليقات: 2", "التعليقات", ...comments)).toEqual({
      ...{ date: undefined, printed: [], plain: TEXT.join("\n") },
    });
    const steps = ["1 - الغلاف", "2 - الورق", "3 - الحبر"];
    expect(read(TITLE, ...TEXT, "2 تعليقات", ...steps).plain).toBe([...TEXT, ...steps].join("\n"));
  });

  it.each([
    "آخر تحديث للموقع: الجمعة 5 كانون الأول 2025",
    "اليوم: الجمعة 5/12/2025",
    "تاريخ الطباعة: 5/12/2025",
  ])("one of the page as it was looked at is only evidence: %s", (line) => {
    expect(read(line, TITLE, ...TEXT)).toEqual({ date: undefined, printed: [line], plain: TEXT.join("\n") });
  });

  it.each(["6 آذار 2011 في محليات", "نشر في العدد 5012 بتاريخ 6 آذار 2011"])(
    "one is read beside more: %s",
    (line) => {
      expect(read(TITLE, line, ...TEXT)).toMatchObject({ date: "2011-03-06", plain: TEXT.join("\n") });
    },
  );
});
