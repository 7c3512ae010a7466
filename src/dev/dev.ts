/**
 * Serves the site, watches its sources, rebuilds when something changes, and notifies the browsers. It runs the
 * same build as `warraq build`. An earlier build's site is served at once, while the first build runs.
 */
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { OpenPages } from "../build/ahead/dev-hints.ts";
import { type DevHints, GivenUp } from "../build/ahead/dev-hints.ts";
import type { Drafts } from "../build/ahead/drafts.ts";
import type { BuildReport } from "../build/report.ts";
import { type Diagnostic, isError } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import type { News } from "../model/news.ts";
import { EVENTS, listenerOf, ReloadHub, SCRIPT, SCRIPT_FILE, withReload } from "./live-reload.ts";
import { RebuildQueue } from "./rebuild-queue.ts";
import { serveFolder } from "./server.ts";
import { ShownDrafts } from "./shown-drafts.ts";
import { watchChanges } from "./watch.ts";

export interface PreviewOptions {
  readonly root: string;
  readonly out: string;
  readonly host: string;
  readonly port: number;
  /** The path the site is served under, by the current settings. */
  readonly base: () => string;
  /** The drafts of the last build. */
  readonly drafts: () => Drafts | null;
  /** Never throws for what an editor can fix. */
  readonly build: (hints: DevHints) => Promise<BuildReport>;
  /** Called when the site is served, before the first build has ended. */
  readonly serving: (url: string) => void;
  /** Called after each build. */
  readonly built: (report: BuildReport) => void;
  /** Called with problems other than those of the content: a busy port, a failed build. */
  readonly notice: (line: string) => void;
}
export interface Preview {
  readonly url: string;
  /** Waits for the build that runs. */
  readonly close: () => Promise<void>;
}

const WAITING =
  '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>…</title></head><body><p>يُبنى الموقع الآن، وتظهر الصفحة حين يكتمل.</p></body></html>';

/** A build that threw has hit a bug of the program: the page shows it like any other error, and editing goes on. */
const broken = (fault: unknown): Diagnostic =>
  buildFault(
    "internal",
    { file: "warraq" },
    { reason: fault instanceof Error ? fault.message : String(fault) },
  );

function sendScript(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" });
  response.end(readFileSync(SCRIPT_FILE));
}

/** The file that is served at an address, relative to the output folder. */
const fileOf = (path: string, base: string): string => {
  const within = path.startsWith(base) ? path.slice(base.length) : path;
  return within === "" || within.endsWith("/") ? `${within}index.html` : within;
};

const errorsAmong = (found: readonly Diagnostic[]): readonly Diagnostic[] => found.filter(isError);

/** Milliseconds to wait at most for a browser to load a page again. */
const PATIENCE = 1000;

/** Milliseconds that the rest of a large site waits at most, after open pages are shown, for another save. */
const REST = 1000;

/** Resolves when something has changed, or after so many milliseconds. */
async function rest(milliseconds: number, outdated: () => boolean): Promise<void> {
  const start = performance.now();
  while (!outdated() && performance.now() - start < milliseconds) await setTimeout(10);
}

/** Resolves when a browser has reloaded, after which it listens again, or after `PATIENCE`. */
async function whenShown(news: ReloadHub, before: number): Promise<void> {
  const start = performance.now();
  while (news.joined === before && performance.now() - start < PATIENCE) await setTimeout(10);
}

function publishedText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

interface RoundOutcome extends Pick<News, "changed" | "removed" | "moved" | "errors"> {
  readonly published: boolean;
}

/** Null where the build was given up for the one that follows. */
async function outcomeOf(
  { build, built, notice }: PreviewOptions,
  hints: DevHints,
): Promise<RoundOutcome | null> {
  try {
    const report = await build(hints);
    built(report);
    const { published, written: changed, removed, moved, diagnostics } = report;
    return { published, changed, removed, moved, errors: errorsAmong(diagnostics) };
  } catch (fault) {
    if (fault instanceof GivenUp) return null;
    notice(fault instanceof Error ? `Internal error: ${fault.stack}` : `Internal error: ${fault}`);
    return { published: false, changed: [], removed: [], moved: {}, errors: [broken(fault)] };
  }
}

/** @throws Error when no port is free. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, out, host, port, base, notice } = options;
  const news = new ReloadHub(randomUUID());
  let building = true;
  /** Milliseconds that the last build took, without waiting; and that the current one has waited. */
  let taken = 0;
  let waited = 0;
  /** Open pages, by their files, that were rendered before the rest and are not published yet. */
  const ahead = new Map<string, string>();
  const lookedAt: OpenPages = {
    files: () => new Set(news.pages.map((path) => fileOf(path, base()))),
    show: async (pages, found) => {
      for (const [file, text] of pages) ahead.set(file, text);
      const { joined } = news;
      const early = { changed: [...pages.keys()], removed: [], moved: {} };
      news.tell({ ...early, base: base(), errors: errorsAmong(found) });
      const start = performance.now();
      await whenShown(news, joined);
      await rest(Math.min(REST, taken), () => queue.outdated);
      waited += performance.now() - start;
    },
  };
  const drafts = new ShownDrafts(base);
  const server = await serveFolder({
    ...{ folder: out, base, host, port, print: notice, ownHostOnly: true },
    dress: (html) => withReload(html, news.build),
    waiting: () => (building && !existsSync(join(out, "index.html")) ? WAITING : null),
    newer: (file) => ahead.get(file),
    unwritten: (file) => drafts.page(file),
    extra: (path, request, response) => {
      if (path === EVENTS) news.listen(response, listenerOf(request));
      else if (path === SCRIPT) sendScript(response);
      else return drafts.answer(path, request, response);
      return true;
    },
  });
  options.serving(server.url);
  const queue = new RebuildQueue(async (changed) => {
    building = true;
    waited = 0;
    const start = performance.now();
    const outcome = await outcomeOf(options, { changed, lookedAt, outdated: () => queue.outdated });
    if (!outcome) return;
    building = false;
    taken = performance.now() - start - waited;
    // Pages reported early are reported again only where the published file differs from them.
    const reported = new Set(ahead.keys());
    const otherwise = [...ahead].filter(([file, text]) => text !== publishedText(join(out, file)));
    ahead.clear();
    const rest = outcome.changed.filter((file) => !reported.has(file));
    const ofDrafts = drafts.take(options.drafts());
    const all = [...rest, ...otherwise.map(([file]) => file), ...ofDrafts.changed];
    // Where an article became a draft, or a draft was published, its address now has another page.
    const gone = [...outcome.removed, ...ofDrafts.removed].filter((file) => !all.includes(file));
    const moved = { ...ofDrafts.moved, ...outcome.moved };
    news.tell({ ...outcome, changed: all, removed: gone, moved, base: base() });
  });
  const watch = watchChanges(
    ["content", "templates", "public"].map((name) => join(root, name)),
    {
      followed: [join(root, "templates")],
      onChange: (path) => queue.change(path),
      onError: (error) => notice(`Watching: ${error.message}`),
    },
  );
  // Not earlier: a change between the first build's scan and the start of the watch would be missed.
  void watch.ready.then(() => queue.start());
  return {
    url: server.url,
    close: async () => {
      await watch.close();
      await queue.close();
      news.close();
      await server.close();
    },
  };
}
