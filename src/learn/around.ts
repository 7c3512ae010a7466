/** Pages of one make → which shared lines stand over titles of other articles and which ones end the text. */
import { sharedWords } from "./headline.ts";
import type { MarkedPage } from "./placed.ts";

/** Shares so many of its words with the text: it is likely a part of it. */
const OWN = 0.5;

/** The shared lines whose lines below, up to the next shared one, are titles of other articles. */
export function titlesOf(
  pages: readonly MarkedPage[],
  headlineOf: ReadonlyMap<MarkedPage, number>,
): readonly string[] {
  const inText = sharedWords(pages);
  const headlines = new Set([...headlineOf].map(([page, i]) => page.lines[i]?.key));
  const found = new Map<string, { titles: number; others: number; known: number; pages: number }>();
  for (const page of pages) {
    const headline = headlineOf.get(page) ?? 0;
    const own = page.lines[headline]?.key;
    let over: string | null = null;
    for (const [i, { key, words, isProse, day }] of page.lines.entries()) {
      if (page.shared[i]) {
        over = key;
        continue;
      }
      // What stands over the headline says nothing of what stands below it.
      if (i === headline) over = null;
      if (over === null || i <= headline || key === own) continue;
      const at = found.get(over) ?? { titles: 0, others: 0, known: 0, pages: 0 };
      found.set(over, at);
      if (isProse || (words.length >= 3 && inText(page, i) >= OWN)) at.others += 1;
      else if (words.length >= 3 && day === null) at.titles += 1;
      if (headlines.has(key)) at.known += 1;
    }
  }
  return [...found]
    .filter(
      ([, { titles, others, known }]) =>
        titles >= pages.length * 0.2 && (others <= titles * 0.25 || known >= others * 3),
    )
    .map(([key]) => key)
    .sort();
}

/** The shared lines below which no page has a paragraph of its text. */
export function endsOf(
  pages: readonly MarkedPage[],
  headlineOf: ReadonlyMap<MarkedPage, number>,
): readonly string[] {
  const counts = new Map<string, { pages: number; own: number; below: number }>();
  for (const page of pages) {
    const headline = headlineOf.get(page);
    if (headline === undefined) continue;
    const above = new Set<string>();
    const seen = new Set<string>();
    const passed: string[] = [];
    let hasText = false;
    for (let i = headline; i < page.lines.length; i++) {
      const { key, words, isProse } = page.lines[i] as MarkedPage["lines"][number];
      if (page.shared[i]) {
        if (hasText && !seen.has(key)) {
          seen.add(key);
          passed.push(key);
        }
        continue;
      }
      if (isProse) hasText = true;
      const share = words.length === 0 ? 0 : words.filter((word) => above.has(word)).length / words.length;
      const isOwn = isProse && share >= 0.2;
      for (const one of passed) {
        const at = counts.get(one) ?? { pages: 0, own: 0, below: 0 };
        counts.set(one, at);
        at.below += 1;
        if (isOwn) at.own += 1;
      }
      if (isProse || i === headline) for (const word of words) above.add(word);
    }
    for (const one of passed) {
      const at = counts.get(one) ?? { pages: 0, own: 0, below: 0 };
      at.pages += 1;
      counts.set(one, at);
    }
  }
  const ends = new Set(
    [...counts]
      .filter(([, at]) => at.pages >= pages.length * 0.3 && at.below > 0 && at.own <= at.pages * 0.05)
      .map(([key]) => key),
  );
  // Of all that stand below the text, those that a page has first.
  const first = pages.map((page) =>
    page.lines.find(({ key }, i) => page.shared[i] && i > page.prose[0] && ends.has(key)),
  );
  return [...new Set(first.flatMap((line) => (line ? [line.key] : [])))].sort();
}
