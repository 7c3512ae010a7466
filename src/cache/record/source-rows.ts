/** Converts records of sources to the rows without field names in which they are stored, and back. */
import { type Card, idOf, type Label, type Stored } from "../../model/article.ts";
import type { Digest, SourcePath } from "../../model/brands.ts";
import type { SourceRecord, Stamp } from "./records.ts";

type StoredRow = readonly [digest: Digest, pack: number, offset: number, length: number];
type CardRow = readonly [
  link: readonly [Card["url"], Card["title"], Card["published"], Digest],
  times: readonly [Card["time"], Card["updated"], Card["offset"]],
  labels: readonly [section: Label | null, tags: readonly Label[], authors: readonly Label[]],
  image: Card["image"],
  aliases: Card["aliases"],
  is: readonly [slugStated: boolean, isStatic: boolean],
  details: StoredRow,
  body: StoredRow,
  terms: StoredRow,
  digest: Digest,
];
export type SourceRow = readonly [
  path: SourcePath,
  stamp: readonly [size: number, modified: number, digest: Digest],
  sidecar: Stamp | null,
  parsed: StoredRow | null,
  named: readonly [pictures: SourceRecord["pictures"], links: SourceRecord["links"]],
  diagnostics: SourceRecord["diagnostics"],
  card: CardRow | null,
  draft: CardRow | null,
  make: SourceRecord["make"],
];

const storedRow = ({ digest, pack, offset, length }: Stored): StoredRow => [digest, pack, offset, length];
const storedOf = ([digest, pack, offset, length]: StoredRow): Stored => ({ digest, pack, offset, length });

const cardRow = (card: Card): CardRow => [
  [card.url, card.title, card.published, card.linkDigest],
  [card.time, card.updated, card.offset],
  [card.section, card.tags, card.authors],
  card.image,
  card.aliases,
  [card.slugStated, card.isStatic],
  storedRow(card.details),
  storedRow(card.body),
  storedRow(card.terms),
  card.digest,
];

export const rowOf = ({ path, card, draft, ...record }: SourceRecord): SourceRow => [
  path,
  [record.size, record.modified, record.digest],
  record.sidecar,
  record.parsed && storedRow(record.parsed),
  [record.pictures, record.links],
  record.diagnostics,
  card && cardRow(card),
  draft && cardRow(draft),
  record.make,
];

const NONE: readonly never[] = [];
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

/** Reads rows into records. Equal labels and empty lists share one object, to save memory. */
export class RowReader {
  readonly #labels = new Map<string, Label>();

  record(row: SourceRow): SourceRecord {
    const [
      path,
      [size, modified, digest],
      sidecar,
      parsed,
      [pictures, links],
      diagnostics,
      card,
      draft,
      make,
    ] = row;
    return {
      path,
      size,
      modified,
      digest,
      sidecar,
      make,
      parsed: parsed && storedOf(parsed),
      pictures: orNone(pictures),
      links: orNone(links),
      diagnostics: orNone(diagnostics),
      card: card && this.#card(path, card),
      draft: draft && this.#card(path, draft),
    };
  }

  #card(source: SourcePath, row: CardRow): Card {
    const [link, [time, updated, offset], labels, image, aliases, is, details, body, terms, digest] = row;
    const [url, title, published, linkDigest] = link;
    const [section, tags, authors] = labels;
    const [slugStated, isStatic] = is;
    return {
      url,
      title,
      published,
      id: idOf(source),
      source,
      time,
      offset,
      updated,
      section: section && this.#label(section),
      tags: orNone(tags.map(this.#label)),
      authors: orNone(authors.map(this.#label)),
      image,
      aliases: orNone(aliases),
      slugStated,
      isStatic,
      details: storedOf(details),
      body: storedOf(body),
      terms: storedOf(terms),
      digest,
      linkDigest,
    };
  }

  readonly #label = (label: Label): Label => {
    const key = `${label.slug}\n${label.name}`;
    const known = this.#labels.get(key);
    if (!known) this.#labels.set(key, label);
    return known ?? label;
  };
}
