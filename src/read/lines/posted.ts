/** A line in which a system says in one sentence who posted a text, and when: `نشر بواسطة: فلان في 11 فبراير 2016`. */
import { stripBidiControls } from "../../arabic/typography/bidi.ts";
import { printedDate } from "./printed-date.ts";

const NAME = "\\p{L}[\\p{L}\\p{M}.]*(?: \\p{L}[\\p{L}\\p{M}.]*){0,3}";
const POSTED = "(?:نشرت?|كتبت?|[أا]ضيفت?|[أا]رسلت?|مرسلة?|[أا]درجت?|حررت?|posted|published|submitted)";
const BY = "(?:بواسطة|من قبل|بقلم|by)";
const SIGNED = `(?:(?:${POSTED} )?${BY} ?:?|كتب(?:ه|ها) ?:?|${POSTED} ?:) ?(?<=[ :])`;
const WEEKDAY = "(?:(?:ال)?(?:[أا]حد|[إا]?[ثت]نين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت) ?[،,-]? ?)?";
const ON = "(?:في|بتاريخ|يوم|on)";
const WHO_AND_WHEN = new RegExp(
  `^${SIGNED}(?<who>${NAME}?)(?: ?[,،|-]| ${ON}:?)? (?<when>${WEEKDAY}\\p{Nd}.*)$`,
  "iu",
);
const WHEN_AND_WHO = new RegExp(
  `^${POSTED} ${ON}:? (?<when>.*\\p{Nd}.*?) ?[,،|-]? ?${BY} ?:? ?(?<who>${NAME})$`,
  "iu",
);
/** What somebody signs on with is no name. */
const ACCOUNT = /^[a-z\d._-]+$/i;

/** Its writer, as a byline, and its day; null for every other line. */
export function postedParts(line: string): readonly string[] | null {
  const text = stripBidiControls(line).replaceAll("\u0640", "").replace(/\s+/g, " ").trim();
  for (const pattern of [WHO_AND_WHEN, WHEN_AND_WHO]) {
    const { who = "", when = "" } = pattern.exec(text)?.groups ?? {};
    if (who !== "" && printedDate(when)?.date) return ACCOUNT.test(who) ? [when] : [`بقلم: ${who}`, when];
  }
  return null;
}
