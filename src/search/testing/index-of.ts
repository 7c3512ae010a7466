/** Articles → the files of their index, built by the same code as in a build, and hosts that serve them. */
import { decodeTermList, encodeTermList } from "../../arabic/terms/stored-terms.ts";
import { termListOf } from "../../arabic/terms/term-list.ts";
import type { Card, Stored } from "../../model/article.ts";
import { urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { Inverter } from "../invert.ts";
import { type SearchPlan, searchPages } from "../plan.ts";
import type { FetchFile } from "../query/fetch-file.ts";
import { isSearchPage, renderSearch } from "../render.ts";
import { piecesOf, runsOf, shardBitsFor } from "../runs.ts";
import { packParts } from "../stripes.ts";

export interface Article {
  readonly title: string;
  readonly text: string;
  readonly published: string | null;
  readonly section: string | null;
  /** Authors and tags. */
  readonly names?: readonly string[];
}
export type Files = Map<string, Uint8Array>;

export const SECTIONS = ["تاريخ", "ثقافة", "علوم"];
export const addressOf = (index: number): string => `/a/${index}/`;

/** The files of the index of these articles, by name. `cut` cuts a run into pieces. */
export function indexOf(articles: readonly Article[], cut: typeof piecesOf = piecesOf): Files {
  const values: Uint8Array[] = [];
  const store = (bytes: Uint8Array): Stored => {
    values.push(bytes);
    return {
      digest: String(values.length - 1),
      pack: 0,
      offset: 0,
      length: bytes.length,
    } as unknown as Stored;
  };
  const load = (at: Stored): Uint8Array => values[Number(at.digest)] as Uint8Array;
  const cards = articles.map(({ title, text, published, section, names }, i) => ({
    ...{ id: addressOf(i), title, url: urlPath(addressOf(i)), published: published as CivilDate | null },
    section: section === null ? null : { name: section, slug: section },
    terms: store(encodeTermList(termListOf(title, text, names), text)),
  })) as unknown as Card[];
  const dated = cards.filter(({ published }) => published !== null);
  dated.sort((a, b) => (String(a.published) < String(b.published) ? -1 : 1));
  const runs = runsOf({ dated, undated: cards.filter(({ published }) => published === null) });
  const shardBits = shardBitsFor(cards.length);
  const pieces = runs.closed.flatMap(cut).map((some) => {
    const inverter = new Inverter();
    for (const { terms } of some) inverter.add(decodeTermList(load(terms)));
    return {
      count: some.length,
      stripes: packParts(inverter.parts(shardBits), shardBits).map(store),
    };
  });
  const plan: SearchPlan = { runs, shardBits, pieces };
  const sections = SECTIONS.map((name) => ({ label: { name, slug: name } }));
  const files: Files = new Map();
  for (const page of searchPages({ sections } as unknown as Parameters<typeof searchPages>[0], plan))
    if (isSearchPage(page))
      for (const { path, bytes } of renderSearch(page, load)) files.set(path.replace(/^search\//, ""), bytes);
  return files;
}

/** A plain file host that knows ranges. */
export const hostOf =
  (files: Files): FetchFile =>
  async (name, { range }) => {
    const bytes = files.get(name);
    if (!bytes) return null;
    return range
      ? { bytes: bytes.subarray(range.from, range.from + range.length), from: range.from }
      : { bytes, from: 0 };
  };

/** A plain file host that sends whole files only. */
export const rangelessHostOf =
  (files: Files): FetchFile =>
  async (name) => {
    const bytes = files.get(name);
    return bytes ? { bytes, from: 0 } : null;
  };
