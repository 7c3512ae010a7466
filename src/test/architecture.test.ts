/** Rules that matter are executable: imports go down only, names say what is in a file, files stay short. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .sort();

/** Higher may import lower; equal rooms are strangers to each other. */
const LEVELS: Readonly<Record<string, number>> = {
  ...{ test: 11, cli: 10, dev: 9, inspect: 8, build: 7, workers: 6, import: 5, learn: 5, pages: 4 },
  ...{
    content: 3,
    read: 3,
    cards: 3,
    site: 3,
    archive: 3,
    pictures: 3,
    render: 3,
    search: 3,
    output: 3,
    cache: 3,
    report: 3,
    check: 3,
    client: 3,
  },
  ...{ arabic: 2, yaml: 2, disk: 2, model: 1 },
};
const roomOf = (path: string): string => path.split("/")[0] as string;

interface Import {
  readonly from: string;
  readonly to: string;
}
const IMPORT =
  /(?:import|export)\b[^;"']*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|import\s+["']([^"']+)["']/g;
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(src, file), "utf8").matchAll(IMPORT)].map((match) => ({
    from: file,
    to: (match[1] ?? match[2] ?? match[3]) as string,
  })),
);
const inner = imports
  .filter(({ to }) => to.startsWith("."))
  .map(({ from, to }) => ({ from, to: relative(src, resolve(src, from, "..", to)) }));

const isAllowed = ({ from, to }: Import): boolean => {
  const [a, b] = [roomOf(from), roomOf(to)];
  if (a === b) return true;
  if (a === "client") return b === "model" || b === "arabic" || to.startsWith("search/query/");
  return (LEVELS[a] ?? 0) > (LEVELS[b] ?? 99);
};
/** Rooms of the program that use a library; what stands in a folder `testing` is none of it. */
const users = (library: RegExp): string[] => [
  ...new Set(
    imports
      .filter(({ from, to }) => library.test(to) && !from.includes("/testing/"))
      .map(({ from }) => roomOf(from)),
  ),
];

describe("the rooms", () => {
  it("are all known by name", () => {
    expect(files.map(roomOf).filter((room) => !(room in LEVELS))).toEqual([]);
  });
  it("import downwards only, types too", () => {
    expect(inner.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
  it("keep Eta in render, unified in read and import, YAML in yaml, chokidar in dev, sharp in pictures, the pool in workers", () => {
    expect(users(/^eta$/)).toEqual(["render"]);
    expect(users(/^(?:unified|remark-|rehype-|micromark-)/)).toEqual(["import", "read"]);
    expect(users(/^chokidar$/)).toEqual(["dev"]);
    expect(users(/^yaml$/)).toEqual(["yaml"]);
    expect(users(/^tinypool$/)).toEqual(["workers"]);
    expect(users(/^saxes$/)).toEqual(["pictures"]);
    expect(users(/^(?:sharp|@takumi-rs)/)).toEqual(["pictures"]);
  });
  it("turn the disk's paths into their own in one place, whatever separates the steps of either", () => {
    const others = files.filter((file) => !/testing\/|^model\/path-within\.ts$/.test(file));
    const found = (sign: RegExp) => others.filter((file) => sign.test(readFileSync(join(src, file), "utf8")));
    // How --out is shown to who typed it, as their system writes it.
    expect(found(/import \{[^}]*\b(?:relative|sep|normalize)\b[^}]*\} from "node:path"/)).toEqual([
      "cli/folders.ts",
    ]);
    expect(
      found(/import\.meta\.url\)\.pathname|`file:\/\/|"file:\/\/" \+|import \w+ from "node:path"/),
    ).toEqual([]);
  });
  it("print and exit in cli alone", () => {
    const loud = files.filter(
      (file) =>
        roomOf(file) !== "cli" && /\bconsole\.|process\.exit/.test(readFileSync(join(src, file), "utf8")),
    );
    expect(loud).toEqual([]);
  });
});

describe("the tests", () => {
  it("know in one place where real text lies, so that a clone without it leaves all of them out", () => {
    const tests = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.ts$/.test(name),
    );
    const knowing = tests.filter((name) => /["'`/]shared\//.test(readFileSync(join(src, name), "utf8")));
    expect(knowing.map((name) => name.split(sep).join("/"))).toEqual(["test/testing/real-text.ts"]);
  });
});

describe("what is printed", () => {
  it("goes by one file, which shows what a terminal would obey", () => {
    const loud = files.filter((file) =>
      /\bconsole\.(?:log|error)|process\.std(?:out|err)\.write/.test(readFileSync(join(src, file), "utf8")),
    );
    expect(loud).toEqual(["cli/print.ts"]);
  });
});

interface Figures {
  readonly rooms: Readonly<Record<string, number>>;
  readonly longestFile: readonly [file: string, lines: number];
  readonly fullestFolder: readonly [folder: string, files: number];
  readonly circles: readonly (readonly string[])[];
}
const root = join(src, "..");

describe("the files", () => {
  const figures = JSON.parse(
    execFileSync(process.execPath, [join(root, "scripts/house.mjs"), "--json"], { encoding: "utf8" }),
  ) as Figures;

  it("are at most 350 lines long, and at most 20 in a folder", () => {
    expect(figures.longestFile[1], figures.longestFile[0]).toBeLessThanOrEqual(350);
    expect(figures.fullestFolder[1], figures.fullestFolder[0]).toBeLessThanOrEqual(20);
  });
  it("import one another in no circle, types included", () => {
    expect(figures.circles).toEqual([]);
  });
  it("are in each room as many lines as are pinned in house.json, or fewer", () => {
    const { rooms } = JSON.parse(readFileSync(join(root, "house.json"), "utf8")) as Pick<Figures, "rooms">;
    const grown = Object.entries(figures.rooms).filter(([room, lines]) => lines > (rooms[room] ?? 0));
    expect(grown, "where the reason is good: npm run house -- --pin").toEqual([]);
  });
  it("are named for what is in them", () => {
    expect(files.filter((file) => /utils?|helpers?|manager|common|misc/i.test(file))).toEqual([]);
  });
  it("open by saying what they are for", () => {
    const silent = files.filter((file) => !/^(?:#!.*\n)?\/\*\*/.test(readFileSync(join(src, file), "utf8")));
    expect(silent).toEqual([]);
  });
});
