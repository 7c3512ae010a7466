/** The thread that scans the sources is compiled code: it must find the same as the main thread would. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { lookAtRoot } = (await import(pathToFileURL(at("lib/build/discover.js")).href)) as {
  readonly lookAtRoot: typeof import("./discover.ts").lookAtRoot;
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-discover-"));
});
afterEach(() => rmSync(root, { recursive: true }));

let recalled = 0;
const look = (isFar: boolean, watched: Parameters<typeof lookAtRoot>[2] = null) =>
  lookAtRoot(root, at("templates"), watched, {
    isFar: () => isFar,
    recallUntil: async () => {
      recalled += 1;
    },
  });

describe("sources that a thread scans", () => {
  it("are those that are found without one, with what is wrong among them", async () => {
    const content = join(root, "content");
    mkdirSync(join(content, "2017/11"), { recursive: true });
    const files = [
      "site.yaml",
      "a.md",
      "a.html",
      "2017/11/b.txt",
      "2017/11/b.yaml",
      "2017/11/c.jpg",
      "d.docx",
    ];
    for (const name of files)
      writeFileSync(join(content, name), name === "site.yaml" ? "title: صحيفة\n" : "نص");
    symlinkSync(join(content, "2017"), join(content, "linked"));
    const [here, there] = [await look(false), await look(true)];
    expect(here.sources?.articles).toHaveLength(4);
    expect(here.diagnostics.map(({ code }) => code)).toContain("name-twice");
    for (const part of ["sources", "listings", "settings", "diagnostics", "inputs"] as const)
      expect(there[part]).toEqual(here[part]);
  });

  it("are kept for a later scan, which reads only folders where something has changed", async () => {
    mkdirSync(join(root, "content/2017"), { recursive: true });
    writeFileSync(join(root, "content/2017/a.md"), "نص");
    const { listings } = await look(true);
    writeFileSync(join(root, "content/b.md"), "نص");
    const watched = listings && { listings, changed: ["b.md"] };
    const { sources } = await look(false, watched);
    expect(sources?.articles.map(({ path }) => path)).toEqual(["2017/a.md", "b.md"]);
  });

  it.each(["site.yml", "Site.YAML", "SITE.YML"])("have their settings beside them, in %s", async (name) => {
    mkdirSync(join(root, "content"));
    writeFileSync(join(root, "content", name), "title: صحيفة\nlanguage: fr\n");
    const { readBy, diagnostics } = await look(false);
    expect(readBy.title).toBe("صحيفة");
    expect(diagnostics.map(({ file }) => file)).toEqual([`content/${name}`]);
  });

  it("leave time to read the record, but not where the main thread looks", async () => {
    mkdirSync(join(root, "content"));
    recalled = 0;
    await look(false);
    expect(recalled).toBe(0);
    await look(true);
    expect(recalled).toBe(1);
  });

  it("are reported as unreadable with the error of the system", async () => {
    await expect(look(false)).rejects.toMatchObject({ code: "ENOENT" });
    await expect(look(true)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
