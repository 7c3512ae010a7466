/**
 * Redirects from old addresses to the articles that state them. They are HTML pages, since a plain file host cannot
 * redirect otherwise, and are kept as long as an article states the address.
 */
import { fileForAlias } from "../../model/brands.ts";
import { bdiHtml } from "../../render/view.ts";
import type { Kind } from "../kind.ts";

export const redirect: Kind<"redirect"> = {
  address: "any, as `aliases` state it",
  template: "redirect",
  *plan({ dated, undated, staticPages }) {
    for (const cards of [dated, undated, staticPages])
      for (const { aliases, url: to, title } of cards)
        for (const alias of aliases)
          yield { path: fileForAlias(alias), kind: "redirect", cards: [], stored: [], props: { to, title } };
  },
  view: ({ props: { to, title } }, viewer) => ({
    ...{ heading: title, description: title, breadcrumbs: [] },
    content: { href: viewer.href(to), absolute: viewer.absolute(to), titleHtml: bdiHtml(title) },
  }),
};
