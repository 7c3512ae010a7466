/**
 * The key of a page: equal keys, equal bytes. It is a list of named digests rather than one digest of all, so that
 * `warraq why` can say which input of a page differs from the last build.
 */
import type { Digest } from "../model/brands.ts";
import type { FactsBasis, Page } from "../model/page.ts";
import { digestOf, keyOf } from "./digest.ts";

/** What makes a page differ, in the order the digests stand in its key. */
export const KEY_PARTS = ["program and template", "site face", "facts", "articles", "stored text"] as const;

/**
 * One or two digests stand for themselves: there is a page for every article, and a digest of digests takes its time, as a
 * list of them does.
 */
function together(all: readonly { readonly digest: Digest }[]): string {
  const [first, second] = all;
  if (!first) return "";
  if (!second) return first.digest;
  return all.length === 2 ? `${first.digest}+${second.digest}` : keyOf(all.map((one) => one.digest));
}

function basisText({ links, rest }: FactsBasis): string {
  let text = "";
  for (const { linkDigest } of links) text += linkDigest;
  return text + rest;
}

/** @param maker Digest of the code and templates that render this kind of page. @param face Digest of the Face. */
export function pageKey(page: Page, maker: Digest, face: Digest): string {
  const { basis } = page;
  const facts = digestOf(basis ? basisText(basis) : JSON.stringify(page.facts));
  return `${maker} ${face} ${facts} ${together(page.cards)} ${together(page.needs)}`;
}

/** The names of the parts in which two keys differ. */
export function differingParts(before: string, after: string): readonly (typeof KEY_PARTS)[number][] {
  const old = before.split(" ");
  return after.split(" ").flatMap((part, i) => (part === old[i] ? [] : (KEY_PARTS[i] ?? [])));
}
