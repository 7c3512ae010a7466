/** `404.html`, which hosts serve for an address that is not there. */
import { notFoundUrl, searchUrl, yearUrl } from "../model/addresses.ts";
import { plainPage } from "../model/page.ts";
import { strings } from "../render/strings.ts";
import type { Kind } from "./kind.ts";

export const notFound: Kind<"not-found"> = {
  ...{ address: notFoundUrl, template: "not-found" },
  *plan(archive) {
    yield plainPage("not-found", notFoundUrl, { years: archive.years.map(({ year }) => year) });
  },
  view: ({ props }, viewer) => ({
    ...{ heading: strings.lost, description: strings.lostNote, breadcrumbs: [] },
    content: {
      index: viewer.href(searchUrl),
      years: props.years.map((year) => ({ href: viewer.href(yearUrl(year)), name: viewer.digits(year) })),
    },
  }),
};
