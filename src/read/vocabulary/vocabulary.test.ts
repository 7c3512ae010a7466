/** Each label in each shape in which pages print it: what one reader of lines knows, all know. */
import { describe, expect, it } from "vitest";
import { furnitureOf } from "../lines/boilerplate.ts";
import { isTagsHeading, tagsIn } from "../lines/foot.ts";
import { parseRaw } from "../raw/raw.ts";
import { isGivenName } from "./given-names.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const TAG_LABELS = [
  ...[
    "الوسوم",
    "وسوم",
    "تاغات",
    "التسميات",
    "الكلمات الدلالية",
    "كلمات مفتاحية",
    "كلمات دليلية",
    "كلمات البحث",
  ],
  ...["دلالات", "مفاتيح", "العلامات الدالة", "موسوم تحت", "Tags", "Keywords", "Filed under"],
];

describe("a label of tags", () => {
  it.each(TAG_LABELS)("stands before them, or over them: %s", (label) => {
    for (const sign of [": ", " : ", ":"]) expect(tagsIn(`${label}${sign}حلب، كتب`)).toEqual(["حلب", "كتب"]);
    for (const sign of ["", ":"]) expect(isTagsHeading(`${label}${sign}`)).toBe(true);
    const below = parseRaw([TITLE, ...TEXT, `${label}:`, "حلب", "كتب قديمة"].join("\n"));
    expect(below.metadata.tags).toEqual(["حلب", "كتب قديمة"]);
    expect(below.finished.body.plain.split("\n")).toEqual(TEXT);
  });

  it.each(["دلالات هذا القرار كثيرة", "مفاتيح المدينة: قصة قصيرة عن بيوت لم يبق منها شيء"])(
    "is no word of a text: %s",
    (line) => expect(isTagsHeading(line)).toBe(false),
  );
});

describe("a player, or a button to follow the outlet", () => {
  it.each([
    ...["استمع", "استمع إلى المقالة", "استمع للخبر", "الاستماع للمقال", "Listen to this article"],
    ...[
      "تابعوا الجسر على",
      "تابعونا على نبض",
      "تابع أحدث الأخبار عبر تطبيق",
      "تابعو أخبار الجسر على Google News",
    ],
    ...["انضموا إلى قناتنا على تلغرام", "اضغط هنا للمشاركة"],
  ])("is the page's over the text and below it, and the text's within it: %s", (line) => {
    expect(furnitureOf(line)).toMatchObject({ sure: false });
    for (const lines of [
      [TITLE, line, ...TEXT],
      [TITLE, ...TEXT, line],
    ])
      expect(parseRaw(lines.join("\n")).finished.body.plain.split("\n")).toEqual(TEXT);
    const [first = "", second = ""] = TEXT;
    expect(parseRaw([TITLE, first, line, second].join("\n")).finished.body.plain).toContain(line);
  });

  it.each(["استمع القاضي إلى الشهود", "تابعت البلدية أعمال الترميم في السوق"])("is no headline: %s", (line) =>
    expect(furnitureOf(line)).toBeNull(),
  );
});

describe("a given name", () => {
  it.each(["أحمد", "احمد", "هُدى", "عبدالله", "عبد"])("is known however it is spelt: %s", (name) => {
    expect(isGivenName(name)).toBe(true);
  });
  it.each(["صورة", "المدينة", "جديد"])("is no other word: %s", (word) =>
    expect(isGivenName(word)).toBe(false),
  );
});
