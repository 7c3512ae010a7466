/** What every importer must do, whatever its form. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isError } from "../model/diagnostic.ts";
import { parse } from "../read/parse.ts";
import { importSources } from "./import.ts";
import type { Converted, Importer } from "./importer.ts";
import { ItemFiles } from "./item-files.ts";
import { IMPORTERS } from "./registry.ts";
import { recognise } from "./source/recognise.ts";
import type { FormFixture } from "./testing/form-fixture.ts";
import { headlines } from "./testing/headlines.ts";

/** With one that is made up, so that what is asked of two forms is asked while there is one. */
const importers = [...IMPORTERS, headlines];
const forms = await Promise.all(
  importers.map(async (importer) => {
    const { fixture } = (await import(`./testing/${importer.name}.ts`)) as { fixture: FormFixture };
    return { name: importer.name, importer, fixture };
  }),
);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-import-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function lay(files: FormFixture["files"]): void {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
  }
}
const run = (sources: readonly string[]) =>
  importSources({ root, sources: sources.map((source) => join(root, source)), uploads: null }, importers);
/** Every file below content/, with its text. */
const content = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(join(root, "content"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path, readFileSync(path, "utf8")]),
  );
const articles = () => [...content()].filter(([path]) => path.endsWith(".md"));
const published = () => articles().filter(([, text]) => !text.includes("\ndraft: true\n"));

async function convertedBy(importer: Importer, sources: readonly string[]) {
  const context = { files: new ItemFiles(), isUploaded: () => false };
  const { items } = await importer.open(
    sources.map((source) => join(root, source)),
    context,
  );
  const all: { title: string; address: string; line: number; converted: Converted }[] = [];
  for await (const { title, address, line, convert } of items())
    all.push({ title, address, line, converted: convert() });
  return all;
}
const fateOf = (converted: Converted): string =>
  converted.outcome !== "text" ? converted.outcome : converted.draft === null ? "published" : "draft";

it("have names of their own", () => {
  expect(new Set(importers.map(({ name }) => name)).size).toBe(importers.length);
});

