/**
 * A folded word → its stem: conjunction, article, prepositions and inflection taken off, lightly. Starts from light10
 * (Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval, 2007; Lucene's ArabicStemmer), and
 * differs where that is known to be wrong: a و that is the word's own stays, the ت that an ending uncovers is a ة, ب ل ف ك
 * are taken off without an article too, and plurals of a clear pattern meet their singular.
 */
import { singularOf } from "./broken-plural.ts";
import { hasOwnWaw } from "./initial-waw.ts";
import { hasOwnEnding } from "./own-ending.ts";

const WAW = 0x648;

const startsWith = (word: string, prefix: string, rest: number): boolean =>
  word.length >= prefix.length + rest && word.startsWith(prefix);

/** light10's prefixes: و, then ال, لل, or ب ك ف before the article. Before a و of the word's own stands none of them. */
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

/** light10's, in its order. */
const SUFFIXES = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"] as const;
const OF_NOON = new Set(["ان", "ون", "ين"]);

/**
 * An ان ون ين that is the word's own stays, so that لبنان meets لبناني; of four letters it always is: بيان، حسين.
 * A و at the end is that of مهندسو المشروع, who are مهندسون.
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

/** The ت of مدرسته is the ة of مدرسة, which a suffix uncovered; what is left must still be a word of three letters. */
const withConstructEnd = (word: string): string =>
  word.length >= 4 && word.endsWith("ت") ? word.slice(0, -1) : word;

/**
 * ب ل ف ك before a word of four letters or more, as often as they stand there. Words that begin with such a letter
 * themselves lose it too, in the text as in the question (فرنسا, لفرنسا), which joins very few words. Measured on questions
 * and news, taking them off only where the rest is itself a word of the archive finds no more.
 */
function withoutPrepositions(word: string): string {
  let rest = singularOf(word);
  while (rest.length >= 5 && /^[بلفك]/.test(rest)) rest = singularOf(rest.slice(1));
  return rest;
}

/**
 * One word, two spellings, of a folded word without article: مائة as مئة, also within ثلاثمائة; هيأة as هيئة; شاطيء, as
 * keyboards without ئ have it, as شاطئ; and names and loanwords that each press has its own way with.
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

/** Of a folded word. Words of other scripts and numbers are their own stems. */
export function stem(word: string): string {
  const first = word.charCodeAt(0);
  if (first < 0x600 || first > 0x6ff || word.length < 3) return word;
  return withoutPrepositions(withConstructEnd(withoutSuffix(asUsuallySpelt(withoutPrefix(word)))));
}
