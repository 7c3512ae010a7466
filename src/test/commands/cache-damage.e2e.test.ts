/** Every file of .warraq/, cut short, emptied, overwritten or with a bit turned over: it is noticed, made again, and said. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BuildState } from "../../build/state.ts";
import { type OutputPath, outputPath } from "../../model/brands.ts";
import { BuildRoot, codes, removeRoots } from "../testing/build-root.ts";
import { randomBelow, stories, story } from "../testing/newsroom.ts";

const seed = Date.now() % 1e6;
const random = randomBelow(seed);
const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  "cut in half": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "without its last byte": (bytes) => bytes.subarray(0, -1),
  empty: () => Buffer.alloc(0),
  "all zeros": (bytes) => Buffer.alloc(bytes.length),
  "longer by a line": (bytes) => Buffer.concat([bytes, Buffer.from('["page"]\n')]),
  "with one bit turned over": (bytes) => {
    const flipped = Buffer.from(bytes);
    const at = random(flipped.length);
    flipped[at] = (flipped[at] as number) ^ (1 << random(8));
    return flipped;
  },
};
/** What appends to a pack is never asked for, and to the arrays neither: it does no harm and is not noticed. */
const harmless = (file: string, damage: string): boolean =>
  damage === "longer by a line" && /\.pack$|^related\.bin/.test(file);

let built: BuildRoot;
let files: readonly string[];
let clean: Readonly<Record<string, string>>;

/** Asks for all that is kept: every page anew, every article placed anew, and one more. */
const edit = (root: BuildRoot): BuildRoot =>
  root.remove("dist").write({ ...story(11), "content/site.yaml": "title: أرشيف\nslugs: latin\n" });

beforeAll(async () => {
  built = new BuildRoot(stories(5));
  await built.build();
  built.write(story(7));
  await built.build();
  new BuildState(join(built.path, ".warraq")).publishing([outputPath("index.html") as OutputPath]);
  files = readdirSync(join(built.path, ".warraq"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(built.path, ".warraq/").length));
  const after = edit(new BuildRoot(stories(5)).write(story(7)));
  clean = await after.clean();
});
afterAll(removeRoots);

describe("a file of the cache that is", () => {
  it.each(Object.keys(DAMAGES))("%s is noticed, made again and said, whichever it is", async (damage) => {
    expect(files).toEqual(expect.arrayContaining(["last-build.jsonl", "related.bin", "publishing.jsonl"]));
    expect(files.filter((file) => file.endsWith(".pack")).length).toBeGreaterThan(1);
    for (const file of files) {
      const root = new BuildRoot();
      cpSync(built.path, root.path, { recursive: true, preserveTimestamps: true });
      edit(root);
      const path = join(root.path, ".warraq", file);
      writeFileSync(path, (DAMAGES[damage] as (bytes: Buffer) => Uint8Array)(readFileSync(path)));
      const report = await root.build();
      const said = `${file} ${damage}, seed ${seed}`;
      expect(report.published, said).toBe(true);
      if (!harmless(file, damage))
        expect(codes(report).join(), said).toMatch(/^warning cache-damaged \.warraq/);
      expect(root.state(), said).toEqual(clean);
      expect(codes(await root.build()), said).toEqual([]);
      root.remove();
    }
  });
});
