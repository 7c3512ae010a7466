import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pathOf, type ServeOptions, type Serving, serveFolder } from "./server.ts";

let folder = "";
const open: Serving[] = [];
const printed: string[] = [];
const serve = async (options: Partial<ServeOptions> = {}): Promise<Serving> => {
  const serving = await serveFolder({
    folder,
    base: () => "/",
    host: "127.0.0.1",
    port: 0,
    print: (line) => printed.push(line),
    ...options,
  });
  open.push(serving);
  return serving;
};
const get = async (url: string, init: RequestInit = {}) => {
  const response = await fetch(url, { redirect: "manual", ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
/** Sends a path as it is, without the normalising that fetch does. */
const rawStatus = (url: string, path: string, headers = {}): Promise<number | undefined> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on("error", fail)
      .end();
  });

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "warraq-serve-")), "dist");
  mkdirSync(join(folder, "2017", "بغداد"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<title>الرئيسية</title>");
  writeFileSync(join(folder, "404.html"), "<title>لا صفحة هنا</title>");
  writeFileSync(join(folder, "2017", "بغداد", "index.html"), "<title>بغداد</title>");
  writeFileSync(join(folder, "feed.xml"), "<rss/>");
  writeFileSync(join(folder, "data.bin"), "0123456789");
  writeFileSync(join(folder, "..", "secret.txt"), "secret");
  printed.length = 0;
});
afterEach(async () => {
  for (const serving of open.splice(0)) await serving.close();
  rmSync(join(folder, ".."), { recursive: true });
});

