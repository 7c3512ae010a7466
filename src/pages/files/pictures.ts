/** Plans the files derived from pictures: one page per picture, with all its widths and formats. */
import { fileFor } from "../../model/brands.ts";
import type { Page } from "../../model/page.ts";
import { variantsOf } from "../../model/picture.ts";
import type { Emitter } from "../emitter.ts";

/** Pictures of public/ that are published as they are get no page: they are copied with the rest of that folder. */
export const pictures: Emitter = function* ({ pictures: { published } }) {
  const none = { cards: [], needs: [] } as const;
  for (const { from, digest, picture } of published) {
    const variants = "key" in picture ? variantsOf(picture) : [];
    const url = "key" in picture ? variants[0]?.url : picture.url;
    if (url && ("key" in picture || from.startsWith("content/")))
      yield {
        path: fileFor(url),
        kind: "picture",
        ...none,
        props: { from, digest, variants },
      } satisfies Page;
  }
};
