/** What `warraq build` says of bad input, seen from outside: words, exit code, and the site of before, byte for byte. */
import { chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Files, markdown, Root, Running, warraq } from "../testing/program.ts";

const SOUND = "2017/11/22/سليم/index.html";
let built: Root;
let before: Readonly<Record<string, string>>;
let root: Root;

beforeAll(async () => {
  built = new Root({
    "content/sound.md": markdown("سليم", "date: 2017-11-22\n"),
    "content/old.md": markdown("قديم", "date: 2016-01-01\n"),
    "public/picture.svg": "<svg/>",
  });
  expect((await warraq(built.path, "build")).code).toBe(0);
  before = built.state();
  expect(before).toHaveProperty([SOUND]);
});
afterAll(() => built?.remove());
beforeEach(() => {
  root = new Root();
  cpSync(built.path, root.path, { recursive: true, preserveTimestamps: true });
});
afterEach(() => root.remove());

/** `السلام عليكم` as Windows-1256 has it. */
const WINDOWS_1256 = Uint8Array.of(
  0xc7,
  0xe1,
  0xd3,
  0xe1,
  0xc7,
  0xe3,
  0x20,
  0xda,
  0xe1,
  0xed,
  0xdf,
  0xe3,
  0x0a,
);

interface Fault {
  readonly what: string;
  readonly files: Files;
  /** All that must be printed: file and place, and what makes the message one that can be acted on. */
  readonly says: readonly RegExp[];
}
const FAULTS: readonly Fault[] = [
  {
    what: "a file in Windows-1256",
    files: { "content/x.txt": WINDOWS_1256 },
    says: [/content\/x\.txt/, /windows-1256/i, /UTF-8/],
  },
  {
    what: "settings in Windows-1256",
    files: { "content/site.yaml": Buffer.concat([Buffer.from("title: "), WINDOWS_1256]) },
    says: [/content\/site\.yaml/, /windows-1256/i, /UTF-8/],
  },
  { what: "an empty file", files: { "content/x.md": "" }, says: [/content\/x\.md/, /empty/] },
  {
    what: "a file of 20 MB",
    files: { "content/x.txt": Buffer.alloc(20_000_000, "ا") },
    says: [/content\/x\.txt/, /20 MB/],
  },
  {
    what: "YAML of the wrong type",
    files: { "content/x.md": markdown("س", "title2: 1\ndraft: maybe\n") },
    says: [/content\/x\.md:4:\d+/, /expected true or false/],
  },
  {
    what: "an impossible date",
    files: { "content/x.md": markdown("س", "date: 2017-02-30\n") },
    says: [/content\/x\.md:3:7/, /2017-02-30/],
  },
  {
    what: "an unknown key",
    files: { "content/x.md": markdown("س", "autors: [فلان]\n") },
    says: [/content\/x\.md:3:1/, /autors/, /authors/],
  },
  {
    what: "a slug that climbs",
    files: { "content/x.md": markdown("س", "slug: ../../etc/passwd\n") },
    says: [/content\/x\.md:3:7/, /\.\.\/\.\.\/etc\/passwd/],
  },
  {
    what: "two articles at one address",
    files: {
      "content/x.md": markdown("س", "date: 2017-11-22\nslug: one\n"),
      "content/y.md": markdown("ص", "date: 2017-11-22\nslug: one\n"),
    },
    says: [/content\/x\.md/, /content\/y\.md/, /2017\/11\/22\/one/],
  },
  {
    what: "two files that differ only in their ending",
    files: {
      "content/x.md": markdown("س"),
      "content/x.txt": "خبر\n\nعنوان الخبر هنا\n\nنص الخبر.\n",
    },
    says: [/content\/x\.md/, /content\/x\.txt/, /Rename one of the two/],
  },
  {
    what: "a sidecar with a wrong date",
    files: { "content/x.txt": "خبر\n\nعنوان الخبر\n\nنص الخبر.\n", "content/x.yaml": "date: 2017-13-01\n" },
    says: [/content\/x\.yaml:1:7/],
  },
  {
    what: "settings that are wrong",
    files: { "content/site.yaml": "title: أ\npage_size: many\n" },
    says: [/content\/site\.yaml:2/],
  },
  {
    what: "a template that includes a missing one",
    files: { "templates/home.eta": `<p>\n<%~ include("@partials/none", it) %>` },
    says: [/templates\/home\.eta:2/, /partials\/none/],
  },
];

