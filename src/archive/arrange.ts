/**
 * Cards → the archive: order, sections, tags, authors, calendar. A pure function, done whole at each build: a hundred
 * thousand cards take a third of a second, so there is nothing to keep in step from one build to the next.
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

/** `2017-11-22` and `14:30:00` → a number that sorts as they do; a card without a time stands first in its day. */
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

/** By date, then time, then id: numbers are compared where text would be, since this is the longest sort there is. */
function oldestFirst(cards: readonly Card[]): readonly Card[] {
  const sorted = cards.toSorted(byId);
  const moments = Float64Array.from(sorted, momentOf);
  const places = Uint32Array.from(sorted, (_, i) => i);
  places.sort((a, b) => (moments[a] as number) - (moments[b] as number) || a - b);
  return Array.from(places, (i) => sorted[i] as Card);
}

const byTitle = (cards: readonly Card[]): readonly Card[] =>
  sortedByName(cards.toSorted(byId), ({ title }) => title);

interface Gathering {
  readonly slug: Slug;
  readonly articles: Card[];
  /** The first spelling of its name, and how many articles have another: nearly always none. */
  readonly name: string;
  readonly otherNames: Map<string, number>;
}

/** Several spellings may come to one slug: the group is called by the one most articles have, of equals the first by text. */
function nameOf({ name, articles, otherNames }: Gathering): string {
  if (otherNames.size === 0) return name;
  const others = [...otherNames].reduce((sum, [, count]) => sum + count, 0);
  const spellings = [...otherNames, [name, articles.length - others] as const];
  return spellings.sort(([a, m], [b, n]) => n - m || textOrder(a, b))[0]?.[0] ?? name;
}

function groupBy(cards: readonly Card[], labelsOf: (card: Card) => readonly Label[]): Map<Slug, Group> {
  const groups = new Map<Slug, Gathering>();
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

/** Sections the settings name come first, in their order and under their name; one without articles is left out. */
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

/** @param cards All of them, in any order, their addresses settled. */
export function arrange(
  cards: readonly Card[],
  site: Site,
  related: Pick<Archive, "relatedTo" | "relatedSum">,
  pictures: Pictures = noPictures,
  linksIn: Archive["linksIn"] = noLinks,
): Archive {
  const articles = cards.filter((card) => !card.standing);
  const dated = oldestFirst(articles.filter((card) => card.published !== null));
  const undated = byTitle(articles.filter((card) => card.published === null));
  // The undated stand before the dated in their section, tags and authors: they never sort as if new.
  const all = [...undated.toReversed(), ...dated];
  return {
    dated,
    undated,
    standing: byTitle(cards.filter((card) => card.standing)),
    sections: sectionsOf(all, site),
    tags: byName(groupBy(all, ({ tags }) => tags).values()),
    authors: byName(groupBy(all, ({ authors }) => authors).values()),
    years: yearsOf(dated),
    ...related,
    pictures,
    linksIn,
  };
}
