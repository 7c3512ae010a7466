/** The page of a draft for preview: as published, but without neighbours and related articles. Not part of the site's plan. */
import type { Card } from "../../model/article.ts";
import { fileFor } from "../../model/brands.ts";
import type { NamedInText, Page } from "../../model/page.ts";

export function draftPage(card: Card, named: NamedInText): Page {
  const path = fileFor(card.url);
  if (card.isStatic) return { path, kind: "standing", cards: [card], stored: [card.body], props: named };
  const alone = { newer: null, older: null, newerInSection: null, olderInSection: null };
  return {
    ...{ path, kind: "article", cards: [card], stored: [card.body, card.terms] },
    props: { ...alone, related: [], copies: [], ...named },
  };
}
