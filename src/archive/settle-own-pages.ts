/**
 * Cards → cards that take no address of the site's own. A section whose slug is `tags` or `2017`, and a static page
 * called like a section, would each hide a page that the site makes itself.
 */
import type { Card } from "../model/article.ts";
import type { Digest, Slug } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isReserved } from "../model/reserved.ts";

export interface Freed {
  /** A static page in error is left out; an article keeps its place without its section. */
  readonly cards: readonly Card[];
  readonly diagnostics: readonly Diagnostic[];
}

const sectionFault = (name: string, slug: Slug, file: string): Diagnostic => ({
  severity: "error",
  code: "section-reserved",
  file,
  message: `The section \u2068${name}\u2069 has the slug ${slug}, but /${slug}/ is a page of the site's own.`,
  hint: "State another slug for it under sections.",
});

function standingFault(card: Card, section: string | undefined): Diagnostic {
  const whose = section === undefined ? "a page of the site's own" : `the section \u2068${section}\u2069`;
  return {
    severity: "error",
    code: "address-reserved",
    file: `content/${card.source}`,
    message: `Its address ${card.url} is that of ${whose}.`,
    hint: "Give this page another slug.",
  };
}

/** @param settings The name of the file of the settings. */
export function freeOfOwnPages(
  cards: readonly Card[],
  digestOf: (text: string) => Digest,
  settings: string,
): Freed {
  const sections = new Map<Slug, string>();
  let standing = 0;
  for (const { section, standing: stands } of cards) {
    if (stands) standing += 1;
    if (section && !sections.has(section.slug)) sections.set(section.slug, section.name);
  }
  const small = new Map([...sections].map(([slug, name]) => [slug.toLowerCase(), name]));
  const refused = new Set([...sections.keys()].filter(isReserved));
  if (refused.size === 0 && standing === 0) return { cards, diagnostics: [] };

  const diagnostics = [...refused].map((slug) => sectionFault(sections.get(slug) ?? "", slug, settings));
  const freed = cards.flatMap((card): readonly Card[] => {
    const { section } = card;
    if (section && refused.has(section.slug))
      return [{ ...card, section: null, digest: digestOf(`${card.digest} without its section`) }];
    if (!card.standing) return [card];
    const step = card.url.slice(1, -1).toLowerCase();
    if (!isReserved(step) && !small.has(step)) return [card];
    diagnostics.push(standingFault(card, isReserved(step) ? undefined : small.get(step)));
    return [];
  });
  return { cards: freed, diagnostics };
}