describe.each(forms)("the importer of $name", ({ importer, fixture: { files, sources, fates, hidden } }) => {
  it("finds its form by what is inside, whatever the name, and takes no other for it", async () => {
    lay(files);
    const nothing = { names: [], bytes: new Uint8Array(), text: "" };
    for (const sample of [nothing, { ...nothing, names: null }, { ...nothing, names: null, text: "نص\n" }])
      expect(importer.detect(sample)).toBe(false);
    for (const source of sources)
      expect((await recognise(join(root, source), [importer])).value).toBe(importer);
    for (const [name, bytes] of Object.entries(files)) {
      if (!sources.includes(name)) continue;
      writeFileSync(join(root, "unnamed.bin"), bytes);
      expect((await recognise(join(root, "unnamed.bin"), importers)).value).toBe(importer);
    }
    for (const other of forms.filter((one) => one.importer !== importer)) {
      lay(other.fixture.files);
      for (const source of other.fixture.sources)
        expect((await recognise(join(root, source), [importer])).value).toBeUndefined();
    }
  });

  it("gives each item one fate: published, a draft with its reason, left out by a rule, or lost and named", async () => {
    lay(files);
    const all = await convertedBy(importer, sources);
    expect(all.map(({ title, converted }) => [title, fateOf(converted)])).toEqual(fates);
    expect(new Set(fates.map(([, fate]) => fate))).toEqual(
      new Set(["published", "draft", "left-out", "lost"]),
    );
    for (const { title, address, line, converted } of all) {
      expect(title + address).not.toBe("");
      expect(line).toBeGreaterThan(0);
      if (converted.outcome === "text" && converted.draft !== null) expect(converted.draft).not.toBe("");
      if (converted.outcome === "left-out") expect(converted.rule).not.toBe("");
      if (converted.outcome === "lost") expect(converted.why.message).toMatch(/\w/);
    }
  });

  it("has the same in its report, and the lost ones as errors", async () => {
    lay(files);
    const report = await run(sources);
    const of = (fate: string) => fates.filter((one) => one[1] === fate);
    const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
    expect(report.articles + report.pages).toBe(of("published").length + of("draft").length);
    expect([report.drafts, sum(report.draftReasons)]).toEqual([of("draft").length, of("draft").length]);
    expect(sum(report.passedOver)).toBe(of("left-out").length);
    expect(report.lost.map(({ title }) => title)).toEqual(of("lost").map(([title]) => title));
    expect(report.diagnostics.filter(isError)).toHaveLength(of("lost").length);
    expect(published()).toHaveLength(of("published").length);
  });

  it("publishes nothing that was hidden", async () => {
    lay(files);
    await run(sources);
    expect(articles().filter(([, text]) => text.includes(hidden)).length).toBeGreaterThan(0);
    expect(published().filter(([, text]) => text.includes(hidden))).toEqual([]);
  });

  it("writes files that are read without an error, under names that every disk takes", async () => {
    lay(files);
    const { written } = await run(sources);
    expect(new Set(written.map((file) => file.toLowerCase())).size).toBe(written.length);
    expect([...content().keys()].sort()).toEqual(written.map((file) => join(root, "content", file)).sort());
    for (const file of written) {
      expect(file).not.toMatch(/[\\?%*:|"<>\p{Cc}]|(?:^|\/)(?:\.|con\.|nul\.|$)/iu);
      if (!file.endsWith(".md")) continue;
      const { diagnostics } = await parse(
        readFileSync(join(root, "content", file), "utf8"),
        "markdown",
        file,
      );
      expect(diagnostics.filter(isError)).toEqual([]);
    }
  });

  it("doubles nothing on a second run", async () => {
    lay(files);
    const first = await run(sources);
    const before = content();
    const second = await run(sources);
    expect(content()).toEqual(before);
    expect([second.written, second.kept, second.unchanged]).toEqual([[], [], first.articles + first.pages]);
  });

  it("writes over nothing, and goes on where a run was stopped", async () => {
    lay(files);
    await run(sources);
    const before = content();
    const [[mended = ""] = [], [missing = ""] = []] = articles();
    writeFileSync(mended, "أصلحه محرر\n");
    rmSync(missing);
    const { kept, written } = await run(sources);
    expect([kept, written].map((names) => names.map((name) => join(root, "content", name)))).toEqual([
      [mended],
      [missing],
    ]);
    expect(content()).toEqual(new Map([...before, [mended, "أصلحه محرر\n"]]));
  });

  it("takes from a source that is cut what is whole, publishes nothing hidden, and says so", async () => {
    lay(files);
    const whole = new Set((await run(sources)).written);
    for (const source of sources.filter((name) => name in files))
      for (let part = 1; part < 12; part++) {
        const bytes = Buffer.from(files[source] as string | Uint8Array);
        rmSync(join(root, "content"), { recursive: true, force: true });
        writeFileSync(join(root, source), bytes.subarray(0, (bytes.length * part) / 12));
        const { written, diagnostics } = await run(sources);
        expect(written.filter((file) => !whole.has(file))).toEqual([]);
        if (written.length < whole.size) expect(diagnostics.some(isError)).toBe(true);
        if (written.length > 0) expect(published().filter(([, text]) => text.includes(hidden))).toEqual([]);
      }
  });

  it("refuses a source that is empty, and writes nothing", async () => {
    for (const source of sources) {
      if (source in files) lay({ [source]: "" });
      else mkdirSync(join(root, source), { recursive: true });
      const { diagnostics, written } = await run([source]);
      expect([diagnostics.map(isError), written]).toEqual([[true], []]);
    }
    expect(readdirSync(root)).not.toContain("content");
  });
});

describe("an import of several forms", () => {
  it("names no file twice, and loses one item where converting it fails", async () => {
    const [form] = forms;
    lay({
      ...(form as (typeof forms)[0]).fixture.files,
      "a/headlines": "أول||n1\nعطب|broken|\n",
      "b/headlines": "ثان||n1\n",
    });
    const whole = await run(["a", ...(form as (typeof forms)[0]).fixture.sources, "b"]);
    expect(whole.written.slice(0, 2)).toEqual(["undated/n1.md", "undated/n1-2.md"]);
    expect(new Set(whole.written).size).toBe(whole.written.length);
    expect(whole.lost).toContainEqual({ title: "عطب", address: "", file: join(root, "a"), line: 2 });
    expect(whole.diagnostics).toContainEqual(expect.objectContaining({ code: "item-failed" }));
  });
});
