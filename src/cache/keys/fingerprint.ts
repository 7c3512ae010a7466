/**
 * Fingerprints: one digest of the code that computes a kind of stored value. A value stored under another fingerprint is
 * recomputed. The digest covers the code of every module its maker imports, directly or not, the versions of the libraries
 * these load, and the version of Node where the value depends on it, so no cache version is bumped by hand.
 * `scripts/compile.mjs` writes which module imports which (`lib/modules.json`); a test reads the imports from the sources
 * and fails where a worker task imports a module that no fingerprint covers.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Digest } from "../../model/brands.ts";
import { keyOf } from "./digest.ts";

declare const brand: unique symbol;
/** Returned only by `fingerprint` and `fingerprintOf`. */
export type Fingerprint = Digest & { readonly [brand]: true };

interface Maker {
  /** The modules that compute the value; everything they import counts too. */
  readonly modules: readonly string[];
  /** Why another version of Node may compute another value; absent where it cannot. */
  readonly node?: string;
}

/** Each kind of value that is stored, or is part of an address, and the modules that compute it. */
export const MAKERS = {
  /** Text, terms and card of a source file. */
  source: {
    modules: ["workers/read-task.ts"],
    node: "ICU brings the tables of Unicode, encodings, calendars and zones; addresses are read by Node's URL parser",
  },
  /** Size, kind and mean colour of a picture, before it is converted. */
  "looked-at": { modules: ["workers/look-task.ts"] },
  /** The files of a picture. Part of their addresses, which must be the same on every machine, so Node's version is left out. */
  picture: { modules: ["pictures/derive.ts", "cache/store/kept-files.ts"] },
  "share-picture": {
    modules: ["pictures/share-picture.ts", "cache/store/kept-files.ts"],
    node: "direction and shape of letters go by Unicode's tables",
  },
  /** Search postings of a piece of the archive. */
  postings: { modules: ["workers/index-task.ts"], node: "floating-point functions are the engine's" },
  /** Vectors, weights and links of related articles. */
  related: { modules: ["build/relate.ts"], node: "floating-point functions are the engine's" },
  /** The style sheet; also part of its address. */
  style: { modules: ["render/style.ts"] },
  /**
   * A file of the site. The plan is included, since the key of an article's page covers the inputs of its props
   * (`PropsBasis`) rather than the props.
   */
  page: {
    modules: ["workers/render-task.ts", "build/plan.ts", "build/relate.ts"],
    node: "ICU brings calendars and the order of names; search records are compressed by Node's zlib",
  },
  /** The record of the last build. */
  record: { modules: ["cache/record/last-build.ts"] },
  /** The whole program: a site is up to date only where all of it is the same. */
  program: {
    modules: ["cli/main.ts", "workers/tasks.ts", "workers/scan-thread.ts", "workers/altered-thread.ts"],
    node: "all",
  },
} as const satisfies Readonly<Record<string, Maker>>;
export type MakerName = keyof typeof MAKERS;

/** One compiled module. */
interface Module {
  /** Of its source text. */
  readonly digest: Digest;
  /** Modules and libraries that it imports, without type imports. */
  readonly imports: readonly string[];
  readonly libraries: readonly string[];
}
export type Modules = Readonly<Record<string, Module>>;

const program = dirname(
  fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../../../lib/x" : "../../x", import.meta.url)),
);
let modules: Modules | undefined;

/** @throws Error when the program was not compiled by scripts/compile.mjs. */
export function compiledModules(): Modules {
  modules ??= JSON.parse(readFileSync(join(program, "modules.json"), "utf8")) as Modules;
  return modules;
}

/**
 * The named modules and all that they import, directly or not, sorted by name.
 * @throws Error when one of them is unknown: it was moved, and `MAKERS` must name its new path.
 */
export function reachOf(names: readonly string[], all: Modules): readonly string[] {
  const reached = new Set(names);
  for (const name of reached) {
    const module = all[name];
    if (!module) throw new Error(`no module named ${name} was compiled`);
    for (const next of module.imports) reached.add(next);
  }
  return [...reached].sort();
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const folders = new Map<string, string | null>();
/** The folder of a package in one `node_modules`, symbolic links resolved; null where it is not there. */
function folderIn(modules: string, name: string): string | null {
  const path = join(modules, name);
  const known = folders.get(path);
  if (known !== undefined) return known;
  const found = existsSync(join(path, "package.json")) ? realpathSync(path) : null;
  folders.set(path, found);
  return found;
}

/** Node's lookup of a package: in the `node_modules` of a folder, then of each one above it. */
function folderOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = basename(folder) === "node_modules" ? null : folderIn(join(folder, "node_modules"), name);
    if (found !== null || dirname(folder) === folder) return found;
  }
}

const packages = new Map<string, Package>();
function packageIn(folder: string): Package {
  const known = packages.get(folder) ?? JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  packages.set(folder, known);
  return known;
}

/**
 * `name@version` of libraries and of all their installed dependencies. Optional dependencies are left out: they are
 * binaries for one platform, pinned to the version of the library that loads them, and the result is part of addresses,
 * which must be the same on every platform.
 * @param from The folder of the program.
 * @throws Error when one of the named libraries is not installed.
 */
export function versionsOf(names: readonly string[], from = program): readonly string[] {
  const versions = new Set<string>();
  const found = new Set<string>();
  for (const name of names) {
    const folder = folderOf(name, from);
    if (folder === null) throw new Error(`the library ${name} is not installed`);
    found.add(folder);
  }
  for (const folder of found) {
    const { name, version, dependencies = {} } = packageIn(folder);
    versions.add(`${name}@${version}`);
    for (const dependency of Object.keys(dependencies)) {
      const next = folderOf(dependency, folder);
      if (next !== null) found.add(next);
    }
  }
  return [...versions].sort();
}

const known = new Map<MakerName, Fingerprint>();

/**
 * The fingerprint of a kind of value, for the running program.
 * @throws Error when the program was not compiled, or a library of it is not installed.
 */
export function fingerprint(maker: MakerName): Fingerprint {
  const found = known.get(maker) ?? fingerprintOf(MAKERS[maker], compiledModules());
  known.set(maker, found);
  return found;
}

/** @param node The version of Node that runs the maker. */
export function fingerprintOf(
  { modules, node: why }: Maker,
  all: Modules,
  { versions = versionsOf, node = process.version } = {},
): Fingerprint {
  const reached = reachOf(modules, all);
  const libraries = new Set(reached.flatMap((name) => all[name]?.libraries ?? []));
  return keyOf([
    ...reached.map((name) => `${name} ${all[name]?.digest}`),
    ...versions([...libraries]),
    why === undefined ? "" : node,
  ]) as Fingerprint;
}
