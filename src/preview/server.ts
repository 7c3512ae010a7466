/** A folder of a site → a server on this machine, under the site's base path, with its own page for lost addresses. */
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import sirv from "sirv";
import { EVENTS_PATH, type Listeners, SCRIPT, SCRIPT_PATH, withReloadScript } from "./live-reload.ts";

export interface ServeOptions {
  /** Absolute. May be empty yet. */
  readonly folder: string;
  /** Asked at each request, since settings may change: begins and ends with a slash. */
  readonly base: () => string;
  readonly host: string;
  /** The first port tried; the ten after it are tried when it is taken. */
  readonly port: number;
  /** Given when pages are to reload. */
  readonly listeners?: Listeners;
}
export interface Serving {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The file for an address, or null when it would leave the folder or is not there. */
function fileFor(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const target = normalize(join(folder, decoded.endsWith("/") ? `${decoded}index.html` : decoded));
  if (decoded.includes("\0") || !target.startsWith(folder + sep)) return null;
  return statSync(target, { throwIfNoEntry: false })?.isFile() ? target : null;
}

const WAITING =
  '<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>…</title></head><body><p>يُبنى الموقع الآن، وستظهر الصفحة حين يتم.</p></body></html>';

function sendHtml(
  response: ServerResponse,
  { status, html, reload }: { status: number; html: string; reload: boolean },
): void {
  const bytes = Buffer.from(reload ? withReloadScript(html) : html);
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": bytes.length,
    "cache-control": "no-cache",
  });
  response.end(bytes);
}

function handler({
  folder,
  base,
  listeners,
}: ServeOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(folder, { dev: true, etag: true });
  const reload = listeners !== undefined;
  const lost = (response: ServerResponse): void => {
    const page = fileFor(folder, "/404.html");
    sendHtml(response, { status: 404, html: page ? readFileSync(page, "utf8") : WAITING, reload });
  };
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (listeners && pathname === EVENTS_PATH) return listeners.add(response);
    if (listeners && pathname === SCRIPT_PATH) {
      response.writeHead(200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "no-store",
      });
      response.end(SCRIPT);
      return;
    }
    const under = encodeURI(base());
    if (!pathname.startsWith(under)) {
      if (`${pathname}/` !== under && pathname !== "/") return lost(response);
      response.writeHead(302, { location: under + search }).end();
      return;
    }
    const path = pathname.slice(under.length - 1);
    const file = fileFor(folder, path);
    if (!file) {
      const asFolder = path.endsWith("/") ? null : fileFor(folder, `${path}/`);
      if (!asFolder) return lost(response);
      response.writeHead(302, { location: `${pathname}/${search}` }).end();
      return;
    }
    if (extname(file) === ".html")
      return sendHtml(response, { status: 200, html: readFileSync(file, "utf8"), reload });
    request.url = path;
    files(request, response, () => lost(response));
  };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

/** @throws Error when the host is not this machine's, or eleven ports in a row are taken. */
export async function serveFolder(options: ServeOptions): Promise<Serving> {
  const server = createServer(handler(options));
  for (let port = options.port; ; port++) {
    try {
      await listen(server, port, options.host);
      break;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "EADDRINUSE" || port >= options.port + 10) throw fault;
    }
  }
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return {
    url: `http://${options.host}:${port}${options.base()}`,
    close: () =>
      new Promise((resolve) => {
        options.listeners?.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