describe("a fault", () => {
  it.each(FAULTS)(
    "of $what is named with its file, and the old site stays byte for byte",
    async ({ files, says }) => {
      const { code, printed } = await warraq(root.write(files).path, "build");
      for (const words of says) expect(printed).toMatch(words);
      expect(printed).toMatch(/→ \S/);
      expect(printed).not.toContain("Internal error");
      expect(code).toBe(1);
      expect(root.state()).toEqual(before);
    },
  );

  it("of a symbolic link that leads out of content/ is named, and nothing of it is read", async () => {
    root.write({ "secret.md": markdown("سر") });
    symlinkSync("../secret.md", join(root.path, "content/link.md"));
    symlinkSync("/etc", join(root.path, "content/etc"));
    symlinkSync("nowhere.md", join(root.path, "content/broken.md"));
    const { code, printed } = await warraq(root.path, "build");
    for (const file of ["link.md", "etc", "broken.md"]) expect(printed).toContain(`content/${file}`);
    expect(code).toBe(1);
    expect(root.state()).toEqual(before);
  });

  it("of settings that may not be read is named, and nothing is published", async ({ skip }) => {
    // Nobody keeps root from reading, so root builds as somebody else.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const files = { "content/a.md": markdown("أول"), "content/site.yaml": "title: أرشيف\n" };
    const closed = new Root(files);
    chmodSync(closed.path, 0o777);
    chmodSync(join(closed.path, "content/site.yaml"), 0o000);
    const as = uid === undefined ? {} : { uid };
    const asked = await new Running(["--version"], closed.path, as).ended();
    if (asked !== 0) closed.remove();
    skip(asked !== 0, "nobody but root can read the program here");
    const running = new Running(["build"], closed.path, as);
    const code = await running.ended();
    closed.remove();
    expect(running.printed).toMatch(/content\/site\.yaml/);
    expect(running.printed).toMatch(/→ Check who owns[\s\S]*Nothing was published/);
    expect(running.printed).not.toContain("Internal error");
    expect(code).toBe(1);
  });

  it("of a file that may not be read is named, and all others are published", async ({ skip }) => {
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const shut = [
      "content/shut.md",
      "content/folder",
      "content/beside.yaml",
      "content/x.png",
      "public/shut.txt",
    ];
    const closed = new Root({
      "content/sound.md": markdown("سليم", "date: 2017-11-22\n", "![صورة](x.png)"),
      "content/shut.md": markdown("مغلق"),
      "content/beside.md": markdown("له ملف"),
      "content/beside.yaml": "section: أخبار\n",
      "content/folder/a.md": markdown("في مجلد"),
      "content/x.png": "x",
      "public/shut.txt": "x",
      "public/open.txt": "x",
    });
    chmodSync(closed.path, 0o777);
    for (const name of shut) chmodSync(join(closed.path, name), 0o000);
    const as = uid === undefined ? {} : { uid };
    const asked = await new Running(["--version"], closed.path, as).ended();
    if (asked !== 0) closed.remove();
    skip(asked !== 0, "nobody but root can read the program here");
    const run = async (...args: readonly string[]) => {
      const running = new Running(args, closed.path, as);
      return { code: await running.ended(), printed: running.printed };
    };
    const checked = await run("check");
    const built = await run("build", "--keep-going");
    for (const { code, printed } of [checked, built]) {
      expect(code).toBe(1);
      for (const name of shut) expect(printed).toMatch(new RegExp(`error ${name}\\b.*\\[unreadable\\]`));
      expect(printed.match(/\[unreadable\]/g)).toHaveLength(shut.length);
    }
    expect(closed.state()).toHaveProperty([SOUND]);
    expect(closed.state()).toHaveProperty(["open.txt"]);
    for (const name of shut) chmodSync(join(closed.path, name), 0o755);
    expect((await run("build")).printed).not.toContain("[unreadable]");
    expect(Object.keys(closed.state()).filter((name) => /undated\/.+\/|shut/.test(name))).toHaveLength(4);
    closed.remove();
  });

  it("of settings that are a link to themselves is named, and nothing is published", async () => {
    const looped = new Root({ "content/a.md": markdown("أول") });
    symlinkSync("site.yaml", join(looped.path, "content/site.yaml"));
    const { code, printed } = await warraq(looped.path, "build");
    looped.remove();
    expect(printed).toMatch(/content\/site\.yaml[\s\S]*leads back to itself[\s\S]*Nothing was published/);
    expect(code).toBe(1);
  });

  it("does not hide another: all of them are named in one run", async () => {
    const contentFaults = FAULTS.filter(({ files }) =>
      Object.keys(files).every((name) => !/site\.yaml|^templates/.test(name)),
    );
    const says: RegExp[] = [];
    for (const [i, { files, says: words }] of contentFaults.entries()) {
      const moved = Object.entries(files).map(
        ([name, text]) => [name.replace("content/", `content/f${i}-`), text] as const,
      );
      root.write(Object.fromEntries(moved));
      says.push(
        ...words.map((one) => new RegExp(one.source.replaceAll("content\\/", `content\\/f${i}-`), one.flags)),
      );
    }
    const { code, printed } = await warraq(root.path, "build");
    for (const words of says) expect(printed).toMatch(words);
    expect(code).toBe(1);
    expect(root.state()).toEqual(before);
  });
});

