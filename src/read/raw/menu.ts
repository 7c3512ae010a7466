/**
 * The top of a page that was copied whole: the outlet's menu, the day it was looked at, weather and rates. Told by the menu,
 * several lines of sections and of what every site has; without one nothing is taken for the top of a page.
 */
import { fold } from "../../arabic/letters/fold.ts";
import { furnitureOf } from "../lines/boilerplate.ts";
import { isProse, rowOf } from "../lines/line.ts";
import { printedDate } from "../lines/printed-date.ts";
import { isKnownSection } from "./section.ts";

const OF_ANY_SITE = new RegExp(
  `^(?:${fold(
    [
      "(?:الصفحة )?الرئيسية|اتصل(?:وا)? بنا|تواصل معنا|للتواصل|من نحن|عن (?:الموقع|الجريدة|الصحيفة)|(?:أعلن|إعلن) معنا|للإعلان|خريطة الموقع",
      "(?:ال)?أرشيف|النسخة (?:الورقية|المطبوعة)|عدد اليوم|(?:تسجيل )?(?:ال)?دخول|تسجيل(?: حساب)?|إنشاء حساب|بحث|القائمة(?: الرئيسية)?|اشترك|الاشتراكات?|خدمات",
      "(?:ال)?(?:فيديو|فيديوهات|صور|ألبومات?|بودكاست|انفوغرافيك|انفوجراف|كاريكاتير|كاريكاتور|مالتيميديا|ملتيميديا|بث مباشر|البث المباشر|وظائف|استطلاعات?|ملفات خاصة)",
      "home|menu|search|login|sign in|contact(?: us)?|about(?: us)?|archive|english|francais|rss|العربية|عربي",
    ].join("|"),
  )})$`,
  "u",
);
const ASIDE = new RegExp(
  `^(?:${fold(
    [
      "(?:[^ ]+ ){0,2}-?\\d{1,2} ?[°º˚] ?[cf]?|-?\\d{1,2} ?(?:°|º|درجة(?: مئوية)?)|(?:غائم|مشمس|صاف|صحو|ممطر|ضباب|غيوم)(?: (?:جزئيا|متفرقة|غالبا|خفيف))?|(?:حالة )?(?:ال)?طقس|درجات? الحرارة",
      "(?:ال)?(?:دولار|يورو|استرليني|ذهب|ريال|دينار|درهم|جنيه|ليرة)(?: [^ ]+)? ?:? ?[\\d.,]+|أسعار (?:العملات|الصرف)|usd|eur|عاجل|خبر عاجل|مباشر",
    ].join("|"),
  )})$`,
  "u",
);
/** Between two lines of a menu so many others may stand, of so many words. */
const GAP = 2;
const ITEM_WORDS = 4;
const FEWEST = 4;
/** Where it begins at the latest, and how far down a headline is looked for. In lines. */
const LATEST = 8;
const DEEPEST = 80;

/** In UTF-16 units. */
const LONGEST_ITEM = 40;
const LONGEST_ROW = 240;

const keyOf = (line: string): string =>
  fold(line)
    .replace(/^[\s•*»>|-]+|(?<![\s«<|:-])[\s«<|:-]+$/g, "")
    .trim();
const isItem = (line: string): boolean => {
  if (line.length > LONGEST_ITEM) return false;
  const key = keyOf(line);
  return OF_ANY_SITE.test(key) || isKnownSection(key);
};
const wordsIn = (line: string): number => line.split(/\s+/).length;

/** A menu in one line: `سياسة | اقتصاد | رياضة | ثقافة`. */
export function isMenuRow(line: string): boolean {
  if (line.length > LONGEST_ROW) return false;
  const parts = line.split(/\s*[|/•·»›>]\s*|\s{2,}/u).filter((part) => part !== "");
  const items = parts.length >= FEWEST ? parts : line.split(/\s+/);
  return items.length >= FEWEST && items.filter(isItem).length * 4 >= items.length * 3;
}

/** How many of the first lines are the menu and what stands around it. */
export function menuAtTop(lines: readonly string[]): number {
  const prose = lines.slice(0, DEEPEST).findIndex(isProse);
  const top = lines.slice(0, prose < 0 ? DEEPEST : prose);
  const start = top.findIndex(isItem);
  if (start < 0 || start > LATEST) return 0;
  let end = start;
  let items = 0;
  for (const [i, line] of top.entries()) {
    if (i < start || i - end > GAP + 1) continue;
    if (wordsIn(line) > ITEM_WORDS) break;
    if (!isItem(line)) continue;
    [end, items] = [i, items + 1];
  }
  const menu = top.slice(start, end + 1);
  const isOfSite = menu.some((line) => OF_ANY_SITE.test(keyOf(line)));
  if (items < FEWEST || !isOfSite) return 0;
  // One that the menu has already is the section of the page.
  const last = keyOf(top[end] as string);
  if (menu.slice(0, -1).some((line) => keyOf(line) === last)) return end;
  let below = end + 1;
  while (below < top.length && isAround(top[below] as string)) below += 1;
  // What is left holds a headline.
  const isHeadline = (line: string) => wordsIn(line) > 2 && !isAround(line);
  return top.slice(below).some(isHeadline) ? below : 0;
}

function isAround(line: string): boolean {
  const key = keyOf(line);
  return (
    ASIDE.test(key) ||
    printedDate(line) !== null ||
    rowOf(line, 0) !== null ||
    furnitureOf(line)?.sure === true
  );
}
