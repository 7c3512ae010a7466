/** Plans the picture of each article for link previews, where the settings ask for it and state the site's origin. */
import { formatDate } from "../../arabic/dates/format-date.ts";
import { sharePictureUrl } from "../../model/addresses.ts";
import { fileFor } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

export const sharePictures: Emitter = function* (
  { dated, undated },
  { sharePictures: wanted, origin, title: site, locale, theme },
) {
  if (!wanted || origin === "") return;
  for (const cards of [dated, undated])
    for (const { url, title, section, published } of cards)
      yield {
        ...{ path: fileFor(sharePictureUrl(url)), kind: "share-picture", cards: [], needs: [] },
        props: {
          ...{ title, site, section: section?.name ?? null, accent: theme.colours.accent?.light ?? null },
          date: published && formatDate(published, locale, { hijri: false }),
        },
      };
};
