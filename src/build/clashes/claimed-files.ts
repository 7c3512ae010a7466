/**
 * Which page each file of a site belongs to, to find two that want the same file, or a file where a folder is needed.
 * Planned pages never clash, since their addresses are resolved; a file of public/ may, and is then left out.
 */
import { foldedPath } from "../../model/address-step.ts";
import { fileFor, type OutputPath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { buildFault } from "../../model/diagnostics/build.ts";
import type { Page } from "../../model/page.ts";
import { CHECKSUMS } from "../../output/output-folder.ts";
import type { PublicPaths } from "../../output/public-paths.ts";
import { filesOfStripe } from "../../search/render.ts";

/** Whose file it is, as the editor knows it; and the source of that article or page, if any. */
interface Claim {
  readonly what: string;
  readonly source: string | null;
}

// Props are made when they are asked for, and are not taken out of pages that need none here: there are very many.
function claimOf(page: Page): Claim {
  const { kind, path } = page;
  const [card] = page.cards;
  if (card && (kind === "article" || kind === "standing")) {
    const source = `content/${card.source}`;
    return { what: `the page of ${source}`, source };
  }
  if (page.kind === "redirect") return { what: `the page that leads on to ${page.props.to}`, source: null };
  return { what: `the site's own ${path}`, source: null };
}

/** The files that a page becomes: one, for most. */
function filesOf(page: Page): readonly string[] {
  if (page.kind === "picture" && page.props.variants.length > 0)
    return page.props.variants.map(({ url }) => fileFor(url));
  return page.kind === "search-terms" ? filesOfStripe(page.props) : [page.path];
}

export class ClaimedFiles {
  /** Description of the page by file. Only this is kept: the pages themselves are never all in memory. */
  readonly #claims = new Map<OutputPath, string>();
  readonly #public: PublicPaths;
  /** Files of public/ that are left out because of a clash. */
  readonly #leftOut = new Set<string>();

  /** @param publicPaths Files of public/, whose pages are to be claimed last. */
  constructor(publicPaths: PublicPaths, clashes: Diagnostic[]) {
    this.#public = publicPaths;
    this.#giveWay(CHECKSUMS, { what: "the checksums of the site", source: null }, clashes);
  }

  /** @returns Whether the page is to be rendered. If not, the reason is added to `clashes`, once. */
  claim(page: Page, clashes: Diagnostic[]): boolean {
    const { path, kind } = page;
    if (kind === "copy" && this.#public.holds(path, page.props.from))
      return !this.#leftOut.has(page.props.from);
    const other = this.#claims.get(path);
    if (other !== undefined) {
      const values = { between: "pages", file: path, one: other, other: claimOf(page).what } as const;
      clashes.push(buildFault("file-clash", { file: path }, values));
      return false;
    }
    // No other planned page has the file of an article, and there are too many articles to keep them all.
    if (kind !== "article") this.#claims.set(path, claimOf(page).what);
    for (const file of filesOf(page)) this.#giveWay(file, page, clashes);
    return true;
  }

  #giveWay(path: string, page: Page | Claim, clashes: Diagnostic[]): void {
    const files = this.#public.inTheWayOf(path).filter(({ from }) => !this.#leftOut.has(from));
    const [first, ...more] = files;
    if (!first) return;
    for (const { from } of files) this.#leftOut.add(from);
    const [spot, other] = [foldedPath(path), foldedPath(first.path)];
    const { what, source } = "kind" in page ? claimOf(page) : page;
    const how =
      spot === other ? "same" : other.startsWith(`${spot}/`) ? "folder-wanted-here" : "folder-wanted-there";
    clashes.push(
      buildFault(
        "file-clash",
        { file: first.file, others: source ? [source] : [] },
        {
          ...{ between: "file-and-page", how, path, publicPath: first.path },
          ...{ more: more.length, page: what, source },
        },
      ),
    );
  }
}