describe("a served folder", () => {
  it("is answered with a page that is newer than its file", async () => {
    const newer = new Map([["2017/بغداد/index.html", "<title>جديد</title>"]]);
    const { url } = await serve({ newer: (file) => newer.get(file), dress: (html) => `${html}.` });
    expect((await get(`${url}2017/بغداد/`)).text).toBe("<title>جديد</title>.");
    newer.clear();
    expect((await get(`${url}2017/بغداد/`)).text).toBe("<title>بغداد</title>.");
  });
  it("shows a page without a file, at its own address, and never in place of a file", async () => {
    const unwritten = async (file: string) =>
      /^(?:new|2017\/بغداد)\/index\.html$/.test(file) ? "<p>مسوّدة" : null;
    const { url } = await serve({ unwritten });
    expect(await get(`${url}new/`)).toMatchObject({ status: 200, text: "<p>مسوّدة" });
    expect((await get(`${url}new`)).headers.get("location")).toBe("/new/");
    expect((await get(`${url}2017/بغداد/`)).text).toBe("<title>بغداد</title>");
    expect((await get(`${url}newer/`)).status).toBe(404);
  });
  it("answers folders with their page and files with their type", async () => {
    const { url } = await serve();
    expect(await get(url)).toMatchObject({ status: 200, text: "<title>الرئيسية</title>" });
    expect((await get(`${url}2017/بغداد/`)).text).toBe("<title>بغداد</title>");
    const feed = await get(`${url}feed.xml`);
    expect(feed.headers.get("content-type")).toMatch(/xml; charset=utf-8$/);
  });
  it("redirects an address without its last slash to the one with it", async () => {
    const { url } = await serve();
    const { status, headers } = await get(`${url}2017/بغداد`);
    expect([status, headers.get("location")]).toEqual([302, encodeURI("/2017/بغداد/")]);
  });
  it("answers what is not there with the site's own page and status 404", async () => {
    const { url } = await serve();
    for (const path of ["none/", "none.txt", "2017/", "2017"])
      expect(await get(url + path)).toMatchObject({ status: 404, text: "<title>لا صفحة هنا</title>" });
  });
  it("is served under the base path only, and redirects there from the top", async () => {
    const { url } = await serve({ base: () => "/أرشيف/" });
    expect(url).toMatch(/\/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81\/$/);
    expect((await get(`${url}2017/بغداد/`)).status).toBe(200);
    const top = await get(new URL("/", url).href);
    expect([top.status, top.headers.get("location")]).toEqual([302, encodeURI("/أرشيف/")]);
    expect((await get(new URL("/feed.xml", url).href)).status).toBe(404);
  });
  it("gives nothing from outside the folder", async () => {
    const { url } = await serve();
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/2017/..%5c..%5csecret.txt",
      "/%00",
      "/%",
    ])
      expect(await rawStatus(url, path)).toBe(400);
  });
  it("gives part of a file, its head, and 304 where it is known", async () => {
    const { url } = await serve();
    const part = await get(`${url}data.bin`, { headers: { range: "bytes=2-4" } });
    expect([part.status, part.text]).toEqual([206, "234"]);
    expect(await get(url, { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
    const tag = (await get(`${url}data.bin`)).headers.get("etag") ?? "";
    expect((await get(`${url}data.bin`, { headers: { "if-none-match": tag } })).status).toBe(304);
  });
  it("answers any range with the part, the whole file or 416, and knows what it sent by any of several tags", async () => {
    const { url } = await serve();
    const asked = async (range: string, headers = {}) => {
      const { status, text, headers: got } = await get(`${url}data.bin`, { headers: { range, ...headers } });
      return [status, text, got.get("content-range")];
    };
    expect(await asked("bytes=-3")).toEqual([206, "789", "bytes 7-9/10"]);
    expect(await asked("bytes=8-9007199254740993")).toEqual([206, "89", "bytes 8-9/10"]);
    expect(await asked("bytes=10-")).toEqual([416, "", "bytes */10"]);
    for (const range of ["bytes=9-3", "bytes=x-y", "rows=0-1", "bytes=0-1,4-5"])
      expect(await asked(range)).toEqual([200, "0123456789", null]);
    expect(await asked("bytes=0-1", { "if-range": '"other"' })).toEqual([200, "0123456789", null]);
    const tag = (await get(`${url}data.bin`)).headers.get("etag") ?? "";
    const known = { headers: { "if-none-match": `"other", ${tag}`, range: "bytes=0-1" } };
    expect((await get(`${url}data.bin`, known)).status).toBe(304);
  });
  it.skipIf(process.getuid?.() === 0)(
    "refuses a file that it may not open, and goes on serving",
    async () => {
      chmodSync(join(folder, "data.bin"), 0o000);
      chmodSync(join(folder, "2017", "بغداد", "index.html"), 0o000);
      const { url } = await serve();
      expect((await get(`${url}data.bin`)).status).toBe(500);
      expect((await get(`${url}2017/بغداد/`)).status).toBe(500);
      expect((await get(url)).status).toBe(200);
    },
  );
  it("sends an empty file, and nothing of what is not a file", async () => {
    writeFileSync(join(folder, "empty.txt"), "");
    symlinkSync("round", join(folder, "round"));
    const { url } = await serve();
    expect(await get(`${url}empty.txt`)).toMatchObject({ status: 200, text: "" });
    for (const path of ["round", "data.bin/x.txt", `${"a".repeat(300)}.txt`])
      expect((await get(url + path)).status).toBe(404);
  });
  it("redirects only within the site, whatever the path looks like", async () => {
    mkdirSync(join(folder, "a?b#c"));
    writeFileSync(join(folder, "a?b#c", "index.html"), "");
    const { url } = await serve();
    for (const path of [
      "//2017/بغداد",
      "/%2F2017/بغداد",
      "//2017",
      "/\\2017/بغداد",
      "/%5C2017/بغداد",
      "/%09/2017/بغداد",
    ])
      expect([path, await rawStatus(url, encodeURI(decodeURI(path)))]).toEqual([path, 404]);
    expect((await get(`${url}a%3Fb%23c`)).headers.get("location")).toBe("/a%3Fb%23c/");
  });
  it("answers for no other host, where only this machine is let in", async () => {
    const { url } = await serve();
    expect(await rawStatus(url, "/", { host: "rebound.example" })).toBe(421);
    expect(await rawStatus(url, "/", { host: "localhost:1" })).toBe(200);
    const everywhere = await serve({ host: "0.0.0.0" });
    const near = everywhere.url.replace("0.0.0.0", "127.0.0.1");
    expect(await rawStatus(near, "/", { host: "news.example" })).toBe(200);
    const strict = await serve({ host: "0.0.0.0", ownHostOnly: true });
    expect(await rawStatus(strict.url.replace("0.0.0.0", "127.0.0.1"), "/", { host: "news.example" })).toBe(
      421,
    );
  });
  it("says that it failed where our own code throws, and goes on serving", async () => {
    let isBroken = true;
    const { url } = await serve({
      dress: (html) => {
        if (isBroken) throw new Error("broken on purpose");
        return html;
      },
    });
    expect((await get(url)).status).toBe(500);
    expect(printed.at(-1)).toContain("broken on purpose");
    isBroken = false;
    expect((await get(url)).status).toBe(200);
  });
  it("takes nothing but GET and HEAD", async () => {
    const { url } = await serve();
    expect((await get(url, { method: "POST" })).status).toBe(405);
  });
  it("shows a file as it is now", async () => {
    const { url } = await serve();
    await get(`${url}feed.xml`);
    writeFileSync(join(folder, "feed.xml"), "<rss>2</rss>");
    expect((await get(`${url}feed.xml`)).text).toBe("<rss>2</rss>");
  });
});

describe("a port that is taken", () => {
  it("is reported, and the next free one is used", async () => {
    const first = await serve({ port: 45_871 });
    const second = await serve({ port: Number(new URL(first.url).port) });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
    expect(printed.at(-1)).toMatch(/^Port \d+ is in use by another program, so this is port \d+\./);
  });
});

describe("the path of a request", () => {
  it("is decoded, without what follows it", () => {
    expect(pathOf({ url: "/%D8%A8/?q=1#a" })).toBe("/ب/");
  });
  it("is null where it is not a valid path", () => {
    for (const url of ["*", "/%E0%A4", "/a/../b"]) expect(pathOf({ url })).toBeNull();
  });
});
