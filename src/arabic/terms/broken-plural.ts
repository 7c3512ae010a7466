/**
 * Broken plurals whose pattern names the singular: مدارس → مدرس, where مدرسة ends too once its ending is off. Only patterns
 * that few other words share and whose singular has mostly one form (Wright, I, 304–305: the plurals of four letters);
 * أفعال and فعول are not among them, since إسلام would meet سلم. A word that is no plural changes the same way in text and
 * question, so it still meets itself.
 */
const ALEF = 0x627;
const WAW = 0x648;
const YEH = 0x64a;
const MEEM = 0x645;
const HAMZA = 0x621;
/** Before these the pattern may be a preposition with a word of four letters: لبناء, كنائب, بواقع. */
const PREPOSITIONS = "بلك";
/** The one common name of such a pattern: Algeria is no island. */
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
