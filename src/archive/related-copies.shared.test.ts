/** Copies in real news: a republished text with changes is a copy, another text about the same event is not. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { termListOf, vectorOf } from "../arabic/terms/term-list.ts";
import type { Card } from "../model/article.ts";
import { exampleCard, exampleLabel } from "../model/testing/example.ts";
import { realText } from "../test/testing/real-text.ts";
import { type RelatedArticles, relate } from "./related.ts";

interface Article {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly paragraphs: readonly string[];
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + 864e5).toISOString().slice(0, 10);
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const textOf = ({ paragraphs }: Article): string => paragraphs.join("\n");

/** Replaces every twentieth word by one of another article. */
const reworded = (article: Article, other: Article): Article => {
  const foreign = wordsOf(textOf(other));
  let at = 0;
  const change = (word: string): string =>
    ++at % 20 === 0 ? (foreign[at % foreign.length] as string) : word;
  return { ...article, paragraphs: article.paragraphs.map((one) => wordsOf(one).map(change).join(" ")) };
};

/** Changes that agency texts undergo when republished. */
const ALTERED: Readonly<Record<string, (article: Article, other: Article) => Article>> = {
  "under another headline": (article, { title }) => ({ ...article, title }),
  "a day later, under another headline, with the agency's name": (article, { title }) => ({
    ...{ ...article, title, date: nextDay(article.date) },
    paragraphs: [...article.paragraphs, "المصدر: وكالات، رويترز، أ ف ب"],
  }),
  "without its first paragraph": (article) => ({ ...article, paragraphs: article.paragraphs.slice(1) }),
  "with a word in twenty changed": reworded,
};

async function relatedOf(
  articles: readonly Article[],
): Promise<RelatedArticles & { cards: Map<string, Card> }> {
  const byId = new Map(articles.map((one) => [one.id, one]));
  const cards = new Map(
    articles.map(({ id, date, section }) => [
      id,
      exampleCard(id, date.slice(0, 10), { section: exampleLabel(section || "أخبار") }),
    ]),
  );
  const vector = ({ id }: Card): Uint32Array => {
    const article = byId.get(id) as Article;
    return vectorOf(termListOf(article.title, textOf(article)));
  };
  return { ...(await relate({ cards: [...cards.values()], vectorOf: vector, links: 5 })), cards };
}

/** The share of five-word runs of the shorter text found in the other; compares letters, without the analyser. */
function sharedRuns(a: Article, b: Article): number {
  const runs = (article: Article): Set<string> => {
    const words = wordsOf(textOf(article));
    return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(" ")));
  };
  const [small, large] = [runs(a), runs(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  return [...small].filter((run) => large.has(run)).length / Math.max(1, small.size);
}

const all = gunzipSync(readFileSync(realText("corpus/ant.jsonl.gz")))
  .toString()
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Article)
  .filter(({ date, paragraphs }) => /^2018-0[3-5]/.test(date) && paragraphs.length > 0);
const news = all.slice(0, 6000);
/** Every thirtieth text of at least five paragraphs, so that captions are left out. */
const chosen = news.filter(({ paragraphs }) => paragraphs.length >= 5).filter((_, i) => i % 30 === 0);

describe("a text that comes back", () => {
  it.each(Object.entries(ALTERED))("%s is a copy", async (_how, alter) => {
    const altered = chosen.map((one, i) => ({
      ...alter(one, chosen[(i + 7) % chosen.length] as Article),
      id: `${one.id}-again`,
    }));
    const { relatedTo, cards } = await relatedOf([...news, ...altered]);
    const found = chosen.filter(({ id }) => {
      const { copies } = relatedTo(cards.get(id) as Card);
      return copies.some(({ url }) => url === cards.get(`${id}-again`)?.url);
    });
    expect(chosen.length).toBeGreaterThan(40);
    expect(found.length / chosen.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe("among news as they came", () => {
  let found: RelatedArticles & { cards: Map<string, Card> };
  const byUrl = new Map<string, Article>();
  beforeAll(async () => {
    found = await relatedOf(news);
    for (const one of news) byUrl.set(found.cards.get(one.id)?.url ?? "", one);
  });

  const pairsOf = (links: (card: Card) => readonly { readonly url: string }[]) =>
    news.flatMap((one) =>
      links(found.cards.get(one.id) as Card).map(({ url }) => [one, byUrl.get(url) as Article] as const),
    );

  it("copies share whole sentences", () => {
    const pairs = pairsOf((card) => found.relatedTo(card).copies);
    const alike = pairs.filter(([a, b]) => sharedRuns(a, b) >= 0.3);
    expect(pairs.length).toBeGreaterThan(20);
    expect(alike.length / pairs.length).toBeGreaterThanOrEqual(0.95);
  });

  it("another report of the same event and day is similar, and rarely a copy", () => {
    const sameDay = pairsOf((card) =>
      found
        .relatedTo(card)
        .similar.flatMap(({ card: other, days, score }) => (days === 0 && score > 0.2 ? [other] : [])),
    );
    const same = sameDay.filter(([a, b]) => sharedRuns(a, b) > 0.8);
    expect(sameDay.length).toBeGreaterThan(1000);
    expect(same.length / sameDay.length).toBeLessThan(0.02);
  });
});
