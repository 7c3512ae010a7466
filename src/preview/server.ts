/**
 * The output folder → HTTP, as a plain file host would serve it: `/a/` is `a/index.html`, what is missing is 404.html
 * with status 404, all under its base path. Read anew at each request, so that a page can
 * be asked for while a build replaces it.
 */
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import sirv from "sirv";

export interface ServeOptions {
  /** Absolute. May not be there yet. */
  readonly folder: string;
  /** The path the site lives under: begins and ends with a slash. Asked at each request, since settings may change. */
  readonly base: () => string;
  readonly host: string;
  /** The first port tried; when it is taken, the ones after it. 0 takes any that is free. */
  readonly port: number;
  readonly print: (line: string) => void;
  /** Changes a page on its way out. */
  readonly dress?: (html: string) => string;
  /** Answers what is no part of the site; true when it did. */
  readonly extra?: (path: string, request: IncomingMessage, response: ServerResponse) => boolean;
  /** The text of a page that is newer than its file, by the path of that within the folder. */
  readonly newer?: (file: string) => string | undefined;
  /** Shown in place of 404.html while there is no site yet. */
  readonly waiting?: () => string | null;
}
export interface Serving {
  /** Where the home page is, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** How many ports after a busy one are tried. */
const TRIES = 20;

/** The decoded path of a request, or null where it is no path of a site (a NUL, a step upwards, bad encoding). */
export function pathOf(request: { readonly url?: string | undefined }): string | null {
  const raw = (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
  try {
    const path = decodeURIComponent(raw);
    const steps = path.split(/[/\\]/);
    return path.startsWith("/") && !path.includes("\0") && !steps.includes("..") ? path : null;
  } catch {
    return null;
  }
}

/** Also false for what no file can be called: a step below a file, a name too long. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Null where there is no such file, or no longer: a build may take it away at any moment. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(html),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  response.end(response.req.method === "HEAD" ? undefined : html);
}

function lead(response: ServerResponse, to: string): void {
  response.writeHead(302, { location: encodeURI(to), "cache-control": "no-store" }).end();
}

/** What sirv would send without the encoding: a feed or a list of checksums is UTF-8 wherever it is read. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".json": "application/json",
  ".css": "text/css",
  ".js": "text/javascript",
};

/** Answers one request after another from the folder. Never throws for what a browser asks. */
function answerer({ folder, base: baseNow, dress = (html) => html, extra, newer, waiting }: ServeOptions) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("x-content-type-options", "nosniff");
      const type = TEXT_TYPES[extname(path)];
      if (type) response.setHeader("content-type", `${type}; charset=utf-8`);
    },
  });
  const missing = (response: ServerResponse): void => {
    const wait = waiting?.() ?? null;
    const page = wait ?? textOf(join(folder, "404.html")) ?? "<!DOCTYPE html><title>404</title><p>404";
    send(response, wait === null ? 404 : 503, dress(page));
  };
  const sendFile = (within: string, request: IncomingMessage, response: ServerResponse): void => {
    const file = within === "" || within.endsWith("/") ? `${within}index.html` : within;
    const target = join(folder, file);
    const page = file.endsWith(".html") ? (newer?.(file) ?? textOf(target)) : null;
    if (page !== null) send(response, 200, dress(page));
    else if (!isFile(target)) missing(response);
    else {
      request.url = `/${encodeURI(within)}`;
      files(request, response, () => missing(response));
    }
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request);
    const base = baseNow();
    if (path === null) response.writeHead(400).end();
    else if (request.method !== "GET" && request.method !== "HEAD")
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    else if (extra?.(path, request, response)) return;
    else if (!path.startsWith(base)) {
      if (path === "/" || `${path}/` === base) lead(response, base);
      else missing(response);
    } else {
      const within = path.slice(base.length);
      const needsSlash = within !== "" && !within.endsWith("/") && isFile(join(folder, within, "index.html"));
      if (needsSlash) lead(response, `${path}/`);
      else sendFile(within, request, response);
    }
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((ready, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      ready();
    });
  });
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

/** Listens on the first free port, and says so when that is another one than was asked for. */
async function listenNear(server: Server, { host, port, print }: ServeOptions): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      await listen(server, host, next);
      const taken = (server.address() as AddressInfo).port;
      if (port !== 0 && taken !== port)
        print(`Port ${port} is in use by another program, so this is port ${taken}. Choose one with --port.`);
      return taken;
    } catch (error) {
      if (!isBusy(error) || port === 0 || next - port >= TRIES || next >= 65_535) throw error;
    }
  }
}

/**
 * Serves a folder until closed.
 * @throws Error when no port can be had (all taken, or the host is none of this machine's).
 */
export async function serveFolder(options: ServeOptions): Promise<Serving> {
  const server = createServer(answerer(options));
  const port = await listenNear(server, options);
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}${encodeURI(options.base())}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
