/** Builds of what was built: told by names, sizes and times alone, and told to be anything else by any change. */
import { chmodSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { BuildOptions } from "../build/build.ts";
import type { BuildReport } from "../build/report.ts";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";

afterEach(removeRoots);

const FILES = {
  "content/a.md": article("سوق الورق", "date: 2017-11-22\nslug: a\nsection: تاريخ\n"),
  "content/b.md": article("نهر المدينة", "date: 2016-12-31\nslug: b\n"),
  "content/b.yaml": "tags: [كتب]\n",
  "content/letter.docx": "رسالة",
  "public/robots-note.txt": "ملاحظة",
};
const PAGE = "2017/11/22/a/index.html";

/** A root whose site is built, and whose sources are older than the build by more than a tick of the clock. */
async function built(files: Record<string, string> = FILES): Promise<BuildRoot> {
  const root = new BuildRoot(files);
  await setTimeout(60);
  await root.build({ keepGoing: true });
  return root;
}
const build = (root: BuildRoot, options: Partial<BuildOptions> = {}) =>
  root.build({ keepGoing: true, ...options });
/** Whether it ended when names, sizes and times had been looked at. */
const wasShort = ({ stages }: BuildReport): boolean => stages.map(({ name }) => name).join() === "scan";

describe("a build of what was built", () => {
  it("reads nothing, and reports what the one before it did", async () => {
    const root = await built({ ...FILES, "content/c.md": article("ثالث", "dat: 1\n") });
    const again = await build(root);
    expect(wasShort(again)).toBe(true);
    expect(again).toMatchObject({ published: true, ok: false, articles: 2, written: [], removed: [] });
    expect(codes(again)).toEqual([
      "error unknown-key content/c.md",
      "warning not-an-article content/letter.docx",
    ]);
    const fresh = await build(root, { cache: join(root.path, "other"), out: join(root.path, "fresh") });
    expect(again.diagnostics).toEqual(fresh.diagnostics);
    expect([again.pages, again.addressed]).toEqual([fresh.pages, fresh.addressed]);
  });

  it("knows a public file again that was young at the first of them and is old at the next", async () => {
    const root = await built();
    await setTimeout(2100);
    expect(wasShort(await build(root))).toBe(true);
  });

  it("asks again without keepGoing, and checks again", async () => {
    const root = await built({ ...FILES, "content/c.md": article("ثالث", "dat: 1\n") });
    expect(await build(root, { keepGoing: false })).toMatchObject({ published: false, ok: false });
    expect(wasShort(await root.check({ keepGoing: true }))).toBe(false);
  });

  it("is whole again after a build that published nothing", async () => {
    const root = await built();
    root.write({ "content/a.md": article("سوق", "date: 2017-13-22\n") });
    expect(await build(root, { keepGoing: false })).toMatchObject({ published: false });
    root.write({ "content/a.md": FILES["content/a.md"] });
    expect(await build(root, { keepGoing: false })).toMatchObject({ published: true });
    expect(root.state("dist")).toEqual(await root.clean());
  });
});

const touch = (path: string): void => utimesSync(path, new Date(), new Date());
/** What makes it another build. */
const CHANGES: Readonly<Record<string, (root: BuildRoot) => unknown>> = {
  "an article": (root) => root.write({ "content/a.md": article("سوق الكتب", "date: 2017-11-22\n") }),
  "an article of the same size": (root) =>
    root.write({ "content/a.md": FILES["content/a.md"].replace("سوق", "سور") }),
  "a sidecar": (root) => root.write({ "content/b.yaml": "tags: [خرائط]\n" }),
  "a sidecar that goes": (root) => root.remove("content/b.yaml"),
  "a new article": (root) => root.write({ "content/n.md": article("جديد") }),
  "an article that goes": (root) => root.remove("content/b.md").remove("content/b.yaml"),
  "a picture that nobody names": (root) => root.write({ "content/p.svg": "<svg/>" }),
  "a file that is no article": (root) => root.write({ "content/other.pdf": "رسالة" }),
  settings: (root) => root.write({ "content/site.yaml": "title: ذاكرة\n" }),
  "a template": (root) => root.write({ "templates/partials/footer.eta": "<footer>تذييل</footer>" }),
  "a public file": (root) => root.write({ "public/robots-note.txt": "أخرى" }),
  "a page that was deleted by hand": (root) => root.remove(`dist/${PAGE}`),
  "a page that was altered by hand": (root) =>
    writeFileSync(join(root.path, "dist", PAGE), root.read(`dist/${PAGE}`).replace("سوق", "سور")),
  "checksums that went": (root) => root.remove("dist/manifest-sha256.txt"),
  "a record that went": (root) => root.remove(".warraq/last-build.jsonl"),
  "a record that was touched": (root) => touch(join(root.path, ".warraq/last-build.jsonl")),
  "a publishing that never ended": (root) => root.write({ ".warraq/publishing.jsonl": "[" }),
  "an article whose rights were set": (root) => chmodSync(join(root.path, "content/a.md"), 0o600),
};

describe("it is another build after a change of", () => {
  it.each(Object.keys(CHANGES))("%s, and comes to the same as a clean one", async (name) => {
    const root = await built();
    await setTimeout(20);
    CHANGES[name]?.(root);
    const report = await build(root);
    expect(wasShort(report)).toBe(false);
    expect(report.published).toBe(true);
    expect(root.state("dist")).toEqual(await root.clean());
    await setTimeout(60);
    await build(root);
    expect(wasShort(await build(root))).toBe(true);
  });
});
