/** `warraq import`, seen from outside: an export becomes content that builds; what an editor mended stays. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Root, warraq } from "../testing/program.ts";

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const item = (
  id: number,
  fields: { title: string; slug: string; content: string; more?: string },
): string => `<item>
<title>${fields.title}</title><link>http://old.example/news/${fields.slug}/</link><dc:creator>${cdata("sami")}</dc:creator>
<content:encoded>${cdata(fields.content)}</content:encoded><excerpt:encoded></excerpt:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>2017-11-22 00:30:00</wp:post_date><wp:post_date_gmt>2017-11-21 21:30:00</wp:post_date_gmt>
<wp:post_name>${fields.slug}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="sea">${cdata("بحار")}</category>${fields.more ?? ""}</item>`;
const comment = "<wp:comment><wp:comment_approved>1</wp:comment_approved></wp:comment>";
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>صحيفة المرفأ</title><link>http://old.example</link><description>كل صباح</description>
<wp:author><wp:author_login>sami</wp:author_login><wp:author_display_name>${cdata("سامي الحداد")}</wp:author_display_name></wp:author>
${item(1, {
  ...{ title: "سفينة في المرفأ", slug: "ship", more: comment },
  content: `رست السفينة فجرا.\n\n[caption width="300"]<img src="http://old.example/wp-content/uploads/2017/11/a-300x200.png" alt="السفينة"> عند الرصيف[/caption]\n\nوكانت <a href="https://www.old.example/?p=2">عاصفة</a> قد أخرتها.[poll id="4"]`,
})}
${item(2, { title: "عاصفة في البحر", slug: "storm", content: "<!-- wp:paragraph -->\n<p>هبت <strong>العاصفة</strong> مساء.</p>\n<!-- /wp:paragraph -->" })}
<item><title>قائمة</title><wp:post_id>3</wp:post_id><wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status></item>
</channel></rss>`;
const SHIP = "content/2017/11/22/ship.md";

let picture: Buffer;
let root: Root;
beforeAll(async () => {
  const create = { width: 640, height: 400, channels: 3 as const, background: "#245" };
  picture = await sharp({ create }).png().toBuffer();
});
beforeEach(() => {
  root = new Root({ "export.xml": EXPORT, "uploads/2017/11/a.png": picture });
});
afterEach(() => root.remove());
const run = (...args: string[]) => warraq(root.path, "import", join(root.path, "export.xml"), ...args);

describe("import", () => {
  it("writes what an editor would have, and says what it left", async () => {
    const { code, printed } = await run("--uploads", join(root.path, "uploads"));
    expect(code).toBe(0);
    for (const said of ["2 articles and 0 pages", "poll 1", "nav_menu_item 1", "1 comment of readers"])
      expect(printed).toContain(said);
    expect(root.read(SHIP)).toBe(`---
title: "سفينة في المرفأ"
date: 2017-11-22T00:30:00
section: "بحار"
authors: ["سامي الحداد"]
slug: "ship"
aliases: ["/news/ship/"]
---

رست السفينة فجرا.

![السفينة](/wp-content/uploads/2017/11/a.png "عند الرصيف")

وكانت [عاصفة](storm.md) قد أخرتها.
`);
    expect(root.read("content/site.yaml")).toMatch(
      /^title: "صحيفة المرفأ"\n(?:.*\n)* {2}time_zone: Etc\/GMT-3 /,
    );
  });

  it("gives what builds: the article on the day it had, its picture, its link, its old address", async () => {
    await run("--uploads", join(root.path, "uploads"));
    const built = await warraq(root.path, "build");
    expect(built.printed).toContain("Nothing needs attention.");
    const page = root.read("dist/2017/11/22/ship/index.html");
    expect(page).toContain('href="/2017/11/22/storm/"');
    expect(page).toMatch(/<figcaption>\s*عند الرصيف/);
    expect(root.read("dist/news/ship/index.html")).toContain("/2017/11/22/ship/");
  });

  it("leaves what an editor mended as it is, and writes what is missing", async () => {
    await run();
    root.write({ [SHIP]: "---\ntitle: أصلحه محرر\n---\n\nنص\n" });
    root.remove("content/2017/11/22/storm.md");
    const { code, printed } = await run();
    expect(code).toBe(0);
    expect(printed).toContain(`left as it is: ${SHIP}`);
    expect(root.read(SHIP)).toContain("أصلحه محرر");
    expect(root.read("content/2017/11/22/storm.md")).toContain("**العاصفة**");
  });

  it("takes an export that is packed, and one that was cut, of which it says so", async () => {
    root.write({ "export.xml": gzipSync(EXPORT) });
    expect((await run()).printed).toContain("2 articles");
    root.write({ "export.xml": EXPORT.slice(0, EXPORT.indexOf("عاصفة في البحر") + 40) });
    const cut = await run();
    expect(cut.code).toBe(1);
    expect(cut.printed).toContain("[export-cut]");
    expect(cut.printed).toMatch(/export\.xml:\d+:\d+ {2}\[item-lost\]\n.*عاصفة في البحر/);
    expect(cut.printed).toMatch(/1 article and[\s\S]*Lost: 1 item, named above/);
  });

  it("names what lies among the uploads under a name that is not UTF-8, and takes the rest", async () => {
    const name = Buffer.concat([
      Buffer.from(join(root.path, "uploads/2017/11/")),
      Buffer.from([0xe3, 0xcc, 0xe1, 0xc9]),
    ]);
    writeFileSync(name, picture);
    const { code, printed } = await run("--uploads", join(root.path, "uploads"));
    expect(code).toBe(1);
    expect(printed).toMatch(/uploads\/2017\/11 {2}\[name-not-utf8\]/);
    expect(printed).toMatch(/\\xe3\\xcc\\xe1\\xc9.*مجلة/);
    expect(printed).toContain("2 articles");
    expect(root.read(SHIP)).toContain("](/wp-content/uploads/2017/11/a.png");
  });

  it("takes no folder of the uploads for a file of them, and says where there is no such folder", async () => {
    root.write({ "export.xml": EXPORT.replace("https://www.old.example/?p=2", "/wp-content/uploads/2017") });
    expect((await run("--uploads", join(root.path, "uploads"))).code).toBe(0);
    expect(root.read(SHIP)).toContain("](http://old.example/wp-content/uploads/2017)");
    root.remove("content");
    const { code, printed } = await run("--uploads", join(root.path, "nowhere"));
    expect(code).toBe(1);
    expect(printed).toContain("There is no such folder of uploads.");
    expect(existsSync(join(root.path, "content"))).toBe(false);
  });

  it.each([
    ["not-found", undefined],
    ["not-an-export", '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>'],
    ["unreadable", gzipSync(EXPORT).subarray(0, 200)],
  ])("writes nothing where a file is no export: %s", async (codeSaid, bytes) => {
    if (bytes === undefined) root.remove("export.xml");
    else root.write({ "export.xml": bytes });
    const { code, printed } = await run();
    expect(code).toBe(1);
    expect(printed).toContain(`[${codeSaid}]`);
    expect(existsSync(join(root.path, "content"))).toBe(false);
  });
});
