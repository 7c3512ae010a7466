/** Building again: whatever happened since, the site is the one that a build from nothing gives. */
import { existsSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Builder, type BuildOptions } from "../build/build.ts";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";
import { REPOSITORY } from "./testing/program.ts";

afterEach(() => {
  vi.restoreAllMocks();
  removeRoots();
});

/** From now on all that was written so far is older than any tick of a clock. */
function letTimePass(): void {
  const later = Date.now() + 10_000;
  vi.spyOn(Date, "now").mockReturnValue(later);
}

const SITE = {
  "content/a.md": article("سوق الورق", "date: 2017-11-22\nsection: تاريخ\ntags: [كتب]\n"),
  "content/b.md": article("نهر المدينة", "date: 2016-12-31\nsection: تاريخ\n"),
  "content/c.md": article("بلا تاريخ"),
  "public/picture.svg": "<svg/>",
};

const CHECKSUMS = "manifest-sha256.txt";
/** Every third file of a site, three times. */
const inTurn = (files: readonly string[]): readonly (readonly string[])[] =>
  [0, 1, 2].map((turn) => files.filter((_, i) => i % 3 === turn));

describe("what is shown of an article beside its text", () => {
  it("is kept with it where a sidecar changes it, though the text is not stored again", async () => {
    const root = new BuildRoot(SITE);
    await root.build();
    root.write({ "content/a.yaml": "summary: سطر آخر\n" });
    await root.build();
    root.remove("dist");
    expect(codes(await root.build())).toEqual([]);
    expect(root.state()).toEqual(await root.clean());
  });
});

describe("what the pages of a folder have in common", () => {
  const PAGE = "شارك\nسوق الورق\nندى البحري\nفتح السوق أبوابه أمس بعد عام من الترميم.\nتابعنا";
  const MAKE =
    'raw:\n  - over: ["شارك"]\n    under: ["تابعنا"]\n    fields:\n      - { below: "شارك", line: 1, says: "{headline}" }\n      - { below: "شارك", line: 2, says: "{writer}" }\n';

  it("is read by, below its folder and nowhere else, as soon as it is written, mended or removed", async () => {
    const root = new BuildRoot({
      "content/scraped/2017/a.txt": PAGE,
      "content/b.txt": PAGE.replace("سوق", "بيت"),
    });
    await root.build();
    const before = root.state();
    root.write({ "content/scraped/_pages.yaml": MAKE });
    await root.build();
    expect(root.state()).toEqual(await root.clean());
    expect(root.read("dist/undated/سوق-الورق/index.html")).toMatch(/authors[^<]*>ندى البحري</);
    expect(root.read("dist/undated/بيت-الورق/index.html")).not.toMatch(/authors[^<]*>ندى البحري</);
    root.write({ "content/scraped/_pages.yaml": MAKE.replace(/\n.*writer.*/, "") });
    await root.build();
    expect(root.state()).toEqual(await root.clean());
    root.remove("content/scraped/_pages.yaml");
    await root.build();
    expect(root.state()).toEqual(before);
  });

  it("is missed where many raw pages lie in one folder, until it is there", async () => {
    const many = Array.from({ length: 20 }, (_, i) => [`content/scraped/${i}.txt`, `${PAGE}\n${i}`] as const);
    const root = new BuildRoot(Object.fromEntries(many));
    expect((await root.build()).unlearned).toEqual({ folder: "scraped", pages: 20 });
    root.write({ "content/scraped/_pages.yaml": MAKE });
    expect((await root.build()).unlearned).toBeNull();
  });

  it("is in error by its line, and then nothing is published", async () => {
    const root = new BuildRoot({
      "content/a.txt": PAGE,
      "content/_pages.yaml": 'raw:\n  - over: ["شارك"]\n    fielts: []\n',
    });
    const { diagnostics, published } = await root.build();
    expect(published).toBe(false);
    expect(diagnostics).toMatchObject([
      { code: "unknown-key", file: "content/_pages.yaml", place: { line: 3 }, hint: "Did you mean fields?" },
    ]);
  });

  it("is never an article, nor is anything whose name begins with _", async () => {
    const root = new BuildRoot({
      ...SITE,
      "content/_pages.yaml": MAKE,
      "content/_notes.md": article("ملاحظات"),
    });
    const { diagnostics, articles } = await root.build();
    expect([codes({ diagnostics } as never), articles]).toEqual([[], 3]);
  });
});

