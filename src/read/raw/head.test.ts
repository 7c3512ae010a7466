import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية أمس مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال وأخرى للصحف القديمة.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, finished, titleIsCut } = parseRaw(lines.join("\n"));
  return { metadata, titleIsCut, paragraphs: finished.body.plain.split("\n") };
};

describe("the head of a raw page", () => {
  it.each(["بسم الله الرحمن الرحيم", "«بسمِ اللهِ الرَّحمنِ الرَّحيم»", "باسمه تعالى"])(
    "has its headline below %s, which begins the text",
    (opening) => {
      const { metadata, paragraphs } = read(opening, "بيان صادر عن اتحاد القراء", ...TEXT);
      expect(metadata).toEqual({ title: "بيان صادر عن اتحاد القراء" });
      expect(paragraphs).toHaveLength(3);
      expect(read("محليات", opening, TITLE, ...TEXT).metadata).toEqual({ section: "محليات", title: TITLE });
    },
  );

  it("is a headline twice, and not a section of its own name", () => {
    const title = "كتب الحي الشرقي";
    expect(read(title, title, "6 آذار 2011", ...TEXT)).toMatchObject({
      metadata: { title, date: "2011-03-06" },
      paragraphs: TEXT,
    });
  });

  it.each(["حلب-سانا", "حلب (سانا)", "حلب – سانا", "(أ ف ب)", "حلب / سانا"])(
    "has a place and an agency over the text: %s",
    (line) => {
      const { metadata, paragraphs, titleIsCut } = read(line, ...TEXT);
      expect(metadata).toMatchObject({ source: { name: line.includes("سانا") ? "سانا" : "أ ف ب" } });
      expect(metadata.title).toBe((TEXT[0] as string).replace(/\.$/u, ""));
      expect(titleIsCut).toBe(true);
      expect(paragraphs).toEqual(TEXT);
      expect(read(line, TITLE, ...TEXT).metadata).toMatchObject({ title: TITLE });
    },
  );

  it("keeps a headline that ends with a stop, and one of an agency's name", () => {
    expect(read(`${TITLE}.`, ...TEXT).metadata).toEqual({ title: `${TITLE}.` });
    for (const title of ["رويترز", "معا - نحو الغد", "الحياة - خاص", "1984"])
      expect(read(title, ...TEXT).metadata).toEqual({ title });
  });

  it("has the address of the page over it, which is its source", () => {
    expect(read("https://example.org/news/1", TITLE, "6 آذار 2011", ...TEXT).metadata).toEqual({
      ...{ title: TITLE, date: "2011-03-06", source: { url: "https://example.org/news/1" } },
    });
  });

  it("has no headline of a number, and none with the sign of a list", () => {
    expect(read("1", TITLE, ...TEXT)).toMatchObject({ metadata: { title: TITLE }, paragraphs: TEXT });
    expect(read(`• ${TITLE}`, "• 6 آذار 2011", ...TEXT).metadata).toEqual({
      title: TITLE,
      date: "2011-03-06",
    });
  });

  it.each(["حلب - مراسلنا الثقافي", "١٢ی تشرینی یەکەم ٢٠١٤"])("has its headline over %s", (line) => {
    const { metadata, paragraphs } = read("افتتاح المكتبة الجديدة", line, "6 آذار 2011", ...TEXT);
    expect(metadata).toEqual({ title: "افتتاح المكتبة الجديدة", date: "2011-03-06" });
    expect(paragraphs).toEqual([line, ...TEXT]);
  });

  it("has a section that the way home ends with, and that stands once more", () => {
    const way = "أنت هنا: الرئيسية > أخبار > محليات";
    expect(read(way, "محليات", TITLE, ...TEXT).metadata).toEqual({ title: TITLE, section: "محليات" });
  });

  it.each(["زراعة", "تحليلات", "وفيات"])("has a section over two lines of a headline: %s", (section) => {
    expect(read(section, "رفوف جديدة:", TITLE, "6 آذار 2011", ...TEXT)).toMatchObject({
      metadata: { section, title: "رفوف جديدة:", date: "2011-03-06" },
    });
  });
});
