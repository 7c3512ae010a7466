/** What raw pages of one make have in common is learned from them alone, and each page is read by it. */
import { describe, expect, it } from "vitest";
import { readByMake } from "../read/make/apply.ts";
import { readMakes } from "../read/make/read-makes.ts";
import { makesText, ownOf } from "../read/make/write-makes.ts";
import { learnFolders } from "./learn-folder.ts";

const SUBJECTS = [
  "سوق الورق القديم",
  "جسر النهر الجديد",
  "مكتبة الحي الصغيرة",
  "بستان الزيتون الكبير",
  "مرفأ الصيادين الشمالي",
  "مسرح العرائس الخشبية",
  "مطبعة الحروف البارزة",
  "معرض الخرائط النادرة",
];
const WRITERS = ["ندى البحري", "سامي الورد", "هالة الصباغ"];
const SECTIONS = ["ثقافة", "اقتصاد", "محليات"];
const MENU = ["الرئيسية", "ثقافة", "اقتصاد", "محليات", "اتصل بنا"];

const title = (i: number): string => `افتتاح ${SUBJECTS[i % 8]} في مدينة ${i}`;
/** A page of an outlet that was never there. */
function page(i: number): string {
  const subject = SUBJECTS[i % 8];
  return [
    ...MENU,
    SECTIONS[i % 3],
    title(i),
    `بقلم ${WRITERS[i % 3]} | الأحد ${1 + (i % 28)} آذار 2016`,
    "استمع إلى المقال",
    `شهدت المدينة أمس افتتاح ${subject} بعد عام من العمل، وحضر الناس من كل الأحياء.`,
    `وقال المشرفون على ${subject} إن الأبواب مفتوحة للجميع طوال أيام الأسبوع.`,
    "موضوعات مختارة",
    title((i + 3) % 24),
    title((i + 7) % 24),
    "جميع الحقوق محفوظة",
  ].join("\n");
}
const pages = new Map(Array.from({ length: 24 }, (_, i) => [`outlet/${i}.txt`, page(i)] as const));
const learn = (some: ReadonlyMap<string, string>) =>
  learnFolders([...some.keys()], (path) => some.get(path) ?? null);

describe("the pages of one outlet", () => {
  const [learned] = learn(pages);
  const makes = { raw: learned?.makes ?? [] };

  it("are one make, in the highest folder that holds no other", () => {
    expect(learned).toMatchObject({ folder: "", pages: { length: 24 }, makes: { length: 1 } });
  });

  it("are read by it: headline, day, writer and section by place, and nothing else in the text", () => {
    for (let i = 0; i < 24; i++) {
      const read = readByMake(page(i), makes);
      expect(read?.metadata).toEqual({
        title: title(i),
        date: `2016-03-${String(1 + (i % 28)).padStart(2, "0")}`,
        authors: [WRITERS[i % 3]],
        section: SECTIONS[i % 3],
      });
      expect(read?.text.split("\n")).toHaveLength(2);
    }
  });

  it("lose no line: each is in the text, a field, or set aside", () => {
    const read = readByMake(page(5), makes);
    const all = [read?.text, read?.metadata.title, ...(read?.removed ?? []).map(({ text }) => text)].join(
      "\n",
    );
    for (const line of page(5).split("\n")) expect(all).toContain(line);
  });

  it("give the same file whatever is done before, which is read as what was learned", () => {
    const text = makesText(makes.raw, "");
    expect(makesText(learn(pages)[0]?.makes ?? [], "")).toBe(text);
    expect(readMakes(text, "_pages.yaml")).toEqual({ value: makes, diagnostics: [] });
  });

  it("keep an editor's own lines, which come first", () => {
    const own = 'own:\n  over: ["خاص"]\n  fields:\n    - { from: top, line: 1, says: "{headline}" }\n';
    const text = makesText(makes.raw, own);
    expect(ownOf(text)).toBe(own);
    const { value } = readMakes(text, "_pages.yaml");
    expect(value?.raw[0]?.over[0]).toBe("خاص");
    expect(value?.raw[0]?.fields[0]).toEqual({ below: null, line: 1, nth: 1, says: "{headline}" });
  });
});

describe("pages of several outlets", () => {
  const other = (i: number): string =>
    [
      ...["جريدة الضفة", "أرشيف الأعداد", "ابحث في الأعداد"],
      `${title(i)}`,
      `كتب ${SUBJECTS[i % 8]} فصلا جديدا من تاريخه الطويل أمس، وهذا ما يرويه أهله.`,
      ...["اشترك في الجريدة", "هيئة التحرير"],
    ].join("\n");

  it("are parted, in one folder or in two", () => {
    const mixed = new Map([
      ...pages,
      ...Array.from({ length: 9 }, (_, i) => [`outlet/x${i}.txt`, other(i)] as const),
    ]);
    expect(learn(mixed)).toMatchObject([{ folder: "outlet", makes: { length: 2 } }]);
    const apart = new Map([
      ...pages,
      ...Array.from({ length: 9 }, (_, i) => [`press/x${i}.txt`, other(i)] as const),
    ]);
    expect(learn(apart).map(({ folder, makes }) => [folder, makes.length])).toEqual([
      ["outlet", 1],
      ["press", 1],
    ]);
  });
});

describe("too few pages", () => {
  it("teach nothing", () => {
    expect(learn(new Map([...pages].slice(0, 4)))).toEqual([]);
  });
});
