/**
 * What the preview adds to a page as it is sent, never to the file in the output folder: a script that listens for
 * builds, and the permissions in the page's content security policy that this script needs.
 */
import type { ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import type { News } from "../model/news.ts";

/** Addresses of the preview itself, outside any base path. */
export const SCRIPT = "/__warraq/reload.js";
export const EVENTS = "/__warraq/events";
/** The compiled script; its source is src/client/dev/. */
export const SCRIPT_FILE = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../lib/dev/reload.js" : "./reload.js", import.meta.url),
);

const SELF = "'self'";

/** The directives that the reload script needs. */
const FOR_RELOAD = ["script-src", "connect-src"];

/** The policy with our own origin added to the directives named; the rest is unchanged. */
export function openPolicy(policy: string, names: readonly string[] = FOR_RELOAD): string {
  const directives = new Map(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .flatMap(([name, ...sources]) => (name ? [[name.toLowerCase(), sources] as const] : [])),
  );
  const fallback = directives.get("default-src");
  for (const name of names) {
    const sources = directives.get(name) ?? fallback;
    if (!sources || sources.includes(SELF)) continue;
    directives.set(name, [...sources.filter((source) => source !== "'none'"), SELF]);
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

const POLICY_TAG = /<meta\b[^>]*http-equiv=["']?content-security-policy["']?[^>]*>/gi;
const decoded = (text: string): string =>
  text
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
const encoded = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function openTag(tag: string, names: readonly string[]): string {
  return tag.replace(/\bcontent=(?:"([^"]*)"|'([^']*)')/i, (_all, double?: string, single?: string) => {
    return `content="${encoded(openPolicy(decoded(double ?? single ?? ""), names))}"`;
  });
}

/** The page with our own origin allowed in its policy, if it has one. */
export const withPolicy = (html: string, names: readonly string[] = FOR_RELOAD): string =>
  html.replace(POLICY_TAG, (tag) => openTag(tag, names));

/** The page with the reload script in its head. `build` is the number of the build that the page is of. */
export function withReload(html: string, build: number): string {
  const script = `<script src="${SCRIPT}" data-warraq-build="${build}" defer></script>`;
  const opened = withPolicy(html);
  const end = opened.search(/<\/head>|<body\b/i);
  return end < 0 ? opened + script : opened.slice(0, end) + script + opened.slice(end);
}

/** A browser that listens: the page it shows, and the build which that page is of. */
export interface Listener {
  /** The path of its address, decoded. */
  readonly page: string;
  readonly build: number;
}

/** The listener described by the URL of a request for the events. */
export function listenerOf(request: { readonly url?: string | undefined }): Listener {
  const asked = new URL(request.url ?? "/", "http://localhost").searchParams;
  return { page: asked.get("page") ?? "/", build: Number(asked.get("build") ?? 0) };
}

/** Number of past builds kept, for browsers that were loading a page while those were reported. */
const REMEMBERED = 50;

/** The browsers that listen, and the last news they were sent. */
export class ReloadHub {
  readonly #listeners = new Map<ServerResponse, Listener>();
  #sent: readonly News[] = [];
  #news: News;

  constructor(run: string) {
    this.#news = { run, build: 0, since: 0, changed: [], removed: [], moved: {}, base: "/", errors: [] };
  }

  get build(): number {
    return this.#news.build;
  }

  /** How many times a page has begun to listen; a reloaded page does so once its head and scripts are loaded. */
  joined = 0;

  /** The paths of the pages that are open, decoded. */
  get pages(): readonly string[] {
    return [...this.#listeners.values()].map(({ page }) => page);
  }

  /** Sends the result of a build to all listeners, and keeps it for those that come later. */
  tell({ changed, removed, moved, base, errors }: Omit<News, "run" | "build" | "since">): void {
    const { run, build: since } = this.#news;
    const differs = changed.length + removed.length > 0 || base !== this.#news.base;
    this.#news = { run, build: since + (differs ? 1 : 0), since, changed, removed, moved, base, errors };
    if (differs) this.#sent = [...this.#sent, this.#news].slice(-REMEMBERED);
    for (const response of this.#listeners.keys()) response.write(`data: ${JSON.stringify(this.#news)}\n\n`);
  }

  /** Keeps the response open as a stream of server-sent events. */
  listen(response: ServerResponse, listener: Listener): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(`retry: 300\ndata: ${JSON.stringify(this.#newsFor(listener))}\n\n`);
    this.#listeners.set(response, listener);
    this.joined += 1;
    response.on("close", () => this.#listeners.delete(response));
  }

  close(): void {
    for (const response of this.#listeners.keys()) response.end();
    this.#listeners.clear();
  }

  /** Everything sent since the listener's page was rendered; if not all of that is kept, only the number of the last build. */
  #newsFor({ build }: Listener): News {
    const missed = this.#sent.filter((news) => news.build > build);
    const known = missed[0]?.since === build;
    return {
      ...this.#news,
      since: known ? build : this.#news.build,
      changed: known ? missed.flatMap(({ changed }) => changed) : [],
      removed: known ? missed.flatMap(({ removed }) => removed) : [],
      moved: known ? Object.assign({}, ...missed.map(({ moved }) => moved)) : {},
    };
  }
}
