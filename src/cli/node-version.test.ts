/** Which versions of Node are supported, and what is printed for others. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { REPOSITORY, Root } from "../test/testing/program.ts";

const load = createRequire(import.meta.url);
const { faultOf } = load("../../bin/node-version.cjs") as { faultOf: (found: string) => string | null };

describe("Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0", "100.0.0", "21.0.0-nightly2023"])(
    "%s will do",
    (version) => {
      expect(faultOf(version)).toBeNull();
    },
  );

  it.each(["20.18.3", "20.9.0", "20.2.1", "18.20.8", "16.20.2", "9.11.2", "0.12.18"])(
    "%s is too old",
    (version) => {
      expect(faultOf(version)).toBe(
        `Warraq needs Node 20.19 or later, and this is Node ${version}: install Node 24 from https://nodejs.org/, then run the command again.`,
      );
    },
  );
});

describe("the command and the scripts, on a Node that is too old", () => {
  const old = new Root({
    "old.cjs": "Object.defineProperty(process, 'versions', { value: { node: '18.20.8' } });",
  });
  afterAll(() => void old.remove());

  it.each([["bin/warraq.cjs build"], ["--require ./bin/check-node.cjs scripts/compile.mjs"]])(
    "say so in one line, with exit code 1: node %s",
    (args) => {
      const all = ["--require", join(old.path, "old.cjs"), ...args.split(" ")];
      const { status, stdout, stderr } = spawnSync(process.execPath, all, {
        cwd: REPOSITORY,
        encoding: "utf8",
      });
      expect({ status, stdout, stderr }).toEqual({
        status: 1,
        stdout: "",
        stderr: `${faultOf("18.20.8")}\n`,
      });
    },
  );
});

describe("code that runs before Node's version is checked", () => {
  const texts = ["warraq.cjs", "check-node.cjs", "node-version.cjs"].map((name) =>
    readFileSync(join(REPOSITORY, "bin", name), "utf8").replace(/\/\/.*/g, ""),
  );

  it("holds nothing that Node 8 cannot read", () => {
    for (const text of texts)
      expect(text).not.toMatch(/^\s*(?:import|export)\b(?!s)|\bimport\(|\?\?|\?\.|\bawait\b|"node:/m);
  });

  it("comes before whatever npm runs", () => {
    const { scripts } = load("../../package.json") as { scripts: Record<string, string> };
    const first = Object.values(scripts).filter((script) => /scripts\/(?:compile|test)\.mjs/.test(script));
    expect(first).toHaveLength(2);
    for (const script of first) expect(script).toMatch(/^node --require \.\/bin\/check-node\.cjs /);
  });
});
