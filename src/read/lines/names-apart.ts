/** `فلان الفلاني وفلانة الفلانية` → two names. */
import { fold } from "../../arabic/letters/fold.ts";
import { hasOwnWaw } from "../../arabic/terms/initial-waw.ts";
import { isGivenName } from "../vocabulary/given-names.ts";

/** Given names that begin with the letter that joins two, beside the words of that kind. */
const WITH_WAW = new Set(
  "وائل وئام واكد وداد ودود وريف وسن وضاح وطفاء وطفة وفا وفائي وفيق وفيقة وقاص ولهان وليم وميض ونوس ونيس وهدان وهيب وهيبة"
    .split(" ")
    .map((name) => fold(name)),
);
const isOneName = (word: string): boolean => hasOwnWaw(fold(word)) || WITH_WAW.has(fold(word));
const WORD = "\\p{Script=Arabic}+";
/** Each of the two has a name and a family's at least, of Arabic letters. */
const FULL = `${WORD}(?: ${WORD}){1,3}`;
const LIST = new RegExp(`^${FULL}(?:(?:\\s*[،,;]\\s*|\\s+و\\s+)${FULL})+$`, "u");
const PAIR = new RegExp(`^(${FULL}) و(${FULL})$`, "u");

/** The names that one byline holds; what cannot be told apart for certain stays one. */
export function namesApart(names: string): readonly string[] {
  if (LIST.test(names)) return names.split(/\s*[،,;]\s*|\s+و\s+/u).flatMap(namesApart);
  const [, first, second] = PAIR.exec(names) ?? [];
  if (first === undefined || second === undefined) return [names];
  const given = second.split(" ", 1)[0] as string;
  const isOne = isGivenName(`و${given}`) || (!isGivenName(given) && isOneName(`و${given}`));
  return isOne ? [names] : [...namesApart(first), second];
}
