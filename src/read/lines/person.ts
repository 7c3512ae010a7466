/** A line that holds the name of a person, alone or beside a place or an outlet: `د. كريم النجار`, `الخرطوم: كريم النجار`. */
import { isOrganisation } from "../../arabic/grammar/organisation.ts";
import { fold } from "../../arabic/letters/fold.ts";
import { isGivenName, TITLES_OF_PERSONS } from "../vocabulary/given-names.ts";
import { askedOnce } from "./asked-once.ts";
import { isCity } from "./cities.ts";
import { withDashes } from "./keyboard-dash.ts";
import { namesApart } from "./names-apart.ts";

/** In UTF-16 units, and words of one name. */
const LONGEST = 70;
const NAME_WORDS = 5;
const TITLE = new RegExp(`^(?:${TITLES_OF_PERSONS})\\s*(?=\\p{L})`, "u");
const WORD = /^\p{L}[\p{L}\p{M}]*\.?$/u;
/** No name holds them. */
const PARTICLES = new Set(
  fold("في من على إلى عن مع بين ضد قبل بعد أو أم هل لا لن لم ما هو هي و ثم حتى").split(" "),
);
/** What somebody did for a page, before the name, and who took pictures of it. */
const WORK =
  /^(?:كتبت?|كتابة|تقرير|تحقيق|تغطية|متابعة|[إا]عداد|بقلم|تحرير|ترجمة|حوار|[أا]جر[ىت] الحوار|حاور(?:ه|ها|ته|تها))(?: [:：])? (?=\p{L})/u;
const SOURCE = /^(?:المصدر|مصدر الخبر|بواسطة)\s*[:：]\s*/u;
const SIGN = /\s*[/|(]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\s*[:：]\s+/u;
const PLACE = /^[\p{L}\p{M}\p{Nd}«»" ]{2,30}$/u;

/** Of several words, of which none says that it is something else. */
function mayBeName(text: string): boolean {
  const words = fold(text).split(/\s+/);
  const isPlace = isCity(text) || isOrganisation(text);
  return (
    !isPlace &&
    words.length > 1 &&
    words.length <= NAME_WORDS &&
    words.every((word) => WORD.test(word) && !PARTICLES.has(word))
  );
}

/** A person's name and nothing else, as it is printed. The first of its words is a given name. */
export function isPerson(text: string): boolean {
  const key = fold(text);
  const name = key.replace(TITLE, "").trim();
  return mayBeName(name) && isGivenName(name.split(/\s+/, 1)[0] as string);
}

const arePersons = (text: string): boolean => {
  const names = namesApart(text);
  return names.length > 0 && names.every(isPerson);
};

/** What stands beside a name, and is none: behind it only a place or an outlet, before it also a name of an outlet. */
const isBeside = (text: string, isBefore: boolean): boolean =>
  text.split(/\s+/).length <= 3 &&
  PLACE.test(text) &&
  (isBefore || isCity(text) || isOrganisation(text)) &&
  !/[؟!]/u.test(text);

/** The persons that a line names, with nothing beside them but a place, an outlet or what they did; none for any other line. */
export const personsIn = askedOnce((text: string): readonly string[] => {
  if (text.length > LONGEST || /[.؟!؛…»”]$/u.test(text)) return [];
  const line = withDashes(text)
    .replace(/\s+/g, " ")
    .replace(/[):/|-]+$/u, "")
    .trim();
  const parts = line
    .replace(SOURCE, "")
    .split(SIGN)
    .filter((part) => part !== "")
    .map((part) => ({ name: part.replace(WORK, ""), isWork: WORK.test(part) }));
  if (parts.length === 0 || parts.length > 3) return [];
  // Of two names between which nothing but a sign stands, one tells what the other is.
  if (/\//u.test(line) && parts.length === 2 && parts.some(({ name }) => isPerson(name)))
    if (parts.every(({ name }) => mayBeName(name))) return parts.map(({ name }) => name);
  const named = parts.filter(({ name }) => arePersons(name));
  const first = parts.findIndex(({ name }) => arePersons(name));
  const areBeside = parts.every(
    ({ name }, i) => named.some((one) => one.name === name) || isBeside(name, i < first),
  );
  return areBeside ? named.flatMap(({ name }) => namesApart(name)) : [];
});
