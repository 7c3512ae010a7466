/** A day that stands in a short line beside a few other words: `منبر 20-06-2022 | 07:53`, `7 شباط 2005 / Nawaat`. */
import { askedOnce } from "./asked-once.ts";
import { printedDate } from "./printed-date.ts";

/** In UTF-16 units, and words: of the line, and beside the day. */
const LONGEST = 80;
const WORDS = 14;
const BESIDE = 4;
const EDGE = /^[\s|/•·,،–—-]+|(?<![\s|/•·,،–—-])[\s|/•·,،–—-]+$/gu;
/** A day that scrapers glued to what stood in the next box: itself, or a count. */
const TWICE = /(\p{Nd}{1,2}\/\p{Nd}{1,2}\/\p{Nd}{4})\1$/u;
const GLUED = /(?<=(?<!\p{Nd})(?:19|20|٢٠)\p{Nd}{2})(?=\p{Nd}{1,2} (?:دقيقة|دقائق|min))/u;
/** `وُلد في 6 آذار 2011`: whatever stands before it happened then. */
const ON = /^(?:في|يوم|بتاريخ|منذ|حتى)(?= |$)/u;

const unglued = (line: string): string => line.replace(TWICE, "$1").replace(GLUED, " ");

export interface DayWithin {
  /** As it is printed. */
  readonly day: string;
  /** What stands before and behind it. */
  readonly beside: readonly string[];
}

/** Null where the line holds none, where all of it is the day, and for a sentence. */
export const dayWithin = askedOnce((text: string): DayWithin | null => {
  if (text.length > LONGEST || !/\p{Nd}/u.test(text) || /[.؟!؛:]$/u.test(text) || printedDate(text))
    return null;
  const words = unglued(text).split(/\s+/);
  if (words.length < 1 || words.length > WORDS) return null;
  for (let beside = 0; beside <= BESIDE; beside++)
    for (let before = 0; before <= beside; before++) {
      const end = words.length - (beside - before);
      const day = words.slice(before, end).join(" ").replace(EDGE, "");
      if (
        end <= before ||
        (before > 0 && (ON.test(day) || ON.test(words[before - 1] as string))) ||
        !printedDate(day)?.date
      )
        continue;
      const others = [words.slice(0, before), words.slice(end)];
      return {
        day,
        beside: others.map((one) => one.join(" ").replace(EDGE, "")).filter((one) => one !== ""),
      };
    }
  return null;
});
