/**
 * A word that is not in the index → words it may be a misspelling of: letters that sound alike, two letters exchanged,
 * one too many, a long vowel left out. Few, since each is looked up.
 */
const ALIKE = ["ضظ", "دذ", "ذز", "تط", "سص", "ثس", "قك", "قغ", "حه", "اع", "بي", "نت", "جح", "خح", "رز"];
const LONG_VOWELS = "اوي";
const MOST = 40;

export function nearSpellings(word: string): string[] {
  const found = new Set<string>();
  const letters = [...word];
  const change = (at: number, count: number, by: string): void => {
    const changed = [...letters.slice(0, at), by, ...letters.slice(at + count)].join("");
    if (changed !== word && changed.length > 1) found.add(changed);
  };
  letters.forEach((letter, i) => {
    for (const pair of ALIKE) if (pair.includes(letter)) change(i, 1, pair.replace(letter, ""));
  });
  letters.forEach((letter, i) => {
    const next = letters[i + 1];
    if (next === letter) change(i, 1, "");
    else if (next !== undefined) change(i, 2, next + letter);
  });
  letters.forEach((_, i) => {
    if (letters.length > 3) change(i, 1, "");
  });
  letters.forEach((_, i) => {
    if (i > 0) for (const vowel of LONG_VOWELS) change(i, 0, vowel);
  });
  return [...found].slice(0, MOST);
}