describe("an output folder", () => {
  const build = (out: string) => warraq(root.path, "build", "--out", out);

  it("that is a file is refused, and stays", async () => {
    root.write({ site: "mine" });
    const { code, printed } = await build("site");
    expect(printed).toMatch(/site is a file/);
    expect([code, root.read("site")]).toEqual([1, "mine"]);
  });

  it("that holds what others made is refused, and nothing of it is touched", async () => {
    root.write({ "site/thesis.txt": "mine" });
    const { code, printed } = await build("site");
    expect(printed).toMatch(/thesis\.txt/);
    expect([code, Object.keys(root.state("site"))]).toEqual([1, ["thesis.txt"]]);
  });

  it("that cannot be made is named", async () => {
    root.write({ file: "" });
    const { code, printed } = await build("file/site");
    expect(printed).toMatch(/file\/site cannot be written|file\/site/);
    expect(printed).not.toContain("Internal error");
    expect(code).toBe(1);
  });

  it("of ours that may not be written any more is named, and stays", async () => {
    // Nobody keeps root from writing, so what every build first tries to write is made impossible too.
    mkdirSync(join(root.path, "dist/.warraq-probe"));
    chmodSync(join(root.path, "dist"), 0o555);
    const { code, printed } = await warraq(root.write({ "content/new.md": markdown("جديد") }).path, "build");
    chmodSync(join(root.path, "dist"), 0o755);
    expect(printed).toMatch(/dist cannot be written/);
    expect(printed).toMatch(/→ Check who owns/);
    expect(code).toBe(1);
    expect(root.state()).toEqual(before);
  });

  it("with a folder where a file must stand, or a file where a folder must, is mended or named, never half done", async () => {
    const article = join(root.path, "dist/2017/11/22/سليم");
    rmSync(article, { recursive: true });
    writeFileSync(article, "x");
    rmSync(join(root.path, "dist/2016/01/01/قديم/index.html"));
    mkdirSync(join(root.path, "dist/2016/01/01/قديم/index.html/deep"), { recursive: true, mode: 0o755 });
    const { code, printed } = await warraq(root.path, "build");
    if (code === 0) expect(root.state()).toEqual(before);
    else expect(printed).toMatch(/dist/);
    expect(printed).not.toContain("Internal error");
  });
});

