/**
 * Old addresses lead on to the articles that state them. A page that says so is all a plain file host can do; it is kept
 * for ever, since an address that was printed somewhere is never called back.
 */
import { fileForAlias } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

export const redirects: Emitter = function* (archive) {
  for (const cards of [archive.dated, archive.undated, archive.standing])
    for (const { aliases, url, title } of cards)
      for (const alias of aliases)
        yield {
          path: fileForAlias(alias),
          recipe: "redirect",
          cards: [],
          needs: [],
          facts: { to: url, title },
        };
};
