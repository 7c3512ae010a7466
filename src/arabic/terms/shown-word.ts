/**
 * A word as written → its form for display by itself: without a prefixed و, the لـ of للمدينة or the بـ of بالمدينة.
 * Other prefixes (ب before a name, ف, ك) begin too many words of their own to be recognised, and stay.
 */
import { fold } from "../letters/fold.ts";
import { hasOwnWaw } from "./initial-waw.ts";

const WAW = /^و[\u064b-\u0652]?(?=\p{L}.*\p{L}.*\p{L})/u;
const TO_THE = /^ل[\u064b-\u0652]?ل(?=\p{L}.*\p{L})/u;
const BY_THE = /^ب[\u064b-\u0652]?(?=ال\p{L}.*\p{L}.*\p{L})/u;
/** Words that begin with بال of their own: those of the root بلغ, and foreign names. Folded. */
const OWN_BAL = new Set(
  (
    "بالغ بالغا بالغه بالغت بالغوا بالغون بالغين بالغات بالستي بالستيه بالون بالونات بالونا باليه بالتيمور بالاو " +
    "بالدوين بالوتيلي بالميرا بالميراس بالزاك باليرمو بالاديوم بالمر بالما بالتيك بالانس"
  ).split(" "),
);
const NO_NAME = /^(?:[\p{N}\p{P}\s]*|\p{L}\p{M}*)$/u;

/** Null for a number or a single letter. */
export function shownWord(word: string): string | null {
  if (NO_NAME.test(word)) return null;
  const alone = WAW.test(word) && !hasOwnWaw(fold(word)) ? word.replace(WAW, "") : word;
  const bare = OWN_BAL.has(fold(alone)) ? alone : alone.replace(BY_THE, "");
  return bare.replace(TO_THE, "ال");
}
