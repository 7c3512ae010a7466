import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { removeForeign } from "./foreign-entries.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warraq-foreign-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("what no build put into the cache is taken away, and nothing else", () => {
  mkdirSync(join(folder, "packs"));
  mkdirSync(join(folder, "last-site.json", "x"), { recursive: true });
  for (const name of ["last-build.jsonl", "kept", "lock"]) writeFileSync(join(folder, name), "x");
  symlinkSync("related.bin", join(folder, "related.bin"));
  if (process.platform !== "win32") execFileSync("mkfifo", [join(folder, "publishing.jsonl")]);
  removeForeign(folder);
  expect(readdirSync(folder).sort()).toEqual(["last-build.jsonl", "lock", "packs"]);
  expect(removeForeign(join(folder, "none"))).toEqual([]);
});
