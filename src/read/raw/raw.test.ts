import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../content/decode.ts";
import { parseRaw } from "./raw.ts";

const SECTION = "أخبار المدينة";
const TITLE = "افتتاح جسر المشاة بعد ثلاث سنوات من أعمال الترميم";
const FIRST =
  "افتتح المجلس البلدي صباح الأحد جسر المشاة الذي يصل ضفتي النهر، وحضر الافتتاح عدد من سكان الحي القديم الذين انتظروا انتهاء الأعمال طويلًا.";
const SECOND = "وقال المهندس المشرف إن الحجارة القديمة أُعيدت إلى مواضعها واحدًا بعد واحد.";
const THIRD =
  "وكانت أعمال الترميم قد توقفت مرتين، مرة بسبب ارتفاع منسوب المياه، ومرة أخرى لأن الخشب المطلوب للسقف لم يكن متوفرًا في الأسواق المحلية فاستُورد من الخارج.";
const BODY = [FIRST, SECOND, THIRD];
const RELATED = [
  "المجلس البلدي يقر موازنة العام المقبل",
  "إغلاق السوق القديم أمام السيارات",
  "هل تعود الترام إلى الشوارع؟",
];
const VERSES = ["يا نهرُ قل لي", "كم مرّت السفنُ", "وكم بقيتَ هنا"];
const PRICES = ["البصل: 40 قرشًا", "الجزر: 55 قرشًا", "الباذنجان: 60 قرشًا"];
const DAYS = [
  ...["7 آذار 2009", "وضع الحجر الأول", "2 أيار 2011", "افتتاح الجسر للمشاة"],
  ...["9 أيلول 2012", "مرور أول دراجة فوقه"],
];
const ANSWERS = [
  ...["متى بدأتِ؟", "بدأتُ في ورشة أبي عند النهر وأنا في العاشرة من عمري."],
  ...["وما الجديد؟", "تمثال من رخام أبيض."],
];
const MATCHES = [
  "النهر - الجسر - 6 آذار 2011",
  "القلعة - السوق - 7 آذار 2011",
  "النهر - السوق - 8 آذار 2011",
];

const page = (...lines: readonly string[]): string => lines.join("\n\n");
const read = (text: string) => {
  const { metadata, finished, evidence } = parseRaw(text);
  const { plain, removed } = finished.body;
  return { metadata, evidence, paragraphs: plain === "" ? [] : plain.split("\n"), removed };
};
const aside = (text: string) => read(text).removed.map(({ why, text: words }) => `${why}: ${words}`);

