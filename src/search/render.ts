/** A planned search page and its stored values → its files. */
import { deflateRawSync } from "node:zlib";
import { decodeTermList, openingOf } from "../arabic/terms/stored-terms.ts";
import type { Stored } from "../model/article.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import type { Page, PropsOf } from "../model/page.ts";
import { Inverter } from "./invert.ts";
import { shardFileOf } from "./merge.ts";
import { shardFile } from "./query/format.ts";
import { slotOf } from "./records.ts";
import { shardsOfStripe, unpackParts } from "./stripes.ts";

export type SearchPage = Extract<Page, { kind: `search-${string}` }>;
export interface SearchFile {
  readonly path: OutputPath;
  readonly bytes: Uint8Array;
}

export const isSearchPage = (page: Page): page is SearchPage => page.kind.startsWith("search-");

export function renderSearch(page: SearchPage, load: (at: Stored) => Uint8Array): SearchFile[] {
  switch (page.kind) {
    case "search-index":
      return [{ path: page.path, bytes: Buffer.from(`${JSON.stringify(page.props.index)}\n`) }];
    case "search-sections":
      return [{ path: page.path, bytes: deflateRawSync(Uint8Array.from(page.props.places), { level: 9 }) }];
    case "search-articles":
      return [{ path: page.path, bytes: recordsOf(page, load) }];
    case "search-open": {
      const inverter = new Inverter();
      for (const at of page.stored) inverter.add(decodeTermList(load(at)));
      const part = inverter.parts(0).get(0) ?? new Uint8Array(0);
      return [{ path: page.path, bytes: shardFileOf([{ first: 0, part }], page.props.stamp) }];
    }
    case "search-terms":
      return shardsOf(page, load);
  }
}

function recordsOf(
  { props, stored }: Extract<SearchPage, { kind: "search-articles" }>,
  load: (at: Stored) => Uint8Array,
): Uint8Array {
  const slots = props.entries.map((entry, i) => slotOf(entry, openingOf(load(stored[i] as Stored))));
  return Buffer.concat(slots);
}

/** The files of a stripe. */
export const filesOfStripe = ({
  stripe,
  shardBits,
}: Pick<PropsOf["search-terms"], "stripe" | "shardBits">): readonly OutputPath[] =>
  Array.from({ length: shardsOfStripe(shardBits) }, (_, i) =>
    outputPath(`search/${shardFile(stripe * shardsOfStripe(shardBits) + i)}`),
  );

function shardsOf(
  { props, stored }: Extract<SearchPage, { kind: "search-terms" }>,
  load: (at: Stored) => Uint8Array,
): SearchFile[] {
  const { shardBits, stamp, counts } = props;
  const byPiece = stored.map((at) => unpackParts(load(at), shardBits));
  return filesOfStripe(props).map((path, i) => {
    let first = 0;
    const parts = counts.map((count, piece) => {
      const part = { first, part: byPiece[piece]?.[i] ?? new Uint8Array(0) };
      first += count;
      return part;
    });
    return { path, bytes: shardFileOf(parts, stamp) };
  });
}
