import { describe, expect, it } from "vitest";
import { isWxr, type WxrItem, WxrReader } from "./wxr.ts";

const HEAD = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>صحيفة المرفأ</title><link>http://old.example</link><description>كل صباح</description>
<wp:author><wp:author_login>sami</wp:author_login><wp:author_display_name><![CDATA[سامي الحداد]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>local</wp:category_nicename><wp:category_parent>news</wp:category_parent><wp:cat_name><![CDATA[محليات]]></wp:cat_name></wp:category>`;
const ITEM = `<item><title>سفينة في &lt;الميناء&gt;</title><link>http://old.example/?p=5</link><dc:creator><![CDATA[sami]]></dc:creator>
<content:encoded><![CDATA[نص أول ]]]]><![CDATA[> وآخر]]></content:encoded><wp:post_id>5</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category domain="category" nicename="local"><![CDATA[محليات]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_approved>1</wp:comment_approved><wp:comment_content>شكرا</wp:comment_content></wp:comment>
<wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment></item>`;

function read(text: string, piece = text.length) {
  const items: WxrItem[] = [];
  const reader = new WxrReader((item) => items.push(item));
  for (let at = 0; at < text.length; at += piece) reader.write(text.slice(at, at + piece));
  return { site: reader.end(), items, faults: reader.faults };
}

describe("a WordPress export", () => {
  it("is told from other XML by its beginning", () => {
    expect(isWxr(HEAD)).toBe(true);
    expect(isWxr('<rss version="2.0"><channel><title>خلاصة</title>')).toBe(false);
  });
  it.each([1, 7, 100_000])("gives its site and items, read %i characters at a time", (piece) => {
    const { site, items, faults } = read(`${HEAD}${ITEM}</channel></rss>`, piece);
    expect(faults).toEqual([]);
    expect(site).toMatchObject({
      title: "صحيفة المرفأ",
      description: "كل صباح",
      address: "http://old.example",
    });
    expect(site.authors.get("sami")).toBe("سامي الحداد");
    expect(site.categories.get(3)).toEqual({ name: "محليات", nicename: "local", parent: "news" });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ id: 5, title: "سفينة في <الميناء>", content: "نص أول ]]> وآخر", creator: "sami", comments: 1 },
      terms: [{ domain: "category", nicename: "local", name: "محليات" }],
    });
    expect(items[0]?.meta.get("_thumbnail_id")).toBe("9");
  });
  it("is read past what XML forbids and what is not closed, and tells the place", () => {
    const damaged = ITEM.replace("نص أول", "نص\u0008 أول").replace("</title>", " & سواها&nbsp;</title>");
    const { items, faults } = read(`${HEAD}${damaged}${ITEM}</channel></rss>`);
    expect(items).toHaveLength(2);
    expect(items[0]?.content).toContain("نص أول");
    expect(items[0]?.title).toContain("& سواها");
    expect(faults[0]?.line).toBeGreaterThan(3);
  });
  it("that was cut short gives the items before the cut, and says so first", () => {
    const { items, faults } = read(`${HEAD}${ITEM}${ITEM.slice(0, 200)}`);
    expect(items).toHaveLength(1);
    expect(faults[0]?.message).toBe("the file ends in the middle of an item");
  });
});
