/**
 * The output folder → HTTP, as a plain file host would serve it: `/a/` is `a/index.html`, what is missing is 404.html
 * with status 404, all under the base path. Files are read at each request, so a build may replace them at any time.
 */
import { statSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { lookup } from "mrmime";
import { isHostOf, isLoopback } from "./host.ts";
import { openFile, type Refusal, readText, sendOpened } from "./send-file.ts";

export interface ServeOptions {
  /** Absolute. It may not exist yet. */
  readonly folder: string;
  /** The path the site is served under: begins and ends with a slash. Called at each request: settings may change. */
  readonly base: () => string;
  readonly host: string;
  /** The first port tried; when it is taken, the ones after it. 0 takes any that is free. */
  readonly port: number;
  readonly print: (line: string) => void;
  /** Changes a page's HTML before it is sent. */
  readonly dress?: (html: string) => string;
  /** Answers requests for what is not part of the site; true when it did. */
  readonly extra?: (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => boolean | Promise<boolean>;
  /** The text of a page that is newer than its file, by that file's path within the folder. */
  readonly newer?: (file: string) => string | undefined;
  /** The text of a page that has no file. */
  readonly unwritten?: (file: string) => Promise<string | null>;
  /** Shown in place of 404.html while there is no site yet. */
  readonly waiting?: () => string | null;
  /** Whether only requests that name this machine as their host are answered, also where other machines are let in. */
  readonly ownHostOnly?: boolean;
}
export interface Serving {
  /** Where the home page is, base path included. */
  readonly url: string;
  close(): Promise<void>;
}

/** How many ports after a busy one are tried. */
const TRIES = 20;

/** The absolute form of an address, as proxies are asked; its host counts, and not that of the header (RFC 9112, 3.2.2). */
const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

/** The decoded path of a request, or null where it is no path of a site (a NUL, a step upwards, bad encoding). */
export function pathOf(request: { readonly url?: string | undefined }): string | null {
  const raw = (request.url ?? "/").replace(ABSOLUTE, "").split(/[?#]/, 1)[0] || "/";
  try {
    const path = decodeURIComponent(raw);
    const steps = path.split(/[/\\]/);
    return path.startsWith("/") && !path.includes("\0") && !steps.includes("..") ? path : null;
  } catch {
    return null;
  }
}

/** Also false for names no file can have: a path below a file, a name too long. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
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

/** Answers with a line of text instead of a page. */
function refuse(
  response: ServerResponse,
  status: number,
  line: string,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  response.writeHead(status, { ...text, "cache-control": "no-store", ...headers });
  response.end(response.req.method === "HEAD" ? undefined : `${line}\n`);
}

/** Redirects. @param to A path of the site without empty steps: to a browser, `//name` is another host. */
function lead(response: ServerResponse, to: string): void {
  const location = encodeURI(to).replace(/[?#]/g, encodeURIComponent);
  response.writeHead(302, { location, "cache-control": "no-store" }).end();
}

/** Types of feeds and lists of checksums, which are in UTF-8. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".json": "application/json",
  ".css": "text/css",
  ".js": "text/javascript",
};

function headersOf(path: string): Record<string, string> {
  const text = TEXT_TYPES[extname(path)];
  const type = text ? `${text}; charset=utf-8` : lookup(path);
  return {
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
    ...(type ? { "content-type": type } : {}),
  };
}

const NO_PAGE = "<!DOCTYPE html><title>404</title><p>404";

/** Answers requests from the folder, each by itself. */
function answerer({
  folder,
  base: baseNow,
  dress = (html) => html,
  extra,
  newer,
  unwritten,
  waiting,
}: ServeOptions) {
  const missing = async (response: ServerResponse): Promise<void> => {
    const wait = waiting?.() ?? null;
    const page = wait ?? (await readText(join(folder, "404.html")));
    send(response, wait === null ? 404 : 503, dress(typeof page === "string" ? page : NO_PAGE));
  };
  const refused = async (response: ServerResponse, why: Refusal): Promise<void> => {
    if (why === 404) await missing(response);
    else if (why === 500) refuse(response, 500, "This file cannot be read.");
    else
      refuse(response, 503, "Too many files are open just now.", { "retry-after": "1", connection: "close" });
  };
  /** A page without a file never hides one that has a file. */
  const pageAt = async (file: string): Promise<string | { readonly refused: Refusal }> => {
    const read = await readText(join(folder, file));
    const isMissing = typeof read !== "string" && read.refused === 404;
    return (isMissing ? await unwritten?.(file) : null) ?? read;
  };
  const needsSlash = async (within: string): Promise<boolean> => {
    if (within === "" || within.endsWith("/")) return false;
    if (isFile(join(folder, within, "index.html"))) return true;
    return !isFile(join(folder, within)) && typeof (await unwritten?.(`${within}/index.html`)) === "string";
  };
  const sendFile = async (within: string, response: ServerResponse): Promise<void> => {
    const file = within === "" || within.endsWith("/") ? `${within}index.html` : within;
    const target = join(folder, file);
    if (file.endsWith(".html")) {
      const page = newer?.(file) ?? (await pageAt(file));
      if (typeof page === "string") send(response, 200, dress(page));
      else await refused(response, page.refused);
      return;
    }
    const opened = await openFile(target);
    if ("refused" in opened) await refused(response, opened.refused);
    else await sendOpened(opened, { response, headers: headersOf(file) });
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    const base = baseNow();
    if (path === null) refuse(response, 400, "This is no address of a site.");
    else if (request.method !== "GET" && request.method !== "HEAD")
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    else if (await extra?.(path, request, response)) return;
    else if (path.includes("//")) await missing(response);
    else if (!path.startsWith(base)) {
      if (path === "/" || `${path}/` === base) lead(response, base);
      else await missing(response);
    } else {
      const within = path.slice(base.length);
      if (await needsSlash(within)) lead(response, `${path}/`);
      else await sendFile(within, response);
    }
  };
}

/** Keeps a failing request from ending the server: it is answered, and the error printed. */
function guarded(options: ServeOptions, address: () => string | null) {
  const answer = answerer(options);
  const { host, print } = options;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Without a listener, an error of the connection would be uncaught.
    response.on("error", () => response.destroy());
    try {
      const bound = address();
      const hosts = request.headersDistinct.host ?? [];
      if (hosts.length > 1) refuse(response, 400, "A request names one host.");
      else if (
        bound !== null &&
        !isHostOf(ABSOLUTE.exec(request.url ?? "")?.[1] ?? hosts[0], {
          host,
          address: bound,
          local: request.socket.localAddress,
        })
      )
        refuse(response, 421, "This server answers for its own address alone; --host NAME gives it another.");
      else await answer(request, response);
    } catch (fault) {
      print(`Internal error: ${fault instanceof Error ? fault.stack : String(fault)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, "Internal error: the terminal says more.");
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

/** Listens on the first free port, and reports if that is not the one asked for. */
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
 * @throws Error when no port is free, or the host is not an address of this machine.
 */
export async function serveFolder(options: ServeOptions): Promise<Serving> {
  let bound = "";
  const isChecked = (): boolean => options.ownHostOnly === true || isLoopback(bound);
  const answer = guarded(options, () => (isChecked() ? bound : null));
  const server = createServer((request, response) => void answer(request, response));
  const port = await listenNear(server, options);
  bound = (server.address() as AddressInfo).address;
  let isTold = false;
  server.on("error", (fault) => {
    // Emitted at every connection while too much is open; reported once.
    if (!isTold) options.print(`A connection could not be taken: ${fault.message}`);
    isTold = true;
  });
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
