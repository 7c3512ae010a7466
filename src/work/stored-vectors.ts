/** The vector of a card: as it came from reading, or made again of the terms in the store. */
import { decodeTermList, vectorOf } from "../arabic/term-list.ts";
import { PackReader } from "../cache/packs.ts";
import type { Card } from "../model/article.ts";
import type { SourcePath } from "../model/brands.ts";

/** @throws StoreDamaged when called for a card whose terms are not what was stored. */
export function storedVectors(
  fresh: ReadonlyMap<SourcePath, Uint32Array>,
  packs: string,
): (card: Card) => Uint32Array {
  const reader = new PackReader(packs);
  return (card) => fresh.get(card.source) ?? vectorOf(decodeTermList(reader.get(card.terms)));
}
