import { describe, expect, it } from "vitest";
import { furnitureOf } from "./boilerplate.ts";

/** Whole lines that are a page's wherever they stand. */
const SURE: Readonly<Record<string, readonly string[]>> = {
  "related-heading": [
    "مقالات ذات صلة",
    "مقالات ذات صلة:",
    "مَقالات ذات صِلة",
    "مقـــالات ذات صلـــة",
    "ﻣﻘﺎﻻت ذات ﺻﻠﺔ",
    "\u202bمواضيع ذات صلة\u202c",
    "أخبار متعلقة",
    "الأخبار المتعلقة",
    "اقرأ أيضا",
    "إقرأ أيضاً:",
    "اقرأ أيضًا..",
    "شاهد أيضاً",
    "قد يعجبك أيضا",
    "الأكثر قراءة",
    "Related Posts",
  ],
  "related-title": [
    "اقرأ أيضًا: وزراء الزراعة يجتمعون في عمّان",
    "شاهد أيضا | صور من المعرض",
    "للمزيد: ملف المياه",
  ],
  button: [
    "زر الذهاب إلى الأعلى",
    "العودة إلى الأعلى",
    "العودة للأعلى",
    "اترك تعليقاً",
    "تحميل المزيد",
    "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
    "جميع الحقوق محفوظة © صحيفة المدينة 2017",
    "رابط مختصر: http://example.org/a1",
    "الرابط الدائم للمقال: https://example.org/?p=12",
    "A+ A-",
    "أ+ أ-",
    "A- A A+",
  ],
  "share-label": [
    "فيسبوك تويتر واتساب تيلقرام طباعة مشاركة عبر البريد نسخ الرابط",
    "فيسبوك | تويتر | واتساب",
    "شارك هذا الخبر على فيسبوك",
    "مشاركة عبر البريد",
    "A+ A- طباعة",
    "طباعة | A- | A+",
    "نسخ الرابط",
    "Facebook Twitter WhatsApp",
  ],
  "view-count": [
    "1,204 مشاهدة",
    "٣٤٥ مشاهدات",
    "عدد المشاهدات: 12",
    "3 دقائق قراءة",
    "وقت القراءة: دقيقة واحدة",
    "0 245 أقل من دقيقة للقراءة",
  ],
  "picture-name": [
    "butintrumb",
    "IMG_2034",
    "syria-1-750x430",
    "84733928_101",
    "صورة الجسر.jpg",
    "WhatsApp Image 2019-05-05 at 3.14.15 PM",
  ],
  advertisement: ["إعلان", "اعلانات", "مساحة إعلانية", "Advertisement"],
  navigation: ["الآراء الواردة في هذا المقال لا تعبر بالضرورة عن رأي الصحيفة"],
};
/** The page's before and after a text, but possibly a heading within it. */
const PERHAPS = [
  "فيسبوك",
  "تويتر",
  "المزيد من الضغوط",
  "آخر الأخبار",
  "التالي",
  "بحث",
  "Instagram",
  "Covid-19",
  "تصميم وبرمجة شركة المدار",
  "تصميم الموقع وتطوير: المدار",
  "الرابط المختصر",
  "تكبير الخط",
  "Powered by Example Press",
];
const TEXT = [
  "قالت شركة فيسبوك إن عدد المشتركين زاد",
  "فيسبوك وتويتر في مواجهة القضاء",
  "اقرأ أيضا ما كتبه المؤرخون عن المدينة",
  "مقالات ذات صلة بالحرب نُشرت في الصحف",
  "شارك المنتخب في البطولة",
  "طباعة الكتب في القاهرة",
  "قراءة في كتاب",
  "3 مقاتلين",
  "العودة إلى الوطن",
  "العودة إلى المدارس",
  "إعلان دمشق",
  "إعلان قيام الدولة",
  "السابق لأوانه",
  "المشاهدة عن بعد",
  "12 قتيلا",
  "تصميم وتطوير المدن القديمة",
  "تصميم: هالة مراد",
  "تطوير الموقع الأثري",
  "رابط مختصر بين المدينتين",
  "الرابط الدائم بين الشعر والنهر",
  "تكبير الصورة",
  "A+ B-",
  "فصيلة الدم A+",
  "BBC",
  "Reuters",
  "www.example.org",
  "The New York Times",
  "كوفيد-19",
  "",
];

describe("a line of a page", () => {
  const sure = Object.entries(SURE).flatMap(([why, lines]) => lines.map((line) => [line, why] as const));
  it.each(sure)("%s is its %s", (line, why) => {
    expect(furnitureOf(line)).toMatchObject({ why, sure: true });
  });
  it.each(PERHAPS)("%s may be a heading of the text", (line) => {
    expect(furnitureOf(line)?.sure).toBe(false);
  });
  it.each(TEXT)("%s is text", (line) => {
    expect(furnitureOf(line)).toBeNull();
  });
});
