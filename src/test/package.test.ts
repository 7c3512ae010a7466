/** What npm is told of the project: what it installs is known by its digest, and runs nothing while it is installed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "./testing/program.ts";

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}
const read = (name: string) => JSON.parse(readFileSync(join(REPOSITORY, name), "utf8"));
const entries = Object.entries((read("package-lock.json") as { packages: Record<string, Entry> }).packages);
const packages = entries.filter(([name]) => name !== "");
const namesOf = (which: (one: Entry) => boolean) =>
  packages.filter(([, one]) => which(one)).map(([name]) => name);

describe("the lock file", () => {
  it("knows every package by its digest", () => {
    expect(packages.length).toBeGreaterThan(600);
    expect(namesOf(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""))).toEqual([]);
  });

  it("says of no package where it is fetched from, which each machine's own settings say", () => {
    expect(readFileSync(join(REPOSITORY, "package-lock.json"), "utf8")).not.toMatch(/\bregistry\b|\.tgz/);
    expect(namesOf(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  // npm runs the install script only of a package that the lock file says has one: vnu-jar's would fetch a Java. An npm that
  // reads `allowScripts` in package.json runs none either; older ones do not know it.
  it("lets no package run a script when it is installed: a line hasInstallScript that npm writes is taken out", () => {
    expect(namesOf(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });
});
