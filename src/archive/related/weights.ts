/**
 * What a shared term is worth. Every figure here is an integer, or a quotient that IEEE 754 rounds in one way only, so
 * that scores are the same on any machine; and no figure moves unless a count crosses a power of two. The counts are
 * those of the articles up to a border that moves only when the archive has grown by a thirtieth, so that one new
 * article changes the weight of hardly any term.
 *
 * Strength within an article is BM25's saturation (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)
 * with a fixed mean length: a mean over the archive would move with every article.
 */

/** The largest strength of a term within an article. */
export const MOST = 127;
/** The mean length, in terms counted with their weights, of an article of a news archive. */
const MEAN_LENGTH = 190;
const SATURATION = 1.6;
const LENGTH_SHARE = 0.9;
/** Of the archive's own scale of rarity: the least rarity × strength that makes a term a telling one. */
const TELLING = 22;

/** The power of two that a count has reached: 0 for 0 and 1, 1 for 2 and 3, 2 for 4 to 7. */
export const stepOf = (count: number): number => (count < 2 ? 0 : 31 - Math.clz32(count));

/** Leading binary digits of a count of articles that the border between the settled and the newest follows. */
const SETTLED_DIGITS = 5;

/** How many of so many articles, the oldest, are settled: the others are the newest sixteenth at most. */
export function settledOf(count: number): number {
  const unit = 2 ** Math.max(0, stepOf(count) - SETTLED_DIGITS + 1);
  return Math.floor(count / unit) * unit;
}

/** How many halvings separate a term of `count` articles from the whole archive of `step`; 0 for a term of half of it or more. */
export const rarityOf = (step: number, count: number): number => Math.max(0, step - stepOf(count));

/** What a term of a rarity adds to a score, before the strengths on both sides are multiplied in. */
export const worthOf = (rarity: number): number => rarity * rarity;

/** 0 to 127: how much an article of `length` is about a term that it holds `times`. */
export const strengthOf = (times: number, length: number): number =>
  Math.floor(
    (MOST * times) / (times + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / MEAN_LENGTH)),
  );

/** The least product of rarity and strength of a telling term in an archive of `step`. */
export const tellingFrom = (step: number): number => TELLING * Math.max(step, 1);
