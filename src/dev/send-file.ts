/**
 * One file → one response, whole or in part (RFC 9110, 13 and 14). The file is opened once, and its size and time are
 * those of the open file, since a build may replace it at any moment.
 */
import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { partOf } from "./ranges.ts";

/** Why a file cannot be sent, as a status: it is not there, cannot be opened, or too many files are open just now. */
export type Refusal = 404 | 500 | 503;
export type Opened = { readonly file: FileHandle; readonly stats: Stats } | { readonly refused: Refusal };

/** Error codes for a name without a file: also one that is too long, or a path below a file. */
const NOT_THERE = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EISDIR", "EINVAL", "ELOOP", "ENXIO"]);
/** Error codes when too much is open, which passes. */
const NO_ROOM = new Set(["EMFILE", "ENFILE", "EAGAIN", "ENOMEM"]);
/** Milliseconds to wait before each retry when too much is open. */
const WAITS: readonly number[] = [20, 50, 100, 200, 400];
/** Non-blocking, since opening a pipe without a writer would wait for ever. Windows has neither. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function openNow(path: string): Promise<Opened> {
  const file = await open(path, READ);
  try {
    const stats = await file.stat();
    if (stats.isFile()) return { file, stats };
  } catch (fault) {
    await file.close();
    throw fault;
  }
  await file.close();
  return { refused: 404 };
}

/** Retries for a while when too much is open. The caller closes the file. Never throws. */
export async function openFile(path: string): Promise<Opened> {
  for (const wait of [...WAITS, null]) {
    try {
      return await openNow(path);
    } catch (fault) {
      const { code = "" } = fault as NodeJS.ErrnoException;
      if (NOT_THERE.has(code)) return { refused: 404 };
      if (!NO_ROOM.has(code)) return { refused: 500 };
      if (wait !== null) await setTimeout(wait);
    }
  }
  return { refused: 503 };
}

/** The text of a file, or why there is none. Never throws. */
export async function readText(path: string): Promise<string | { readonly refused: Refusal }> {
  const opened = await openFile(path);
  if ("refused" in opened) return opened;
  try {
    return await opened.file.readFile("utf8");
  } catch {
    return { refused: 500 };
  } finally {
    await opened.file.close();
  }
}

/** Weak: a file may be written twice within one tick of the clock (RFC 9110, 8.8.1). */
const tagOf = ({ size, mtimeMs }: Stats): string => `W/"${size}-${Math.round(mtimeMs)}"`;

function isKnown(header: string | undefined, tag: string): boolean {
  const tags = (header ?? "").split(",").map((one) => one.trim());
  return tags.includes("*") || tags.some((one) => one.replace(/^W\//, "") === tag.replace(/^W\//, ""));
}

/**
 * Answers with the file, or a part of it, and closes it. A request aborted halfway affects no other; where the file is
 * truncated meanwhile, the connection is closed, so that the browser does not wait for the rest.
 * @param headers Content type and the like.
 */
export async function sendOpened(
  { file, stats }: { readonly file: FileHandle; readonly stats: Stats },
  { response, headers }: { readonly response: ServerResponse; readonly headers: Record<string, string> },
): Promise<void> {
  const { req: request }: { req: IncomingMessage } = response;
  try {
    const tag = tagOf(stats);
    const all = {
      ...headers,
      ...{ etag: tag, "last-modified": stats.mtime.toUTCString(), "accept-ranges": "bytes" },
    };
    if (isKnown(request.headers["if-none-match"], tag)) {
      response.writeHead(304, all).end();
      return;
    }
    // A range applies to GET only; with If-Range it needs a strong tag, and ours is weak (RFC 9110, 13.1.5 and 14.2).
    const isAsked = request.method === "GET" && request.headers["if-range"] === undefined;
    const { size } = stats;
    const part = isAsked ? partOf(request.headers.range, size) : "whole";
    if (part === "unsatisfiable") {
      response.writeHead(416, { ...all, "content-range": `bytes */${size}`, "content-length": 0 }).end();
      return;
    }
    const { start, end } = part === "whole" ? { start: 0, end: size - 1 } : part;
    const length = end - start + 1;
    const span = part === "whole" ? {} : { "content-range": `bytes ${start}-${end}/${size}` };
    response.writeHead(part === "whole" ? 200 : 206, { ...all, ...span, "content-length": length });
    if (length === 0 || request.method === "HEAD") {
      response.end();
      return;
    }
    const bytes = file.createReadStream({ start, end, autoClose: false });
    await pipeline(bytes, response);
    if (bytes.bytesRead < length) request.socket.destroy();
  } catch {
    response.destroy();
  } finally {
    await file.close();
  }
}
