/**
 * Old addresses lead on to the articles that state them. A page that says so is all a plain file host can do; it is kept
 * for ever, since an address that was printed somewhere is never called back.
 */
import { fileFor, type OutputPath, outputPath, type UrlPath } from "../model/brands.ts";
import type { Emitter } from "./emitter.ts";

/** `/2015/old.html/` is the file that old links ask for; of `/old.php/` hosts serve the folder. */
const fileOfAlias = (alias: UrlPath): OutputPath =>
  /\.html?\/$/.test(alias) ? outputPath(alias.slice(1, -1)) : fileFor(alias);

export const redirects: Emitter = function* (archive) {
  for (const cards of [archive.dated, archive.undated, archive.standing])
    for (const { aliases, url, title } of cards)
      for (const alias of aliases)
        yield {
          path: fileOfAlias(alias),
          recipe: "redirect",
          cards: [],
          needs: [],
          facts: { to: url, title },
        };
};
