/**
 * Values that no editor means, in every key and name that one can write: none ends a build, what is refused is told of the
 * file it stands in, and all that is sound is published. The keys are those of the schemas, so a new one is tried by itself.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { BuildReport } from "../build/report.ts";
import { METADATA_INNER_KEYS, METADATA_KEYS } from "../read/keys/metadata.ts";
import { loadSite } from "../site/load-site.ts";
import { INNER_KEYS, SETTINGS_KEYS } from "../site/schema.ts";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";

afterAll(removeRoots);

const TEXTS: readonly string[] = [
  ...["", " ", "\0", "a\0b", "\x07", "\x1b[31mأحمر", "\x7f", "\x85", "سطر\nآخر", "أ\r\nب", "أ\tب"],
  ...["\u202Eمقلوب", "\u2068", "\u200F", "\uFEFF", "\u2028", "\uD800", "\uDC00ب", "👩‍👩‍👧", "\uFFFD"],
  ...[
    "../../خارج",
    "..",
    ".",
    "/etc/passwd",
    "C:\\x",
    "\\\\host\\x",
    "a\\b",
    "~",
    "-rf",
    "con",
    "a.",
    "index.html",
  ],
  ...[
    "%00",
    "%0A",
    "%2e%2e%2f",
    "%",
    "%ff",
    "%25%30%30",
    "?a=1",
    "#b",
    "*",
    "|",
    "&amp;#0;",
    "&#0;",
    "&#xD800;",
  ],
  ...["x".repeat(300), "ا".repeat(300), "ا/".repeat(600), "ا ".repeat(3000)],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "length"],
  ...["<script>alert(1)</script>", "<%= it.x %>", "$(id)", "]]>", "--", "\"'"],
  ...["2017-11-22", "0000-00-00", "9999-12-31", "99999-01-01", "2017-11-22T25:61:00+99:00", "12:30", "1e400"],
  ...[
    "http://[::1",
    "javascript:alert(1)",
    "data:,x",
    "//host/x",
    "https://u:p@host:99999/",
    "https://xn--/",
  ],
  ...["/index.html", "/feed.xml/x", "/2017/", "/x.html/y", "/x.html", "/assets/x"],
];
const deep = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
/** As YAML writes them; JSON is YAML. */
const VALUES: readonly string[] = [
  ...TEXTS.map((text) => JSON.stringify(text)),
  ...TEXTS.map((text) => JSON.stringify([text, "مألوف"])),
  ...["0", "-1", "1.5", "1e308", ".inf", "-.inf", ".nan", "9007199254740993", "0x7f", "0o17", "1_000"],
  ...[
    "true",
    "false",
    "null",
    "~",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{ a: 1 }",
    "{ __proto__: { a: 1 } }",
    "[null]",
  ],
  ...["{ name: 1, slug: 2 }", '{ date: "\\0", text: "\\0" }', '[{ date: 2017-11-22, text: "\\0" }]'],
  ...["&a [*a]", "!!binary AAAA", "!!js/function x", "? x", "|\n  أ\n  ب", deep(50), deep(400)],
];

/** Each key alone, and within the keys that hold keys of their own. */
const linesOf = (keys: readonly string[], inner: Readonly<Record<string, readonly string[]>>): string[] =>
  VALUES.flatMap((value) => [
    ...[...keys, "__proto__", "constructor", "مجهول"].map((key) => `${key}: ${value}`),
    ...Object.entries(inner).flatMap(([key, own]) =>
      value.includes("\n")
        ? []
        : own.flatMap((one) => [`${key}: { ${one}: ${value} }`, `${key}: [{ ${one}: ${value} }]`]),
    ),
  ]);

const SOUND: Readonly<Record<string, string>> = {
  "content/sound.md": article("مقال سليم", "date: 2015-03-09\nslug: sound\n"),
  "content/also.txt":
    "أخبار\n\nعنوان الخبر السليم في المدينة\n\n9 آذار 2015\n\nنص الخبر السليم عن النهر والسوق.\n",
};
const PAGES = ["2015/03/09/sound/index.html"];

/** What must hold of a build that was to go on: nothing lost untold, and a site that is whole. */
function expectWhole(
  root: BuildRoot,
  { diagnostics, published, articles, ok }: BuildReport,
  sources: readonly string[],
): void {
  expect(published).toBe(true);
  const faulty = new Set<string>();
  for (const { severity, file, message, hint } of diagnostics) {
    expect(file, message).toMatch(/^(?:content|public|templates)(?:\/|$)/);
    expect(hint, message).toBeTruthy();
    if (severity === "error") faulty.add(file.replace(/\.(?:md|txt|yaml)$/, ""));
  }
  expect(ok).toBe(faulty.size === 0);
  const stems = new Set(sources.map((name) => name.replace(/\.(?:md|txt)$/, "")));
  const lost = [...stems].filter((stem) => faulty.has(stem)).length;
  // An alias in error is left out of an article that is published.
  expect(articles).toBeGreaterThanOrEqual(stems.size - lost);
  const state = root.state();
  for (const page of PAGES) expect(state).toHaveProperty([page]);
  const { "manifest-sha256.txt": _, ...files } = state;
  const lines = readFileSync(join(root.path, "dist/manifest-sha256.txt"), "utf8").trimEnd().split("\n");
  expect(lines.map((line) => line.slice(66)).sort()).toEqual(Object.keys(files).sort());
  for (const name of Object.keys(files)) expect(name).not.toMatch(/\p{Cc}/u);
}

