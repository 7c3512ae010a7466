/** Postings of a query's terms → articles with scores: BM25, raised where words of the query are close together. */
import { CIRCLE } from "./format.ts";
import type { Query, QueryTerm } from "./parse-query.ts";
import type { Postings } from "./postings.ts";

/** What two words at the same distance as in the query add, as a share of the lower of their rarity weights. */
const TOGETHER = 0.3;

export interface Ranked {
  /** Articles that match, by number; parallel with the scores. */
  readonly articles: readonly number[];
  readonly scores: Float64Array;
}

/** Robertson and Spärck Jones' weight of a term by its rarity, in Lucene's variant: never negative. */
export const rarity = (articles: number, having: number): number =>
  Math.log(1 + (articles - having + 0.5) / (having + 0.5));

/** The positions in `earlier` that a position in `later` follows at this distance. */
const followedBy = (earlier: Iterable<number>, later: Uint8Array, distance: number): number[] =>
  [...earlier].filter((place) => later.includes((place + distance) % CIRCLE));

/** Articles with the words of a phrase one after another. */
function withPhrase(phrase: Query["phrases"][number], postingsOf: (term: string) => Postings): Set<number> {
  const [first, ...rest] = phrase;
  const found = new Set<number>();
  if (!first) return found;
  const placesOf = rest.map(({ term }) => {
    const { articles, places } = postingsOf(term);
    return new Map(articles.map((article, i) => [article, places[i] as Uint8Array]));
  });
  const { articles, places } = postingsOf(first.term);
  articles.forEach((article, i) => {
    let begins: Iterable<number> = places[i] as Uint8Array;
    const all = rest.every((term, k) => {
      const theirs = placesOf[k]?.get(article);
      const still = theirs ? followedBy(begins, theirs, term.offset - first.offset) : [];
      begins = still;
      return still.length > 0;
    });
    if (all) found.add(article);
  });
  return found;
}

interface Pair {
  readonly term: QueryTerm;
  readonly next: QueryTerm;
  readonly total: number;
  readonly postingsOf: (term: string) => Postings;
}

/** Both lists ascend, so one walk finds the articles that hold both words. */
function addTogether({ term, next, total, postingsOf }: Pair, scores: Float64Array): void {
  const distance = next.offset - term.offset;
  if (distance < 1 || distance > 4) return;
  const a = postingsOf(term.term);
  const b = postingsOf(next.term);
  const worth = TOGETHER * Math.min(rarity(total, a.articles.length), rarity(total, b.articles.length));
  for (let i = 0, j = 0; i < a.articles.length && j < b.articles.length; ) {
    const one = a.articles[i] as number;
    const other = b.articles[j] as number;
    if (one < other) i++;
    else if (other < one) j++;
    else {
      if (areNear(a.places[i] as Uint8Array, b.places[j] as Uint8Array, distance))
        scores[one] = (scores[one] as number) + worth;
      i++;
      j++;
    }
  }
}

function areNear(earlier: Uint8Array, later: Uint8Array, distance: number): boolean {
  for (const place of earlier)
    for (const other of later) {
      const apart = (other - place + CIRCLE) % CIRCLE;
      if (apart > 0 && apart <= distance) return true;
    }
  return false;
}

/** @param total Articles in the archive. @param postingsOf Called for every term of the query. */
export function rank(query: Query, total: number, postingsOf: (term: string) => Postings): Ranked {
  const scores = new Float64Array(total);
  const matched: number[] = [];
  for (const { term } of query.terms) {
    const { articles, weights } = postingsOf(term);
    const worth = rarity(total, articles.length);
    for (let i = 0; i < articles.length; i++) {
      const article = articles[i] as number;
      if (article >= total) continue;
      if (scores[article] === 0) matched.push(article);
      scores[article] = (scores[article] as number) + worth * (weights[i] as number);
    }
  }
  for (const [i, term] of query.terms.entries()) {
    const next = query.terms[i + 1];
    if (next) addTogether({ term, next, total, postingsOf }, scores);
  }
  const phrases = query.phrases.map((phrase) => withPhrase(phrase, postingsOf));
  const excluded = query.excluded.map((phrase) => withPhrase(phrase, postingsOf));
  const articles = matched.filter(
    (article) =>
      phrases.every((found) => found.has(article)) && !excluded.some((found) => found.has(article)),
  );
  return { articles, scores };
}
