/** Exports that programs and disks damaged: nothing of them is published that was not, and nothing is lost without a word. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSources } from "../import.ts";

const HEAD = `<?xml version="1.0"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>صحيفة المرفأ</title><link>http://old.example</link>\n`;
const TAIL = "</channel></rss>\n";
interface Fields {
  readonly title?: string;
  readonly name?: string;
  readonly status?: string;
  readonly content?: string;
  readonly more?: string;
}
const item = (id: number, { title, name, status, content, more }: Fields = {}): string =>
  `<item><title>${title ?? `مقال ${id}`}</title><link>http://old.example/${id}/</link>
<content:encoded><![CDATA[${content ?? `نص ${id}.`}]]></content:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>2017-11-22 10:00:00</wp:post_date><wp:post_name>${name ?? `n${id}`}</wp:post_name>
${status ?? "<wp:status>publish</wp:status>"}<wp:post_type>post</wp:post_type>${more ?? ""}</item>\n`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-import-"));
});
afterEach(() => rmSync(root, { recursive: true }));

async function imported(bytes: string | Uint8Array) {
  const file = join(root, "export.xml");
  writeFileSync(file, bytes);
  const report = await importSources({ root, sources: [file], uploads: null });
  const day = join(root, "content/2017/11/22");
  const files = report.articles > 0 ? readdirSync(day).sort() : [];
  const read = (name: string) => readFileSync(join(day, name), "utf8");
  const codes = report.diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.line ?? "-"}`,
  );
  return { report, files, codes, read };
}

describe("an item of a damaged export", () => {
  it("is taken with all others behind a bare &, which is reported once, with its line", async () => {
    const more =
      "<wp:comment><wp:comment_author_url>http://r.example/?x=1&y=2</wp:comment_author_url></wp:comment>";
    const { files, codes } = await imported(HEAD + item(1, { more }) + item(2) + item(3) + TAIL);
    expect(files).toEqual(["n1.md", "n2.md", "n3.md"]);
    expect(codes).toEqual(["warning export-damaged 6"]);
  });
  it.each([
    ["", "no state"],
    ["<wp:status><![CDATA[pitch]]></wp:status>", 'the state "pitch"'],
    ["<wp:status>publ", "no state"],
    ["<wp:status>publish</wp:status><wp:status>private</wp:status>", "no state"],
    ["<wp:status>draft &publish</wp:status>", 'the state "draft &publish"'],
  ])(
    "becomes a draft, with a warning, where nobody knows whether it was public: %s",
    async (status, says) => {
      const { report, read } = await imported(HEAD + item(1) + item(2, { status }) + TAIL);
      expect(read("n1.md")).not.toContain("draft");
      expect(read("n2.md")).toContain("draft: true");
      expect(report.drafts).toBe(1);
      expect(report.diagnostics.find(({ code }) => code === "status-unknown")).toMatchObject({
        ...{ severity: "warning", place: { line: 7 }, message: expect.stringContaining(says) },
      });
    },
  );
  it.each(["<wp:status>future</wp:status>", "<wp:status>pending</wp:status>"])(
    "is a draft in %s",
    async (status) => {
      const { codes, read } = await imported(HEAD + item(1, { status }) + TAIL);
      expect(read("n1.md")).toContain("draft: true");
      expect(codes).toEqual([]);
    },
  );
  it("is a draft behind a password", async () => {
    const more = "<wp:post_password>سر</wp:post_password>";
    const { read } = await imported(HEAD + item(1, { more }) + TAIL);
    expect(read("n1.md")).toContain("draft: true");
  });
  it("is named as lost where the end of the file is cut", async () => {
    const { report, files, codes } = await imported((HEAD + item(1) + item(2)).slice(0, -120));
    expect(files).toEqual(["n1.md"]);
    expect(codes).toEqual(["error export-cut -", "error item-lost 7"]);
    expect(report.lost).toMatchObject([{ title: "مقال 2", address: "http://old.example/2/", line: 7 }]);
    expect(report.diagnostics[1]?.message).toMatch(/مقال 2.*http:\/\/old\.example\/2\//);
  });
  it("is not missed where a packed file is cut: the cut is an error", async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      item(i + 1, { content: `نص ${(i * 7919) % 104729}.` }),
    );
    const packed = gzipSync(HEAD + many.join("") + TAIL);
    const { report, codes } = await imported(packed.subarray(0, packed.length / 2));
    expect(report.articles).toBeGreaterThan(10);
    expect(report.articles).toBeLessThan(400);
    expect(codes).toContain("error export-cut -");
  });
  it("is named as lost where a comment swallowed it", async () => {
    const { report, files } = await imported(`${HEAD}<!-- ${item(1)} -->${item(2)}${TAIL}`);
    expect(files).toEqual(["n2.md"]);
    expect(report.lost).toMatchObject([{ title: "مقال 1", line: 3 }]);
  });
  it("is no loss where it is left out by rule, nor where it only tells of items", async () => {
    const rule = ["revision", "nav_menu_item"].map((type) => item(9, {}).replace(">post<", `>${type}<`));
    const quoted = item(1, { content: "<pre>&lt;item&gt; أو <item><title>خلاصة</title></item></pre>" });
    const trash = item(8, { status: "<wp:status>trash</wp:status>" });
    const { report, files } = await imported(HEAD + quoted + rule.join("") + trash + TAIL);
    expect(files).toEqual(["n1.md"]);
    expect(report.lost).toEqual([]);
    expect(report.diagnostics).toEqual([]);
  });
});

describe("an item that cannot be read", () => {
  it.each(["<b>", "<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<font size=1><i>"])(
    "is named as too deep where it nests without end, and the others are taken: %s",
    async (tags) => {
      const deep = item(1, { content: `${tags.repeat(9000)}نص` });
      const { report, files, codes } = await imported(HEAD + deep + item(2) + TAIL);
      expect(files).toEqual(["n2.md"]);
      expect(codes).toEqual(["error too-deep 3"]);
      expect(report.lost).toMatchObject([{ title: "مقال 1" }]);
      expect(report.diagnostics[0]?.message).toContain("مقال 1");
    },
  );
  it("is taken where it nests within the bound", async () => {
    const within = item(1, { content: `${"<span>".repeat(120)}${"<b>".repeat(120)}نص` });
    const { files, codes } = await imported(HEAD + within + item(2) + TAIL);
    expect([files, codes]).toEqual([["n1.md", "n2.md"], []]);
  });
  it("keeps no other from being taken where the disk refuses its file", async () => {
    mkdirSync(join(root, "content/2017/11/22/n1.md"), { recursive: true });
    const { files, codes } = await imported(HEAD + item(1) + item(2) + TAIL);
    expect(files).toEqual(["n1.md", "n2.md"]);
    expect(codes).toEqual(["error disk 3"]);
  });
});

describe("the name of an item", () => {
  it.each([
    ["%00x", "مقال-1.md"],
    ["a%0ab", "مقال-1.md"],
    ["..", "مقال-1.md"],
    ["%2e%2e%2f%2e%2e%2fetc", "etc.md"],
    ["con", "con-1.md"],
    ["NUL.txt", "NUL-1.txt.md"],
    ["ends...", "ends.md"],
    ["a:b*c|d", "a-b-c-d.md"],
    [`${"ب".repeat(400)}`, `${"ب".repeat(60)}.md`],
  ])("that no disk or address holds gives way to one that is: %s", async (name, file) => {
    const { files, report } = await imported(HEAD + item(1, { name }) + item(2) + TAIL);
    expect(files.sort()).toEqual([file, "n2.md"].sort());
    expect(report.diagnostics).toEqual([]);
  });
  it("is its own where several have one, or none, and no number either", async () => {
    const same = ["أول", "ثان", "ثالث"].map((title) => item(0, { title, name: "same", content: title }));
    const { files, report } = await imported(HEAD + same.join("") + TAIL);
    expect(files).toEqual(["same-2.md", "same-3.md", "same.md"]);
    expect(report.written).toHaveLength(4);
  });
  it("is one where the same item stands there twice", async () => {
    const { files, report } = await imported(HEAD + item(1) + item(1) + TAIL);
    expect(files).toEqual(["n1.md"]);
    expect(report.unchanged).toBe(1);
  });
});
