/**
 * Cards → cards whose addresses all differ. An address that two editors' `slug:` lines claim is an error naming both
 * files; one that two headlines of a day come to is settled by a suffix that hangs on the article alone, so that it stays
 * as it is whatever else is added.
 */

import type { Card } from "../model/article.ts";
import { type ArticleId, type Digest, type UrlPath, urlPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";

const idOrder = (a: { readonly id: ArticleId }, b: { readonly id: ArticleId }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Five letters and digits of the id's digest, lower case, since some disks do not tell cases apart. */
const suffixOf = (card: Card, digestOf: (text: string) => Digest): string =>
  digestOf(card.id)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 5);

function clash(card: Card, first: Card): Diagnostic {
  return {
    severity: "error",
    code: "address-taken",
    file: `content/${card.source}`,
    message: `Its address ${card.url} is that of content/${first.source} too: both state the same slug.`,
    hint: "Give one of the two another slug, or another date.",
    others: [`content/${first.source}`],
  };
}

function settled(card: Card, url: UrlPath, first: Card): Diagnostic {
  return {
    severity: "warning",
    code: "address-shared",
    file: `content/${card.source}`,
    message: `Its headline and day are those of content/${first.source}; its address became ${url}.`,
    hint: "If they are one article twice, remove one; else give it a slug of its own.",
    others: [`content/${first.source}`],
  };
}

/** An alias that is an article's address would hide the article. */
function aliasFaults(cards: readonly Card[], taken: ReadonlyMap<UrlPath, Card>): Diagnostic[] {
  return cards.flatMap((card) =>
    card.aliases.flatMap((alias) => {
      const other = taken.get(alias);
      if (!other) return [];
      return {
        severity: "error" as const,
        code: "alias-taken",
        file: `content/${card.source}`,
        message: `Its alias ${alias} is the address of content/${other.source}.`,
        hint: "Take the alias out: an old address can lead to one article only.",
        others: [`content/${other.source}`],
      };
    }),
  );
}

/** The value holds every card whose address could be settled; those in error are left out. */
export function settleAddresses(
  cards: readonly Card[],
  digestOf: (text: string) => Digest,
): Outcome<readonly Card[]> {
  const taken = new Map<UrlPath, Card>();
  const diagnostics: Diagnostic[] = [];
  const later: Card[] = [];
  const sorted = cards.toSorted((a, b) => Number(b.slugStated) - Number(a.slugStated) || idOrder(a, b));
  for (const card of sorted) {
    const first = taken.get(card.url);
    if (!first) taken.set(card.url, card);
    else if (card.slugStated) diagnostics.push(clash(card, first));
    else later.push(card);
  }
  for (const card of later) {
    const url = urlPath(`${card.url.slice(0, -1)}-${suffixOf(card, digestOf)}/`);
    const first = taken.get(card.url) as Card;
    const other = taken.get(url);
    if (other) {
      diagnostics.push(clash(card, other));
      continue;
    }
    taken.set(url, { ...card, url, digest: digestOf(`${card.digest}${url}`) });
    diagnostics.push(settled(card, url, first));
  }
  const value = [...taken.values()];
  return { value, diagnostics: [...diagnostics, ...aliasFaults(value, taken)] };
}
