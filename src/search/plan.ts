/** Runs and their stored postings → the files of the search index, as planned pages. */
import { termHash } from "../arabic/terms/term-hash.ts";
import { searchUrl } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import { type Card, linkTo, type Stored } from "../model/article.ts";
import { fileFor, urlPath } from "../model/brands.ts";
import { type Page, plainPage } from "../model/page.ts";
import {
  BLOCK,
  blockFile,
  INDEX_FILE,
  OPEN_FILE,
  SECTIONS_FILE,
  type SearchIndex,
  shardFile,
  stampOf,
  VERSION,
} from "./query/format.ts";
import type { ArticleRun, Runs } from "./runs.ts";
import { shardsOfStripe, stripesOf } from "./stripes.ts";

export interface SearchPlan {
  readonly runs: Runs;
  readonly shardBits: number;
  /** The pieces of the closed runs in order: the count of their articles, and their stored postings by stripe. */
  readonly pieces: readonly { readonly count: number; readonly stripes: readonly Stored[] }[];
}

const at = (file: string) => urlPath(`${searchUrl}${file}`);

export function* searchPages(
  { sections }: Pick<Archive, "sections">,
  { runs, shardBits, pieces }: SearchPlan,
): Generator<Page> {
  const all = [...runs.closed, runs.open];
  const placeOfSection = new Map(sections.map(({ label }, i) => [label.slug, i + 1]));
  const placeOf = ({ section }: Card): number => (section ? (placeOfSection.get(section.slug) ?? 0) : 0);
  const places = all.flatMap(({ cards }) => cards.map(placeOf));
  const index: SearchIndex = {
    version: VERSION,
    articles: all.reduce((sum, { cards }) => sum + cards.length, 0),
    shardBits,
    runs: all.map(({ stamp, cards, name, year }) => ({ stamp, count: cards.length, name, year })),
    sections: sections.map(({ label }) => label.name),
    sectionsStamp: termHash(places.join()),
  };
  yield plainPage("search-index", at(INDEX_FILE), { index });
  yield plainPage("search-sections", at(SECTIONS_FILE), { places });
  for (const run of all) yield* recordPages(run);
  yield {
    path: fileFor(at(OPEN_FILE)),
    kind: "search-open",
    cards: [],
    stored: runs.open.cards.map(({ terms }) => terms),
    props: { stamp: stampOf([runs.open.stamp]) },
  };
  if (runs.closed.length === 0) return;
  const stamp = stampOf(runs.closed.map((run) => run.stamp));
  const counts = pieces.map(({ count }) => count);
  for (let stripe = 0; stripe < stripesOf(shardBits); stripe++)
    yield {
      path: fileFor(at(shardFile(stripe * shardsOfStripe(shardBits)))),
      kind: "search-terms",
      cards: [],
      stored: pieces.flatMap(({ stripes }) => stripes[stripe] ?? []),
      props: { stripe, shardBits, stamp, counts },
    };
}

function* recordPages({ name, cards }: ArticleRun): Generator<Page> {
  for (let block = 0; block * BLOCK < cards.length; block++) {
    const some = cards.slice(block * BLOCK, (block + 1) * BLOCK);
    yield {
      path: fileFor(at(blockFile(name, block))),
      kind: "search-articles",
      cards: [],
      stored: some.map(({ terms }) => terms),
      basis: { links: some, rest: [] },
      get props() {
        return { entries: some.map(linkTo) };
      },
    };
  }
}
