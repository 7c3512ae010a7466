/**
 * What stands on a news page and is not the article: headings of related lists, buttons, share labels, counts. Matched on
 * a whole line, so that a sentence that merely uses such words stays in the text.
 */
import { stripBidiControls } from "../arabic/bidi.ts";
import type { TakenOut } from "../model/article.ts";

const word = (pattern: string): RegExp => new RegExp(`^(?:${pattern})\\s*[:：.…»«<>-]*$`, "u");

const RELATED = word(
  "(?:مقالات|مواضيع|موضوعات|أخبار|اخبار|مواد|تقارير|قصص|عناوين)\\s+(?:ذات|ذو)\\s+(?:صلة|علاقة)|(?:أخبار|اخبار|مواضيع|مقالات|موضوعات)\\s+(?:متعلقة|مشابهة|مرتبطة|أخرى|اخرى)|(?:اقرأ|إقرأ|اقرا|أقرأ|شاهد|طالع|تابع|انظر)\\s*(?:أيضا|أيضًا|أيضاً|ايضا|ايضاً|ايضًا|كذلك)|قد\\s+(?:يعجبك|يهمك)(?:\\s+(?:أيضا|أيضًا|أيضاً|ايضا))?|المزيد\\s+(?:من|حول|عن)(?:\\s+\\S+){0,3}|الأكثر\\s+(?:قراءة|مشاهدة|تداولا|تداولًا|شيوعا)|مقالات\\s+الكاتب|آخر\\s+الأخبار|روابط\\s+(?:ذات\\s+صلة|خارجية)",
);
const RELATED_INLINE =
  /^(?:اقرأ|إقرأ|اقرا|أقرأ|شاهد|طالع)\s*(?:أيضا|أيضًا|أيضاً|ايضا|ايضاً|المزيد)\s*[:：]\s*\S/u;
const BUTTON = word(
  "(?:زر\\s+)?(?:الذهاب|العودة|الرجوع|عودة|انتقل|ارجع|إذهب|اذهب)\\s+(?:إلى|الى|ل)\\s*(?:ال)?(?:أعلى|اعلى|الأعلى|الاعلى|لأعلى|لاعلى|الصفحة\\s+الرئيسية|الرئيسية)(?:\\s+الصفحة)?|(?:العودة|عودة)\\s+(?:للأعلى|للاعلى|لأعلى)(?:\\s+الصفحة)?|أعلى\\s+الصفحة|اترك\\s+(?:تعليقا|تعليقًا|تعليقاً|رد|ردا|ردًا|رداً)|أضف\\s+(?:تعليقا|تعليقًا|تعليقاً|تعليق)|إلغاء\\s+الرد|إغلاق|بحث\\s+عن|القائمة|تحميل\\s+المزيد|عرض\\s+المزيد|التالي|السابق|المقال\\s+(?:السابق|التالي)",
);
const SHARE_WORD =
  /^(?:فيسبوك|فايسبوك|الفيسبوك|تويتر|إكس|اكس|‫X|واتساب|واتس\s?اب|تيلقرام|تلغرام|تليغرام|تيليجرام|تلجرام|لينكدإن|لينكدان|لينكد|إن|بينتيريست|بنترست|ماسنجر|سكايب|فايبر|لاين|ريديت|طباعة|اطبع|مشاركة|شارك|شاركها|انشر|عبر|البريد|الإلكتروني|الالكتروني|إيميل|بريد|نسخ|الرابط|رابط|غرد|غرّد|حفظ|Facebook|Twitter|WhatsApp|Telegram|LinkedIn|Pinterest|Messenger|Viber|Skype|Reddit|Print|Email|Share|Tumblr|VKontakte|Google|Google\+|\+|X)$/iu;
const SHARE_STRONG =
  /فيسبوك|فايسبوك|تويتر|واتس|تيلقرام|تل[يغج]|طباعة|مشاركة|شارك|نسخ|Facebook|Twitter|WhatsApp|Share|Print/iu;
const COUNTS =
  /^(?:(?:عدد\s+)?(?:المشاهدات|الزيارات|القراءات|التعليقات)\s*[:：]?\s*[\d٠-٩.,٬]+|[\d٠-٩.,٬]+\s*(?:مشاهدة|مشاهدات|قراءة|قراءات|زيارة|تعليق|تعليقات)|(?:وقت\s+القراءة\s*[:：]?\s*)?(?:[\d٠-٩]+|أقل\s+من|دقيقة|دقيقتان)\s*(?:دقيقة|دقائق|دقيقه)?\s*(?:واحدة)?\s*(?:للقراءة|قراءة)?)$/u;
const COUNT_UNIT = /مشاهد|قراء|زيار|تعليق|دقيق|دقائق/u;
/** One Latin token: what is left of a picture's alt text or file name. */
const PICTURE_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|%20)*$/;
const ADVERTISEMENT = word(
  "إعلان|اعلان|إعلانات|اعلانات|الإعلانات|محتوى\\s+(?:دعائي|ممول|إعلاني)|advertisement|ads?",
);

const isShareLine = (line: string): boolean => {
  const words = line.split(/[\s|/،,]+/).filter((one) => one !== "");
  return words.length > 0 && words.every((one) => SHARE_WORD.test(one)) && SHARE_STRONG.test(line);
};

/** What a whole line is, when it is no part of an article; null for text. */
export function furnitureOf(text: string): TakenOut["why"] | null {
  const line = stripBidiControls(text).trim();
  if (line.length > 120) return null;
  if (RELATED.test(line)) return "related-heading";
  if (RELATED_INLINE.test(line)) return "related-title";
  if (BUTTON.test(line)) return "button";
  if (isShareLine(line)) return "share-label";
  if (COUNTS.test(line) && COUNT_UNIT.test(line)) return "view-count";
  if (ADVERTISEMENT.test(line)) return "advertisement";
  if (PICTURE_NAME.test(line) && /[A-Za-z]/.test(line) && line.length <= 80) return "picture-name";
  return null;
}
