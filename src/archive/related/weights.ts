/**
 * Weights of shared terms. Every value is an integer or a correctly rounded IEEE 754 quotient, so scores are the same
 * on any machine, and none changes unless a count crosses a power of two. Counts cover the articles up to a border that
 * moves only when the archive has grown by a thirtieth, so one new article changes the weight of hardly any term.
 *
 * Strength within an article is BM25's saturation (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)
 * with a fixed mean length: a mean over the archive would change with every article.
 */

/** The largest strength of a term within an article. */
export const MOST = 127;
/** Mean length of a news article, in terms counted with their weights. */
const MEAN_LENGTH = 190;
const SATURATION = 1.6;
const LENGTH_SHARE = 0.9;
/** The least rarity × strength of a discriminative term, per step of the archive (see `stepOf`). */
const DISCRIMINATIVE = 22;

/** floor(log2(count)): 0 for 0 and 1, 1 for 2 and 3, 2 for 4 to 7. */
export const stepOf = (count: number): number => (count < 2 ? 0 : 31 - Math.clz32(count));

/** How many leading binary digits of the article count the border between stable and newest articles follows. */
const STABLE_DIGITS = 5;

/** How many of `count` articles, oldest first, are stable; the rest, at most a sixteenth, are the newest. */
export function stableOf(count: number): number {
  const unit = 2 ** Math.max(0, stepOf(count) - STABLE_DIGITS + 1);
  return Math.floor(count / unit) * unit;
}

/**
 * How many halvings lie between the whole archive (of `step`) and a term held by `count` articles; 0 for a term of half
 * of them or more.
 */
export const rarityOf = (step: number, count: number): number => Math.max(0, step - stepOf(count));

/** What a term of this rarity adds to a score, before multiplying by its strength in both articles. */
export const worthOf = (rarity: number): number => rarity * rarity;

/** 0 to 127: the strength, in an article of `length` terms, of a term that occurs `times` in it. */
export const strengthOf = (times: number, length: number): number =>
  Math.floor(
    (MOST * times) / (times + SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / MEAN_LENGTH)),
  );

/** The least rarity × strength of a discriminative term in an archive of `step`. */
export const discriminativeFrom = (step: number): number => DISCRIMINATIVE * Math.max(step, 1);
