/** Exports in which items run into each other, lack a piece, or are kept in another encoding. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSources } from "../import.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>صحيفة الجسر</title><link>http://old.example</link>\n`;
const TAIL = "</channel></rss>\n";
const PUBLIC = "<wp:status>publish</wp:status><wp:post_password></wp:post_password>";
const DRAFT = PUBLIC.replace("publish", "draft");
const SECRET = PUBLIC.replace("></wp:post_password", ">سر</wp:post_password");
const item = (id: number, { state = PUBLIC, link = `http://old.example/${id}/` } = {}): string =>
  `<item>
<title>خبر ${id}</title><link>${link}</link>
<content:encoded><![CDATA[${state === PUBLIC ? "علن" : "خفي"} ${id}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2016-02-03 10:00:00</wp:post_date><wp:post_name>n${id}</wp:post_name>
${state}<wp:post_type>post</wp:post_type>
</item>\n`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-import-"));
});
afterEach(() => rmSync(root, { recursive: true }));

async function imported(bytes: string | Uint8Array) {
  const file = join(root, "export.xml");
  rmSync(join(root, "content"), { recursive: true, force: true });
  writeFileSync(file, bytes);
  const report = await importSources({ root, sources: [file], uploads: null });
  const articles = report.written.filter((name) => name.endsWith(".md"));
  const texts = new Map(articles.map((name) => [name, readFileSync(join(root, "content", name), "utf8")]));
  const codes = report.diagnostics.map(
    ({ severity, code, place }) => `${severity} ${code} ${place?.line ?? "-"}`,
  );
  return {
    report,
    texts,
    codes,
    public: [...texts.values()].filter((text) => !text.includes("draft: true")),
  };
}

describe("an item that runs into another", () => {
  it.each([
    [
      "the beginning of the second is damaged",
      item(1),
      item(2, { state: DRAFT }).replace("<item>", "<itm>"),
      6,
    ],
    [
      "so is the end of the first",
      item(1).replace("</item>", "</itm>"),
      item(2).replace("<item>", "<i>"),
      11,
    ],
    ["the tag is in capital letters", item(1), item(2).replace(/item>/g, "ITEM>"), 11],
  ])("is named as lost where %s", async (_, first, second) => {
    const { report, codes } = await imported(HEAD + first + second + item(3) + TAIL);
    expect(report.articles).toBe(2);
    expect(report.lost).toMatchObject([{ title: "خبر 2", address: "http://old.example/2/" }]);
    expect(codes.filter((code) => code.startsWith("error"))).toEqual(["error item-lost 12"]);
  });
  it("is a draft where the text of one and the state of another are one item", async () => {
    const draft = item(1, { state: DRAFT });
    const open = draft.slice(0, draft.indexOf("]]>"));
    const next = item(2);
    for (const mixed of [
      open + next,
      open + next.slice(next.indexOf("]]>")).replace("]]>", " ]]>"),
      draft.slice(0, draft.indexOf("<content")) +
        draft.slice(draft.indexOf("<content"), draft.indexOf("<wp:post_id")) +
        next,
    ]) {
      const withLink = mixed.replace("http://old.example/1/", "http://old.example/?p=1");
      const taken = await imported(HEAD + withLink + item(3) + TAIL);
      expect(taken.public.join()).not.toContain("خفي");
    }
  });
  it("is none where a text quotes a feed of several items", async () => {
    const quoting = item(1).replace(
      "علن 1",
      "<pre><item><title>أ</title></item><item><title>ب</title></item></pre>",
    );
    const { report } = await imported(HEAD + quoting + item(2) + TAIL);
    expect([report.articles, report.lost, report.diagnostics]).toEqual([2, [], []]);
  });
});

describe("a password that is damaged", () => {
  it.each([
    [
      "the second of two",
      SECRET.replace("<wp:post_password>", "<wp:post_password></wp:post_password><wp:post_password>"),
    ],
    ["of another name", SECRET.replaceAll("wp:post_password", "wp:post_pasword")],
    ["without its end", SECRET.replace("</wp:post_password>", "")],
    ["without its beginning", SECRET.replace("<wp:post_password>", "")],
  ])("makes a draft of its item, which is reported: %s", async (_, state) => {
    const taken = await imported(HEAD + item(1, { state }) + item(2) + TAIL);
    expect(taken.public.join()).not.toContain("خفي");
    expect(taken.report.articles).toBe(2);
    expect(taken.public).toHaveLength(1);
    expect(taken.report.diagnostics.length).toBeGreaterThan(0);
  });
  it("is not missed in an export that has no field for it", async () => {
    const state = "<wp:status>publish</wp:status>";
    const taken = await imported(HEAD + item(1, { state }) + item(2, { state }) + TAIL);
    expect([taken.public.length, taken.codes]).toEqual([2, []]);
  });
});

describe("text that stands in no field", () => {
  it.each([
    ["<content:encoded>", "<content:encodad>"],
    ["<content:encoded>", "<content:en?oded>"],
    ["</content:encoded>", "</content:encoded>كلام ضال"],
  ])("is an error with its line: %s → %s", async (whole, damaged) => {
    const { codes } = await imported(HEAD + item(1).replace(whole, damaged) + item(2) + TAIL);
    expect(codes.filter((code) => code.startsWith("error"))[0]).toMatch(/^error export-damaged [567]$/);
  });
  it("is no loss in the element of a plugin", async () => {
    const more = item(1).replace("</item>", "<georss:point>33.3 44.4</georss:point></item>");
    expect((await imported(HEAD + more + TAIL)).codes).toEqual([]);
  });
});

describe("an export in another encoding", () => {
  const upper = [
    ...new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i)),
  ];
  const in1256 = (text: string) =>
    Uint8Array.from([...text], (one) => (one < "\x80" ? one.charCodeAt(0) : 128 + upper.indexOf(one)));
  const text = HEAD + item(1) + TAIL;
  it.each([
    ["Windows-1256", in1256(text.replace("UTF-8", "windows-1256"))],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 of the other order", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-8, whatever it states", Buffer.from(text.replace("UTF-8", "windows-1256"))],
  ])("is read as what it states, or surely is: %s", async (_, bytes) => {
    const { texts, codes } = await imported(bytes);
    expect(texts.get("2016/02/03/n1.md")).toContain("علن 1");
    expect(codes).toEqual([]);
  });
  it("is refused where it states none that is right, with the command that converts it", async () => {
    const many = Array.from({ length: 20 }, (_, i) => item(i + 1)).join("");
    const { report, codes } = await imported(in1256(HEAD + many + TAIL));
    expect([codes, report.written]).toEqual([["error not-utf8 -"], []]);
    expect(report.diagnostics[0]?.hint).toContain("iconv -f WINDOWS-1256");
    expect(
      (await imported(in1256(text.replace("UTF-8", "arabic-77")))).report.diagnostics[0]?.message,
    ).toContain("arabic-77");
  });
  it("of a few bytes is a warning with their line", async () => {
    const bytes = Buffer.concat([Buffer.from(HEAD), in1256(item(1)), Buffer.from(item(2) + TAIL)]);
    const { codes, report } = await imported(bytes);
    expect(codes).toEqual(["warning export-damaged 4", "warning export-damaged 5"]);
    expect(report.articles).toBe(2);
  });
});

describe("a file that is no export", () => {
  const XML = '<?xml version="1.0"?>';
  it.each([
    ["a zip", `PK\x03\x04${HEAD}${item(1)}${TAIL}`],
    ["an empty file", ""],
    ["a page (HTML)", "<!DOCTYPE html><html><head><title>دخول</title></head></html>"],
    ["a feed (RSS)", `${XML}<rss version="2.0"><channel><item><title>خبر</title></item></channel></rss>`],
    ["a feed (Atom)", `${XML}<feed xmlns="http://www.w3.org/2005/Atom"></feed>`],
    ["a dump of a WordPress database", "-- MySQL dump\nINSERT INTO `wp_posts` VALUES (1);\n"],
    ["a web archive", "WARC/1.0\r\nWARC-Type: warcinfo\r\n"],
    [
      "a saved page (MHTML)",
      "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n",
    ],
    ["JSON", '{"title": "خبر"}\n{"title": "آخر"}\n'],
    ["a table (CSV)", "title,date,body\nخبر,2016,نص\n"],
    ["XML of another program", `${XML}<news><story/></news>`],
    ["something else", "نص\n"],
  ])("is named for what it is: %s", async (what, bytes) => {
    const { report, codes } = await imported(bytes);
    expect([codes, report.written]).toEqual([["error not-an-export -"], []]);
    expect(report.diagnostics[0]?.message).toContain(what);
  });
  it("is a folder, which is told what to name", async () => {
    const report = await importSources({ root, sources: [root], uploads: null });
    expect(report.diagnostics).toMatchObject([{ code: "not-an-export", message: "This is a folder." }]);
    expect(readdirSync(root)).toEqual([]);
  });
});

it("publishes nothing hidden and loses no item untold, whatever short piece an export lacks", async () => {
  const states = [PUBLIC, DRAFT, PUBLIC, SECRET, PUBLIC, DRAFT.replace("draft", "private"), PUBLIC];
  // What WordPress writes for what has no address of its own.
  const text =
    HEAD +
    states
      .map((state, i) =>
        item(i + 1, { state, ...(state === PUBLIC ? {} : { link: `http://old.example/?p=${i + 1}` }) }),
      )
      .join("") +
    TAIL;
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - HEAD.length), fc.nat(200), async (at, length) => {
      const damaged = text.slice(0, HEAD.length + at) + text.slice(HEAD.length + at + length);
      const { report, public: seen } = await imported(damaged);
      expect(seen.join()).not.toContain("خفي");
      const begun = damaged.split("<item>").length - 1;
      expect(report.articles + report.lost.length).toBeGreaterThanOrEqual(begun);
    }),
    { numRuns: 100 },
  );
}, 20_000);
