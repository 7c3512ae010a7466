/** Serves the drafts of the last build in the preview, and reports which of them each build changed. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { lookup } from "mrmime";
import type { Draft, Drafts } from "../build/ahead/drafts.ts";
import type { News } from "../model/news.ts";
import { DRAFT_LIST_FILE, DRAFT_SHEET, DRAFT_STYLE, draftListPage, withDraftMark } from "./draft-mark.ts";
import { openFile, sendOpened } from "./send-file.ts";

type Changes = Pick<News, "changed" | "removed" | "moved">;
const NONE: Changes = { changed: [], removed: [], moved: {} };

export class ShownDrafts {
  readonly #base: () => string;
  #drafts: Drafts | null = null;
  /** Rendered since the last build, by their files. */
  readonly #pages = new Map<string, string>();

  /** @param base The path the site is served under, by the current settings. */
  constructor(base: () => string) {
    this.#base = base;
  }

  /** Takes the drafts of a build. @returns The pages that differ from those before: to be reloaded, or removed. */
  take(drafts: Drafts | null): Changes {
    if (!drafts || drafts === this.#drafts) return NONE;
    const before = this.#drafts?.list ?? [];
    this.#drafts = drafts;
    this.#pages.clear();
    return changesOf(before, drafts.list);
  }

  /** The page of a draft, by its file; null where there is none, or no longer. */
  async page(file: string): Promise<string | null> {
    const drafts = this.#drafts;
    if (file === DRAFT_LIST_FILE) return draftListPage(drafts ?? { list: [] }, this.#base());
    const known = this.#pages.get(file);
    if (known !== undefined || !drafts) return known ?? null;
    const html = await drafts.page(file).catch((fault: unknown) => {
      // A running build has changed the draft's sources; the page is reloaded when it ends.
      if (fault instanceof Error && (fault.name === "StoreDamaged" || "code" in fault)) return null;
      throw fault;
    });
    if (html === null) return null;
    const marked = withDraftMark(html, this.#base());
    if (drafts === this.#drafts) this.#pages.set(file, marked);
    return marked;
  }

  /** Answers requests for drafts' pictures and style sheet; true when it did. */
  async answer(path: string, _request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
    if (path === DRAFT_STYLE) {
      response.writeHead(200, { ...headers, "content-type": "text/css; charset=utf-8" }).end(DRAFT_SHEET);
      return true;
    }
    const base = this.#base();
    const file = path.startsWith(base) ? this.#drafts?.picture(`/${path.slice(base.length)}`) : null;
    const opened = file ? await openFile(file) : { refused: 404 };
    if ("refused" in opened) return false;
    const type = lookup(file ?? "") ?? "application/octet-stream";
    await sendOpened(opened, { response, headers: { ...headers, "content-type": type } });
    return true;
  }
}

function changesOf(before: readonly Draft[], now: readonly Draft[]): Changes {
  const digests = new Map(before.map(({ file, digest }) => [file, digest]));
  const files = new Set<string>(now.map(({ file }) => file));
  const changed: string[] = now
    .filter(({ file, digest }) => digests.get(file) !== digest)
    .map(({ file }) => file);
  const gone = before.filter(({ file }) => !files.has(file));
  const bySource = new Map(now.map(({ source, url }) => [source, url]));
  const moved = gone.flatMap(({ file, source }) => {
    const url = bySource.get(source);
    return url ? [[file, url] as const] : [];
  });
  if (changed.length + gone.length > 0) changed.push(DRAFT_LIST_FILE);
  return { changed, removed: gone.map(({ file }) => file), moved: Object.fromEntries(moved) };
}