describe("a file of the site", () => {
  it("that was deleted by hand comes back, whichever it is", async () => {
    const root = new BuildRoot(SITE);
    await root.build();
    const before = root.state();
    for (const files of inTurn(Object.keys(before))) {
      for (const file of files) root.remove(`dist/${file}`);
      const { written } = await root.build();
      // Without its checksums a folder is not believed to be the one of the last build.
      expect(written).toEqual(files.includes(CHECKSUMS) ? Object.keys(before) : files);
      expect(root.state()).toEqual(before);
    }
  });

  it("that was altered by hand comes back, even if it has as many bytes as before", async () => {
    const root = new BuildRoot(SITE);
    await root.build();
    const before = root.state();
    for (const files of inTurn(Object.keys(before))) {
      for (const file of files) {
        const path = join(root.path, "dist", file);
        writeFileSync(path, "x".repeat(statSync(path).size));
      }
      await root.build();
      expect(root.state()).toEqual(before);
    }
  });

  it("is not taken for that of another folder, nor for that of an old copy of this one", async () => {
    const root = new BuildRoot(SITE);
    const other = { out: join(root.path, "other"), outName: "other" };
    await root.build(other);
    root.write({ "content/c.md": article("بلا تأريخ") });
    await root.build();
    await root.build(other);
    expect(root.state("other")).toEqual(root.state());
    root.write({ "content/c.md": article("بلا تاريخ") });
    await root.build();
    root.remove("dist");
    renameSync(join(root.path, "other"), join(root.path, "dist"));
    await root.build();
    expect(root.state()).toEqual(await root.clean());
  });

  it("that nothing makes any more goes, if a check or a build in error came between, and the cache was lost", async () => {
    for (const between of ["check", "build"] as const) {
      const root = new BuildRoot(SITE);
      await root.build();
      root.remove(".warraq").remove("content/b.md").write({ "content/x.md": "" });
      await root[between]();
      root.remove("content/x.md");
      await root.build();
      expect(root.state()).toEqual(await root.clean());
    }
  });
});

describe("a source", () => {
  it("that was read just now is read again, whatever its size and time are", async () => {
    const root = new BuildRoot(SITE);
    const path = join(root.path, "content/a.md");
    const now = Date.now() / 1000;
    utimesSync(path, now, now);
    await root.build();
    writeFileSync(path, article("سوق الجمر", "date: 2017-11-22\nsection: تاريخ\ntags: [كتب]\n"));
    utimesSync(path, now, now);
    await root.build();
    expect(root.state()).toEqual(await root.clean());
    expect(root.read("dist/index.html")).toContain("سوق الجمر");
  });

  it("that took the place of another of its size and time is read", async () => {
    const twins = { "content/x.md": article("أول", "date: 2017-11-22\n") };
    const root = new BuildRoot({ ...twins, "content/y.md": article("آخر", "date: 2018-01-01\n") });
    for (const name of ["x", "y"]) utimesSync(join(root.path, `content/${name}.md`), 1e9, 1e9);
    await new Promise((later) => setTimeout(later, 100));
    await root.build();
    await root.build();
    const move = (from: string, to: string) =>
      renameSync(join(root.path, "content", from), join(root.path, "content", to));
    move("x.md", "z");
    move("y.md", "x.md");
    move("z", "y.md");
    const sources = (await root.build()).diagnostics;
    expect(sources).toEqual([]);
    expect(root.state()).toEqual(await root.clean());
  });

  it("or a file of public/ that is as old as the rest is not read again, and one that changed is", async () => {
    const root = new BuildRoot(SITE);
    letTimePass();
    await root.build();
    expect((await root.build()).written).toEqual([]);
    root.write({ "public/picture.svg": "<svg  />", "content/c.md": article("بلا زمان") });
    await root.build();
    expect(root.state()).toEqual(await root.clean());
    expect(root.read("dist/picture.svg")).toBe("<svg  />");
  });
});

