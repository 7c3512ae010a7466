/** Whatever determines a stored value, or a part of an address, is in its fingerprint. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { digest } from "../../model/brands.ts";
import {
  compiledModules,
  fingerprint,
  fingerprintOf,
  MAKERS,
  type MakerName,
  type Modules,
  reachOf,
  versionsOf,
} from "./fingerprint.ts";

const src = fileURLToPath(new URL("../..", import.meta.url));
const all = compiledModules();

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?!type\b)[^;"']*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
/** A thread started from a file, which no import shows. */
const THREAD = /new URL\(\s*(?:[^"()]*\?\s*)?"([^"]+)\.[jt]s"/g;
const textOf = (module: string): string => readFileSync(join(src, module), "utf8");
const specifiersOf = (module: string): string[] =>
  [...textOf(module).matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
const inner = (module: string, specifier: string): string =>
  relative(src, resolve(src, module, "..", specifier))
    .split(sep)
    .join("/");
const importsOf = (module: string): string[] =>
  specifiersOf(module)
    .filter((one) => one.startsWith("."))
    .map((one) => inner(module, one));

/** Imports read from the sources rather than from the compiled program. */
function reachBySource(module: string): Set<string> {
  const reached = new Set([module]);
  for (const one of reached) for (const next of importsOf(one)) reached.add(next);
  return reached;
}

/** Worker tasks whose results are not stored in the cache. */
const STORE_NOTHING = ["workers/publish-task.ts", "workers/words-task.ts", "workers/garbage.ts"];

describe("the fingerprint of a kind of stored value", () => {
  it("covers every module that a worker task imports", () => {
    const tasks = importsOf("workers/tasks.ts").filter((module) => !STORE_NOTHING.includes(module));
    expect(tasks.length).toBeGreaterThan(3);
    const makers = (Object.keys(MAKERS) as MakerName[]).filter((name) => name !== "program");
    const held = new Set(makers.flatMap((name) => reachOf(MAKERS[name].modules, all)));
    const missing = tasks.flatMap((task) => [...reachBySource(task)].filter((module) => !held.has(module)));
    expect(missing).toEqual([]);
  });

  it("covers all that a task imports, where that task computes the value", () => {
    for (const [maker, task] of [
      ["source", "workers/read-task.ts"],
      ["page", "workers/render-task.ts"],
      ["postings", "workers/index-task.ts"],
      ["looked-at", "workers/look-task.ts"],
      ["related", "archive/related/look-up.ts"],
    ] as const) {
      const held = new Set(reachOf(MAKERS[maker].modules, all));
      expect([...reachBySource(task)].filter((module) => !held.has(module))).toEqual([]);
    }
  });

  it("follows the imports of the sources, including those of libraries", () => {
    const missing = Object.entries(all).flatMap(([module, { imports, libraries }]) =>
      specifiersOf(module)
        .filter((one) => !one.startsWith("node:"))
        .filter((one) =>
          one.startsWith(".")
            ? !imports.includes(inner(module, one))
            : !libraries.some((name) => one === name || one.startsWith(`${name}/`)),
        )
        .map((one) => `${module} → ${one}`),
    );
    expect(missing).toEqual([]);
  });

  it("of the program covers whatever runs in a thread of its own", () => {
    const started = Object.keys(all).flatMap((module) =>
      [...textOf(module).matchAll(THREAD)].map((match) => `${inner(module, match[1] as string)}.ts`),
    );
    expect(started.length).toBeGreaterThan(2);
    const held = new Set(reachOf(MAKERS.program.modules, all));
    expect(started.filter((module) => !held.has(module))).toEqual([]);
  });

  it("differs where an imported module has changed, however indirectly, and nowhere else", () => {
    const changed: Modules = {
      ...all,
      "workers/stored-body.ts": {
        ...(all["workers/stored-body.ts"] as Modules[string]),
        digest: digest("other"),
      },
    };
    for (const maker of ["source", "page"] as const)
      expect(fingerprintOf(MAKERS[maker], changed)).not.toBe(fingerprint(maker));
    for (const maker of ["postings", "style", "picture", "record"] as const)
      expect(fingerprintOf(MAKERS[maker], changed)).toBe(fingerprint(maker));
  });

  it("covers the words of the diagnostics that are stored with a value, and is no part of an address by them", () => {
    const concepts = (maker: MakerName): string[] =>
      reachOf(MAKERS[maker].modules, all).flatMap(
        (module) => /^model\/diagnostics\/(.+)\.ts$/.exec(module)?.[1] ?? [],
      );
    expect(concepts("source")).toEqual([
      ...["articles", "entry", "files", "keys", "links", "texts", "wanted"],
    ]);
    expect(concepts("looked-at")).toEqual(expect.arrayContaining(["links"]));
    for (const maker of ["picture", "share-picture", "style", "postings", "related"] as const)
      expect(concepts(maker)).toEqual([]);
  });

  it("differs where a library has another version, also one that a library loads", () => {
    const libraries = (maker: MakerName): readonly string[] =>
      versionsOf(reachOf(MAKERS[maker].modules, all).flatMap((name) => all[name]?.libraries ?? []));
    expect(libraries("source").join()).toMatch(/\bmicromark@\d/);
    expect(libraries("page").join()).toMatch(/\beta@\d/);
    expect(libraries("style").join()).toMatch(/\blightningcss@\d/);
    expect(libraries("picture").join()).toMatch(/\bsharp@\d/);
    expect(libraries("style").join()).not.toMatch(/micromark/);
    const raised = (names: readonly string[]) =>
      versionsOf(names).map((one) => one.replace(/^micromark@.*/, "$&.1"));
    expect(fingerprintOf(MAKERS.source, all, { versions: raised })).not.toBe(fingerprint("source"));
    expect(fingerprintOf(MAKERS.style, all, { versions: raised })).toBe(fingerprint("style"));
  });

  it("depends on the version of Node where values do, and never where it is part of an address", () => {
    const node = "v99.0.0";
    for (const maker of ["source", "page", "postings", "related", "program"] as const)
      expect(fingerprintOf(MAKERS[maker], all, { node })).not.toBe(fingerprint(maker));
    for (const maker of ["style", "picture"] as const)
      expect(fingerprintOf(MAKERS[maker], all, { node })).toBe(fingerprint(maker));
  });

  it("may leave out the platform binaries of a library, which are pinned to its version", () => {
    for (const name of ["sharp", "lightningcss", "@takumi-rs/core"]) {
      const { optionalDependencies = {} } = JSON.parse(
        readFileSync(join(src, "..", "node_modules", name, "package.json"), "utf8"),
      ) as { optionalDependencies?: Record<string, string> };
      expect(Object.keys(optionalDependencies).length).toBeGreaterThan(0);
      for (const version of Object.values(optionalDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  it("is the same in whatever order modules and libraries are named", () => {
    const modules = [...MAKERS.page.modules, ...MAKERS.style.modules];
    expect(reachOf(modules.toReversed(), all)).toEqual(reachOf(modules, all));
    expect(versionsOf(["sharp", "eta", "unified"])).toEqual(versionsOf(["unified", "sharp", "eta"]));
  });

  it("of a module that reaches no library is of its own text alone", () => {
    const alone: Modules = { "a.ts": { digest: digest("text"), imports: [], libraries: [] } };
    const of = (versions: readonly string[]) =>
      fingerprintOf({ modules: ["a.ts"] }, alone, { versions: (names) => [...names, ...versions] });
    expect(of([])).toBe(of([]));
    expect(of(["b@1"])).not.toBe(of([]));
    expect(
      fingerprintOf({ modules: ["a.ts"] }, alone, {
        versions: (names) => {
          expect(names).toEqual([]);
          return [];
        },
      }),
    ).toBe(of([]));
  });

  it("throws for a module or a library that is not there", () => {
    expect(() => reachOf(["work/nowhere.ts"], all)).toThrow("work/nowhere.ts");
    expect(() => versionsOf(["no-such-library"])).toThrow("no-such-library");
  });

  it("covers only files of the program", () => {
    const sources = new Set(
      readdirSync(src, { recursive: true, encoding: "utf8" }).map((name) => name.split(sep).join("/")),
    );
    expect(Object.keys(all).filter((module) => !sources.has(module))).toEqual([]);
  });
});
