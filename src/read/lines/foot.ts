/**
 * What stands below the text of a news page alone: newsletters, apps and channels of the outlet, its menu once more, its
 * rights. Above the text or in it the same words may be the article's.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { Removed } from "../../model/article.ts";
import { TAGS } from "../vocabulary/labels.ts";

const OUTLET_LINKS =
  "من نحن|عن (?:الموقع|الجريدة|الصحيفة)|اتصل(?:وا)? بنا|تواصل(?:وا)? معنا|[أا]علن معنا|للإعلان(?: معنا)?|خريطة الموقع|(?:سياسة|اتفاقية) (?:ال)?(?:خصوصية|استخدام)|(?:شروط|أحكام|قواعد)(?: و ?(?:أحكام|شروط))? (?:ال)?(?:استخدام|خدمة|نشر)|الشروط والأحكام|إخلاء (?:ال)?مسؤولية|privacy policy|terms(?: of (?:use|service))?|contact us|about us|sitemap";
const NEWSLETTER =
  "(?:للاشتراك|اشترك(?:وا)?|سجل(?:وا)?)(?: الآن| معنا)? (?:في|ب) ?(?:نشرتنا|(?:ال)?نشرة (?:ال)?(?:بريدية|إخبارية|يومية|أسبوعية)|نشراتنا|النشرات|قائمتنا|القائمة البريدية|قناتنا|خدمة (?:الإشعارات|الأخبار|الرسائل))(?: [^ ]+){0,8}|[أا]دخل(?:وا)? (?:عنوان )?(?:بريدك|البريد|إيميلك)(?: [^ ]+){0,6}|(?:النشرة|القائمة) البريدية|لتصلك (?:آخر|أحدث|أهم)(?: [^ ]+){1,8}";
const APPS =
  "(?:حمل|نزل|قم بتحميل|لتحميل|تحميل)(?:وا)?(?: الآن)? (?:ال)?تطبيق(?:نا|ات)?(?: [^ ]+){0,8}|(?:متوفر|حمله|احصل عليه) (?:على|من) (?:google play|app store|غوغل بلاي|آب ستور)|google play|app store";
const CHANNELS =
  "(?:تابعنا|تابعونا|تابعوا (?:صفحتنا|قناتنا|حساباتنا|أخبارنا)|انضم(?:وا)? (?:الآن )?(?:إلى|ل) ?(?:قناتنا|قنواتنا|صفحتنا|مجموعتنا)|للانضمام (?:إلى|ل) ?(?:قناتنا|مجموعتنا))(?: [^ ]+){0,8}|لمتابعة (?:آخر|أحدث|أهم|المزيد من) (?:ال)?أخبار(?: [^ ]+){0,10}|ل?لمزيد من (?:ال)?أخبار(?: [^ ]+){0,8}";
const RIGHTS =
  "(?:copyright )?© ?.{0,80}|copyright .{0,80}|(?:جميع |كل |كافة )?(?:ال)?حقوق (?:(?:ال)?(?:طبع|نشر|نسخ|ملكية)(?: و ?(?:ال)?(?:طبع|نشر|نسخ|توزيع))? )?محفوظة.{0,80}|(?:العودة|عودة|الرجوع) إلى (?:القسم|الأعلى|القائمة)";
const FOOT = new RegExp(`^(?:${fold([OUTLET_LINKS, NEWSLETTER, APPS, CHANNELS, RIGHTS].join("|"))})$`, "u");
/** `لقراءة المزيد عن` says that the words below are tags only where nothing but they stand in the line. */
const TAGS_BELOW = new RegExp(`^(?:${fold(TAGS)}) ?:?$`, "u");
const LABELLED_TAGS = new RegExp(`^(?:${fold(TAGS)}) ?[:：] ?(?=[^ ])`, "u");
/** Longer lines are text. In UTF-16 units, and words of a tag. */
const LONGEST = 120;
const TAG_WORDS = 3;
const LONGEST_TAG = 5;

const keyOf = (line: string): string =>
  fold(line)
    .replace(/\s+/g, " ")
    .replace(/^[\s•*>»|-]+|(?<![\s:.!…»«<>|*-])[\s:.!…»«<>|*-]+$/g, "");

/** What a whole line below the text is; null for text. */
export function footOf(line: string): Removed["why"] | null {
  return line.length <= LONGEST && FOOT.test(keyOf(line)) ? "navigation" : null;
}

/** `الوسوم: بستان، ليمون` → its tags, none where they cannot be told apart; null for any other line. */
export function tagsIn(line: string): readonly string[] | null {
  if (line.length > LONGEST * 3 || !LABELLED_TAGS.test(fold(line).replace(/\s+/g, " "))) return null;
  const tags = line.replace(/^[^:：]*[:：]\s*/u, "").split(/\s*[،,|#/•·]\s*/u);
  return tags.filter((tag) => tag !== "" && tag.length <= 60 && tag.split(/\s+/).length <= LONGEST_TAG);
}

export const isTagsHeading = (line: string): boolean =>
  line.length <= LONGEST && TAGS_BELOW.test(keyOf(line));
export const mayBeTag = (line: string): boolean =>
  line.split(/\s+/).length <= TAG_WORDS && /^#?[\p{L}\p{M}\p{N}_ ]{2,40}$/u.test(line);
