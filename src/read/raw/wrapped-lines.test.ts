import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية أمس مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال وأخرى للصحف القديمة. وحضر الافتتاح عدد كبير من سكان الحي الذين جمعوا كثيرا من كتبها بأنفسهم طوال ثلاث سنوات.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي، وإن المكتبة ستبقى مفتوحة حتى التاسعة مساء في أيام الصيف، وستستقبل تلامذة المدارس صباح كل خميس مع معلميهم.",
];
const WIDTH = 72;
function wrap(text: string, indent = ""): string {
  const lines = [indent];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) as string;
    if (last.trim() !== "" && last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = last.trim() === "" ? last + word : `${last} ${word}`;
  }
  return lines.join("\n");
}
const plain = (text: string): readonly string[] => parseRaw(text).finished.body.plain.split("\n");

describe("lines that were broken at a width", () => {
  it.each([
    ["empty lines between paragraphs", [TITLE, "", ...TEXT.flatMap((one) => [wrap(one), ""])].join("\n")],
    ["indented paragraphs", [TITLE, "6 آذار 2011", ...TEXT.map((one) => wrap(one, "   "))].join("\n")],
    [
      "an empty line below each",
      [TITLE, "", ...TEXT.map((one) => wrap(one))].join("\n").replaceAll("\n", "\n\n"),
    ],
    ["nothing between paragraphs", [TITLE, ...TEXT.map((one) => wrap(one))].join("\n")],
    [
      "all of it indented",
      `  ${[TITLE, "", ...TEXT.map((one) => wrap(one))].join("\n").replaceAll("\n", "\n  ")}`,
    ],
  ])("are paragraphs again: %s", (_, text) => {
    expect(plain(text)).toEqual(TEXT);
    expect(parseRaw(text).metadata.title).toBe(TITLE);
  });

  it("are a headline again where it has lines of its own", () => {
    const long = `${TITLE} وسكانه يجمعون كثيرا من كتبها بأنفسهم طوال ثلاث سنوات متتالية`;
    const text = [wrap(long), "", ...TEXT.flatMap((one) => [wrap(one), ""])].join("\n");
    expect(parseRaw(text).metadata.title).toBe(long);
  });
});

describe("lines of like length that nobody broke", () => {
  it.each([
    [
      "titles",
      [
        "المجلس البلدي يقر موازنة العام المقبل بعد جلسة طويلة من النقاش",
        "إغلاق السوق القديم أمام السيارات اعتبارا من مطلع الشهر المقبل",
        "عودة القطار إلى الخط الساحلي بعد انقطاع دام أكثر من عشرين سنة",
        "افتتاح معرض الكتاب السنوي بمشاركة ثمانين دارا من أقطار مختلفة",
        "تكريم المعلمين المتقاعدين في حفل أقامته المدرسة الرسمية للبنات",
        "مهرجان الزهور يستقبل زواره في الحديقة العامة على ضفاف النهر",
      ],
    ],
    ["sentences", TEXT.flatMap((one) => one.split(/(?<=[.،]) /)).map((one) => one.replace(/،$/, "."))],
    [
      "verses",
      Array.from(
        { length: 6 },
        (_, i) => `يا نهر كم مرت السفن البيضاء فيك ${i}     وكم بقيت هنا وحيدا بين ضفتيك`,
      ),
    ],
  ])("stay as they are: %s", (_, lines) => {
    expect(plain([TITLE, ...lines].join("\n"))).toHaveLength(lines.length);
  });
});
