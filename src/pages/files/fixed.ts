/** Pages that every site has once: the lost address, the search page, the rules for robots. */
import { fileFor, outputPath, urlPath } from "../../model/brands.ts";
import type { Emitter } from "../emitter.ts";

const none = { cards: [], needs: [] } as const;

export const fixed: Emitter = function* (archive) {
  const years = archive.years.map(({ year }) => year);
  yield { path: outputPath("404.html"), recipe: "not-found", ...none, facts: { years } };
  yield {
    path: fileFor(urlPath("/search/")),
    recipe: "search",
    ...none,
    facts: {
      sections: archive.sections.map(({ label }) => label),
      years,
    },
  };
  yield { path: outputPath("robots.txt"), recipe: "robots", ...none, facts: {} };
};
