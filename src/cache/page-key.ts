/**
 * The key of a page: equal keys, equal bytes. It is a list of named digests rather than one digest of all, so that
 * `warraq why` can say which input of a page differs from the last build.
 */
import type { Digest } from "../model/brands.ts";
import type { Page } from "../model/page.ts";
import { digestOf, keyOf } from "./digest.ts";

/** What makes a page differ, in the order the digests stand in its key. */
export const KEY_PARTS = ["program and template", "site face", "facts", "articles", "stored text"] as const;

/** @param maker Digest of the code and templates that render this kind of page. @param face Digest of the Face. */
export function pageKey(page: Page, maker: Digest, face: Digest): string {
  const [card] = page.cards;
  const [need] = page.needs;
  const cards = page.cards.length === 1 && card ? card.digest : keyOf(page.cards.map((one) => one.digest));
  const needs = page.needs.length === 1 && need ? need.digest : keyOf(page.needs.map((one) => one.digest));
  return [maker, face, digestOf(JSON.stringify(page.facts)), cards, needs].join(" ");
}

/** The names of the parts in which two keys differ. */
export function differingParts(before: string, after: string): readonly string[] {
  const old = before.split(" ");
  return after.split(" ").flatMap((part, i) => (part === old[i] ? [] : (KEY_PARTS[i] ?? [])));
}
