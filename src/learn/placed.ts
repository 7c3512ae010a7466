/** Pages of one make, with their shared lines marked → the lines that stand at each place between those. */
import {
  areShared,
  type LinePlace,
  longestText,
  placeKey,
  placesOf,
  sharedLines,
} from "../read/make/shared-lines.ts";
import type { LearnLine, LearnPage } from "./pages.ts";
import type { Shared } from "./shared.ts";

export interface MarkedPage extends LearnPage {
  readonly shared: readonly boolean[];
  /** Where the first and the last paragraph of the text stand; -1 where there is none. */
  readonly prose: readonly [first: number, last: number];
}

/** One line at a place. */
export interface PlacedLine {
  readonly page: MarkedPage;
  readonly i: number;
  readonly line: LearnLine;
}
export interface Placed {
  readonly place: LinePlace;
  readonly lines: readonly PlacedLine[];
}

export function marked(pages: readonly LearnPage[], make: Shared): readonly MarkedPage[] {
  const lookUp = sharedLines(make);
  return pages.map((page) => {
    const isProse = (i: number): boolean => page.lines[i]?.isProse ?? false;
    const shared = areShared(page.lines, lookUp, isProse);
    return { ...page, shared, prose: longestText(page.lines, (i) => isProse(i) && !shared[i]) };
  });
}

/** Every place that so many pages have a line at. */
export function placedLines(pages: readonly MarkedPage[], least: number): readonly Placed[] {
  const found = new Map<string, { place: LinePlace; lines: PlacedLine[] }>();
  for (const page of pages) {
    const placesAt = placesOf(page.lines, page.shared, page.prose[0]);
    for (const [i, line] of page.lines.entries()) {
      if (page.shared[i]) continue;
      for (const place of placesAt(i)) {
        const key = placeKey(place);
        const at = found.get(key) ?? { place, lines: [] };
        at.lines.push({ page, i, line });
        found.set(key, at);
      }
    }
  }
  return [...found.values()].filter(({ lines }) => lines.length >= least);
}