describe("--keep-going", () => {
  it("publishes the first of two files that differ only in their ending, and names both", async () => {
    root.write({
      "content/x.md": markdown("توأم", "date: 2018-01-01\n"),
      "content/x.txt": "خبر\n\nعنوان الخبر الآخر\n\nنص الخبر.\n",
    });
    const { code, printed } = await warraq(root.path, "build", "--keep-going");
    expect(printed).toMatch(/content\/x\.txt[\s\S]*content\/x\.md/);
    expect(printed).toMatch(/3 articles/);
    expect(code).toBe(1);
    expect(root.state()).toHaveProperty(["2018/01/01/توأم/index.html"]);
  });

  it("publishes what is sound, says which articles are left out, and still exits with 1", async () => {
    root.write({
      "content/x.md": markdown("خطأ", "date: 2017-02-30\n"),
      "content/y.txt": WINDOWS_1256,
      "content/new.md": markdown("جديد", "date: 2018-01-01\n"),
    });
    const { code, printed } = await warraq(root.path, "build", "--keep-going");
    expect(printed).toMatch(/content\/x\.md/);
    expect(printed).toMatch(/content\/y\.txt/);
    expect(printed).toMatch(/3 articles/);
    expect(code).toBe(1);
    const now = root.state();
    expect(now).toHaveProperty(["2018/01/01/جديد/index.html"]);
    expect(now).toHaveProperty([SOUND]);
  });

  it("gives the site that would be built without the faulty articles", async () => {
    root.write({ "content/new.md": markdown("جديد", "date: 2018-01-01\n") });
    await warraq(root.path, "build");
    const sound = root.state();
    root.write({ "content/x.md": markdown("خطأ", "date: 2017-02-30\n") });
    await warraq(root.path, "build", "--keep-going");
    expect(root.state()).toEqual(sound);
  });
});

describe("a command", () => {
  it("without content/ says what to do", async () => {
    for (const command of ["build", "dev"]) {
      const { code, printed } = await warraq(root.path, command, "--root", "nowhere");
      expect(printed).toMatch(/no content\/ folder[\s\S]*--root/);
      expect(code).toBe(1);
    }
  });
  it("that is none, or an option that is none, is named", async () => {
    expect((await warraq(root.path, "bild")).printed).toMatch(/unknown command 'bild'/);
    expect((await warraq(root.path, "build", "--fast")).printed).toMatch(/unknown option '--fast'/);
  });
  it.each(["content/site", "public/x", "templates/x", ".warraq/x"])(
    "an output folder in one that is read (%s) is refused, and nothing is written there",
    async (out) => {
      const { code, printed } = await warraq(root.path, "build", "--out", out);
      expect([code, printed]).toEqual([
        1,
        expect.stringMatching(/\[output-overlaps\][\s\S]*lies in [\s\S]*--out/),
      ]);
      expect(root.state(out)).toEqual({});
    },
  );
  it("a lock that is a folder is named, and keeps nobody waiting", async () => {
    mkdirSync(join(root.path, ".warraq", "lock"));
    const { code, printed } = await warraq(root.path, "build");
    expect([code, printed]).toEqual([1, expect.stringMatching(/\.warraq\/lock {2}\[lock-unreadable\]/)]);
  });
  it("serve without a site says how to build one", async () => {
    const { code, printed } = await warraq(root.remove("dist").path, "serve");
    expect(printed).toMatch(/npx warraq build/);
    expect(code).toBe(1);
  });
});
