/** The files derived from pictures: one page per picture, with all its widths and formats. */
import { plainPage } from "../../model/page.ts";
import { variantsOf } from "../../model/picture.ts";
import type { Kind } from "../kind.ts";

export const picture: Kind<"picture"> = {
  address: "/assets/pictures/FILE",
  maker: "picture",
  /** Pictures of public/ that are published as they are get no page: they are copied with the rest of that folder. */
  *plan({ pictures: { published } }) {
    for (const { from, digest, picture } of published) {
      const variants = "key" in picture ? variantsOf(picture) : [];
      const url = "key" in picture ? variants[0]?.url : picture.url;
      if (url && ("key" in picture || from.startsWith("content/")))
        yield plainPage("picture", url, { from, digest, variants });
    }
  },
};
