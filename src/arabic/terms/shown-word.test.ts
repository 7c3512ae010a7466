import { expect, it } from "vitest";
import { shownWord } from "./shown-word.ts";

it.each([
  ["ودمشق", "دمشق"],
  ["وَالنهر", "النهر"],
  ["للمدينة", "المدينة"],
  ["وللأمم", "الأمم"],
  ["واشنطن", "واشنطن"],
  ["وزارة", "وزارة"],
  ["وثيقة", "وثيقة"],
  ["بغداد", "بغداد"],
  ["لندن", "لندن"],
  ["ورق", "ورق"],
  ["بالنشا", "النشا"],
  ["وبالحروف", "الحروف"],
  ["بالستية", "بالستية"],
  ["بالغة", "بالغة"],
  ["BBC", "BBC"],
])("%s is shown as %s", (word, shown) => expect(shownWord(word)).toBe(shown));
it.each(["2017", "٢٠١٧", "3.5", "أ", ""])("%j names nothing", (word) => expect(shownWord(word)).toBeNull());
