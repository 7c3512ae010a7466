/**
 * Cards → cards whose addresses all differ. An address claimed by two `slug:` lines is an error naming both files; one
 * derived from two headlines of the same day gets a suffix that depends on the article alone, so it stays the same
 * whatever else is added. Addresses that differ only in case are the same: some file systems cannot distinguish them.
 */
import { type Card, linkDigestOf } from "../model/article.ts";
import { type Digest, type OutputPath, type UrlPath, urlPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";
import { resolveAliases } from "./resolve-aliases.ts";
import { freeOfOwnPages } from "./resolve-own-pages.ts";

type DigestOf = (text: string) => Digest;

const fileOf = (card: Card): string => `content/${card.source}`;
/** By id; two sources of one id (`a.md` beside `a.html`) by their path. */
const byId = (a: Card, b: Card): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.source < b.source ? -1 : 1;
/** The address as a case-insensitive file system sees it. A derived slug has no capitals. */
const foldedUrl = ({ url, slugStated }: Pick<Card, "url" | "slugStated">): string =>
  slugStated ? url.toLowerCase() : url;

/** The start of the id's digest in lower case, letters and digits only. */
const suffixOf = (card: Card, length: number, digestOf: DigestOf): string =>
  digestOf(card.id)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, length);

const clash = (card: Card, first: Card): Diagnostic => {
  const other = fileOf(first);
  return articleFault("address-taken", { file: fileOf(card), others: [other] }, { address: card.url, other });
};

const suffixed = (card: Card, { url, first }: { url: UrlPath; first: Card }): Diagnostic => {
  const other = fileOf(first);
  return articleFault(
    "address-shared",
    { file: fileOf(card), others: [other] },
    { address: url, other, isStated: first.slugStated },
  );
};

/** One card per id: of `a.html` beside `a.md`, which the scan has reported as an error, the first by path. */
function oneEach(cards: readonly Card[]): readonly Card[] {
  // Cards come nearly sorted: comparing neighbours is faster than a table of all ids.
  const sorted = cards.toSorted(byId);
  const others = new Set(sorted.filter((card, i) => card.id === sorted[i - 1]?.id));
  return others.size === 0 ? cards : cards.filter((card) => !others.has(card));
}

/** The cards that keep their address, in the order given, and the others, by id. */
function splitRivals(cards: readonly Card[]): { readonly kept: Map<string, Card>; readonly rivals: Card[] } {
  const kept = new Map<string, Card>();
  const rivals: Card[] = [];
  for (const card of cards) {
    const url = foldedUrl(card);
    const first = kept.get(url);
    if (!first) {
      kept.set(url, card);
      continue;
    }
    const wins = Number(card.slugStated) - Number(first.slugStated) || -byId(card, first);
    if (wins > 0) kept.set(url, card);
    rivals.push(wins > 0 ? first : card);
  }
  return { kept, rivals: rivals.sort(byId) };
}

/** The address with the shortest suffix, of at least five characters, that is free. */
function freeAddress(card: Card, kept: Pick<ReadonlyMap<string, Card>, "has">, digestOf: DigestOf): UrlPath {
  for (let length = 5; ; length++) {
    const url = urlPath(`${card.url.slice(0, -1)}-${suffixOf(card, length, digestOf)}/`);
    if (!kept.has(url) || length > 22) return url;
  }
}

/** Addresses for further cards beside resolved ones: those already taken get a suffix. */
export function besideResolved(
  cards: readonly Card[],
  isTaken: (url: UrlPath) => boolean,
  digestOf: DigestOf,
): readonly Card[] {
  const kept = new Set<string>();
  return cards.toSorted(byId).map((card) => {
    const has = (url: string): boolean => kept.has(url.toLowerCase()) || isTaken(url as UrlPath);
    const url = has(card.url) ? freeAddress(card, { has }, digestOf) : card.url;
    kept.add(url.toLowerCase());
    return { ...card, url };
  });
}

/**
 * The value holds every card whose address could be resolved, without the aliases in error: what can be published
 * despite the errors. It does not depend on the order of `cards`, except that its own order follows theirs.
 * @param settings Name of the settings file, for messages.
 * @param publicFileAt The file of public/ that conflicts with a file of the site at a path, as messages name it.
 */
export function resolveAddresses(
  cards: readonly Card[],
  digestOf: DigestOf,
  settings: string,
  publicFileAt: (path: OutputPath) => string | undefined = () => undefined,
): Outcome<readonly Card[]> {
  const free = freeOfOwnPages(oneEach(cards), digestOf, settings);
  const { kept, rivals } = splitRivals(free.cards);
  const diagnostics = [...free.diagnostics];
  for (const card of rivals) {
    const first = kept.get(foldedUrl(card)) as Card;
    if (card.slugStated) {
      diagnostics.push(clash(card, first));
      continue;
    }
    const url = freeAddress(card, kept, digestOf);
    const moved = { ...card, url, digest: digestOf(`${card.digest}${url}`) };
    kept.set(url, { ...moved, linkDigest: linkDigestOf(moved, digestOf) });
    diagnostics.push(suffixed(card, { url, first }));
  }
  const aliases = resolveAliases([...kept.values()], {
    ...{ digestOf, publicFileAt },
    isTaken: (path) => kept.get(path),
  });
  return { value: aliases.cards, diagnostics: [...diagnostics, ...aliases.diagnostics] };
}
