/** Lines that say who wrote a text or which agency it is from. Only such a line as a whole: a sentence never is one. */

import { fold } from "../../arabic/letters/fold.ts";
import { stripBidiControls } from "../../arabic/typography/bidi.ts";
import { askedOnce } from "./asked-once.ts";
import { isCity } from "./cities.ts";
import { withDashes } from "./keyboard-dash.ts";
import { writersIn } from "./placeholder-names.ts";

export interface Credit {
  readonly authors: readonly string[];
  readonly agency: string | null;
  /** False where the same words may begin a headline: `تقرير: …`. */
  readonly sure: boolean;
}

const SURE_LABEL =
  "كتبت?\\s+بواسطة|كتب(?:ت|ه|ها|وا)?|بقلم|[إا]عداد(?:\\s+و(?:تقديم|تحرير))?|(?:نشرت?|مرسلة?|[أا]ضيفت?)\\s+بواسطة|بواسطة|by|written by";
const LABEL = `${SURE_LABEL}|تقرير|تحرير|ترجمة|شعر|حوار|حاور(?:ه|ها|ته|تها)|[أا]جر[ىت]\\s+الحوار|الكاتبة?|المحررة?|المراسلة?`;
const LABELLED = new RegExp(`^(?:${LABEL})\\s*[:：/–—-]+\\s*(\\S.{0,78})$`, "iu");
const SURELY = new RegExp(`^(?:${SURE_LABEL})(?:\\s|[:：/–—-])`, "iu");
/** Labels that begin headlines as well, with a name of several words behind them and nothing else. */
const WORK =
  /^(?:(?:تحقيق|متابعة|تغطية|حوار|تقرير)(?:\s+و\s?(?:تصوير|ترجمة|تحرير|[إا]عداد))?|حاور(?:ه|ها|ته|تها)\s+في\s+\p{L}[\p{L}\p{M} ]{1,25}|(?:مراسل|موفد|مندوب)ت?نا(?:\s+(?:في|[إا]لى)\s+[\p{L}\p{M} ]{2,25})?)\s*[:：/–—-]+\s*((?!ال)\p{L}[\p{L}\p{M}.]*(?:\s+\p{L}[\p{L}\p{M}.]*){1,3})$/u;
const POSTED =
  /^(?:نشرت?|مرسلة?|[أا]ضيفت?)\s+بواسطة\s+(\p{L}[\p{L}\p{M}.]*(?:\s+\p{L}[\p{L}\p{M}.]*){0,3})$/u;
/** A system's word for nobody is no name, and the line no text. */
const BY_NOBODY = /^(?:(?:نشرت?|كتب|[أا]ضيفت?)\s+)?(?:بواسطة|بقلم|by)\s+(\S+(?: \S+)?)$/iu;
const TITLED =
  /^(?:بقلم|بواسطة)\s+((?:ال)?(?:دكتورة?|[أا]ستاذة?|شيخ|مهندسة?|محامية?|[أا]ديبة?|شاعرة?|كاتبة?|صحا?في(?:ة)?|[أا]ب|مطران|سفيرة?|عميد|لواء)(?:\s+\p{L}[\p{L}\p{M}.]*){1,4})$/u;
/** Longer lines are text, whatever marks and tatweel are among their letters. In UTF-16 units. */
const LONGEST = 200;
/** Words of one name, or of two. */
const NAME_WORDS = 4;
/** Without a sign between, only where the label can hardly begin anything else, and names follow. */
const BARE =
  /^(?:بقلم|بواسطة|كتبت?|by)\s+((?:[أاد]\.\s?)?(?!ال)\p{L}{2,}(?:\s+(?:\p{L}+\.?|\p{L}\.)){1,3})\s?[:：/]?$/iu;
