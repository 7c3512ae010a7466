/**
 * What makes a stored value, as one digest: a value whose fingerprint differs is made again. It holds the code of every
 * module that its maker reaches, the versions of the libraries these load, and the version of Node where the value
 * depends on it, so there is no version number to remember. `scripts/compile.mjs` writes which module imports which
 * (`lib/modules.json`); a test reads the imports anew and fails where a task of the workers reaches what no key holds.
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Digest } from "../../model/brands.ts";
import { keyOf } from "./digest.ts";

declare const made: unique symbol;
/** Made by `fingerprint` alone. */
export type Fingerprint = Digest & { readonly [made]: true };

interface Maker {
  /** The modules that make the value; all that they import counts too, whatever it is imported for. */
  readonly modules: readonly string[];
  /** Why another Node may come to another value; absent where it cannot. */
  readonly node?: string;
}

/** What is stored, or stands in an address, and what makes it. */
export const MAKERS = {
  /** Text, terms and card of a source. */
  source: {
    modules: ["workers/read-task.ts"],
    node: "ICU brings the tables of Unicode, encodings, calendars and zones; addresses are read by Node's URL parser",
  },
  /** What is known of a picture before it is converted. */
  "looked-at": { modules: ["workers/look-task.ts"] },
  /** The files of a picture. It stands in their addresses, which are the same on every machine: Node has no part in it. */
  picture: { modules: ["pictures/derive.ts", "cache/store/kept-files.ts"] },
  "share-picture": {
    modules: ["pictures/share-picture.ts", "cache/store/kept-files.ts"],
    node: "direction and shape of letters go by Unicode's tables",
  },
  /** Postings of a piece of the archive. */
  postings: { modules: ["workers/index-task.ts"], node: "floating-point functions are the engine's" },
  /** Vectors, weights and links of related articles. */
  related: { modules: ["build/relate.ts"], node: "floating-point functions are the engine's" },
  /** The style sheet. It stands in its address too. */
  style: { modules: ["render/style.ts"] },
  /**
   * A file of the site. The plan has a part in it, since the key of an article's page holds what its facts follow from
   * (`FactsBasis`) rather than the facts.
   */
  page: {
    modules: ["workers/render-task.ts", "build/plan.ts", "build/relate.ts"],
    node: "ICU brings calendars and the order of names; search records are compressed by Node's zlib",
  },
  /** The record of the last build. */
  record: { modules: ["cache/record/last-build.ts"] },
  /** The whole program: a build is the last one's only where all of it is the same. */
  program: {
    modules: ["cli/main.ts", "workers/tasks.ts", "workers/scan-thread.ts", "workers/altered-thread.ts"],
    node: "all",
  },
} as const satisfies Readonly<Record<string, Maker>>;
export type MakerName = keyof typeof MAKERS;

/** One module as it was compiled. */
interface Module {
  /** Of its source. */
  readonly digest: Digest;
  /** Modules and libraries that it imports, types left out. */
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
 * All modules that some modules reach, themselves included, in order of name.
 * @throws Error when one of them is unknown: it has moved, and `MAKERS` must name it anew.
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
/** The folder of a package in one `node_modules`, links followed; null where it has none of that name. */
function folderIn(modules: string, name: string): string | null {
  const path = join(modules, name);
  const known = folders.get(path);
  if (known !== undefined) return known;
  const found = existsSync(join(path, "package.json")) ? realpathSync(path) : null;
  folders.set(path, found);
  return found;
}

/** Node's own search for a package: in the `node_modules` of a folder, or of one above it. */
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
 * `name@version` of libraries and of all that they depend on, as they are installed. Optional dependencies are left out:
 * they are the binaries of one platform, pinned to the version of the library that loads them, and what stands in an
 * address must be the same on all.
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
 * The fingerprint of what makes a kind of value, in this program as it runs.
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
