/**
 * Old addresses that articles state → those that can lead on to them. One that is already the address of something else
 * would hide it, and one that two articles state cannot lead to both: errors that name both files.
 */
import type { Card } from "../model/article.ts";
import type { Digest, UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isReserved } from "../model/reserved.ts";

export interface AliasInput {
  readonly digestOf: (text: string) => Digest;
  /** Whose address it is, in lower case; undefined when nobody's. */
  readonly isTaken: (spot: string) => Card | undefined;
}
export interface SettledAliases {
  readonly cards: readonly Card[];
  readonly diagnostics: readonly Diagnostic[];
}

const LIST_PAGE = /^\/[^/]+\/page\/\d+\/$/;
const CALENDAR = /^\/\d{4}\/(?:\d{2}\/){0,2}$/;
const OWN_FOLDER = /^\/(?:tags|authors|assets|sitemaps|search)\//;

/** Whether an address is one that the site gives, or may come to give, to a page it makes itself. */
export function isOwnAddress(url: string, sections: ReadonlySet<string>): boolean {
  const first = url.split("/")[1] ?? "";
  if (CALENDAR.test(url) || OWN_FOLDER.test(url)) return true;
  if (url === `/${first}/` || url === `/${first}`) return isReserved(first) || sections.has(first);
  return LIST_PAGE.test(url) && (first === "undated" || sections.has(first));
}

type Verdict = Pick<Diagnostic, "severity" | "code" | "message" | "hint"> & { readonly other?: Card };

function judge(
  card: Card,
  alias: UrlPath,
  rival: Card | undefined,
  { own, claimed }: { own: boolean; claimed: boolean },
): Verdict | null {
  const fileOf = (other: Card) => `content/${other.source}`;
  const wrong = (code: string, message: string, hint: string): Verdict => ({
    ...{ severity: "error", code, message, hint },
    ...(rival && rival.id !== card.id ? { other: rival } : {}),
  });
  if (rival?.id === card.id) {
    const message = `Its alias ${alias} ${claimed ? "stands there twice" : "is its own address"}; it is left out.`;
    return { ...wrong("alias-needless", message, "Take the alias out."), severity: "warning" };
  }
  if (rival && claimed)
    return wrong(
      "alias-taken",
      `Its alias ${alias} is an alias of ${fileOf(rival)} too.`,
      "Take it out of one of the two: an old address can lead to one article only.",
    );
  if (rival)
    return wrong(
      "alias-taken",
      `Its alias ${alias} is the address of ${fileOf(rival)}.`,
      "Take the alias out: an old address can lead to one article only.",
    );
  if (own)
    return wrong(
      "alias-reserved",
      `Its alias ${alias} is an address of the site's own pages.`,
      "Take the alias out, or send the old address on from the server.",
    );
  return null;
}

/** @param cards Their addresses all differ. The first by id keeps an alias that two of them state. */
export function settleAliases(cards: readonly Card[], { digestOf, isTaken }: AliasInput): SettledAliases {
  const stating = cards.filter((card) => card.aliases.length > 0);
  if (stating.length === 0) return { cards, diagnostics: [] };
  const sections = new Set<string>(cards.flatMap(({ section }) => section?.slug ?? []));
  const claims = new Map<string, Card>();
  const diagnostics: Diagnostic[] = [];
  const mended = new Map<Card, Card>();
  for (const card of stating.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const aliases = card.aliases.filter((alias) => {
      const spot = alias.toLowerCase();
      const owner = isTaken(spot);
      const verdict = judge(card, alias, owner ?? claims.get(spot), {
        own: isOwnAddress(spot, sections),
        claimed: owner === undefined,
      });
      if (!verdict) {
        claims.set(spot, card);
        return true;
      }
      const { other, ...said } = verdict;
      const others = other ? { others: [`content/${other.source}`] } : {};
      diagnostics.push({ ...said, file: `content/${card.source}`, ...others });
      return false;
    });
    if (aliases.length < card.aliases.length)
      mended.set(card, { ...card, aliases, digest: digestOf(`${card.digest} ${aliases.join(" ")}`) });
  }
  return {
    cards: mended.size === 0 ? cards : cards.map((card) => mended.get(card) ?? card),
    diagnostics,
  };
}
