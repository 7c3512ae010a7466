/** Cards → the archive: order, sections, tags, authors, calendar. A pure function, done whole at each build. */
import { compareNames } from "../arabic/collation.ts";
import type { Archive, Day, Group, Month, Year } from "../model/archive.ts";
import type { Card, Label } from "../model/article.ts";
import type { Slug } from "../model/brands.ts";
import { dateParts } from "../model/civil-date.ts";
import type { Site } from "../model/site.ts";

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Date, then time (an article without one stands before the others of its day), then id: a total order. */
function oldestFirst(a: Card, b: Card): number {
  return (
    textOrder(a.published ?? "", b.published ?? "") ||
    textOrder(a.time ?? "", b.time ?? "") ||
    textOrder(a.id, b.id)
  );
}
const byTitle = (a: Card, b: Card): number => compareNames(a.title, b.title) || textOrder(a.id, b.id);

/** Several spellings may come to one slug: the group is called by the one most articles have, the first by text of equals. */
function nameOf(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].sort(([a, m], [b, n]) => n - m || textOrder(a, b))[0]?.[0] ?? "";
}

function groupBy(cards: readonly Card[], labelsOf: (card: Card) => readonly Label[]): Map<Slug, Group> {
  const groups = new Map<Slug, { articles: Card[]; spellings: Map<string, number> }>();
  for (const card of cards) {
    for (const { slug, name } of labelsOf(card)) {
      const group = groups.get(slug) ?? { articles: [], spellings: new Map<string, number>() };
      groups.set(slug, group);
      if (group.articles.at(-1) !== card) group.articles.push(card);
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
    }
  }
  return new Map(
    [...groups].map(([slug, { articles, spellings }]) => [
      slug,
      { label: { slug, name: nameOf(spellings) }, articles },
    ]),
  );
}

const byName = (groups: Iterable<Group>): readonly Group[] =>
  [...groups].sort(
    (a, b) => compareNames(a.label.name, b.label.name) || textOrder(a.label.slug, b.label.slug),
  );

/** Sections the settings name come first, in their order and under their name; one without articles is left out. */
function sectionsOf(cards: readonly Card[], site: Site): readonly Group[] {
  const groups = groupBy(cards, (card) => (card.section ? [card.section] : []));
  const stated = site.sections.flatMap(({ slug, name }) => {
    const group = groups.get(slug);
    groups.delete(slug);
    return group ? [{ label: { slug, name }, articles: group.articles }] : [];
  });
  return [...stated, ...byName(groups.values())];
}

/** @param dated Oldest first. */
function yearsOf(dated: readonly Card[]): readonly Year[] {
  const years = new Map<number, Map<number, Map<number, Card[]>>>();
  const inner = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const found = map.get(key) ?? make();
    map.set(key, found);
    return found;
  };
  for (const card of dated) {
    if (!card.published) continue;
    const { year, month, day } = dateParts(card.published);
    const months = inner(years, year, () => new Map<number, Map<number, Card[]>>());
    inner(
      inner(months, month, () => new Map<number, Card[]>()),
      day,
      () => [],
    ).push(card);
  }
  const count = (parts: readonly { readonly count: number }[]) =>
    parts.reduce((sum, part) => sum + part.count, 0);
  return [...years]
    .map(([year, inYear]): Year => {
      const months = [...inYear].map(([month, inMonth]): Month => {
        const days = [...inMonth].map(([day, articles]): Day => ({ day, articles: articles.toReversed() }));
        return { month, count: days.reduce((sum, { articles }) => sum + articles.length, 0), days };
      });
      return { year, count: count(months), months };
    })
    .reverse();
}

/** @param cards All of them, in any order, their addresses settled. */
export function arrange(cards: readonly Card[], site: Site, relatedTo: Archive["relatedTo"]): Archive {
  const articles = cards.filter((card) => !card.standing);
  const dated = articles.filter((card) => card.published !== null).sort(oldestFirst);
  const undated = articles.filter((card) => card.published === null).sort(byTitle);
  // The undated stand before the dated in their section, tags and authors: they never sort as if new.
  const all = [...undated.toReversed(), ...dated];
  return {
    dated,
    undated,
    standing: cards.filter((card) => card.standing).sort(byTitle),
    sections: sectionsOf(all, site),
    tags: byName(groupBy(all, (card) => card.tags).values()),
    authors: byName(groupBy(all, (card) => card.authors).values()),
    years: yearsOf(dated),
    relatedTo,
  };
}
