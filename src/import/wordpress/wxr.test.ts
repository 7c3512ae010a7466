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
  return { site: reader.end(), items, faults: reader.faults, isCut: reader.isCut };
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
  it("that was cut short gives the items before the cut, and says that it is", () => {
    const { items, isCut } = read(`${HEAD}${ITEM}${ITEM.slice(0, 200)}`);
    expect(items).toHaveLength(1);
    expect(isCut).toBe(true);
    expect(read(`${HEAD}${ITEM}</channel></rss>`).isCut).toBe(false);
  });
});

describe("a damaged export", () => {
  const whole = (id: number, fields: Record<string, string> = {}) =>
    `<item>\n<title>${fields.title ?? `مقال ${id}`}</title><link>http://old.example/${id}/</link>\n${
      fields.content ?? `<content:encoded><![CDATA[نص ${id}.]]></content:encoded>`
    }<wp:post_id>${id}</wp:post_id>${fields.status ?? "<wp:status>publish</wp:status>"}${fields.more ?? ""}<wp:post_type>post</wp:post_type>\n</item>\n`;
  const around = (fields: Record<string, string>) =>
    `${HEAD}\n${whole(1)}${whole(2, fields)}${whole(3)}</channel></rss>`;
  const DAMAGES: readonly (readonly [
    what: string,
    fields: Record<string, string>,
    title: string,
    content: string,
  ])[] = [
    [
      "a bare & in an address",
      {
        more: "<wp:comment><wp:comment_author_url>http://r.example/?a=1&b=2</wp:comment_author_url></wp:comment>",
      },
      "مقال 2",
      "نص 2.",
    ],
    ["a bare & in a headline", { title: "نقل & شحن" }, "نقل & شحن", "نص 2."],
    ["a bare & with a ; far behind it", { title: "نقل &شحن ثم وصل; وعاد" }, "نقل &شحن ثم وصل; وعاد", "نص 2."],
    ["a reference of HTML", { title: "نقل&nbsp;وشحن&hellip;" }, "نقل\u00a0وشحن…", "نص 2."],
    [
      "a number that is no letter",
      { title: "نقل &#0; &#x110000; وشحن" },
      "نقل &#0; &#x110000; وشحن",
      "نص 2.",
    ],
    ["a stray <", { title: "ثلاثة < أربعة <3 <" }, "ثلاثة < أربعة <3 <", "نص 2."],
    ["control characters", { title: "نقل\u000bو\u0000شحن\u0008" }, "نقل\nوشحن", "نص 2."],
    [
      "CDATA that is not closed",
      {
        content:
          "<content:encoded><![CDATA[نص <p>بلا نهاية</content:encoded><excerpt:encoded><![CDATA[موجز]]></excerpt:encoded>",
      },
      "مقال 2",
      "نص <p>بلا نهاية",
    ],
    [
      "]]> within a text",
      {
        content: "<content:encoded><![CDATA[<pre>a[b[0]]>1</pre> وبعده ]]> <b>كلام</b>]]></content:encoded>",
      },
      "مقال 2",
      "<pre>a[b[0]]>1</pre> وبعده ]]> <b>كلام</b>",
    ],
    [
      "HTML that nobody escaped",
      { content: "<content:encoded><!-- wp:paragraph --><p>نص<br>عار <o:p></o:p> هنا</p></content:encoded>" },
      "مقال 2",
      "<!-- wp:paragraph --><p>نص<br>عار <o:p></o:p> هنا</p>",
    ],
    [
      "a headline that is not closed",
      { title: "مقال بلا نهاية<wp:menu_order>0</wp:menu_order>" },
      "مقال بلا نهاية",
      "نص 2.",
    ],
    ["a closing tag of nothing", { more: "</p></wp:comment>" }, "مقال 2", "نص 2."],
    ["HTML between the fields", { more: "<p><b>نص ضال<br>" }, "مقال 2", "نص 2."],
  ];
  it.each(DAMAGES)("gives every item, and the damage with its line: %s", (_, fields, title, content) => {
    for (const piece of [1, 13, 100_000]) {
      const text = around(fields);
      const { items, faults, isCut } = read(text, piece);
      expect(items.map(({ id }) => id)).toEqual([1, 2, 3]);
      expect(items[1]).toMatchObject({ title, content, status: "publish", type: "post" });
      expect(items[2]).toMatchObject({ title: "مقال 3", content: "نص 3.", status: "publish" });
      const lines = text.slice(0, text.indexOf("<item>", text.indexOf("<wp:post_id>1"))).split("\n").length;
      for (const { line } of faults) expect(line).toBeGreaterThanOrEqual(lines);
      if (!/control/.test(_)) expect(faults.length).toBeGreaterThan(0);
      expect(isCut).toBe(false);
    }
  });
  it("says where each & stands, once", () => {
    const { faults } = read(`${HEAD}\n${whole(1, { title: "أ & ب" })}</channel></rss>`);
    expect(faults).toMatchObject([{ line: HEAD.split("\n").length + 2, column: "<title>أ &".length }]);
  });
  it("gives an item that lacks its end where the next one begins", () => {
    const { items } = read(`${HEAD}${whole(1).replace("</item>", "")}${whole(2)}</channel></rss>`);
    expect(items.map(({ id }) => id)).toEqual([1, 2]);
  });
  it.each([
    ["", ""],
    ["<wp:status></wp:status>", ""],
    ["<wp:status>pub", ""],
    ["<wp:status>publish</wp:status><wp:status>draft</wp:status>", ""],
    ["<wp:status>publish</wp:stat>", ""],
  ])("never gives the state of an item for public that is damaged: %s", (status, given) => {
    expect(read(around({ status })).items[1]?.status).toBe(given);
  });
  it("takes time in step with its length, however damaged", () => {
    const text = (sign: string) => `${HEAD}<item><title>${sign.repeat(400_000 / sign.length)}`;
    for (const sign of [
      "&",
      "<",
      "]]>",
      "<![CDATA[",
      "<a ",
      "&a;",
      "<p>",
      "</b>",
      "<![CDATA[]]>",
      "<item>",
      '<a "',
    ])
      read(text(sign), 65_536);
  }, 15_000);
});
