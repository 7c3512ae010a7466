/**
 * Sources → cards: reads bytes, decodes, parses, stores the body and the terms, makes the card. Text stays in the thread;
 * the main thread gets the records as JSON (the cheapest thing to post, and what the last build's file holds) and the
 * vectors that related articles are computed from.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeTermList, encodeTermList } from "../arabic/terms/stored-terms.ts";
import { termListOf, vectorOf } from "../arabic/terms/term-list.ts";
import { digestOf } from "../cache/keys/digest.ts";
import type { SourceRecord, Stamp } from "../cache/record/records.ts";
import { PackReader, PackWriter } from "../cache/store/packs.ts";
import { type CardInput, cardOf, draftOf } from "../cards/card.ts";
import { decode } from "../content/decode.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { Card, Metadata, Parsed, ShownCard, SourceFile, Stored } from "../model/article.ts";
import type { Digest } from "../model/brands.ts";
import { type Diagnostic, isError } from "../model/diagnostic.ts";
import type { NamedPicture } from "../model/picture.ts";
import type { Site } from "../model/site.ts";
import { readSidecar } from "../read/keys/sidecar.ts";
import type { Makes } from "../read/make/make.ts";
import { kindOf, parse } from "../read/parse.ts";
import { placeOfName } from "../read/tree/named-pictures.ts";
import { encodeBody } from "./stored-body.ts";
import { encodeDetails } from "./stored-details.ts";

export interface ReadItem {
  readonly source: SourceFile;
  readonly sidecar: SourceFile | null;
  /** Of what is known of the pages of its folder; null where nothing is. */
  readonly make: Digest | null;
  /** The record of the last build, if the same program made it: used again if the bytes are the same. */
  readonly known: SourceRecord | null;
}
export interface ReadBatch {
  readonly packs: string;
  /** Identifies the build: no two builds write to one pack. */
  readonly build: string;
  /** No pack has this number or a greater one. */
  readonly firstPack: number;
  /** The folder of the sources on disk, and its name in diagnostics. */
  readonly content: { readonly folder: string; readonly name: string };
  readonly site: Site;
  readonly items: readonly ReadItem[];
  /** By digest. */
  readonly makes: Readonly<Record<string, Makes>>;
}
export interface ReadResult {
  /** JSON of SourceRecord[], in the order of the items. */
  readonly records: string;
  /** The vectors of those records that have a card, end to end, and where each ends. */
  readonly vectors: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** A parse as it is stored: the parsed source, where its text is stored, and its diagnostics. */
interface StoredParse {
  readonly parsed: Parsed;
  readonly body: Stored;
  readonly diagnostics: readonly Diagnostic[];
}

let writer: { readonly build: string; readonly packs: PackWriter } | undefined;
function writerFor({ packs, build, firstPack }: ReadBatch): PackWriter {
  if (writer?.build !== build) {
    writer?.packs.close();
    writer = { build, packs: new PackWriter(packs, firstPack) };
  }
  return writer.packs;
}

const text = new TextDecoder();
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

interface Desk {
  readonly batch: ReadBatch;
  readonly writer: PackWriter;
  readonly reader: PackReader;
}
/** A record whose card still has its details in it. */
type WholeRecord = Omit<SourceRecord, "card" | "draft"> & {
  readonly card: ShownCard | null;
  readonly draft: ShownCard | null;
};
interface Read {
  readonly record: WholeRecord;
  /** Where the details of its card were stored before. */
  readonly before: Stored | null;
  readonly vector: Uint32Array | null;
}

/** @throws StoreDamaged, or an error of the file system other than a source that cannot be read. */
export async function readSources(batch: ReadBatch): Promise<ReadResult> {
  const desk: Desk = { batch, writer: writerFor(batch), reader: new PackReader(batch.packs) };
  const read: Read[] = [];
  let records: readonly SourceRecord[];
  try {
    for (const item of batch.items) read.push(await readOne(item, desk));
    records = read.map((one) => withDetailsStored(one, desk));
  } finally {
    desk.writer.flush();
    desk.reader.close();
  }
  const vectors = read.flatMap(({ vector }) => vector ?? []);
  const ends = new Uint32Array(vectors.length);
  let end = 0;
  vectors.forEach((vector, i) => {
    end += vector.length;
    ends[i] = end;
  });
  const all = new Uint32Array(end);
  vectors.forEach((vector, i) => {
    all.set(vector, (ends[i] ?? 0) - vector.length);
  });
  return { records: JSON.stringify(records), vectors: all, ends };
}

/** Details of a batch are stored together, since a list needs those of many; unchanged details stay where they are. */
function withDetailsStored({ record, before }: Read, { writer }: Desk): SourceRecord {
  const stored = (card: ShownCard | null): Card | null => {
    if (!card) return null;
    const value = encodeDetails(card.details);
    return { ...card, details: before && before.digest === digestOf(value) ? before : writer.put(value) };
  };
  return { ...record, card: stored(record.card), draft: stored(record.draft) };
}

async function readOne({ source, sidecar, make, known }: ReadItem, desk: Desk): Promise<Read> {
  const { folder, name } = desk.batch.content;
  const file = `${name}/${source.path}`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(folder, source.path));
  } catch (fault) {
    return unread(source, make, unreadable(file, fault));
  }
  const stamp = { size: source.size, modified: source.modified, digest: digestOf(bytes) };
  const same = known?.digest === stamp.digest && known.make === make ? known : null;
  const makes = make === null ? null : (desk.batch.makes[make] ?? null);
  const beside = sidecar ? readBeside(sidecar, desk.batch) : null;
  const stored = same?.parsed
    ? loadParse(same.parsed, desk.reader)
    : await parseBytes(bytes, { file, makes }, desk);
  const diagnostics = [...stored.diagnostics, ...(beside?.diagnostics ?? [])];
  const record = {
    path: source.path,
    ...stamp,
    sidecar: beside?.stamp ?? null,
    make,
    parsed: stored.at,
    pictures: [
      ...(beside?.picture ? [beside.picture] : []),
      ...(stored.parsed?.pictures ?? []).map((one) => ({ ...one, file })),
    ],
    links: stored.parsed?.links ?? [],
    diagnostics,
  };
  // No card for a source in error: a key in error would be reported a second time, as missing.
  if (!stored.parsed || !stored.body || diagnostics.some(isError))
    return { record: { ...record, card: null, draft: null }, before: null, vector: null };

  const title = beside?.metadata?.title ?? stored.parsed.metadata.title ?? "";
  const { authors = [], tags = [] } = { ...stored.parsed.metadata, ...beside?.metadata };
  const names = [...authors, ...tags];
  const before = same && (same.card ?? same.draft);
  // The terms include the words of title and names, so they are computed again where a sidecar has changed those.
  const terms =
    before?.title === title && namesOf(before).join() === names.join()
      ? termsKept(before.terms, desk)
      : termsOf({ title, plain: stored.plain ?? (await plainOf(bytes, { file, makes })), names }, desk);
  const input: CardInput = {
    parsed: stored.parsed,
    path: source.path,
    file,
    sidecar: beside?.metadata ?? null,
    site: desk.batch.site,
    digestOf,
    body: stored.body,
    terms: terms.at,
  };
  const made = cardOf(input);
  const all = [...diagnostics, ...made.diagnostics];
  return {
    record: { ...record, card: made.value ?? null, draft: draftOf(input), diagnostics: all },
    before: before?.details ?? null,
    vector: made.value ? terms.vector : null,
  };
}