interface Shape {
  readonly of: string;
  readonly lines: readonly string[];
  readonly metadata?: object;
  /** Everything that is set aside. */
  readonly aside?: readonly string[];
  readonly paragraphs?: readonly string[];
}
const SHAPES: readonly Shape[] = [
  {
    of: "section, headline, text",
    lines: [SECTION, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE },
  },
  {
    of: "a section of its own name over a headline and a place and a writer",
    lines: ["مرايا", TITLE, "حلب: سامي النجار", ...BODY],
    metadata: { section: "مرايا", title: TITLE, authors: ["سامي النجار"] },
    aside: ["byline: حلب: سامي النجار"],
  },
  {
    of: "titles of a few words below the text, and comments",
    lines: [TITLE, ...BODY, "اقرأ أيضاً", RELATED[0] as string, "عودة القوارب", RELATED[1] as string],
    metadata: { title: TITLE },
    aside: [
      "related-heading: اقرأ أيضاً",
      `related-title: ${RELATED[0]}`,
      "related-title: عودة القوارب",
      `related-title: ${RELATED[1]}`,
    ],
  },
  {
    of: "the steps that lead to it, a line each",
    lines: ["الرئيسية", "اقتصاد", "أسواق", TITLE, ...BODY],
    metadata: { section: "أسواق", title: TITLE },
    aside: ["navigation: الرئيسية", "navigation: اقتصاد", "navigation: أسواق"],
  },
  { of: "no section line", lines: [TITLE, ...BODY], metadata: { title: TITLE } },
  {
    of: "a short headline and no section",
    lines: ["افتتاح الجسر القديم", ...BODY],
    metadata: { title: "افتتاح الجسر القديم" },
  },
  {
    of: "a known section before a short headline",
    lines: ["اقتصاد", "ارتفاع أسعار القمح", ...BODY],
    metadata: { section: "اقتصاد", title: "ارتفاع أسعار القمح" },
  },
  {
    of: "a section of its own name, and a place and an outlet under the headline",
    lines: ["ضفتا النهر", "البلدية: لا تأجيل للافتتاح", "حلب – «المدينة»", "الأحد 6 آذار 2011", ...BODY],
    metadata: { section: "ضفتا النهر", title: "البلدية: لا تأجيل للافتتاح", date: "2011-03-06" },
    aside: ["date-line: الأحد 6 آذار 2011"],
    paragraphs: ["حلب – «المدينة»", ...BODY],
  },
  {
    of: "questions and answers under a section, a headline and who asked",
    lines: ["وجوه", "النحاتة سلمى: الحجر يتكلم", "حاورها: سامي النجار", "6/3/2011", ...ANSWERS],
    metadata: {
      ...{ section: "وجوه", title: "النحاتة سلمى: الحجر يتكلم" },
      ...{ date: "2011-03-06", authors: ["سامي النجار"] },
    },
    aside: ["byline: حاورها: سامي النجار", "date-line: 6/3/2011"],
    paragraphs: ANSWERS,
  },
  {
    of: "a short headline and no section, and who reports under it",
    lines: ["افتتاح الجسر القديم", "تقرير: هالة مراد", "6 آذار 2011", ...BODY],
    metadata: { title: "افتتاح الجسر القديم", date: "2011-03-06", authors: ["هالة مراد"] },
    aside: ["byline: تقرير: هالة مراد", "date-line: 6 آذار 2011"],
  },
  {
    of: "a short headline and no section, and a place and an agency under it",
    lines: ["افتتاح الجسر القديم", "حلب – سانا", "6 آذار 2011", ...BODY],
    metadata: { title: "افتتاح الجسر القديم", date: "2011-03-06", source: { name: "سانا" } },
    aside: ["byline: حلب – سانا", "date-line: 6 آذار 2011"],
  },
  {
    of: "steps that lead to the page",
    lines: [`الرئيسية » ${SECTION} » ${TITLE}`, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE },
    aside: [`navigation: الرئيسية » ${SECTION} » ${TITLE}`],
  },
  {
    of: "the page's own title before the headline",
    lines: [`${TITLE} - صحيفة المدينة`, TITLE, ...BODY],
    metadata: { title: TITLE },
    aside: [`repeated-title: ${TITLE} - صحيفة المدينة`],
  },
  {
    of: "the headline twice",
    lines: [SECTION, TITLE, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE },
    aside: [`repeated-title: ${TITLE}`],
  },
  {
    of: "several picture lines",
    lines: [SECTION, TITLE, "bridge-750x430", ...BODY, "IMG_2041", "newbridge", "Instagram"],
    metadata: { section: SECTION, title: TITLE },
    aside: [
      "picture-name: bridge-750x430",
      "picture-name: IMG_2041",
      "picture-name: newbridge",
      "picture-name: Instagram",
    ],
  },
  {
    of: "related titles after their heading, and a button",
    lines: [SECTION, TITLE, ...BODY, "مقالات ذات صلة", ...RELATED, "زر الذهاب إلى الأعلى"],
    metadata: { section: SECTION, title: TITLE },
    aside: [
      "related-heading: مقالات ذات صلة",
      ...RELATED.map((one) => `related-title: ${one}`),
      "button: زر الذهاب إلى الأعلى",
    ],
  },
  {
    of: "related titles with days of their own, which date nothing",
    lines: [TITLE, ...BODY, "مواضيع ذات صلة", RELATED[0] as string, "3 مايو 2019", RELATED[1] as string],
    metadata: { title: TITLE },
    aside: [
      "related-heading: مواضيع ذات صلة",
      `related-title: ${RELATED[0]}`,
      "related-title: 3 مايو 2019",
      `related-title: ${RELATED[1]}`,
    ],
  },
  {
    of: "a title of another article within the text",
    lines: [TITLE, FIRST, "اقرأ أيضاً:", RELATED[0] as string, "حجارة بيضاء", SECOND, THIRD],
    metadata: { title: TITLE },
    aside: ["related-heading: اقرأ أيضاً:", `related-title: ${RELATED[0]}`],
    paragraphs: [FIRST, "حجارة بيضاء", SECOND, THIRD],
  },
  {
    of: "a title of few words under such a heading, after the text and within it",
    lines: [
      TITLE,
      FIRST,
      "اقرأ أيضا",
      "أسعار الخضار ترتفع",
      SECOND,
      "إقرأ أيضاً",
      "سوق قديمة",
      "الوسوم: حلب، خضار",
    ],
    metadata: { title: TITLE, tags: ["حلب", "خضار"] },
    aside: [
      "related-heading: اقرأ أيضا",
      "related-title: أسعار الخضار ترتفع",
      "related-heading: إقرأ أيضاً",
      "related-title: سوق قديمة",
      "navigation: الوسوم: حلب، خضار",
    ],
    paragraphs: [FIRST, SECOND],
  },
  {
    of: "words under such a heading that are a sentence, or a heading of the text",
    lines: [TITLE, FIRST, "اقرأ أيضا", "حجارة بيضاء", SECOND, "شاهد أيضا", "انتهى الخبر هنا."],
    metadata: { title: TITLE },
    aside: ["related-heading: اقرأ أيضا", "related-heading: شاهد أيضا"],
    paragraphs: [FIRST, "حجارة بيضاء", SECOND, "انتهى الخبر هنا."],
  },
  {
    of: "such a title in the line of its heading",
    lines: [TITLE, FIRST, `شاهد أيضًا: ${RELATED[1]}`, SECOND],
    metadata: { title: TITLE },
    aside: [`related-title: شاهد أيضًا: ${RELATED[1]}`],
    paragraphs: [FIRST, SECOND],
  },
  {
    of: "a byline",
    lines: [SECTION, TITLE, "كتبت: هالة مراد", ...BODY],
    metadata: { section: SECTION, title: TITLE, authors: ["هالة مراد"] },
    aside: ["byline: كتبت: هالة مراد"],
  },
  ...["بقلم: هالة مراد", "كتب: هالة مراد", "إعداد: هالة مراد", "بقلم / هالة مراد", "بقلم هالة مراد"].map(
    (byline) => ({
      of: `a byline over the headline (${byline})`,
      lines: [byline, TITLE, ...BODY],
      metadata: { title: TITLE, authors: ["هالة مراد"] },
      aside: [`byline: ${byline}`],
    }),
  ),
  {
    of: "a day, a writer and a section over the headline",
    lines: ["6 آذار 2011", "بقلم: هالة مراد", SECTION, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE, date: "2011-03-06", authors: ["هالة مراد"] },
    aside: ["date-line: 6 آذار 2011", "byline: بقلم: هالة مراد"],
  },
  {
    of: "a place, an outlet and a correspondent over the headline",
    lines: ["حلب - صدى الجسر - من هالة مراد", TITLE, ...BODY],
    metadata: { title: TITLE, authors: ["هالة مراد"] },
    aside: ["byline: حلب - صدى الجسر - من هالة مراد"],
  },
  {
    of: "a headline that begins as a byline does, over the text",
    lines: ["كتب: عناوين الموسم الجديد", ...BODY],
    metadata: { title: "كتب: عناوين الموسم الجديد" },
  },
  ...["صدى الجسر", "صحيفة صدى الجسر", "موقع الجسر"].map((outlet) => ({
    of: `an outlet's name over the section (${outlet})`,
    lines: [outlet, "محليات", TITLE, "كتب: سامي النجار", "6 آذار 2011", ...BODY],
    metadata: {
      ...{ section: "محليات", title: TITLE, date: "2011-03-06" },
      ...{ authors: ["سامي النجار"], source: { name: outlet } },
    },
    aside: [`byline: ${outlet}`, "byline: كتب: سامي النجار", "date-line: 6 آذار 2011"],
  })),
  {
    of: "an outlet that its words tell over the headline, and an agency, from which the text is",
    lines: ["جريدة الجسر", TITLE, "(رويترز)", ...BODY],
    metadata: { title: TITLE, source: { name: "رويترز" } },
    aside: ["byline: جريدة الجسر", "byline: (رويترز)"],
  },
  {
    of: "a headline of an outlet's words",
    lines: ["موقع الجسر الجديد", ...BODY],
    metadata: { title: "موقع الجسر الجديد" },
  },
  {
    of: "a headline over parts of the text that are named as sections",
    lines: ["حصاد الأسبوع", "سياسة", TITLE, "6 آذار 2011", FIRST, "رياضة", SECOND],
    metadata: { title: "حصاد الأسبوع", date: "2011-03-06" },
    aside: ["date-line: 6 آذار 2011"],
    paragraphs: ["سياسة", TITLE, FIRST, "رياضة", SECOND],
  },
  ...["عربي ودولي", "حوار", "أدب", "قصة قصيرة", "كلمة اليوم", "الصفحة الأخيرة", "ثقافة وفنون"].map(
    (section) => ({
      of: `a section (${section}), a headline of a word, and a plain name under it`,
      lines: [section, "المفتاح", "سامي النجار", "6 آذار 2011", ...BODY],
      metadata: { section, title: "المفتاح", date: "2011-03-06", authors: ["سامي النجار"] },
      aside: ["byline: سامي النجار", "date-line: 6 آذار 2011"],
    }),
  ),
  {
    of: "a section of its own name, and plain names and a day under the headline",
    lines: ["ضفتا النهر", "افتتاح الجسر القديم", "سامي النجار", "حلب", "6 آذار 2011", ...BODY],
    metadata: {
      ...{ section: "ضفتا النهر", title: "افتتاح الجسر القديم" },
      ...{ date: "2011-03-06", authors: ["سامي النجار"] },
    },
    aside: ["byline: سامي النجار", "date-line: 6 آذار 2011"],
    paragraphs: ["حلب", ...BODY],
  },
  {
    of: "a headline of more words, one that adds to it, a plain name and a day",
    lines: ["افتتاح الجسر القديم", "ثلاث سنوات من الترميم", "سامي النجار", "6 آذار 2011", ...BODY],
    metadata: { title: "افتتاح الجسر القديم", date: "2011-03-06", authors: ["سامي النجار"] },
    aside: ["byline: سامي النجار", "date-line: 6 آذار 2011"],
    paragraphs: ["ثلاث سنوات من الترميم", ...BODY],
  },
  {
    of: "an agency",
    lines: [SECTION, TITLE, "(رويترز)", ...BODY],
    metadata: { section: SECTION, title: TITLE, source: { name: "رويترز" } },
    aside: ["byline: (رويترز)"],
  },
  {
    of: "خاص with the outlet",
    lines: [TITLE, "خاص – شبكة المدينة", ...BODY],
    metadata: { title: TITLE, source: { name: "خاص" } },
    aside: ["byline: خاص – شبكة المدينة"],
  },
  {
    of: "an agency and a writer under the text",
    lines: [TITLE, ...BODY, "إعداد: سامي النجار", "المصدر: وكالات"],
    metadata: { title: TITLE, authors: ["سامي النجار"], source: { name: "وكالات" } },
    aside: ["byline: إعداد: سامي النجار", "byline: المصدر: وكالات"],
  },
  {
    of: "a dateline, which is text",
    lines: [TITLE, `دمشق - ${FIRST}`, SECOND],
    metadata: { title: TITLE },
    paragraphs: [`دمشق - ${FIRST}`, SECOND],
  },
  {
    of: "share labels in one line and one a line",
    lines: [TITLE, "فيسبوك تويتر واتساب طباعة نسخ الرابط", ...BODY, "فيسبوك", "تويتر", "واتساب"],
    metadata: { title: TITLE },
    aside: [
      "share-label: فيسبوك تويتر واتساب طباعة نسخ الرابط",
      "share-label: فيسبوك",
      "share-label: تويتر",
      "share-label: واتساب",
    ],
  },
  {
    of: "counts of readers and minutes",
    lines: [TITLE, "3 دقائق قراءة", "١٬٢٠٤ مشاهدة", ...BODY],
    metadata: { title: TITLE },
    aside: ["view-count: 3 دقائق قراءة", "view-count: ١٬٢٠٤ مشاهدة"],
  },
  {
    of: "a day before the section",
    lines: ["٢٢ تشرين الثاني ٢٠١٧", SECTION, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE, date: "2017-11-22" },
    aside: ["date-line: ٢٢ تشرين الثاني ٢٠١٧"],
  },
  {
    of: "a day of its last change, which is not the day it was published",
    lines: [TITLE, "آخر تحديث: 23 جويلية 2017", ...BODY],
    metadata: { title: TITLE, updated: "2017-07-23" },
    aside: ["date-line: آخر تحديث: 23 جويلية 2017"],
  },
  {
    of: "a row of writer, day and minutes",
    lines: [SECTION, TITLE, "كتب: سامي النجار | 22 نوفمبر 2017 | 4 دقائق قراءة", ...BODY],
    metadata: { section: SECTION, title: TITLE, date: "2017-11-22", authors: ["سامي النجار"] },
    aside: ["date-line: كتب: سامي النجار | 22 نوفمبر 2017 | 4 دقائق قراءة"],
  },
  {
    of: "a place and an agency with a tatweel for a dash, and a place and a day",
    lines: [SECTION, TITLE, "حلب ـ وكالات", "حلب - ٦ آذار ٢٠١١", ...BODY],
    metadata: { section: SECTION, title: TITLE, date: "2011-03-06", source: { name: "وكالات" } },
    aside: ["byline: حلب ـ وكالات", "date-line: حلب - ٦ آذار ٢٠١١"],
  },
  ...["دمشق في 6 آذار 2011", "رام الله، 6 آذار 2011", "صيدا في 6/3/2011", "بغداد/ الأحد 6 آذار 2011"].map(
    (day) => ({
      of: `a city and a day under the headline (${day})`,
      lines: [TITLE, day, ...BODY],
      metadata: { title: TITLE, date: "2011-03-06" },
      aside: [`date-line: ${day}`],
    }),
  ),
  {
    of: "a headline of two words, and a city and a day under it",
    lines: ["سيرة النحات", "دمشق في 6 آذار 2011", ...BODY],
    metadata: { title: "سيرة النحات", date: "2011-03-06" },
    aside: ["date-line: دمشق في 6 آذار 2011"],
  },
  {
    of: "a city and a day for its headline",
    lines: ["دمشق في 6 آذار 2011", ...BODY],
    metadata: { title: "دمشق في 6 آذار 2011" },
  },
  {
    of: "a day that something else has",
    lines: [TITLE, "وُلد في 6 آذار 2011", ...BODY],
    metadata: { title: TITLE },
    paragraphs: ["وُلد في 6 آذار 2011", ...BODY],
  },
  {
    of: "a row of both calendars' days and the number of the issue, over the section",
    lines: ["الأحد 1 ربيع الآخر 1432هـ - 6 آذار 2011م - العدد 8123", SECTION, TITLE, ...BODY],
    metadata: { section: SECTION, title: TITLE, date: "2011-03-06" },
    aside: ["date-line: الأحد 1 ربيع الآخر 1432هـ - 6 آذار 2011م - العدد 8123"],
  },
  {
    of: "a headline that ends with a day",
    lines: ["وقائع الجلسة - 6 آذار 2011", ...BODY],
    metadata: { title: "وقائع الجلسة - 6 آذار 2011" },
  },
  {
    of: "matches with their days, a line each",
    lines: ["مباريات الأسبوع", ...MATCHES],
    metadata: { title: "مباريات الأسبوع" },
    paragraphs: MATCHES,
  },
  {
    of: "buttons for letters under the headline, and under the text a short address and who made the site",
    lines: [
      ...[TITLE, "A+ A- طباعة", ...BODY, "رابط مختصر: http://example.org/a1"],
      ...["جميع الحقوق محفوظة", "تصميم وبرمجة شركة المدار"],
    ],
    metadata: { title: TITLE },
    aside: [
      "share-label: A+ A- طباعة",
      "button: رابط مختصر: http://example.org/a1",
      "button: جميع الحقوق محفوظة",
      "button: تصميم وبرمجة شركة المدار",
    ],
  },
  {
    of: "tags under the text",
    lines: [TITLE, ...BODY, "الوسوم: جسور، عمارة"],
    metadata: { title: TITLE, tags: ["جسور", "عمارة"] },
    aside: ["navigation: الوسوم: جسور، عمارة"],
  },
  {
    of: "a form for comments",
    lines: [
      TITLE,
      ...BODY,
      "اترك تعليقاً",
      "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
      "التعليق *",
      "الاسم *",
    ],
    metadata: { title: TITLE },
    aside: [
      "button: اترك تعليقاً",
      "button: لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *",
      "button: التعليق *",
      "button: الاسم *",
    ],
  },
  {
    of: "readers' comments, and tags over them",
    lines: [TITLE, ...BODY, "الوسوم: جسور، عمارة", "التعليقات (2)", "لمى: صور جميلة.", "أبو سعيد: مبروك"],
    metadata: { title: TITLE, tags: ["جسور", "عمارة"] },
    aside: [
      "navigation: الوسوم: جسور، عمارة",
      "view-count: التعليقات (2)",
      "navigation: لمى: صور جميلة.",
      "navigation: أبو سعيد: مبروك",
    ],
  },
  {
    of: "a count of comments and speakers of the text under it, who speak twice, or are more",
    lines: [TITLE, FIRST, "3 تعليقات", "لمى: متى تعود؟", "سعيد: غدا.", "لمى: سأنتظر."],
    metadata: { title: TITLE },
    aside: ["view-count: 3 تعليقات"],
    paragraphs: [FIRST, "لمى: متى تعود؟", "سعيد: غدا.", "لمى: سأنتظر."],
  },
  {
    of: "a count of comments under the headline, and speakers under it",
    lines: [TITLE, "التعليقات (4)", "لمى: متى تعود؟", "سعيد: غدا."],
    metadata: { title: TITLE },
    aside: ["view-count: التعليقات (4)"],
    paragraphs: ["لمى: متى تعود؟", "سعيد: غدا."],
  },
  {
    of: "a sentence at its end, under words that may head a list",
    lines: [TITLE, FIRST, "المزيد", "وصاح أحدهم: عاد الجسر!"],
    metadata: { title: TITLE },
    paragraphs: [FIRST, "المزيد", "وصاح أحدهم: عاد الجسر!"],
  },
  {
    of: "such words over titles, of which the first asks",
    lines: [TITLE, ...BODY, "آخر الأخبار", RELATED[2] as string, RELATED[0] as string, RELATED[1] as string],
    metadata: { title: TITLE },
    aside: [
      "related-heading: آخر الأخبار",
      `related-title: ${RELATED[2]}`,
      `related-title: ${RELATED[0]}`,
      `related-title: ${RELATED[1]}`,
    ],
  },
  {
    of: "words of furniture that are headings of the text",
    lines: [TITLE, FIRST, "فيسبوك", SECOND, "المزيد من الأعمال", THIRD, "Instagram", SECOND],
    metadata: { title: TITLE },
    paragraphs: [FIRST, "فيسبوك", SECOND, "المزيد من الأعمال", THIRD, "Instagram", SECOND],
  },
  {
    of: "a day that is a heading of the text",
    lines: [TITLE, FIRST, "22 نوفمبر 2017", SECOND],
    metadata: { title: TITLE },
    paragraphs: [FIRST, "22 نوفمبر 2017", SECOND],
  },
  {
    of: "verses, of which none ends as a sentence",
    lines: [TITLE, "يا نهرُ قل لي", "كم مرّت السفنُ", "وكم بقيتَ هنا"],
    metadata: { title: TITLE },
    paragraphs: ["يا نهرُ قل لي", "كم مرّت السفنُ", "وكم بقيتَ هنا"],
  },
  {
    of: "verses under a day",
    lines: ["أغنية للنهر", "7 آذار 2011", ...VERSES],
    metadata: { title: "أغنية للنهر", date: "2011-03-07" },
    aside: ["date-line: 7 آذار 2011"],
    paragraphs: VERSES,
  },
  {
    of: "verses under their poet and a day in figures, and with the poet's own day under them",
    lines: ["أغنية للنهر", "شعر: هالة مراد", "2011/3/7", ...VERSES, "1 شباط 2010"],
    metadata: { title: "أغنية للنهر", date: "2011-03-07", authors: ["هالة مراد"] },
    aside: ["byline: شعر: هالة مراد", "date-line: 2011/3/7"],
    paragraphs: [...VERSES, "1 شباط 2010"],
  },
  {
    of: "verses of which the first begins as a credit does",
    lines: ["أغنية للنهر", "كتبت عنك يا نهر", ...VERSES],
    metadata: { title: "أغنية للنهر" },
    paragraphs: ["كتبت عنك يا نهر", ...VERSES],
  },
  {
    of: "prices under a writer and a day",
    lines: ["اقتصاد", "أسعار الخضار في السوق", "كتب: سامي النجار", "7 آذار 2011", ...PRICES],
    metadata: {
      ...{ section: "اقتصاد", title: "أسعار الخضار في السوق" },
      ...{ date: "2011-03-07", authors: ["سامي النجار"] },
    },
    aside: ["byline: كتب: سامي النجار", "date-line: 7 آذار 2011"],
    paragraphs: PRICES,
  },
  {
    of: "items of which the first begins as a credit does",
    lines: ["كتب وصلت إلينا", "شعر: أغاني النهر", "رواية: بيت على الماء", "مسرح: ثلاثة فصول"],
    metadata: { title: "كتب وصلت إلينا" },
    paragraphs: ["شعر: أغاني النهر", "رواية: بيت على الماء", "مسرح: ثلاثة فصول"],
  },
  {
    of: "days that each head a part of the text",
    lines: ["حكاية الجسر", ...DAYS],
    metadata: { title: "حكاية الجسر" },
    paragraphs: DAYS,
  },
  {
    of: "a headline that begins as a report does",
    lines: ["اقتصاد", "تقرير: أسعار القمح تواصل الارتفاع هذا العام", ...BODY],
    metadata: { section: "اقتصاد", title: "تقرير: أسعار القمح تواصل الارتفاع هذا العام" },
  },
  { of: "nothing but a headline", lines: [TITLE], metadata: { title: TITLE }, paragraphs: [] },
];

