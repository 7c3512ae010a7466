/**
 * The key of a page: equal keys, equal bytes. It is a list of named digests rather than one digest of all, so that
 * `warraq why` can say which input of a page differs from the last build.
 */
import type { Digest } from "../model/brands.ts";
import type { Page } from "../model/page.ts";
import { digestOf, keyOf } from "./digest.ts";

/** What makes a page differ, in the order the digests stand in its key. */
export const KEY_PARTS = ["program and template", "site face", "facts", "articles", "stored text"] as const;

/** One or two digests stand for themselves: there is a page for every article, and a digest of digests takes its time. */
const together = (digests: readonly Digest[]): string =>
  digests.length <= 2 ? digests.join("+") : keyOf(digests);

/** @param maker Digest of the code and templates that render this kind of page. @param face Digest of the Face. */
export function pageKey(page: Page, maker: Digest, face: Digest): string {
  const cards = together(page.cards.map((one) => one.digest));
  const needs = together(page.needs.map((one) => one.digest));
  const { basis } = page;
  const facts = digestOf(
    basis ? `${basis.links.map((one) => one.linkDigest).join("")}${basis.rest}` : JSON.stringify(page.facts),
  );
  return `${maker} ${face} ${facts} ${cards} ${needs}`;
}

/** The names of the parts in which two keys differ. */
export function differingParts(before: string, after: string): readonly (typeof KEY_PARTS)[number][] {
  const old = before.split(" ");
  return after.split(" ").flatMap((part, i) => (part === old[i] ? [] : (KEY_PARTS[i] ?? [])));
}
