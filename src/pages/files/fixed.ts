/** Plans the pages that every site has once: `404.html`, the search page and `robots.txt`. */
import { notFoundUrl, robotsUrl, searchUrl } from "../../model/addresses.ts";
import { fileFor } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

const none = { cards: [], needs: [] } as const;

export const fixed: Emitter = function* (archive) {
  const years = archive.years.map(({ year }) => year);
  yield { path: fileFor(notFoundUrl), kind: "not-found", ...none, props: { years } };
  yield {
    path: fileFor(searchUrl),
    kind: "search",
    ...none,
    props: {
      sections: archive.sections.map(({ label }) => label),
      years,
    },
  };
  yield { path: fileFor(robotsUrl), kind: "robots", ...none, props: {} };
};