describe("a raw page with", () => {
  it.each(SHAPES)("$of is read", ({ lines, metadata, aside: expected = [], paragraphs = BODY }) => {
    const result = read(page(...lines));
    if (metadata) expect(result.metadata).toEqual(metadata);
    expect(result.paragraphs).toEqual(paragraphs);
    expect(result.removed.map(({ why, text }) => `${why}: ${text}`)).toEqual(expected);
  });

  it("a Hijri day alone keeps it as evidence and dates nothing", () => {
    const { metadata, evidence } = read(page(TITLE, "٤ ربيع الأول ١٤٣٩ هـ", ...BODY));
    expect(metadata).toEqual({ title: TITLE });
    expect(evidence[0]).toEqual({ kind: "printed", quote: "٤ ربيع الأول ١٤٣٩ هـ" });
  });

  it.each([
    [`غرق زورق صغير قرب الميناء أمس. ${Array(60).fill(SECOND).join(" ")}`, "غرق زورق صغير قرب الميناء أمس"],
    [`أعلن المهندس أ. د. سامي عن الأعمال! ${FIRST} ${THIRD}`, "أعلن المهندس أ. د. سامي عن الأعمال!"],
    [
      `${FIRST} ${SECOND}`,
      "افتتح المجلس البلدي صباح الأحد جسر المشاة الذي يصل ضفتي النهر، وحضر الافتتاح عدد من سكان الحي القديم الذين انتظروا…",
    ],
  ])(
    "a paragraph for its first line takes its beginning for a headline, and keeps it whole: %#",
    (line, title) => {
      for (const lines of [[line], [line, THIRD]]) {
        const { metadata, finished, titleIsCut } = parseRaw(page("6 آذار 2011", ...lines));
        expect(metadata).toEqual({ title, date: "2011-03-06" });
        expect(titleIsCut).toBe(true);
        expect(finished.body.plain).toBe(lines.join("\n"));
      }
      expect(parseRaw(page(TITLE, line))).not.toHaveProperty("titleIsCut");
    },
  );

  it("references, also those that were escaped twice, is decoded", () => {
    const { metadata, paragraphs } = read(
      page(
        "اتفاق &quot;الجسر&quot; يدخل حيز التنفيذ اليوم",
        "قال المجلس &laquo;تم&raquo; &amp;quot;الأمر&amp;quot; &#1608;&#x627;نتهى، و AT&T باقية.",
      ),
    );
    expect(metadata.title).toBe('اتفاق "الجسر" يدخل حيز التنفيذ اليوم');
    expect(paragraphs).toEqual(["قال المجلس «تم» «الأمر» وانتهى، و AT&T باقية."]);
  });

  it("stray tags loses them, and notes them", () => {
    const text = page(TITLE, "قال <strong>المجلس</strong> إن<br />الأعمال انتهت.", "ثمن أقل < 5 > 3 دنانير.");
    expect(read(text).paragraphs).toEqual(["قال المجلس إن", "الأعمال انتهت.", "ثمن أقل < 5 > 3 دنانير."]);
    expect(aside(text)).toEqual(["markup: <br />", "markup: <strong>", "markup: </strong>"]);
  });

  it.each([
    ["a byte order mark and CRLF", (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`],
    ["bidi controls", (text: string) => text.replaceAll("\n\n", "\u200f\n\n\u202b")],
    ["NBSP between paragraphs", (text: string) => text.replaceAll("\n\n", "\n\n\u00a0\n\n")],
    ["single ends of lines", (text: string) => text.replaceAll("\n\n", "\n")],
    ["line separators", (text: string) => text.replaceAll("\n\n", "\u2028")],
    ["spaces at the ends of lines", (text: string) => text.replaceAll("\n", " \t\n ")],
  ] as const)("%s is read as one without", (_, change) => {
    const plain = page(SECTION, TITLE, ...BODY, "butintrumb", "مقالات ذات صلة", ...RELATED);
    const { value } = decode(Buffer.from(change(plain)), "content/x.txt");
    expect(read(value ?? "")).toEqual(read(plain));
  });

  it("tatweel and presentation forms keeps every letter of its text", () => {
    const written = "ﻗﺎﻝ ﺍﻟﻤﻬﻨﺪﺱ إن الجســـر ﻣﻔﺘﻮﺡ.";
    const { paragraphs, removed } = read(page(TITLE, written, "ﻣﻘﺎﻻت ذات ﺻﻠﺔ", RELATED[0] as string));
    expect(paragraphs).toEqual([written]);
    expect(removed.map(({ why }) => why)).toEqual(["related-heading", "related-title"]);
  });
});

describe("whatever the lines of a raw page are", () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...BODY,
      ...RELATED,
      TITLE,
      SECTION,
      "مقالات ذات صلة",
      "اقرأ أيضا",
      "فيسبوك تويتر",
      "22 نوفمبر 2017",
      "كتب: سامي",
      "رويترز",
      "IMG_1",
      "إعلان",
    ),
    fc
      .array(fc.constantFrom("جسر", "نهر", "و", "Ab", "١٢", ".", "؟", ":"), { minLength: 1, maxLength: 30 })
      .map((words) => words.join(" ")),
  );
  it("each is the section, the headline, a paragraph, or among what was removed: once", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const { metadata, finished, titleIsCut } = parseRaw(lines.join("\n"));
        const kept = finished.body.plain === "" ? [] : finished.body.plain.split("\n");
        // A headline that was cut out of a paragraph stands in the text as well.
        const keys = [titleIsCut ? undefined : metadata.title, metadata.section].filter(
          (one) => one !== undefined,
        );
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
        const found = [...kept, ...finished.body.removed.map(({ text }) => text), ...keys]
          .map(letters)
          .sort();
        expect(found).toEqual(
          lines
            .map(letters)
            .filter((one, i) => one !== "" || lines[i]?.trim() !== "")
            .sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});
