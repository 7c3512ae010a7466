/** A disk that is full indeed, not as fault-at.mjs pretends: a small one in memory, where the tests may make one. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stories } from "../testing/newsroom.ts";
import { Root, warraq } from "../testing/program.ts";

/** The site of a few articles has room there, that of many has not. */
const SIZE = "3m";
const mount = (folder: string): boolean =>
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder]).status === 0;
const unmount = (folder: string): boolean => spawnSync("umount", [folder]).status === 0;

function mayMount(): boolean {
  const probe = new Root();
  const may = process.platform === "linux" && mount(probe.path) && unmount(probe.path);
  probe.remove();
  return may;
}
const permitted = mayMount();
if (!permitted) console.log("A disk that is full indeed is left out: only root on Linux may mount one.");

describe.skipIf(!permitted)("a disk that is full", () => {
  let root: Root;
  let disk: string;
  beforeEach(() => {
    root = new Root(stories(3));
    disk = join(root.path, "disk");
    mkdirSync(disk);
    mount(disk);
  });
  afterEach(() => {
    unmount(disk);
    root.remove();
  });

  it.each(["disk/site", "disk"])(
    "and holds the site in %s: it is said, and the old site is whole",
    async (out) => {
      const build = () => warraq(root.path, "build", "--out", out);
      expect((await build()).code).toBe(0);
      const before = root.state(out);
      root.write(stories(200, 1));
      const { code, printed } = await build();
      expect([code, printed]).toEqual([
        1,
        expect.stringMatching(/The disk is full\. Free some space and build again/),
      ]);
      expect(printed).toMatch(/Nothing was published/);
      expect(root.state(out)).toEqual(before);
      for (let number = 4; number < 200; number++) root.remove(`content/${number % 10}/${number}.md`);
      expect((await build()).code).toBe(0);
    },
  );

  it("and holds no site yet: it is said, and nothing is left of it", async () => {
    root.write(stories(200));
    const { code, printed } = await warraq(root.path, "build", "--out", "disk/site");
    expect([code, printed]).toEqual([1, expect.stringContaining("The disk is full.")]);
    const left = readdirSync(disk, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    expect(left.map(({ name }) => name)).toEqual([]);
  });
});
