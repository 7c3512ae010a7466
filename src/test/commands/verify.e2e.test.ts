/** `warraq build --verify` reads the site itself, and names what differs. */
import { afterEach, describe, expect, it } from "vitest";
import { markdown, Root, warraq } from "../testing/program.ts";

let root: Root;
afterEach(() => root.remove());

describe("build --verify", () => {
  it("says that the site is what a build from nothing makes", async () => {
    root = new Root({ "content/a.md": markdown("مقال", "date: 2017-11-22\n") });
    const { code, printed } = await warraq(root.path, "build", "--verify");
    expect(printed).toMatch(/Verified: the \d+ files/);
    expect(code).toBe(0);
  });

  it("names a file that a build from nothing does not make, though no list of checksums does", async () => {
    root = new Root({ "content/a.md": markdown("مقال", "date: 2017-11-22\n") });
    await warraq(root.path, "build");
    root.write({ "dist/left.html": "behind" });
    const { code, printed } = await warraq(root.path, "build", "--verify");
    expect(printed).toMatch(/Not verified[\s\S]*left\.html \(should not be there\)/);
    expect(code).toBe(1);
  });
});
