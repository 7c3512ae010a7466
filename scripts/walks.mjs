#!/usr/bin/env node
// How much of the program one thing on its way passes: the files and functions that are called (V8's precise coverage of
// the compiled program, one worker) by a raw article from file to page, by one edit in `dev`, by one item of an import.
//
//   npm run compile && node scripts/walks.mjs [--list]
//
// `--list` names the files of each walk, with their functions.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const LIB = new URL("../lib/", import.meta.url).href;
const PROGRAM = fileURLToPath(new URL("../bin/warraq.cjs", import.meta.url));
const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });
const folder = mkdtempSync(join(tmpdir(), "warraq-walks-"));

/** Loaded into each thread: on a message, what was called so far is written down and counting begins anew. */
const TAKER = join(folder, "take-coverage.mjs");
writeFileSync(
  TAKER,
  `import { takeCoverage } from "node:v8";
import { isMainThread } from "node:worker_threads";
const channel = new BroadcastChannel("walk");
channel.onmessage = () => takeCoverage();
channel.unref();
if (isMainThread) process.on("SIGUSR2", () => { channel.postMessage(""); takeCoverage(); });
`,
);

const TEXT =
  "عاد المركب إلى الميناء بعد ليلة عاصفة، ونزل الركاب سالمين إلى الرصيف حيث انتظرهم ذووهم منذ الفجر.";
const RAW = `عودة المركب إلى الميناء\n\n12 مارس 2011\nبقلم: سعاد حداد\n\n${TEXT}\n\n${TEXT}\n`;
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>صحيفة</title><link>https://x.example</link><wp:wxr_version>1.2</wp:wxr_version><item><title>عودة المركب</title><link>https://x.example/1</link><content:encoded><![CDATA[<p>${TEXT}</p>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2011-03-12 10:00:00</wp:post_date><wp:post_name>1</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;

function project(name, files) {
  const root = join(folder, name);
  mkdirSync(join(root, "content"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return { root, coverage: join(folder, `${name}-coverage`) };
}

const environment = (coverage) => ({
  ...process.env,
  NODE_V8_COVERAGE: coverage,
  NODE_OPTIONS: `--import ${pathToFileURL(TAKER).href}`,
});
function ended(child) {
  return new Promise((done) => child.on("close", done));
}
async function run({ root, coverage }, ...args) {
  const child = spawn(process.execPath, [PROGRAM, ...args, "--root", root], {
    env: environment(coverage),
    stdio: "ignore",
  });
  const code = await ended(child);
  if (code !== 0) throw new Error(`warraq ${args.join(" ")} ended with ${code}`);
}

/** Files of the program → the functions in them that were called, their modules' own bodies left out. */
function called(coverage) {
  const walk = new Map();
  for (const name of readdirSync(coverage))
    for (const { url, functions } of JSON.parse(readFileSync(join(coverage, name), "utf8")).result) {
      if (!url.startsWith(LIB)) continue;
      for (const { functionName, ranges } of functions) {
        const [{ startOffset, count }] = ranges;
        if (count === 0 || startOffset === 0) continue;
        const file = url.slice(LIB.length);
        walk.set(file, (walk.get(file) ?? new Map()).set(startOffset, functionName));
      }
    }
  return walk;
}

async function article() {
  const one = project("article", { "content/1.txt": RAW });
  await run(one, "build", "--workers", "1");
  return called(one.coverage);
}

async function edit() {
  const one = project("edit", { "content/1.txt": RAW });
  await run({ ...one, coverage: join(folder, "unused") }, "build");
  const child = spawn(process.execPath, [PROGRAM, "dev", "--root", one.root, "--port", "0"], {
    env: environment(one.coverage),
  });
  let printed = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  const builds = async (count) => {
    while ((printed.match(/^Built in/gm)?.length ?? 0) < count) await wait(50);
    await wait(500);
  };
  await builds(1);
  child.kill("SIGUSR2");
  await wait(1000);
  rmSync(one.coverage, { recursive: true });
  writeFileSync(join(one.root, "content/1.txt"), `${RAW}\nوأبحر مركب آخر مساءً إلى الجزيرة.\n`);
  await builds(2);
  child.kill("SIGUSR2");
  await wait(1000);
  const walk = called(one.coverage);
  child.kill("SIGINT");
  await ended(child);
  return walk;
}

async function item() {
  const one = project("item", { "export.xml": EXPORT });
  await run(one, "import", join(one.root, "export.xml"));
  return called(one.coverage);
}

try {
  for (const [name, walk] of [
    ["a raw article, from file to page", await article()],
    ["an edit of it in dev", await edit()],
    ["an item of an import", await item()],
  ]) {
    const functions = [...walk.values()].reduce((sum, { size }) => sum + size, 0);
    console.log(`${name}: ${walk.size} files, ${functions} functions`);
    if (values.list)
      for (const [file, names] of [...walk].sort())
        console.log(`  ${file}: ${[...names.values()].join(" ")}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
