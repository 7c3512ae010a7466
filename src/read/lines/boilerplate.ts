/**
 * What stands on a news page and is not the article: headings of related lists, buttons, share labels, counts, names of
 * pictures. Matched on a whole line, so that a sentence that merely uses such words stays in the text, and folded, so
 * that أيضا, أيضًا and ايضاً are one. Patterns are written as people spell them and folded when they are made.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { askedOnce } from "./asked-once.ts";
import { printedDate } from "./printed-date.ts";

export interface Furniture {
  readonly why: Removed["why"];
  /** False: only before or after the text; between its paragraphs the same words may be a heading of the article. */
  readonly sure: boolean;
  /** Of a heading: how many titles of other articles may follow it between paragraphs of the text. */
  readonly titles?: number;
}

/** The whole of a folded line. Patterns hold no capital escapes, which folding would turn small. */
const line = (...patterns: readonly string[]): RegExp => new RegExp(`^(?:${fold(patterns.join("|"))})$`, "u");

const RELATED = line(
  "(?:مقالات|مواضيع|موضوعات|أخبار|مواد|تقارير|قصص|عناوين|روابط|محتوى|مشاركات|منشورات)(?: أخرى)? (?:ذات|ذو|لها) (?:صلة|علاقة)(?: بالموضوع)?",
  "ذات صلة|مواد متصلة",
  "(?:ال)?(?:أخبار|مواضيع|مقالات|موضوعات|تقارير|مواد|مشاركات) (?:ال)?(?:متعلقة|مشابهة|مرتبطة|مماثلة)",
  "(?:مقالات|مواضيع|موضوعات|أخبار|مواد|تقارير) قد (?:يعجبك|تعجبك|يهمك|تهمك)(?: أيضا)?|اخترنا لكم?|(?:المزيد )?(?:من|في) نفس القسم",
  "قد (?:يعجبك|تعجبك|يهمك|تهمك)(?: أيضا)?|ربما يعجبك(?: أيضا)?|نرشح لك|ننصح بقراءة",
  "(?:ال)?[أا]كثر (?:قراءة|مشاهدة|تداولا|شيوعا|تعليقا|زيارة|رواجا)|(?:ترشيحاتنا|اخترنا لك|يختار لك|قد يهمك|موضوعات تهمك|المزيد من الأخبار|أخبار قد تهمك|مقالات الكاتب|(?:مواضيع|أخبار) ساخنة(?: أخرى)?|(?:مطالب|اخبار) مرتبط)|(?:المزيد من )?مقالات(?: أخرى)? (?:ل)?الكاتب",
  "related (?:articles|posts|stories|news)|you may also like",
);
/** Stands in the midst of a text as well, before one title. */
const READ_ALSO = line(
  "(?:و?اقرأ|اقرئي|شاهد|طالع|تابع|انظر)(?: |)(?:أيضا|كذلك)(?: على موقعنا)?|read (?:also|more)|see also",
  "(?:فيديو|صور|خبر|مقال) قد (?:ي|ت)(?:عجبك|همك|حب(?:ين|ون)?)(?: مشاهدته?ا?| قراءته?ا?| أيضا)?",
);
const MAYBE_RELATED = line(
  "(?:اقرأ |شاهد )?المزيد|(?:اقرأ |شاهد )?المزيد (?:من|حول|عن|في)(?: [^ ]+){0,4}",
  "(?:آخر|أحدث) (?:ال)?(?:مقالات|تدوينات|تعليقات|مواضيع)",
  "(?:آخر|أحدث|أهم|أبرز) (?:ال)?أخبار|(?:أخبار|مقالات|مواضيع|موضوعات|تقارير) أخرى|روابط خارجية|مختارات",
);
/** The title stands in the same line. */
const RELATED_TITLE = new RegExp(
  `^${fold("(?:(?:و?اقرأ|اقرئي|شاهد|طالع|انظر|تابع)(?: |)(?:أيضا|كذلك|المزيد)|ذات صلة|مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|للمزيد|(?:الخبر|المقال|المقالة|الموضوع) (?:السابق|التالي)ة?)")} ?[:|>»–—-]+ ?[^ ]`,
  "u",
);
const BUTTON = line(
  "(?:زر )?(?:الذهاب|العودة|الرجوع|عودة|انتقل|ارجع|اذهب|اصعد)(?: إلى| )? ?(?:ال|ل|لل)?(?:أعلى|صفحة الرئيسية|رئيسية)(?: الصفحة)?",
  "أعلى الصفحة|(?:تحميل|عرض|إظهار) المزيد|إلغاء الرد|تخط(?:ى)? إلى المحتوى",
  "(?:اترك|أضف|اضف|اكتب|ضع) (?:تعليقا|تعليق|تعليقك|ردا|رد)(?: هنا)?(?: و ?اقرأ تعليقات القراء)?|تم (?:إ|أ)?ضافة تعليقك.{0,60}|(?:ال)?(?:بريد|السابق|القادم|التالي) بوست|إرسال التعليق|إضافة تعليق|التعليقات مغلقة",
  "لن يتم نشر عنوان بريدك الإلكتروني(?:[.] الحقول الإلزامية مشار إليها بـ)?|الحقول الإلزامية مشار إليها بـ",
  "احفظ اسمي،? (?:و)?(?:بريدي الإلكتروني|البريد الإلكتروني)،? .{0,120}تعليقي",
  "(?:ال)?رابط (?:ال)?(?:مختصر|دائم|ثابت)(?: لل?(?:مقال|مقالة|خبر|موضوع|صفحة))? ?:? ?https?://[^ ]+|short ?link ?:? ?https?://[^ ]+",
  "حجم (?:ال)?خط(?: ?[-+aأ|/]| صغير| متوسط| كبير)*|(?:تكبير|تصغير) (?:ال)?خط ?[|/-]? ?(?:تكبير|تصغير) (?:ال)?خط",
  "(?:ال)?نسخة (?:قابلة |القابلة |صالحة )?للطباعة|(?:اضغط|انقر) للمشاركة (?:على|عبر) .{2,40}|مرتبط|(?:التنقل بين|تصفح) (?:المقالات|التدوينات)|اترك تعليقا? إلغاء الرد|سجل الدخول أو .{0,20}لإضافة تعليقات|ليست هناك تعليقات|(?:إرسال|نشر) تعليق|إرسال بالبريد الإلكتروني|كتابة مدونة حول هذه المشاركة|رسالة أحدث.{0,40}|الاشتراك في: .{0,40}[(]atom[)]|(?:بدعم من|يعمل بواسطة|تدعمه|مدعوم من) (?:wordpress|ووردبريس|blogger|بلوجر|drupal|joomla)|اضغط ل(?:ل)?(?:طباعة|إرسال).{0,60}|معجب بهذه|إعجاب تحميل|(?:تقييم|قيم)(?: هذا)? (?:ال)?(?:موضوع|مقال|مقالة|خبر)",
  "لا (?:(?:ت|ي)وجد )?(?:أي )?تعليقات(?: (?:بعد|حتى الآن|على هذا (?:ال)?(?:خبر|مقال|موضوع)))?|تعليقات (?:ال)?فيسبوك|كن أول من يعلق.{0,40}|شارك(?:نا)? (?:ب)?(?:تعليقك|رأيك)",
  "(?:نحن )?(?:نستخدم|يستخدم (?:هذا )?(?:ال)?موقع(?:نا)?|هذا الموقع يستخدم|تستخدم هذه الصفحة) (?:.{0,20})?(?:ملفات (?:تعريف )?(?:ال)?ارتباط|(?:ال)?كوكيز|cookies).{0,160}|(?:باستخدامك|بمتابعتك|بمتابعة) .{0,60}(?:ملفات (?:تعريف )?(?:ال)?ارتباط|كوكيز|cookies).{0,80}",
  "[aأ][+-](?: ?[|/]? ?[aأ][+-]?){1,2}|[+-][aأ](?: ?[|/]? ?[+-]?[aأ]){1,2}",
  "(?:جميع )?(?:ال)?حقوق (?:النشر )?محفوظة.{0,60}|back to top|leave a reply|skip to content|search for",
);
/** Signs for smaller and larger letters. */
const SIZES = /^(?:- ?[|/]? ?\+|\+ ?[|/]? ?-)$/;
/** What stands under articles about those who wrote them, or the comments. */
const DISCLAIMER = line(
  "(?:ملاحظة ?: ?|تنويه ?: ?)?(?:جميع |كل |إن )?(?:ال)?(?:آراء|تعليقات|مقالات|مواد|ما|مقال|محتوى)(?: [^ ]+){0,6} لا (?:ت|ي)عبر(?:ان)?(?: بالضرورة)? عن (?:رأي|آراء|وجهة نظر|سياسة|موقف)(?: [^ ]+){1,14}",
);
const MAYBE_BUTTON = line(
  "التفاصيل|إغلاق|بحث|بحث عن|ابحث|القائمة|التالي|السابق|المقال (?:السابق|التالي)|الخبر (?:السابق|التالي)|الرئيسية|الصفحة الرئيسية|تسجيل الدخول",
  "(?:تصميم|برمجة|تطوير)(?: الموقع| و ?(?:تصميم|برمجة|تطوير|تنفيذ|استضافة)){1,3} ?(?:[:|-]|(?:من )?(?:قبل )?(?:شركة|مؤسسة|مجموعة|استوديو)) ?[^ ]+(?: [^ ]+){0,3}",
  "(?:ال)?رابط (?:ال)?(?:مختصر|دائم|ثابت)(?: لل?(?:مقال|مقالة|خبر|موضوع|صفحة))?|(?:تكبير|تصغير) (?:ال)?خط",
  "powered by [^ ]+(?: [^ ]+){0,2}",
  "الاسم|البريد الإلكتروني|الموقع الإلكتروني|التعليق|اشترك|متابعة|next|previous|menu|home",
);
/** Players that read a text aloud, and the time they need. */
const PLAYER = line(
  "(?:ال)?(?:استمع|استمعي|استماع)(?: الآن)?(?: (?:إلى|ل) ?(?:ال|هذا ال|هذه ال|لل)?(?:مقالة?|خبر|موضوع|تقرير|نص|صفحة|مادة))?|(?:الاستماع|استمع) لل?(?:مقالة?|خبر|موضوع|تقرير|نص)|(?:ال)?(?:خبر|مقال) (?:ال)?(?:صوتي|مسموع)",
  "(?:listen to|getting) (?:this|your|the) .{2,40}|listen|play audio|tt",
);
/** `تابعوا المدينة على`, `تابع أحدث الأخبار عبر تطبيق`: below and over a text; in it somebody may say so. */
const FOLLOW = line(
  "(?:تابع|تابعو|تابعوا|تابعونا|تابعنا|تابعي|تابعينا|انضموا?|اشتركوا?|اشترك/ي|حملوا?|ابق(?:وا)?)(?: [^ ]+){0,6} (?:على|عبر|في|إلى|من خلال|ب|لتصلك) ?(?:ال)?(?:تطبيق(?:نا|ات)?|قناة|قناتنا|قنواتنا|صفحتنا|حسابنا|حساباتنا|منصات|منصاتنا|مواقع التواصل|نبض|google|غوغل|جوجل|news|واتساب|تلغرام|تليجرام|تيليغرام|فيسبوك|تويتر|إكس|يوتيوب|إنستغرام|أبرز)(?: [^ ]+){0,6}",
  "(?:تابع|تابعو|تابعوا|تابعونا|تابعنا)(?: [^ ]+){0,3} (?:على|عبر) ?:?|(?:شاهد |فيديو )?قد (?:ت|ي)(?:حب|حبين|ود|ودين) (?:مشاهدت|قراءت)(?:ه|ها)",
  "(?:اضغط|انقر) هنا ل(?:ل)?(?:مشاركة|متابعة|اشتراك)(?: [^ ]+){0,6}|copied|הקישור הועתק!?",
);
const ADVERTISEMENT = line(
  "إعلان|إعلانات|الإعلانات|مساحة إعلانية|محتوى (?:دعائي|ممول|إعلاني)|advertisement|advertisements|sponsored|ads?",
);

