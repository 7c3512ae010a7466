/** Sitemaps by month, so that a new article changes one of them, and their index (sitemaps.org: 50,000 addresses a file at most). */
import type { Card } from "../model/article.ts";
import { fileFor, type UrlPath, urlPath } from "../model/brands.ts";
import type { CivilDate } from "../model/civil-date.ts";
import { civilDate } from "../model/civil-date.ts";
import type { FactsOf, Page } from "../model/page.ts";
import { authorUrl, dayUrl, home, monthUrl, sectionUrl, tagUrl, undatedUrl, yearUrl } from "./addresses.ts";
import type { Emitter } from "./emitter.ts";

/** Below the protocol's limit, so that a file stays well under its 50 MB with long Arabic addresses too. */
const MOST = 40_000;

type Entry = FactsOf["sitemap"]["entries"][number];
const entryOf = (card: Card): Entry => ({ url: card.url, modified: card.updated ?? card.published });
const newest = (entries: readonly Entry[]): CivilDate | null =>
  entries.reduce<CivilDate | null>(
    (last, { modified }) => (modified && (!last || modified > last) ? modified : last),
    null,
  );

interface Named {
  readonly name: string;
  readonly entries: readonly Entry[];
}

function* parts({ name, entries }: Named): Generator<Named> {
  for (let i = 0; i < entries.length; i += MOST)
    yield { name: i === 0 ? name : `${name}-${i / MOST + 1}`, entries: entries.slice(i, i + MOST) };
}

export const sitemaps: Emitter = function* (archive) {
  const lists: UrlPath[] = [
    home,
    urlPath("/archive/"),
    ...archive.standing.map(({ url }) => url),
    ...archive.sections.map(({ label }) => sectionUrl(label.slug)),
    ...archive.tags.map(({ label }) => tagUrl(label.slug)),
    ...archive.authors.map(({ label }) => authorUrl(label.slug)),
    ...(archive.undated.length > 0 ? [undatedUrl] : []),
  ];
  const named: Named[] = [{ name: "lists", entries: lists.map((url) => ({ url, modified: null })) }];
  for (const { year, months } of archive.years) {
    lists.push(yearUrl(year));
    for (const { month, days } of months) {
      const calendar = days.flatMap(({ day }) => civilDate(year, month, day) ?? []).map(dayUrl);
      const entries = [monthUrl(year, month), ...calendar].map((url): Entry => ({ url, modified: null }));
      const name = monthUrl(year, month).slice(1, -1).replace("/", "-");
      named.push({ name, entries: [...entries, ...days.flatMap(({ articles }) => articles.map(entryOf))] });
    }
  }
  named.push({ name: "undated", entries: archive.undated.map(entryOf) });
  const files = named.flatMap((one) => [...parts(one)]);
  const urlOf = ({ name }: Named): UrlPath => urlPath(`/sitemaps/${name}.xml`);
  for (const file of files)
    yield {
      path: fileFor(urlOf(file)),
      recipe: "sitemap",
      cards: [],
      needs: [],
      facts: { entries: file.entries },
    } satisfies Page;
  yield {
    path: fileFor(urlPath("/sitemap.xml")),
    recipe: "sitemap-index",
    cards: [],
    needs: [],
    facts: { sitemaps: files.map((file) => ({ url: urlOf(file), modified: newest(file.entries) })) },
  };
};
