/** The picture of each article for link previews, where the settings ask for it and state the site's origin. */
import { formatDate } from "../../arabic/dates/format-date.ts";
import { sharePictureUrl } from "../../model/addresses.ts";
import { plainPage } from "../../model/page.ts";
import type { Kind } from "../kind.ts";

export const sharePicture: Kind<"share-picture"> = {
  address: "share.png beside its article",
  maker: "share-picture",
  *plan({ dated, undated }, { sharePictures: wanted, origin, title: site, locale, theme }) {
    if (!wanted || origin === "") return;
    for (const cards of [dated, undated])
      for (const { url, title, section, published } of cards)
        yield plainPage("share-picture", sharePictureUrl(url), {
          ...{ title, site, section: section?.name ?? null, accent: theme.colours.accent?.light ?? null },
          date: published && formatDate(published, locale, { hijri: false }),
        });
  },
};
