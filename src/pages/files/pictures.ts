/** The files that are made of pictures: one page a picture, all its widths and kinds. */
import { fileFor } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import { variantsOf } from "../../model/picture.ts";
import type { Emitter } from "../emitter.ts";

/** A picture that is published as it is from public/ is carried over with the rest of that folder. */
export const pictures: Emitter = function* ({ pictures: { published } }) {
  const none = { cards: [], needs: [] } as const;
  for (const { from, digest, picture } of published) {
    const variants = "key" in picture ? variantsOf(picture) : [];
    const url = "key" in picture ? variants[0]?.url : picture.url;
    if (url && ("key" in picture || from.startsWith("content/")))
      yield {
        path: fileFor(url),
        recipe: "picture",
        ...none,
        facts: { from, digest, variants },
      } satisfies Page;
  }
};