const NAMES = ["a", "b", "c", "d", "e"] as const;
const name = fc.constantFrom(...NAMES);
const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      name,
      title: fc.constantFrom("سوق", "نهر", "مدينة", "كتاب"),
      day: fc.constantFrom("2016-12-31", "2017-01-01", "2017-11-22", ""),
      section: fc.constantFrom("تاريخ", "علوم", ""),
      tag: fc.constantFrom("كتب", "بحر"),
      text: fc.constantFrom(
        "نص أول عن السوق القديم في المدينة.",
        "نص ثان عن النهر والجسر والقوارب.",
        "نص **ثالث** عن [الكتب](/2017/) والورق.",
        "نص رابع يقود إلى [مقال](a.md) وإلى [آخر](./b.md#آخر).",
      ),
    }),
  },
  fc.record({ kind: fc.constant("remove" as const), name }),
  fc.record({ kind: fc.constant("rename" as const), name, to: name }),
  fc.record({
    kind: fc.constant("sidecar" as const),
    name,
    text: fc.constantFrom("date: 2015-05-05\n", "title: سوق\n", "tags: [بحر]\naliases: [/old/NAME/]\n", ""),
  }),
  fc.record({
    kind: fc.constant("settings" as const),
    title: fc.constantFrom("أرشيف", "ذاكرة"),
    digits: fc.constantFrom("latn", "arab"),
    size: fc.constantFrom(5, 6),
    slugs: fc.constantFrom("arabic", "latin"),
  }),
  fc.record({
    kind: fc.constant("file" as const),
    file: fc.constantFrom(
      "templates/partials/back-to-top.eta",
      "templates/day.eta",
      "templates/style/5-calendar.css",
      "public/a.txt",
      "public/deep/b.txt",
    ),
    text: fc.constantFrom("", "a{}", "b{}", null),
  }),
  fc.record({ kind: fc.constant("standing" as const), title: fc.constantFrom("عن الأرشيف", "من نحن", "") }),
  fc.record({
    kind: fc.constant("by hand" as const),
    file: fc.constantFrom(
      "index.html",
      "404.html",
      "feed.xml",
      "2017/11/22/سوق/index.html",
      "manifest-sha256.txt",
    ),
    removed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("check" as const) }),
  fc.record({
    kind: fc.constant("raw" as const),
    file: fc.constantFrom("scraped/1.txt", "scraped/2017/2.txt"),
    text: fc.constantFrom(
      "شارك\nسوق الورق\nندى البحري\nفتح السوق أبوابه أمس بعد عام من الترميم.\nتابعنا",
      "شارك\nنهر المدينة\nسامي الورد\nفاض النهر أمس، ولم يصب أحد بأذى.\nتابعنا",
      "",
    ),
  }),
  fc.record({
    kind: fc.constant("make" as const),
    folder: fc.constantFrom("", "scraped/", "scraped/2017/"),
    text: fc.constantFrom(
      'raw:\n  - over: ["شارك"]\n    under: ["تابعنا"]\n    fields:\n      - { below: "شارك", line: 1, says: "{headline}" }\n      - { below: "شارك", line: 2, says: "{writer}" }\n',
      'raw:\n  - over: ["شارك"]\n    fields:\n      - { below: "شارك", line: 2, says: "{headline}" }\n',
      "",
    ),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(root: BuildRoot, one: Edit): void {
  const path = (file: string) => join(root.path, file);
  const put = (file: string, text: string | null) =>
    text === null || text === "" ? root.remove(file) : root.write({ [file]: text });
  const line = (key: string, value: string) => (value === "" ? "" : `${key}: ${value}\n`);
  if (one.kind === "write") {
    const keys = line("date", one.day) + line("section", one.section) + line("tags", `[${one.tag}]`);
    root.write({ [`content/${one.name}.md`]: article(one.title, keys, one.text) });
  } else if (one.kind === "remove") root.remove(`content/${one.name}.md`);
  else if (one.kind === "rename") {
    if (existsSync(path(`content/${one.name}.md`)))
      renameSync(path(`content/${one.name}.md`), path(`content/${one.to}.md`));
  } else if (one.kind === "sidecar") {
    // Two articles of one old address would rightly be an error.
    put(`content/${one.name}.yaml`, one.text.replace("NAME", one.name));
  } else if (one.kind === "settings")
    root.write({
      "content/site.yaml": `title: ${one.title}\nurl: https://example.org/\npage_size: ${one.size}\nslugs: ${one.slugs}\nlocale:\n  digits: ${one.digits}\n`,
    });
  else if (one.kind === "file") put(one.file, one.text);
  else if (one.kind === "raw") put(`content/${one.file}`, one.text);
  else if (one.kind === "make") put(`content/${one.folder}_pages.yaml`, one.text);
  else if (one.kind === "standing")
    put("content/pages/about.md", one.title && article(one.title, "slug: about\n"));
  else if (one.kind === "by hand") byHand(path(`dist/${one.file}`), one.removed);
}

function byHand(file: string, removed: boolean): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && removed) rmSync(file);
  else if (found) writeFileSync(file, "x".repeat(found.size));
}

/** Many more histories than a test run needs: BUILD_HISTORIES=500. */
const HISTORIES = Number(process.env.BUILD_HISTORIES ?? 10);

describe("building after edits", () => {
  it(
    "equals building from nothing, byte for byte, whatever the edits were",
    async () => {
      const rounds = fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(rounds, fc.boolean(), fc.boolean(), async (history, staying, later) => {
          if (later) letTimePass();
          const root = new BuildRoot();
          const options: BuildOptions = {
            ...{ root: root.path, out: join(root.path, "dist"), outName: "dist" },
            ...{ templates: join(REPOSITORY, "templates"), keepGoing: true },
          };
          const builder = new Builder(options);
          for (const edits of history) {
            for (const one of edits) {
              apply(root, one);
              if (one.kind === "check") await root.check();
            }
            const report = await (staying ? builder.build() : root.build(options));
            expect(
              codes(report).filter((code) => !/sidecar-alone|address|not-found|link/.test(code)),
            ).toEqual([]);
            expect(report.published).toBe(true);
            expect(root.state()).toEqual(await root.clean());
          }
          root.remove();
        }),
        { numRuns: HISTORIES },
      );
    },
    HISTORIES * 10_000,
  );
});
