/**
 * A word that stands nowhere → words it may have been meant for: letters that are heard alike, two letters exchanged,
 * one typed twice. Few, since each is looked up.
 */
const ALIKE = ["ضظ", "دذ", "ذز", "تط", "سص", "ثس", "قك", "قغ", "حه", "اع", "بي", "نت", "جح", "خح", "رز"];
const MOST = 24;

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
  return [...found].slice(0, MOST);
}
