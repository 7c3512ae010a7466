/**
 * Plans redirects from old addresses to the articles that state them. They are HTML pages, since a plain file host cannot
 * redirect otherwise, and are kept as long as an article states the address.
 */
import { fileForAlias } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

export const redirects: Emitter = function* (archive) {
  for (const cards of [archive.dated, archive.undated, archive.standing])
    for (const { aliases, url, title } of cards)
      for (const alias of aliases)
        yield {
          path: fileForAlias(alias),
          kind: "redirect",
          cards: [],
          needs: [],
          props: { to: url, title },
        };
};
