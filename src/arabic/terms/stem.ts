/**
 * A folded word → its stem: removes conjunction, article, prepositions and inflection lightly. Based on light10
 * (Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval, 2007; Lucene's ArabicStemmer),
 * with corrections where that is known to be wrong: a و that belongs to the word stays, a final ت uncovered by removing
 * a suffix is a ة, ب ل ف ك are removed without an article too, and plurals of a clear pattern match their singular.
 */
import { singularOf } from "./broken-plural.ts";
import { hasOwnWaw } from "./initial-waw.ts";
import { hasOwnEnding } from "./own-ending.ts";

const WAW = 0x648;

const startsWith = (word: string, prefix: string, rest: number): boolean =>
  word.length >= prefix.length + rest && word.startsWith(prefix);

/**
 * light10's prefixes: و, then ال, لل, or ب ك ف before the article. Words with an initial و of their own have none of
 * them.
 */
export function withoutPrefix(word: string): string {
  let rest = word;
  if (rest.charCodeAt(0) === WAW && rest.length >= 4) {
    if (hasOwnWaw(rest)) return rest;
    rest = rest.slice(1);
  }
  if (startsWith(rest, "ال", 2) || startsWith(rest, "لل", 2)) return rest.slice(2);
  if (startsWith(rest, "بال", 3) || startsWith(rest, "كال", 3) || startsWith(rest, "فال", 3))
    return rest.slice(3);
  return rest;
}

/** light10's suffixes, in its order. */
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] as const;
const OF_NOON = new Set(["ان", "ون", "ين"]);

/**
 * A final ان ون ين that belongs to the word stays, so that لبنان matches لبناني; in words of four letters it always
 * does: بيان، حسين. A final و is that of مهندسو المشروع, which is مهندسون.
 */
function withoutSuffix(word: string): string {
  let rest = word;
  for (const suffix of SUFFIXES) {
    if (rest.length < suffix.length + 2 || !rest.endsWith(suffix)) continue;
    if (OF_NOON.has(suffix) && (rest.length < 5 || hasOwnEnding(rest))) continue;
    rest = rest.slice(0, -suffix.length);
  }
  return rest.length >= 5 && rest.endsWith("و") ? rest.slice(0, -1) : rest;
}

/** The ت of مدرسته is the ة of مدرسة; at least three letters must remain. */
const withConstructEnd = (word: string): string =>
  word.length >= 4 && word.endsWith("ت") ? word.slice(0, -1) : word;

/**
 * Removes ب ل ف ك repeatedly while four letters remain. Words that begin with such a letter of their own lose it too,
 * in text and query alike (فرنسا, لفرنسا), which conflates very few words. Measured on questions and news, removing
 * them only where the rest is a word of the archive finds no more.
 */
function withoutPrepositions(word: string): string {
  let rest = singularOf(word);
  while (rest.length >= 5 && /^[بلفك]/.test(rest)) rest = singularOf(rest.slice(1));
  return rest;
}

/**
 * Spelling variants of a folded word without article: مائة as مئة, also within ثلاثمائة; هيأة as هيئة; شاطيء, as typed
 * on keyboards without ئ, as شاطئ; and names and loanwords that differ between newspapers.
 */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^([بلفك]?(?:ثلاث|اربع|خمس|ست|سبع|ثماني?|تسع)?)ماي(?=ه$|تا$|تي$|تان$|تين$|ات$)/, "$1مي"],
  [/^([بلفك]?)هياه$/, "$1هييه"],
  [/^(.{3,}ي)ء$/, "$1"],
  [/^([بلفك]?)اميرك/, "$1امريك"],
  [/^([بلفك]?)اورب/, "$1اوروب"],
  [/^([بلفك]?)انكل(?=ترا|يز)/, "$1انجل"],
  [/^([بلفك]?)كورد/, "$1كرد"],
  [/^([بلفك]?)صحافي/, "$1صحفي"],
  [/^([بلفك]?)تليفزيون/, "$1تلفزيون"],
  [/^[بلفك]?امرا(?=ه$|ت)/, "مرا"],
];
const MAY_VARY = /ماي|هياه$|يء$|اميرك|اورب|انكل|كورد|صحافي|تليفز|امرا/;

const asUsuallySpelt = (word: string): string =>
  MAY_VARY.test(word) ? SPELLINGS.reduce((spelt, [way, usual]) => spelt.replace(way, usual), word) : word;

/** The stem of a folded word. Words of other scripts and numbers are their own stems. */
export function stem(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x600 || first > 0x6ff || word.length < 3) return word;
  return withoutPrepositions(withConstructEnd(withoutSuffix(asUsuallySpelt(withoutPrefix(word)))));
}
