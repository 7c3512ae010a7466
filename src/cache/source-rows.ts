/**
 * Records of sources ↔ what the disk holds of them. What every build asks of every source stands in a row of JSON; the
 * details of its card stand apart and stay bytes until somebody asks: an edit of a large archive asks for those of a few.
 */
import { type Card, type CardDetails, idOf, type Label, type Stored } from "../model/article.ts";
import type { Digest, SourcePath } from "../model/brands.ts";
import type { SourceRecord, Stamp } from "./last-build.ts";

type StoredRow = readonly [digest: Digest, pack: number, offset: number, length: number];
type CardRow = readonly [
  link: readonly [Card["url"], Card["title"], Card["published"], Digest],
  times: readonly [Card["time"], Card["updated"]],
  labels: readonly [section: Label | null, tags: readonly Label[], authors: readonly Label[]],
  image: Card["image"],
  aliases: Card["aliases"],
  is: readonly [slugStated: boolean, standing: boolean],
  body: StoredRow,
  terms: StoredRow,
  digest: Digest,
];
type Row = readonly [
  path: SourcePath,
  stamp: readonly [size: number, modified: number, digest: Digest],
  sidecar: Stamp | null,
  parsed: StoredRow | null,
  pictures: SourceRecord["pictures"],
  diagnostics: SourceRecord["diagnostics"],
  card: CardRow | null,
  /** Bytes of the card's details. */
  details: number,
];
/** Rows, and the details of their cards end to end, as UTF-8. */
export type SourceRows = readonly [rows: readonly Row[], details: Buffer];

/** The details of a remembered card, decoded each time they are asked for. */
class KeptDetails implements CardDetails {
  /** Those of many cards lie in the same bytes. */
  readonly #bytes: Buffer;
  readonly #from: number;
  readonly #to: number;

  constructor(bytes: Buffer, from: number, to: number) {
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
  }
  static bytesOf(details: CardDetails): Buffer {
    if (!(details instanceof KeptDetails)) return Buffer.from(JSON.stringify(details));
    return details.#bytes.subarray(details.#from, details.#to);
  }
  toJSON(): CardDetails {
    return JSON.parse(this.#bytes.toString("utf8", this.#from, this.#to)) as CardDetails;
  }
  get dateFrom() {
    return this.toJSON().dateFrom;
  }
  get estimate() {
    return this.toJSON().estimate;
  }
  get excerpt() {
    return this.toJSON().excerpt;
  }
  get summary() {
    return this.toJSON().summary;
  }
  get origin() {
    return this.toJSON().origin;
  }
  get corrections() {
    return this.toJSON().corrections;
  }
  get refs() {
    return this.toJSON().refs;
  }
}

const storedRow = ({ digest, pack, offset, length }: Stored): StoredRow => [digest, pack, offset, length];
const storedOf = ([digest, pack, offset, length]: StoredRow): Stored => ({ digest, pack, offset, length });

const cardRow = (card: Card): CardRow => [
  [card.url, card.title, card.published, card.linkDigest],
  [card.time, card.updated],
  [card.section, card.tags, card.authors],
  card.image,
  card.aliases,
  [card.slugStated, card.standing],
  storedRow(card.body),
  storedRow(card.terms),
  card.digest,
];

export function rowsOf(records: readonly SourceRecord[]): SourceRows {
  const details = records.map(({ card }) => (card ? KeptDetails.bytesOf(card.details) : Buffer.alloc(0)));
  const rows = records.map(
    ({ path, size, modified, digest, sidecar, parsed, pictures, diagnostics, card }, i): Row => [
      path,
      [size, modified, digest],
      sidecar,
      parsed && storedRow(parsed),
      pictures,
      diagnostics,
      card && cardRow(card),
      details[i]?.length ?? 0,
    ],
  );
  return [rows, Buffer.concat(details)];
}

const NONE: readonly never[] = [];
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

/** Rows → records. Labels and empty lists that are equal are held once. */
export class RowReader {
  readonly #labels = new Map<string, Label>();

  *records([rows, details]: SourceRows): Generator<SourceRecord> {
    let end = 0;
    for (const [
      path,
      [size, modified, digest],
      sidecar,
      parsed,
      pictures,
      diagnostics,
      card,
      length,
    ] of rows) {
      const from = end;
      end += length;
      yield {
        path,
        size,
        modified,
        digest,
        sidecar,
        parsed: parsed && storedOf(parsed),
        pictures: orNone(pictures),
        diagnostics: orNone(diagnostics),
        card: card && this.#card(path, card, new KeptDetails(details, from, end)),
      };
    }
  }

  #card(source: SourcePath, row: CardRow, details: CardDetails): Card {
    const [link, [time, updated], labels, image, aliases, is, body, terms, digest] = row;
    const [url, title, published, linkDigest] = link;
    const [section, tags, authors] = labels;
    const [slugStated, standing] = is;
    return {
      url,
      title,
      published,
      id: idOf(source),
      source,
      time,
      updated,
      section: section && this.#label(section),
      tags: orNone(tags.map(this.#label)),
      authors: orNone(authors.map(this.#label)),
      image,
      aliases: orNone(aliases),
      slugStated,
      standing,
      details,
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