describe("a value that no editor means", () => {
  it("in front matter or a sidecar is told of its file, and all others are published", async () => {
    const files: Record<string, string> = { ...SOUND };
    const lines = linesOf(METADATA_KEYS, METADATA_INNER_KEYS);
    for (const [i, line] of lines.entries()) {
      const title = line.startsWith("title:") ? "" : `title: مقال رقم ${i}\n`;
      files[`content/m${i % 7}/a${i}.md`] = `---\n${title}${line}\n---\n\nنص المقال رقم ${i} عن المدينة.\n`;
      // Sidecars are checked by the same schema.
      if (i % 3 > 0) continue;
      files[`content/s${i % 7}/b${i}.md`] = article(`خبر رقم ${i}`, "date: 2016-02-03\n");
      files[`content/s${i % 7}/b${i}.yaml`] = `${line}\n`;
    }
    const root = new BuildRoot(files);
    const report = await root.build({ keepGoing: true });
    const sources = Object.keys(files).filter((name) => !name.endsWith(".yaml"));
    const drafts = sources.filter((name) => /^draft: true$/m.test(files[name] ?? "")).length;
    const besides = Object.values(files).filter((text) => text === "draft: true\n").length;
    expectWhole(root, { ...report, articles: report.articles + drafts + besides }, sources);
    const checked = await root.check({ keepGoing: true });
    expect(checked.diagnostics).toEqual(report.diagnostics);
  });

  it("in the settings is told there, and what is taken makes a whole site", async () => {
    const root = new BuildRoot(SOUND);
    for (const value of VALUES.filter((one) => !one.endsWith('"مألوف"]'))) {
      const lines = linesOf(SETTINGS_KEYS, INNER_KEYS).filter((line) => line.endsWith(value));
      const byKey = new Map<string, string>();
      for (const line of lines) {
        const { value: site, diagnostics } = loadSite(`${line}\n`, "content/site.yaml");
        for (const one of diagnostics) expect(one).toMatchObject({ file: "content/site.yaml", hint: /./ });
        if (site) byKey.set(line.split(":")[0] as string, line);
      }
      const text = `${[...byKey.values()].join("\n")}\n`;
      if (loadSite(text, "content/site.yaml").value === undefined) continue;
      const report = await root.write({ "content/site.yaml": text }).build({ keepGoing: true });
      if (report.published) expectWhole(root, report, Object.keys(SOUND));
      else expect(report.diagnostics).toContainEqual(expect.objectContaining({ file: "content/site.yaml" }));
    }
  });

  it("in what a text names is told of, or harmless", async () => {
    const files: Record<string, string> = { ...SOUND, "content/other.md": article("مقال يشار إليه") };
    for (const [i, text] of TEXTS.entries())
      files[`content/t${i}.md`] = article(
        `نص رقم ${i}`,
        `image: ${JSON.stringify(text)}\n`,
        `[رابط](<${text.replace(/[\n\r<>]/g, "")}>) و[آخر](other.md) و<a href="${text}">ثالث</a>\n\n<img src="${text}" alt="${text}">\n\n${text}\n`,
      );
    const root = new BuildRoot(files);
    expectWhole(root, await root.build({ keepGoing: true }), Object.keys(files));
  });
});

describe("a name that no editor means", () => {
  const NAMES = [
    ...TEXTS.filter((text) => !/[/\0]|\p{Cs}/u.test(text) && text !== "" && !/^\.{1,2}$/.test(text)),
    ...[
      "site.yaml",
      "404.html",
      "robots.txt",
      "manifest-sha256.txt",
      "feed.xml",
      "tags",
      "2015",
      ".x",
      "أ".normalize("NFD"),
    ],
    ...["Index.HTML", "sound.md", "sound.html", "sound.yaml", "favicon.svg"],
  ].filter((name) => Buffer.byteLength(name) < 240);

  it.each(["content", "content/pages", "public", "templates"])(
    "below %s is told of, or harmless",
    async (folder) => {
      const root = new BuildRoot(SOUND);
      const sources: string[] = Object.keys(SOUND);
      for (const name of NAMES) {
        for (const ending of folder === "templates" ? [".eta", ".css"] : ["", ".md", "/a.md"]) {
          const path = join(root.path, folder, "x", `${name}${ending}`);
          try {
            mkdirSync(join(path, ".."), { recursive: true });
            writeFileSync(path, ending === ".css" ? "p { color: red }" : article(`مقال ${name.length}`));
          } catch {
            // The disk refuses it, or it is there as a folder.
          }
        }
      }
      for (const bytes of [[0xd3, 0xe6, 0xde], [0xff], [0x61, 0xed, 0xa0, 0x80]]) {
        const name = Buffer.concat([
          Buffer.from(join(root.path, folder, "y-")),
          Buffer.from(bytes),
          Buffer.from(".md"),
        ]);
        writeFileSync(name, article("لا يقرأ"));
      }
      const report = await root.build({ keepGoing: true });
      const odd = report.diagnostics.filter(({ code }) => code === "name-not-utf8");
      expect(odd).toMatchObject([
        { severity: "error", file: folder, message: expect.stringContaining("\\xd3\\xe6\\xde") },
      ]);
      if (folder === "templates") expect(report.published).toBe(false);
      else expectWhole(root, report, sources);
    },
  );
});