const words = (text: string): ReadonlySet<string> => new Set(fold(text).split(/\s+/));
const NETWORKS =
  words(`فيسبوك فايسبوك الفيسبوك تويتر إكس واتساب واتسآب واتس تيلقرام تلغرام تليغرام تيليجرام تليجرام
  تلجرام تيليغرام لينكدإن لينكدان لينكد بينتيريست بنترست بينترست ماسنجر مسنجر سكايب فايبر لاين ريديت إنستغرام انستجرام
  سناب facebook twitter x whatsapp telegram linkedin pinterest messenger viber skype reddit tumblr vkontakte pocket`);
const SHARING =
  words(`شارك شاركها شاركه شاركنا مشاركة المشاركة انشر انشرها غرد طباعة اطبع نسخ حفظ أرسل إرسال تابعنا تابعونا
  share print copy email tweet`);
const BESIDE =
  words(`على عبر في مع إلى هذا هذه المقال المقالة الخبر الموضوع الصفحة الرابط رابط البريد بريد الإلكتروني
  الالكتروني إيميل لصديق صديق صديقك آب اب إن شات ماسنجر google غوغل جوجل plus بلس نيوز news بوك أخرى on via link
  to this + a a+ a- +a -a | / ، , - · • :`);

/** `فيسبوك تويتر واتساب طباعة مشاركة عبر البريد نسخ الرابط`. One word alone may be a heading of the text. */
function shareLabel(key: string): Furniture | null {
  const parts = key.split(/[ |/،,·•:]+/).filter((one) => one !== "");
  const networks = parts.filter((one) => NETWORKS.has(one)).length;
  const verbs = parts.filter((one) => SHARING.has(one)).length;
  if (networks + verbs === 0 || networks > 12) return null;
  const others = parts.filter((one) => !NETWORKS.has(one) && !SHARING.has(one));
  if (!others.every((one) => BESIDE.has(one))) return null;
  return { why: "share-label", sure: networks + verbs > 1 || (verbs === 1 && others.length > 0) };
}

