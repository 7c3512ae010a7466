/** `warraq related`: what the last build found related to an article, or to each, with scores and reasons. */
import { resolve } from "node:path";
import { shownWord } from "../arabic/terms/shown-word.ts";
import { isolate } from "../arabic/typography/bidi.ts";
import { type BuiltArchive, openBuiltArchive } from "../inspect/related.ts";
import type { RelatedArticle } from "../model/archive.ts";
import type { Card, Link } from "../model/article.ts";
import { counted } from "../model/counted.ts";
import { printable, printableJson } from "../report/printable.ts";
import { addressesOf } from "./addresses.ts";
import { type FolderOptions, foldersOf, hasContent } from "./folders.ts";
import { fail, printError, printSlowly } from "./print.ts";

interface RelatedOptions extends FolderOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

export async function relatedCommand(path: string | undefined, options: RelatedOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  if ((path === undefined) !== (options.all === true)) {
    fail("Name one article, or ask for all of them with --all.");
    return;
  }
  try {
    await answer(path, options, folders.root);
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== "StoreDamaged") throw fault;
    fail("The cache of the last build is damaged.\n  Build again: npx warraq build");
  }
}

async function answer(path: string | undefined, { json }: RelatedOptions, root: string): Promise<void> {
  const archive = await openBuiltArchive(root);
  if (!archive) {
    fail(`There is no built archive in ${root}.\n  Build it first: npx warraq build`);
    return;
  }
  try {
    if (!archive.current)
      printError("content/ has changed since the last build; this is what that build found.");
    const cards = path === undefined ? archive.cards : articleAt(path, { archive, root });
    if (path !== undefined && cards.length === 0)
      fail(
        `The last build has no article ${path}.\n  Name its address (/2017/11/22/…/) or its file under content/.`,
      );
    const show = json ? (one: Shown) => printableJson(one) : (one: Shown) => printable(textOf(one));
    await printSlowly(linesOf(cards, (card) => show(shown(card, archive))));
  } finally {
    archive.close();
  }
}

/** The article of an address or of a file, in a list; else none. */
function articleAt(
  path: string,
  { archive, root }: { readonly archive: BuiltArchive; readonly root: string },
): readonly Card[] {
  const addresses = addressesOf(path, archive.site);
  const files = [resolve(path), resolve(root, path), resolve(root, "content", path)];
  const found = archive.cards.find(
    ({ url, source }) => addresses.includes(url) || files.includes(resolve(root, "content", source)),
  );
  return found ? [found] : [];
}

interface Shown {
  readonly url: string;
  readonly title: string;
  readonly related: readonly {
    readonly url: string;
    readonly title: string;
    /** 0 to 1; 0 for an article that is only near in time. */
    readonly score: number;
    readonly why: readonly string[];
    /** Days from the article to this one; null where one is undated. */
    readonly days: number | null;
  }[];
  readonly copies: readonly { readonly url: string; readonly title: string }[];
}

function shown(card: Card, { relatedTo, wordsOf }: BuiltArchive): Shown {
  const { similar, copies } = relatedTo(card);
  const words = wordsOf(card);
  const named = ({ url, title }: Link) => ({ url, title });
  const link = (one: RelatedArticle) => ({
    ...named(one.card),
    score: one.score,
    why: one.terms.flatMap((term) => shownWord(words(term) ?? "") ?? []),
    days: one.days,
  });
  return { ...named(card), related: similar.map(link), copies: copies.map(named) };
}

function textOf({ url, title, related, copies }: Shown): string {
  return [
    isolate(title),
    isolate(url),
    ...related.flatMap((one) => [
      `  ${one.score.toFixed(3)}  ${isolate(one.title)}`,
      `         ${isolate(one.url)}`,
      `         ${[apart(one.days), ...one.why.map(isolate)].join(", ")}`,
    ]),
    ...copies.flatMap((one) => [`  copy   ${isolate(one.title)}`, `         ${isolate(one.url)}`]),
  ].join("\n");
}

function apart(days: number | null): string {
  if (days === null) return "undated";
  if (days === 0) return "same day";
  return `${counted(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`;
}

function* linesOf(cards: readonly Card[], show: (card: Card) => string): Generator<string> {
  for (const card of cards) yield show(card);
}
