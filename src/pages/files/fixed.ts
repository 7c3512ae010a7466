/** Plans the pages that every site has once: `404.html`, the search page and `robots.txt`. */
import { fileFor, outputPath, urlPath } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

const none = { cards: [], needs: [] } as const;

export const fixed: Emitter = function* (archive) {
  const years = archive.years.map(({ year }) => year);
  yield { path: outputPath("404.html"), kind: "not-found", ...none, props: { years } };
  yield {
    path: fileFor(urlPath("/search/")),
    kind: "search",
    ...none,
    props: {
      sections: archive.sections.map(({ label }) => label),
      years,
    },
  };
  yield { path: outputPath("robots.txt"), kind: "robots", ...none, props: {} };
};