const NUMBER = /^[+(]?\d[\d.,٬k]*\)?$/u;
const COUNTED = words(
  "مشاهدة مشاهدات المشاهدات زيارة زيارات الزيارات القراءات قراءات زوار الزوار تعليق تعليقات التعليقات views view comments",
);
const READING = words("قراءة للقراءة القراءة read");
const MINUTES = words("دقيقة دقائق دقيقتان دقيقتين min mins minutes minute");
const BESIDE_COUNTS = words("عدد وقت مدة زمن واحدة أقل من المشاهدة ثانية ثوان less than a 👁 | - – · • : /");

const TIMES = line(
  "(?:تمت? )?(?:قرئت?|شوهدت?|(?:ال)?قراءت?(?:ه|ها)?|(?:ال)?مشاهدت?(?:ه|ها)?) ?:? ?[(]?\\d[\\d.,]*[)]? (?:مرة|مرات)",
);

/** `3 دقائق قراءة`, `1,204 مشاهدات`, `0 245 دقيقة واحدة`. */
function count(key: string): Furniture | null {
  if (TIMES.test(key)) return { why: "view-count", sure: true };
  const parts = key.split(/[\s:]+/).filter((one) => one !== "");
  const among = (set: ReadonlySet<string>) => parts.some((one) => set.has(one));
  const known = (one: string) =>
    NUMBER.test(one) || [COUNTED, READING, MINUTES, BESIDE_COUNTS].some((set) => set.has(one));
  if (parts.length > 10 || !parts.every(known)) return null;
  const numbered = parts.some((one) => NUMBER.test(one));
  const [counted, reading, minutes] = [among(COUNTED), among(READING), among(MINUTES)];
  if (!(numbered && (counted || reading)) && !minutes) return null;
  if (parts.every((one) => MINUTES.has(one))) return null;
  return { why: "view-count", sure: counted || reading };
}

