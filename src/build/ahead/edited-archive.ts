/**
 * The last build's archive with edited articles replaced, so that an open page can show an edit before everything is
 * arranged and related again. Related articles stay as they were; the whole build that follows updates them.
 */
import { yearsOf } from "../../archive/calendar.ts";
import type { LastBuild, SourceRecord } from "../../cache/record/records.ts";
import type { Archive, Group } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import type { SourcePath } from "../../model/brands.ts";

/** Everything that decides where an article is in the archive, and which pages it has. */
function placeOf({ published, isStatic, title, ...card }: Card): string {
  const { url, time, section, tags, authors, image, aliases, slugStated } = card;
  // Articles without a date are sorted by title.
  const order = published === null || isStatic ? title : null;
  return JSON.stringify([
    ...[order, published, isStatic, url, time, section, tags, authors],
    ...[image, aliases, slugStated],
  ]);
}

function staysInPlace(before: SourceRecord | undefined, after: SourceRecord): boolean {
  if (!before?.card || !after.card) return false;
  if (after.diagnostics.length > 0 || before.diagnostics.length > 0) return false;
  const names = [before, after].map(({ pictures, links }) =>
    JSON.stringify([...pictures.map(({ src }) => src), ...links.map(({ href }) => href)]),
  );
  return names[0] === names[1] && placeOf(before.card) === placeOf(after.card);
}

/**
 * @param last The build that `archive` is of. @param records What was read now.
 * @returns Null where an edit changes more than what is shown of the articles themselves.
 */
export function editedArchive(
  archive: Archive,
  last: Pick<LastBuild, "sources">,
  records: ReadonlyMap<SourcePath, SourceRecord>,
): Archive | null {
  if (records.size !== last.sources.size) return null;
  const edited = new Map<Card, Card>();
  for (const [path, record] of records) {
    const before = last.sources.get(path);
    if (record === before) continue;
    if (!staysInPlace(before, record)) return null;
    edited.set(before?.card as Card, record.card as Card);
  }
  return withCards(archive, edited);
}

/** Null where a card is not in it: its address, aliases or section were changed when they were resolved. */
function withCards(archive: Archive, edited: ReadonlyMap<Card, Card>): Archive | null {
  let found = 0;
  const now = (card: Card): Card => edited.get(card) ?? card;
  const listed = (cards: readonly Card[]): readonly Card[] =>
    cards.map((card) => {
      if (edited.has(card)) found += 1;
      return now(card);
    });
  const [dated, undated, staticPages] = [archive.dated, archive.undated, archive.staticPages].map(listed) as [
    readonly Card[],
    readonly Card[],
    readonly Card[],
  ];
  if (found !== edited.size) return null;
  const inGroups = (groups: readonly Group[]): readonly Group[] =>
    groups.map(({ label, articles }) => ({ label, articles: articles.map(now) }));
  return {
    ...{ dated, undated, staticPages, years: yearsOf(dated), pictures: archive.pictures },
    linksIn: archive.linksIn,
    ...{ sections: inGroups(archive.sections), tags: inGroups(archive.tags) },
    authors: inGroups(archive.authors),
    // Without `sum`s: the related articles may have been edited.
    relatedTo: (card) => {
      const { similar, copies } = archive.relatedTo(card);
      return {
        similar: similar.map((one) => ({ ...one, card: now(one.card) })),
        copies: copies.map(now),
      };
    },
  };
}