/** `حلب - المدينة - من سامي النجار`: where, for whom, and who; without the outlet a headline may be so made. */
const FROM_PLACE =
  /^\p{L}[\p{L}\p{M} ]{1,28}\s[-–—]\s(?<outlet>[\p{L}\p{M}«»" ]{2,30}\s[-–—]\s)?من\s+(?:(?:مراسل|موفد|مندوب)ت?نا\s+)?(?<name>(?!(?:[أا]جل|تحت|فوق|بين|وراء|خلف|داخل|خارج|جديد|هنا|هو|هي|دون|غير|أين|قبل|بعد|عند|كل|كان|أول|يوم)\s)(?!ال)\p{L}[\p{L}\p{M}.]+(?:\s+[\p{L}\p{M}.]+){1,3})$/u;
const SOURCE = /^(?:المصدر|مصدر\s+الخبر|نقل(?:ا|ًا|اً)\s+عن|source)\s*[:：–—-]\s*(\S.{0,58})$/iu;

const AGENCY_NAMES = fold(
  [
    "وكالات|وكالات الأنباء|الوكالات|رويترز|(?:أ|ا)[ .]?ف[ .]?ب|فرانس ?برس|فرانس ?24|وكالة الصحافة الفرنسية|وكالة الأنباء [^ ]+ي[هة]|وكالة [^ ]+ للأنباء(?: \\([^()]+\\))?|د[ .]?ب[ .]?أ|أسوشيتد ?برس|أ[ .]ب|و[ .]م[ .]ع|وأج",
    "(?:وكالة )?(?:أنباء )?(?:الأناضول|سبوتنيك|شينخوا|نوفوستي|تاس|إنترفاكس|سانا|بترا|وام|واس|قنا|كونا|بنا|وفا|معا|إرنا|فارس|تسنيم|وات|لاماب|واع|سونا|سبأ)",
    "(?:وكالة )?(?:أنباء )?(?:أ[ .]?ش[ .]?أ|الشرق الأوسط|العمانية|الألمانية|الفرنسية|الوطنية للإعلام)|بي بي سي|سي إن إن",
    "خاص|متابعات|مواقع|مواقع إلكترونية|صحف|غرفة الأخبار|قسم (?:الأخبار|التحرير|الترجمة)|هيئة التحرير|فريق التحرير|reuters|afp|ap|dpa|upi|efe|tass|xinhua|bbc|cnn|getty",
  ].join("|"),
);
const AGENCY = new RegExp(`^(?:${AGENCY_NAMES})$`, "u");
/** Names of agencies that are words as well: only a city before them tells. */
export const AGENCY_WORDS = "معا|بنا|فارس|وفا|خاص|صحف|مواقع|متابعات|سونا|سبأ|تاس";
const WORDS_AS_WELL = new RegExp(`^(?:${fold(AGENCY_WORDS)})`, "u");
/** More words than that is no name of a place or an outlet. */
const PLACE_WORDS = 3;

const nameOf = (text: string): string =>
  text
    .replace(/^["«“”]([^"«»“”]+)["»“”]$/u, "$1")
    .replace(/\s+/g, " ")
    .replace(/(?<![\s:،,.–—-])[\s:،,.–—-]+$/u, "")
    .trim();
const isAgency = (name: string): boolean => AGENCY.test(fold(name).replace(/\s+/g, " ").trim());

/** An agency may have taken the picture alone. */
const OF_A_PICTURE = /صور|تصوير|عدسة|كاميرا|photo|image/iu;

/** `صور: رويترز` → `صور – رويترز`, where what stands before the colon may be a place, and behind it is an agency. */
function behindColon(line: string): string {
  const [, place = "", behind = ""] =
    /^([\p{L}\p{M} ]{2,30}?)\s?[:：]\s*\(?\s*([^:：()]+?)\s*\)?$/u.exec(line) ?? [];
  const isSure =
    isCity(place) || !behind.split(/[،,/+]/u).some((one) => WORDS_AS_WELL.test(fold(one).trim()));
  return isSure && behind.split(/\s*[،,/+]\s*/u).every(isAgency) && behind !== ""
    ? `${place} – ${behind}`
    : line;
}

/** `دمشق-سانا`, `القاهرة- رويترز`. */
const spaced = (line: string): string =>
  behindColon(line).replace(/(?<=\p{L})\s?[-–—]\s?(?=\p{L}[\p{L} ]*$)/u, " - ");

/** `رويترز`, `(أ ف ب)`, `بيروت – رويترز`, `خاص – شبكة المدينة`, `وكالات + متابعات`. */
function agencyIn(line: string): string | null {
  const bare = line.replace(/^[([]\s*|\s*[)\]]\s*[-–—:]*$/gu, "").replace(/(?<![\s:–—-])[\s:–—-]+$/u, "");
  const parts = spaced(bare)
    .split(/\s*[،,/|+()]\s*|\s+[-–—]\s+|\s+و(?=وكالات|رويترز)/u)
    .filter((one) => one !== "");
  if (parts.length === 0 || parts.length > 4 || /[.؟!؛:«»"”“]$/u.test(bare)) return null;
  const agencies = parts.filter(isAgency);
  const others = parts.filter((one) => !isAgency(one));
  if (agencies.length === 0 || others.length > 1 || others.some((one) => OF_A_PICTURE.test(one))) return null;
  if (!others.every((one) => one.split(/\s+/).length <= PLACE_WORDS && /^[\p{L}\p{M} ]+$/u.test(one)))
    return null;
  return nameOf(agencies.join("، "));
}

/** Null for text. `كتب: فلان – القاهرة` names فلان; names are split at commas only, since و may begin one. */
export const creditOf = askedOnce((text: string): Credit | null => {
  if (text.length > LONGEST) return null;
  const line = withDashes(stripBidiControls(text)).replaceAll("\u0640", "").replace(/\s+/g, " ").trim();
  if (line.length > 100) return null;
  const agency = line.length <= 60 ? agencyIn(line) : null;
  if (agency) return { authors: [], agency, sure: true };
  const source = SOURCE.exec(line)?.[1];
  if (source && !/[.؟!]$/u.test(source)) return { authors: [], agency: nameOf(source), sure: true };
  const nobody = BY_NOBODY.exec(line)?.[1];
  if (nobody && writersIn([nobody]).length === 0) return { authors: [nobody], agency: null, sure: true };
  const fromPlace = FROM_PLACE.exec(line)?.groups;
  const named = [LABELLED, BARE, WORK, POSTED, TITLED]
    .map((pattern) => pattern.exec(line)?.[1])
    .concat(fromPlace?.name)
    .find((name) => name !== undefined);
  if (named === undefined || /[.؟!؛»”"]$/u.test(named) || named.split(" ").length > 9) return null;
  const [names = ""] = named.split(/\s+[-–—|(]\s*|\s*[-–—|(]\s+/u);
  if (isAgency(names)) return { authors: [], agency: nameOf(names), sure: true };
  const sure = SURELY.test(line) || fromPlace?.outlet !== undefined;
  if (!sure && names.split(" ").length > NAME_WORDS) return null;
  const authors = names
    .split(/\s*[،,/]\s*|\s+و\s+/u)
    .map(nameOf)
    .filter((name) => name !== "");
  return authors.length > 0 && authors.every((name) => name.length <= 50 && !/\p{Nd}/u.test(name))
    ? { authors, agency: null, sure }
    : null;
});