const PICTURE_FILE = /^[^.؛؟!]{1,100}[.](?:jpe?g|png|gif|webp|bmp|tiff?|avif|heic)$/iu;
const CAMERA =
  /^(?:img|image|images|dsc[nf]?|pxl|photo|pic|picture|whatsapp image|screen ?shot|fb|thumb|thumbnail|untitled|unnamed|download|capture|maxresdefault)(?:[ _(-]*\d[\w ().:-]*)?(?: ?[ap]m)?$/i;
const TOKEN = /^[a-z0-9](?:[a-z0-9._+-]|%20)*$/i;
const AGENCIES = /^(?:reuters|afp|ap|dpa|upi|efe|xinhua|tass|getty|epa|bbc|cnn)$/i;

/** What is left of a picture: its file's name or alt text, one Latin token. A capitalised word may be a heading. */
function pictureName(text: string): Furniture | null {
  if (
    PICTURE_FILE.test(text) ||
    (CAMERA.test(text) && !/^(?:images?|photos?|pictures?|download|fb|capture)$/i.test(text))
  )
    return { why: "picture-name", sure: true };
  if (!TOKEN.test(text) || text.length > 100 || !/[a-z_]/i.test(text) || AGENCIES.test(text)) return null;
  if (printedDate(text)) return null;
  if (/^www\.|\.(?:com|net|org|info|[a-z]{2})$/i.test(text)) return null;
  return { why: "picture-name", sure: /_|^[a-z0-9-]{4,}$/.test(text) };
}

/** Longer lines are text, whatever marks and tatweel are among their letters. In UTF-16 units. */
const LONGEST = 260;

const oneLine = (text: string): string =>
  /\s\s|[^\S ]|^ | $/.test(text) ? text.replace(/\s+/g, " ").trim() : text;

/** What a whole line is, when it is no part of an article; null for text. */
export const furnitureOf = askedOnce((text: string): Furniture | null => {
  if (text.length > LONGEST) return null;
  const key = oneLine(fold(text));
  if (key.length <= 240 && RELATED_TITLE.test(key)) return { why: "related-title", sure: true };
  if (key.length > 190 || key === "") return null;
  const bare = key.replace(/^[\s•*>»|-]+|(?<![\s:.…»«<>|*-])[\s:.…»«<>|*-]+$/g, "");
  if (RELATED.test(bare)) return { why: "related-heading", sure: true, titles: 6 };
  if (READ_ALSO.test(bare)) return { why: "related-heading", sure: true, titles: 1 };
  if (BUTTON.test(bare) || SIZES.test(key)) return { why: "button", sure: true };
  if (DISCLAIMER.test(bare)) return { why: "navigation", sure: true };
  if (ADVERTISEMENT.test(bare)) return { why: "advertisement", sure: true };
  if (MAYBE_RELATED.test(bare)) return { why: "related-heading", sure: false, titles: 6 };
  if (MAYBE_BUTTON.test(bare)) return { why: "button", sure: false };
  const label = shareLabel(bare) ?? count(key) ?? pictureName(oneLine(text.normalize("NFKC")));
  if (label) return label;
  if (PLAYER.test(bare)) return { why: "button", sure: false };
  return FOLLOW.test(bare) ? { why: "navigation", sure: false } : null;
});
