/** Static pages, such as the one about the site, which are in no list. */
import { fileFor } from "../../model/brands.ts";
import { bdiHtml } from "../../render/view.ts";
import type { Kind } from "../kind.ts";
import { namedInText } from "./named-in-text.ts";

export const staticPage: Kind<"standing"> = {
  address: "/PAGE/",
  template: "standing",
  *plan(archive) {
    for (const card of archive.staticPages)
      yield {
        path: fileFor(card.url),
        kind: "standing",
        cards: [card],
        stored: [card.body],
        props: namedInText(archive, card),
      };
  },
  view(page, viewer, { bodies }) {
    const card = page.cards[0] as NonNullable<(typeof page.cards)[0]>;
    return {
      heading: card.title,
      description: card.details.summary ?? card.details.excerpt,
      breadcrumbs: [{ name: card.title, url: card.url }],
      content: {
        titleHtml: bdiHtml(card.title),
        text: viewer.text(bodies[0]?.html ?? "", page.props),
      },
    };
  },
};
