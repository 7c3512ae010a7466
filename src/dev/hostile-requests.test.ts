/** Whatever bytes come in, the next request is answered. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Serving, serveFolder } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "warraq-hostile-"));
let serving: Serving;
beforeAll(async () => {
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "index.html"), "<title>الرئيسية</title>");
  writeFileSync(join(folder, "a", "index.html"), "<title>ا</title>");
  writeFileSync(join(folder, "data.bin"), "0123456789".repeat(20_000));
  serving = await serveFolder({
    ...{ folder, base: () => "/", host: "127.0.0.1", port: 0 },
    print: (line) => {
      throw new Error(line);
    },
  });
});
afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

/** Sends raw bytes. Resolves with what came back until the other side ended, or for a moment. */
const sent = (bytes: string, leaveAfter: number): Promise<string> =>
  new Promise((done) => {
    const socket = connect(Number(new URL(serving.url).port), "127.0.0.1");
    let heard = "";
    socket.setTimeout(leaveAfter, () => socket.destroy());
    socket.on("data", (data) => {
      heard += data.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => done(heard));
    socket.write(bytes, "latin1");
  });

const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));
const garbage = fc.array(byte, { maxLength: 40 }).map((bytes) => bytes.join(""));
const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    "\\",
    "..",
    "%2e%2e",
    "%2F",
    "%5C",
    "%00",
    "%",
    "%E0%A4",
    "a",
    "a/",
    "data.bin",
    "?",
    "#",
  ),
  fc.constantFrom("index.html", "http:", "evil.example", "__warraq", ":80", "*", " ", "\t", "@"),
  garbage,
);
const target = fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join("")}`);
const number = fc.oneof(
  fc.bigInt({ min: -5n, max: 1n << 70n }).map(String),
  fc.constantFrom("", "x", "1e9", "-"),
);
const header = fc.oneof(
  fc.tuple(number, number).map(([first, last]) => `Range: bytes=${first}-${last}`),
  garbage.map((value) => `Range: ${value}`),
  garbage.map((value) => `If-None-Match: ${value}`),
  garbage.map((value) => `Host: ${value}`),
  fc.constantFrom(
    "Host: localhost",
    "Host: evil.example",
    "Connection: upgrade\r\nUpgrade: websocket",
    "Expect: 100-continue",
  ),
  fc.constantFrom(
    "Content-Length: 9",
    "Content-Length: -1",
    "Transfer-Encoding: chunked",
    'If-Range: W/"1"',
    ": x",
  ),
  garbage,
);
const method = fc.constantFrom("GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "CONNECT", "TRACE", "get", "");
const hostile = fc
  .tuple(
    method,
    fc.oneof(target, fc.constantFrom("/data.bin", "/a", "*", "http://evil.example/a", "evil.example:80")),
    fc.array(header, { maxLength: 5 }),
  )
  .map(
    ([verb, path, headers]) =>
      `${verb} ${path} HTTP/1.1\r\n${["Host: 127.0.0.1", ...headers].join("\r\n")}\r\n\r\n`,
  );

it("a request that is hostile, broken or aborted does not keep others from being answered", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostile, { minLength: 1, maxLength: 8 }),
      fc.nat(15),
      async (requests, patience) => {
        const answers = await Promise.all(requests.map((one) => sent(one, patience + 1)));
        for (const answer of answers) {
          const location = /^location: *(.*)$/im.exec(answer)?.[1];
          if (location !== undefined)
            expect(new URL(location.trim(), serving.url).host).toBe(new URL(serving.url).host);
        }
        const next = await fetch(`${serving.url}a/`);
        expect([next.status, await next.text()]).toEqual([200, "<title>ا</title>"]);
      },
    ),
    { numRuns: 40 },
  );
});

it("a whole address is asked for as its path is, and only of its own host", async () => {
  const ask = (url: string) =>
    sent(`GET ${url} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`, 2_000);
  expect(await ask("http://127.0.0.1/a/")).toMatch(/^HTTP\/1.1 200 /);
  expect(await ask("http://127.0.0.1?b")).toMatch(/^HTTP\/1.1 200 /);
  expect(await ask("http://evil.example/a/")).toMatch(/^HTTP\/1.1 421 /);
});
