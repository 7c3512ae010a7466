/**
 * Broken plurals whose pattern determines the singular: مدارس → مدرس, the same as مدرسة without its ending. Only
 * patterns that few other words share and whose singular mostly has one form (Wright, I, 304–305: plurals of four
 * letters); not أفعال and فعول, since إسلام would match سلم. Other words of these patterns change in text and query
 * alike, so they still match themselves.
 */
const ALEF = 0x627;
const WAW = 0x648;
const YEH = 0x64a;
const MEEM = 0x645;
const HAMZA = 0x621;
/** Letters that may be a preposition before a four-letter word instead: لبناء, كنائب, بواقع. */
const PREPOSITIONS = "بلك";
/** The one common name of such a pattern: Algeria, not the plural of "island". */
const ALGERIA = "جزاير";

/** A folded word without article and endings → its singular where the pattern is one of these; else the word. */
export function singularOf(word: string): string {
  const { length } = word;
  if (length !== 5 && length !== 6) return word;
  const [first, second, third, fourth, fifth] = word as unknown as [string, string, string, string, string];
  const long = length === 6;
  if (long && word.charCodeAt(4) !== YEH) return word;
  const last = long ? (word[5] as string) : fifth;
  if (word.charCodeAt(0) === MEEM && word.charCodeAt(2) === ALEF)
    // مدارس، مناطق → مدرس، منطق; مشاريع → مشروع
    return long ? `${first}${second}${fourth}و${last}` : `${first}${second}${fourth}${last}`;
  if (word.charCodeAt(0) === ALEF || PREPOSITIONS.includes(first)) return word;
  if (word.charCodeAt(1) === WAW && word.charCodeAt(2) === ALEF)
    // شوارع، جوائز → شارع، جايز; صواريخ → صاروخ
    return long ? `${first}ا${fourth}و${last}` : `${first}ا${fourth}${last}`;
  if (long || word === ALGERIA) return word;
  // جرائم → جريم
  if (word.charCodeAt(2) === ALEF && word.charCodeAt(3) === YEH) return `${first}${second}ي${last}`;
  // وزراء → وزير
  if (word.charCodeAt(3) === ALEF && word.charCodeAt(4) === HAMZA && isStrong(second) && isStrong(third))
    return `${first}${second}ي${third}`;
  return word;
}

const isStrong = (letter: string): boolean => letter !== "ا" && letter !== "و";
