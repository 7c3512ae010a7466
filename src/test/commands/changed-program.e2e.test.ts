/**
 * Another program, another version of a library, another Node: whatever the last build left in the cache, the site is what
 * a build from nothing makes.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stories } from "../testing/newsroom.ts";
import { markdown, REPOSITORY, Root, Running, type Surroundings } from "../testing/program.ts";

/** A copy of the program that can be changed, with the libraries of this one. */
class Program extends Root {
  constructor() {
    super();
    for (const name of ["src", "scripts", "templates", "package.json", "package-lock.json"])
      cpSync(join(REPOSITORY, name), join(this.path, name), { recursive: true });
    for (const name of ["tsconfig.json", "tsconfig.build.json"])
      cpSync(join(REPOSITORY, name), join(this.path, name));
    const modules = join(this.path, "node_modules");
    mkdirSync(modules);
    for (const name of readdirSync(join(REPOSITORY, "node_modules")))
      symlinkSync(join(REPOSITORY, "node_modules", name), join(modules, name));
    cpSync(join(REPOSITORY, "lib"), join(this.path, "lib"), { recursive: true });
  }

  get entry(): string {
    return join(this.path, "lib/cli/main.js");
  }

  change(file: string, from: string, to: string): this {
    const text = this.read(file);
    expect(text).toContain(from);
    return this.write({ [file]: text.replace(from, to) });
  }

  compile(): this {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/compile.mjs"], { cwd: this.path });
    expect(status, String(stderr)).toBe(0);
    return this;
  }

  /** Another version of a library, in which some of its code is other. */
  raise(library: string, file: string, from: string, to: string): this {
    const folder = join(this.path, "node_modules", library);
    rmSync(folder);
    cpSync(join(REPOSITORY, "node_modules", library), folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, version: "99.0.0" }));
    return this.change(`node_modules/${library}/${file}`, from, to);
  }
}

let program: Program;
let root: Root;
beforeEach(() => {
  program = new Program();
  root = new Root({
    ...stories(30),
    "content/strong.md": markdown("مقال فيه تشديد", "date: 2017-11-22\n", "كلام **مشدّد** في السوق."),
    "content/site.yaml": "url: https://example.org/\nlocale:\n  hijri: true\n",
  });
});
afterEach(() => {
  root.remove();
  program.remove();
});

async function build(surroundings: Surroundings = {}, ...args: readonly string[]): Promise<string> {
  const running = new Running(["build", ...args], root.path, { program: program.entry, ...surroundings });
  expect(await running.ended(), running.printed).toBe(0);
  expect(running.printed).toContain("Nothing needs attention");
  return running.printed;
}

/** Builds on what the last build left, and expects what a build from nothing makes, which is another site than before. */
async function expectAnotherSite(surroundings: Surroundings = {}): Promise<void> {
  const before = root.state();
  await build(surroundings);
  const again = root.state();
  root.remove("dist").remove(".warraq");
  await build(surroundings);
  expect(again).toEqual(root.state());
  expect(again).not.toEqual(before);
}
const styleName = (): string | undefined =>
  Object.keys(root.state()).find((name) => /style-.*\.css$/.test(name));

describe("a site that another program built before", () => {
  it("is made anew where texts are stored in another form, and its style sheet has another name where it has other bytes", async () => {
    await build();
    const style = styleName();
    program
      .change(
        "src/workers/stored-body.ts",
        "bytes.writeUInt32LE(words, 0);",
        "bytes.writeUInt32LE(words + 7000, 0);",
      )
      .change("src/model/picture.ts", "(255 * (step + 0.5)) / steps", "(250 * (step + 0.5)) / steps")
      .compile();
    await expectAnotherSite();
    expect(styleName()).not.toBe(style);
  });

  it("is made anew where a library has another version", async () => {
    await build();
    program.raise(
      "rehype-stringify",
      "lib/index.js",
      "return toHtml(tree, settings)",
      "return toHtml(tree, settings).replaceAll('<strong>', '<strong lang=ar>')",
    );
    await expectAnotherSite();
  });

  it("is made anew where Node has other calendars", async () => {
    await build();
    const other = join(program.path, "other-node.mjs");
    writeFileSync(
      other,
      `Object.defineProperty(process, "version", { value: "v99.0.0" });
      const { formatToParts } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.formatToParts = function (day) {
        return formatToParts.call(this, +day + 86_400_000);
      };`,
    );
    await expectAnotherSite({ loaded: [other] });
  });
});