/** No file has this size, so the next build tries again. */
const NOT_READ = { size: -1, digest: digestOf("") };

const unread = ({ path, modified }: SourceFile, make: Digest | null, fault: Diagnostic): Read => ({
  record: {
    ...{ path, modified, ...NOT_READ, sidecar: null, make, parsed: null, card: null, draft: null },
    ...{ pictures: [], links: [], diagnostics: [fault] },
  },
  ...{ before: null, vector: null },
});

interface Beside {
  readonly stamp: Stamp;
  readonly metadata: Metadata | null;
  /** The picture it names, if any. */
  readonly picture: NamedPicture | null;
  readonly diagnostics: readonly Diagnostic[];
}

function readBeside(sidecar: SourceFile, { content }: ReadBatch): Beside {
  const file = `${content.name}/${sidecar.path}`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(content.folder, sidecar.path));
  } catch (fault) {
    const stamp = { ...NOT_READ, modified: sidecar.modified };
    return { stamp, metadata: null, picture: null, diagnostics: [unreadable(file, fault)] };
  }
  const decoded = decode(bytes, file);
  const read = decoded.value === undefined ? { diagnostics: [] } : readSidecar(decoded.value, file);
  const image = read.value?.image;
  return {
    stamp: { size: sidecar.size, modified: sidecar.modified, digest: digestOf(bytes) },
    metadata: read.value ?? null,
    picture: image ? { src: image, file, place: placeOfName(decoded.value ?? "", image) } : null,
    diagnostics: [...decoded.diagnostics, ...read.diagnostics],
  };
}

interface ParseAtHand {
  readonly at: Stored | null;
  readonly parsed: Parsed | null;
  readonly body: Stored | null;
  /** The words of the text, for its terms; null when it was not parsed in this build. */
  readonly plain: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A source's name in diagnostics, and what is known of the pages of its folder. */
interface From {
  readonly file: string;
  readonly makes: Makes | null;
}

function loadParse(at: Stored, reader: PackReader): ParseAtHand {
  const { parsed, body, diagnostics } = JSON.parse(text.decode(reader.get(at))) as StoredParse;
  return { at, parsed, body, plain: null, diagnostics };
}

async function parseBytes(bytes: Uint8Array, { file, makes }: From, { writer }: Desk): Promise<ParseAtHand> {
  const decoded = decode(bytes, file);
  const nothing = { at: null, parsed: null, body: null, plain: null };
  if (decoded.value === undefined) return { ...nothing, diagnostics: decoded.diagnostics };
  const { value, diagnostics: found } = await parse(decoded.value, kindOf(file, decoded.value), file, makes);
  const diagnostics = [...decoded.diagnostics, ...found];
  if (!value) return { ...nothing, diagnostics };
  const body = writer.put(encodeBody(value.body));
  const at = writer.put(json({ parsed: value.parsed, body, diagnostics } satisfies StoredParse));
  return { at, parsed: value.parsed, body, plain: value.body.plain, diagnostics };
}

interface Terms {
  readonly at: Stored;
  readonly vector: Uint32Array;
}

const termsKept = (at: Stored, { reader }: Desk): Terms => ({
  at,
  vector: vectorOf(decodeTermList(reader.get(at))),
});

const namesOf = ({ authors, tags }: Card): readonly string[] => [...authors, ...tags].map(({ name }) => name);

interface Worded {
  readonly title: string;
  readonly plain: string;
  readonly names: readonly string[];
}

function termsOf({ title, plain, names }: Worded, { writer }: Desk): Terms {
  const list = termListOf(title, plain, names);
  return { at: writer.put(encodeTermList(list, plain)), vector: vectorOf(list) };
}

async function plainOf(bytes: Uint8Array, { file, makes }: From): Promise<string> {
  const { value = "" } = decode(bytes, file);
  return (await parse(value, kindOf(file, value), file, makes)).value?.body.plain ?? "";
}
