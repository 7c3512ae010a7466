/** Pages that were copied whole, menu and all. */
import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const MENU = ["الرئيسية", "محليات", "اقتصاد", "رياضة", "ثقافة وفنون", "من نحن", "اتصل بنا"];
const read = (...lines: readonly string[]) => {
  const { metadata, evidence, finished } = parseRaw(lines.join("\n"));
  const { plain, removed } = finished.body;
  return { metadata, evidence, paragraphs: plain.split("\n"), removed: removed.map(({ text }) => text) };
};

describe("a page that was copied whole", () => {
  it("has its headline below the menu, and its day under the headline", () => {
    const top = ["صدى الجسر", ...MENU, "الاثنين 4 آب 2025", "حلب 31°C", "غائم جزئيا", "الدولار 1507", "عاجل"];
    const found = read(...top, `الرئيسية / محليات / ${TITLE}`, TITLE, "محليات", "6 آذار 2011", ...TEXT);
    expect(found.metadata).toEqual({ title: TITLE, section: "محليات", date: "2011-03-06" });
    expect(found.evidence).toEqual([{ kind: "printed", quote: "الاثنين 4 آب 2025" }]);
    expect(found.paragraphs).toEqual(TEXT);
    expect(found.removed).toEqual(expect.arrayContaining([...top, "محليات"]));
  });

  it("has no day but the one over its headline, which dates nothing", () => {
    expect(read(...MENU, "الاثنين 4 آب 2025", TITLE, ...TEXT).metadata).toEqual({ title: TITLE });
  });

  it("has the section that stands once more below the menu", () => {
    expect(read(...MENU, "محليات", TITLE, ...TEXT).metadata).toEqual({ section: "محليات", title: TITLE });
  });

  it.each([
    "الرئيسية | سياسة | اقتصاد | رياضة | ثقافة",
    "سياسة اقتصاد رياضة ثقافة منوعات",
    "الرئيسية » محليات » رياضة » فنون",
  ])("has a menu in one line, which names no section: %s", (menu) => {
    expect(read(menu, TITLE, ...TEXT)).toMatchObject({ metadata: { title: TITLE }, removed: [menu] });
  });

  it("is none where the headline stands over a few words that name sections", () => {
    const parts = ["سياسة", TEXT[0] as string, "رياضة", TEXT[1] as string];
    expect(read("حصاد الأسبوع", ...parts)).toMatchObject({
      metadata: { title: "حصاد الأسبوع" },
      paragraphs: parts,
    });
    const items = ["سياسة", "اقتصاد", "رياضة", "ثقافة"];
    expect(read("أبواب المجلة الجديدة", ...items).paragraphs).toEqual(items);
  });
});
