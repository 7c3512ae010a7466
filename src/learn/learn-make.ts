/** Pages of one make → what they have in common. Pure: the same pages give the same make. */
import type { FieldLine, Make } from "../read/make/make.ts";
import { placeKey } from "../read/make/shared-lines.ts";
import { endsOf, titlesOf } from "./around.ts";
import { creditPlaces, titlePlaces } from "./credits.ts";
import { headlinePlaces } from "./headline.ts";
import type { LearnLine, LearnPage } from "./pages.ts";
import { marked, placedLines } from "./placed.ts";
import { FEWEST, type Shared, sharedOf } from "./shared.ts";

/** A place that so few of the pages have says nothing. */
const LEAST = 0.05;
/** A line of so many words, which is not on nearly all pages, may be a headline that many of them list. */
const TITLE_WORDS = 4;
const ALWAYS = 0.95;
/** Pages that share no line are of one make only where the headlines of so many stand at one place. */
const AGREE = 0.8;

function placedIn(pages: readonly LearnPage[], shared: Shared) {
  const markedPages = marked(pages, shared);
  const places = placedLines(markedPages, Math.max(2, pages.length * LEAST));
  return { pages: markedPages, places, headline: headlinePlaces(markedPages, places) };
}

/** @returns Null where the pages are too few, or share nothing. */
export function learnMake(pages: readonly LearnPage[]): Make | null {
  if (pages.length < FEWEST) return null;
  // A headline that other pages list is no line of the make, so the headlines are looked for twice.
  const mayBeTitle = ({ words }: LearnLine, stands: number): boolean =>
    words.length >= TITLE_WORDS && stands < pages.length * ALWAYS;
  const first = placedIn(pages, sharedOf(pages, mayBeTitle));
  const titles = new Set([...first.headline.of].map(([page, i]) => page.lines[i]?.key as string));
  const shared = sharedOf(pages, ({ key }) => titles.has(key));
  const { pages: all, places, headline } = placedIn(pages, shared);
  const isBare = shared.over.length + shared.under.length + shared.together.length === 0;
  const agree = headline.places[0]?.lines.filter(({ page, i }) => headline.of.get(page) === i).length ?? 0;
  if (isBare && agree < pages.length * AGREE) return null;
  const menus = new Set(shared.together.flat());
  const headlines = headline.places.map(({ place }): FieldLine => ({ ...place, says: "{headline}" }));
  const credits = creditPlaces(all, places, headline.of, (value) => menus.has(value));
  const titlesOver = titlesOf(all, headline.of);
  const said = [...headlines, ...credits];
  const taken = new Set(said.map(placeKey));
  return {
    ...shared,
    // An editor's to state: a label that many lines begin with may as well be that of a writer or a source.
    beginnings: [],
    titles: titlesOver,
    ends: endsOf(all, headline.of),
    fields: [
      ...said,
      ...titlePlaces(all, places, headline.of, new Set(titlesOver)).filter(
        (one) => !taken.has(placeKey(one)),
      ),
    ],
  };
}
