/**
 * A build that takes its time: another one beside it, and what it says of itself on the way. It is held up with SIGSTOP
 * where a test needs it to last, so that nothing hangs on how fast a machine is.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { BuildRoot, removeRoots } from "../testing/build-root.ts";
import { stories } from "../testing/newsroom.ts";
import { REPOSITORY, Running, warraq } from "../testing/program.ts";

const ARTICLES = stories(300);
/** Milliseconds after which a build that does not write to a terminal says how far it is. */
const EVERY = 5000;

let root: BuildRoot;
let held: Running | undefined;
beforeEach(() => {
  root = new BuildRoot(ARTICLES);
});
afterEach(() => {
  // One that stands still would outlive a test that failed.
  held?.signal("SIGKILL");
  held = undefined;
});
afterAll(removeRoots);

/** A build that has begun and stands still. @returns It, and the number of its process. */
async function heldUp(): Promise<{ readonly build: Running; readonly pid: number }> {
  const build = new Running(["build"], root.path);
  held = build;
  const lock = join(root.path, ".warraq/lock");
  while (!existsSync(lock)) await pause(1);
  build.signal("SIGSTOP");
  return { build, pid: Number.parseInt(readFileSync(lock, "utf8"), 10) };
}

describe.skipIf(process.platform === "win32")("two builds at once on one root", () => {
  it("are one: the second says which is running and what to do, and the first gives a whole site", async () => {
    const { build, pid } = await heldUp();
    const second = await warraq(root.path, "build");
    expect(second.code).toBe(1);
    expect(second.printed).toContain(`Another build of this archive is running (process ${pid}).`);
    expect(second.printed).toMatch(/Wait until it has ended, then build again\.[\s\S]*Nothing was published/);
    build.signal("SIGCONT");
    expect(await build.ended(), build.printed).toBe(0);
    expect(root.state()).toEqual(await root.clean());
    expect((await warraq(root.path, "build")).printed).toContain("(0 files written, 0 removed)");
  });

  it("and more, begun in one moment, refuse or build, and the site is whole", async () => {
    const builds = Array.from({ length: 3 }, () => new Running(["build"], root.path));
    const codes = await Promise.all(builds.map((build) => build.ended()));
    expect(codes).toContain(0);
    builds.forEach(({ printed }, i) => {
      expect(printed).toMatch(codes[i] === 0 ? /Nothing needs attention/ : /Another build .* is running/);
    });
    expect(root.state()).toEqual(await root.clean());
  });
});

describe.skipIf(process.platform === "win32")("long work", () => {
  it("says in a pipe how far it is, in plain lines without a code of a terminal", async () => {
    const { build } = await heldUp();
    await pause(EVERY);
    build.signal("SIGCONT");
    expect(await build.ended(), build.printed).toBe(0);
    expect(build.printed).toMatch(
      /^(?:read|relate|index|render|publish): [\d,]+ of [\d,]+(?:, .+)?, \d+ MB$/m,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that must not be there.
    expect(build.printed).not.toMatch(/[\r\u001b█░]/);
  });

  const terminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");
  if (!terminal) console.log("The progress bar is not looked at: there is no `script` of util-linux here.");
  it.skipIf(!terminal)("shows a bar on a terminal, written over in place and wiped away at the end", () => {
    const program = [process.execPath, join(REPOSITORY, "bin/warraq.cjs"), "build", "--root", root.path];
    const command = program.map((word) => `'${word}'`).join(" ");
    const printed = execFileSync("script", ["-qec", command, "/dev/null"], { encoding: "utf8" });
    const lines = printed.split("\r\u001b[K");
    const bars = lines.flatMap((line) => /^\w+ +(█*░*) ([\d,]+) of ([\d,]+), .*\d+ MB$/.exec(line) ?? []);
    expect(bars.length, printed).toBeGreaterThan(0);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^\w+ +[█░]{24} [\d,]+ of [\d,]+, .*MB$/);
    expect(lines.at(-1)).toMatch(/^300 articles, [\s\S]*Nothing needs attention/);
  });
});
