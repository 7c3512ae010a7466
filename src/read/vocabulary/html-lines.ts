/**
 * Lines that saved pages print among the text of an article and that are the page's own wherever they stand: players,
 * buttons, counters, appeals to follow or to comment, what a system writes for want of a list, shortcodes that nothing expands.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";

const whole = (...patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${fold(patterns.join("|"))})$`, "u");

const ARTICLE = "(?:هذا |هذه )?(?:ال|لل?)?(?:مقالة?|خبر|نص|تقرير|قصة|موضوع|مادة|صفحة)";
const CHANNEL =
  "(?:(?:google|غوغل|جوجل) ?(?:news|نيوز)|أخبار (?:google|غوغل|جوجل)|تطبيق|قنات|قناة|صفحت|صفحات|حساب|نشرت|واتساب|تلغرام|تليغرام|تيليجرام|يوتيوب|فيسبوك|تويتر|انستغرام)";
const LINES: readonly (readonly [Removed["why"], RegExp])[] = [
  [
    "button",
    whole(
      `(?:استمع(?:وا|ي)?|اسمع|الاستماع)(?: (?:إلى |ل)?${ARTICLE})?`,
      "getting your trinity audio player ready.{0,5}",
      "\\d{1,2}:\\d{2} ?/ ?\\d{1,2}:\\d{2}|00:00",
      "تم (?:النسخ|نسخ الرابط)|نسخ الرابط|(?:link )?copied",
      "[+-]? ?(?:حجم )?الخط ?[+-]|[+-] ?الخط",
      "عرض (?:التفاصيل|الملف الشخصي|جميع المقالات)",
      "(?:اضف|اترك|اكتب) تعليق(?:ا|ك)? واقرأ تعليقات القراء",
      "(?:لا|ليس) (?:توجد|هناك|يوجد)(?: أي)? تعليقات على (?:هذا )?(?:ال)?(?:خبر|مقال|مقالة|موضوع)",
      "(?:بروتوكول|شروط|ضوابط|سياسة) (?:نشر )?التعليق(?:ات)?.{0,60}",
    ),
  ],
  ["share-label", whole(`شارك(?:ي|وا)? (?:على|عبر|${ARTICLE})`, "share this")],
  [
    "navigation",
    whole(
      `(?:و?تابع(?:وا?|ي|ونا|نا)?|لمتابعة|للمزيد تابعوا?|اشترك(?:وا)?|انضم(?:وا)?) [^.؟!]{0,70}${CHANNEL}[^.؟!]{0,30}`,
      "تابع(?:وا?|ونا|نا)(?: [^.؟!]{2,40})? (?:على|عبر)",
      "(?:(?:لا|ليس) )?(?:يجوز|يمنع|يحظر|يسمح) (?:استخدام|نسخ|نقل|اقتباس|إعادة|نشر) .{0,60}(?:مواد|محتوى|محتويات|موقع|مادة).{0,120}(?:إذن|موافقة|ترخيص).{0,60}",
      "يحتوي هذا القسم على .{0,40}(?:ذات|ذو) صلة.{0,80}",
      `لدعم (?:صحافتنا|عملنا|موقعنا).{0,120}`,
    ),
  ],
  [
    "advertisement",
    whole(
      "(?:للحصول على أفضل تجربة.{0,5} )?(?:و?(?:قم ب)?(?:حمل(?:وا)?|نزل(?:وا)?|تحميل|تنزيل)) [^.؟!]{0,40}تطبيق[^.؟!]{0,60}",
    ),
  ],
];
/** `[ad_1]`, `[gallery ids="1,2"]`: what WordPress leaves where the plug-in that reads it is gone. */
const SHORTCODE = /^\[\/?[a-z][\w-]*(?:[ =][^[\]]*)?\/?\]$/i;
/** Longer lines are text. In UTF-16 units. */
const LONGEST = 260;

/** Why a whole line is the page's; null for text. */
export function pageLineOf(text: string): Removed["why"] | null {
  if (text.length > LONGEST || text === "") return null;
  if (SHORTCODE.test(text)) return "markup";
  const key = fold(text)
    .replace(/\s+/g, " ")
    .replace(/(?<![\s:.!…|])[\s:.!…|]+$|^[\s*•|]+/gu, "");
  return LINES.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** What a line below a text says of the writer who is named above it. */
export const OF_WRITER =
  /^(?:ال)?(?:كاتبة?|صحا?في(?:ة)?|باحثة?|[أا]كاديمي(?:ة)?|محللة?|شاعرة?|روائي(?:ة)?|[أا]ستاذة?|ناقدة?)(?:\s[\p{L}\p{M}]+){0,5}$/u;
