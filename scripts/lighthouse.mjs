#!/usr/bin/env node
// Lighthouse on five kinds of page of the built site, mobile setting: the median of five runs for performance, which is
// noisy, and each category of every run. Exits with 1 where one is under 100.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { findChromium } from "./find-chromium.mjs";

const RUNS = Number(process.env.RUNS ?? 5);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(process.argv[2] ?? root, "dist");
const PAGES = {
  home: "/",
  article: articlePath(),
  section: `/${encodeURI("تاريخ")}/`,
  calendar: "/2017/",
  search: `/search/?q=${encodeURIComponent("بغداد")}`,
};

/** The first article of the sitemap of a month. */
function articlePath() {
  const text = readFileSync(join(dist, "sitemaps", "2019-11.xml"), "utf8");
  const [address] = text.match(/https?:\/\/[^<]+\/2019\/11\/\d\d\/[^/<]+\//) ?? [];
  return new URL(address).pathname;
}

const TYPES = {
  ...{ ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" },
  ...{ ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain" },
  ...{
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
  },
};
/** As file hosts serve: text compressed, files with a digest in their name kept for ever. */
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  const text = /^(?:text|application\/(?:json|xml)|image\/svg)/.test(type);
  const body = readFileSync(file);
  response.writeHead(200, {
    "content-type": text ? `${type}; charset=utf-8` : type,
    "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    ...(text ? { "content-encoding": "gzip" } : {}),
  });
  response.end(text ? gzipSync(body) : body);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const chrome = await launch({
  chromePath: findChromium(),
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
});
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const flawless = (audit) => audit.score === null || audit.score === 1;
let passed = true;
let told = false;
for (const [name, path] of Object.entries(PAGES)) {
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    // Performance is what is noisy: the others are the same in every run.
    const onlyCategories = run === 0 ? CATEGORIES : ["performance"];
    const { lhr } = await lighthouse(origin + path, { port: chrome.port, logLevel: "error", onlyCategories });
    results.push(lhr);
  }
  const [first] = results;
  if (!told) {
    console.log(
      `Lighthouse ${first.lighthouseVersion}, ${first.environment.hostUserAgent.match(/Chrome\/[\d.]+/)?.[0]}`,
    );
    console.log("page      perf. (each run)          access. best seo   FCP    LCP    TBT   CLS");
    told = true;
  }
  const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);
  const runs = results.map((lhr) => score(lhr, "performance"));
  const scores = [median(runs), ...CATEGORIES.slice(1).map((category) => score(first, category))];
  const metric = (id) => median(results.map((lhr) => lhr.audits[id].numericValue));
  const seconds = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"].map(
    (id) => `${(metric(id) / 1000).toFixed(2)} s`,
  );
  console.log(
    [
      ...[
        name.padEnd(9),
        `${scores[0]} (${runs.join(" ")})`.padEnd(25),
        ...scores.slice(1).map((s) => String(s).padEnd(6)),
      ],
      ...[...seconds, metric("cumulative-layout-shift").toFixed(3)],
    ].join(" "),
  );
  if (scores.some((one) => one < 100)) {
    passed = false;
    for (const category of CATEGORIES)
      for (const { id, weight } of first.categories[category].auditRefs)
        if (weight > 0 && !flawless(first.audits[id]))
          console.log(
            `    ${category}: ${first.audits[id].title} (${first.audits[id].displayValue ?? first.audits[id].score})`,
          );
  }
}
chrome.kill();
server.close();
process.exitCode = passed ? 0 : 1;
