import { describe, expect, it } from "vitest";
import { parseRaw } from "../raw/raw.ts";
import { furnitureOf } from "./boilerplate.ts";
import { footOf } from "./foot.ts";

const TITLE = "افتتاح مكتبة عامة في الحي الشرقي";
const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.",
  "وقالت أمينة المكتبة إن الاستعارة مجانية لسكان الحي.",
];
const read = (...lines: readonly string[]) => {
  const { metadata, finished } = parseRaw(lines.join("\n"));
  return { metadata, paragraphs: finished.body.plain.split("\n") };
};
const FOOT = [
  ...["اشترك في نشرتنا البريدية", "اشتركوا في القائمة البريدية", "أدخل بريدك الإلكتروني هنا"],
  ...["حمّل تطبيق صدى الجسر الآن", "انضم إلى قناتنا على تلغرام", "لمتابعة آخر الأخبار زوروا صفحتنا"],
  ...["من نحن", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام", "خريطة الموقع"],
  ...["© 2025 صدى الجسر", "كل الحقوق محفوظة لموقع صدى الجسر"],
];

describe("below the text of a page", () => {
  it.each(FOOT)("%s is the page's", (line) => {
    expect(footOf(line)).toBe("navigation");
    expect(read(TITLE, ...TEXT, line).paragraphs).toEqual(TEXT);
  });

  it.each([
    "اشترك في قائمة الفريق عشرون لاعبا",
    "تابع المدرب المباراة من المدرج",
    "حقوق العمال أولا",
    "حقوق الصور محفوظة لأصحابها",
    "فريق العمل:",
    "انضم إلى الفريق حارسان",
  ])("%s is text", (line) => expect(footOf(line)).toBeNull());

  it("the words of its foot are a headline over the text, and text within it", () => {
    expect(read("من نحن", ...TEXT).metadata).toEqual({ title: "من نحن" });
    const within = [TEXT[0] as string, "اتصل بنا", TEXT[1] as string];
    expect(read(TITLE, ...within).paragraphs).toEqual(within);
  });

  it("tags stand a line each under their heading", () => {
    expect(
      read(TITLE, ...TEXT, "كلمات مفتاحية:", "مكتبات", "#كتب", "الحي الشرقي", "اتصل بنا", "سعاد"),
    ).toEqual({
      metadata: { title: TITLE, tags: ["مكتبات", "كتب", "الحي الشرقي"] },
      paragraphs: [...TEXT, "سعاد"],
    });
  });
});

describe("anywhere on a page", () => {
  it.each([
    ...["حجم الخط", "حجم الخط + -", "- +", "تكبير الخط | تصغير الخط", "نسخة للطباعة", "معجب بهذه:"],
    ...[
      "اضغط للمشاركة على تويتر (فتح في نافذة جديدة)",
      "لا توجد تعليقات",
      "قرئ 250 مرة",
      "تمت القراءة 12 مرة",
    ],
    ...[
      "تابعونا على تويتر",
      "عدد الزوار: 250",
      "مواضيع قد تهمك",
      "اخترنا لك",
      "الخبر السابق: افتتاح الجسر القديم",
    ],
    ...[
      "انقر للمشاركة على فيسبوك (فتح في نافذة جديدة)",
      "تصفح المقالات",
      "ليست هناك تعليقات:",
      "إرسال تعليق",
    ],
    ...["رسالة أحدث رسالة أقدم الصفحة الرئيسية", "بدعم من WordPress", "اترك تعليقاً إلغاء الرد"],
    "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا.",
  ])("%s is the page's", (line) => expect(furnitureOf(line)?.sure).toBe(true));

  it.each([
    ...["--", "---"],
    "حجم الخط العربي في الصحف",
    "قرئ البيان مرتين",
    "تستخدم المتاجر ملفات تعريف الارتباط لتتبع زبائنها.",
  ])("%s is text", (line) => expect(furnitureOf(line)).toBeNull());
});
