/**
 * Cards → the archive: order, sections, tags, authors, calendar. A pure function, run in full by each build: a hundred
 * thousand cards take a third of a second, so no state is carried from build to build.
 */
import { sortedByName } from "../arabic/letters/collation.ts";
import type { Archive, Group } from "../model/archive.ts";
import type { Card, Label } from "../model/article.ts";
import type { Slug } from "../model/brands.ts";
import { noPictures, type Pictures } from "../model/picture.ts";
import type { Site } from "../model/site.ts";
import { yearsOf } from "./calendar.ts";

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: Card, b: Card): number => textOrder(a.id, b.id) || textOrder(a.source, b.source);

/** `2017-11-22` and `14:30:00` → a number that sorts as they do; a card without a time comes first in its day. */
function momentOf({ published, time }: Card): number {
  const digits = (text: string, from: number, to: number): number => {
    let value = 0;
    for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
    return value;
  };
  const date = published ?? "0000-00-00";
  const day = (digits(date, 0, 4) * 12 + digits(date, 5, 7)) * 31 + digits(date, 8, 10);
  const clock = time === null ? -1 : digits(time, 0, 2) * 3600 + digits(time, 3, 5) * 60 + digits(time, 6, 8);
  return day * 86_401 + clock;
}

/** By date, then time, then id. Compares numbers instead of text, since this is the largest sort of a build. */
function oldestFirst(cards: readonly Card[]): readonly Card[] {
  const sorted = cards.toSorted(byId);
  const moments = Float64Array.from(sorted, momentOf);
  const indexes = Uint32Array.from(sorted, (_, i) => i);
  indexes.sort((a, b) => (moments[a] as number) - (moments[b] as number) || a - b);
  return Array.from(indexes, (i) => sorted[i] as Card);
}

const byTitle = (cards: readonly Card[]): readonly Card[] =>
  sortedByName(cards.toSorted(byId), ({ title }) => title);

interface Collected {
  readonly slug: Slug;
  readonly articles: Card[];
  /** The first spelling of its name; and how many articles have each other spelling: usually none. */
  readonly name: string;
  readonly otherNames: Map<string, number>;
}

/** The most frequent spelling among those of one slug; ties by text. */
function nameOf({ name, articles, otherNames }: Collected): string {
  if (otherNames.size === 0) return name;
  const others = [...otherNames].reduce((sum, [, count]) => sum + count, 0);
  const spellings = [...otherNames, [name, articles.length - others] as const];
  return spellings.sort(([a, m], [b, n]) => n - m || textOrder(a, b))[0]?.[0] ?? name;
}

function groupBy(cards: readonly Card[], labelsOf: (card: Card) => readonly Label[]): Map<Slug, Group> {
  const groups = new Map<Slug, Collected>();
  for (const card of cards) {
    for (const { slug, name } of labelsOf(card)) {
      const group = groups.get(slug);
      if (!group) {
        groups.set(slug, { slug, name, articles: [card], otherNames: new Map() });
        continue;
      }
      const { articles, otherNames } = group;
      if (articles[articles.length - 1] === card) continue;
      articles.push(card);
      if (name !== group.name) otherNames.set(name, (otherNames.get(name) ?? 0) + 1);
    }
  }
  const named = new Map<Slug, Group>();
  for (const [slug, group] of groups)
    named.set(slug, { label: { name: nameOf(group), slug }, articles: group.articles });
  return named;
}

const byName = (groups: Iterable<Group>): readonly Group[] =>
  sortedByName(
    [...groups].sort((a, b) => textOrder(a.label.slug, b.label.slug)),
    ({ label }) => label.name,
  );

/**
 * Sections named in the settings come first, in their order and with their names there; those without articles are left
 * out.
 */
function sectionsOf(cards: readonly Card[], site: Site): readonly Group[] {
  const groups = groupBy(cards, ({ section }) => (section ? [section] : []));
  const stated = site.sections.flatMap(({ slug, name }) => {
    const group = groups.get(slug);
    groups.delete(slug);
    return group ? [{ label: { slug, name }, articles: group.articles }] : [];
  });
  return [...stated, ...byName(groups.values())];
}

const noLinks: Archive["linksIn"] = () => ({});

/** @param cards All of them, in any order, with resolved addresses. */
export function arrange(
  cards: readonly Card[],
  site: Site,
  related: Pick<Archive, "relatedTo" | "relatedSum">,
  pictures: Pictures = noPictures,
  linksIn: Archive["linksIn"] = noLinks,
): Archive {
  const articles = cards.filter((card) => !card.isStatic);
  const dated = oldestFirst(articles.filter((card) => card.published !== null));
  const undated = byTitle(articles.filter((card) => card.published === null));
  // Undated articles come before the dated ones in their sections, tags and authors: never among the newest.
  const all = [...undated.toReversed(), ...dated];
  return {
    dated,
    undated,
    staticPages: byTitle(cards.filter((card) => card.isStatic)),
    sections: sectionsOf(all, site),
    tags: byName(groupBy(all, ({ tags }) => tags).values()),
    authors: byName(groupBy(all, ({ authors }) => authors).values()),
    years: yearsOf(dated),
    ...related,
    pictures,
    linksIn,
  };
}
