/** Plans static pages, such as the one about the site, which are in no list. */
import { fileFor } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";
import { namedInText } from "./named-in-text.ts";

export const standing: Emitter = function* (archive) {
  for (const card of archive.standing)
    yield {
      path: fileFor(card.url),
      kind: "standing",
      cards: [card],
      needs: [card.body],
      props: namedInText(archive, card),
    };
};
