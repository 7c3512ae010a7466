import { describe, expect, it } from "vitest";
import { decode } from "../../content/decode.ts";
import { parseHtml } from "./html.ts";

const TITLE = "المتحف الوطني يفتح قاعة المخطوطات بعد ترميمها";
const FIRST =
  "افتتح المتحف الوطني قاعة المخطوطات أمام الزوار بعد أعمال ترميم دامت عامين كاملين، وضمت القاعة نحو مئتي مخطوط من القرون الوسطى.";
const SECOND =
  "وقال أمين القاعة إن أقدم ما فيها ورقة من رقّ الغزال كُتبت بالخط الكوفي، وإن الإضاءة خُفضت كي لا يبهت الحبر.";
const NAVIGATION = `<nav><a href="/">الرئيسية</a> <a href="/culture">ثقافة</a></nav>`;

async function read(html: string) {
  const { metadata, finished } = await parseHtml(html);
  return { metadata, ...finished.body, aside: finished.body.removed.map(({ text }) => text) };
}
const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const article = (inside: string, head = "") =>
  page(`${NAVIGATION}<article><h1>${TITLE}</h1>${inside}</article>`, head);

const WORDPRESS = page(
  `<header class="site-header"><h1 class="site-title"><a href="/">جريدة المدينة اليومية</a></h1><form role="search"><label>بحث عن:</label><input><button>بحث</button></form></header>
<div id="breadcrumbs" class="breadcrumbs"><a href="/">الرئيسية</a> » <a href="/c/culture">ثقافة</a></div>
<article id="post-42" class="post hentry"><header class="entry-header"><h2 class="entry-title">${TITLE}</h2>
<div class="entry-meta"><span class="author vcard"><a class="url fn n" rel="author" href="/author/hala">هالة مراد</a></span>
<a rel="bookmark" href="#"><time class="updated" datetime="2018-01-05T09:00:00+02:00">5 يناير 2018</time><time class="entry-date published" datetime="2017-11-22T10:30:00+02:00">نوفمبر 22, 2017</time></a>
<span class="cat-links"><a href="/c/culture" rel="category tag">ثقافة</a></span> <span>3 دقائق قراءة</span></div></header>
<div class="entry-content"><p>${FIRST}</p><figure class="wp-caption"><img src="data:image/gif;base64,R0lGOD" data-lazy-src="/wp-content/uploads/hall.jpg" alt="القاعة"><figcaption>القاعة بعد الترميم</figcaption></figure>
<p>${SECOND}</p><script>track()</script>
<div class="sharedaddy sd-sharing"><h3>شارك هذا الموضوع:</h3><ul><li><a href="#">فيس بوك</a></li><li><a href="#">تويتر</a></li></ul></div>
<div id="jp-relatedposts"><h3>مقالات ذات صلة</h3><p><a href="/a">معرض الخط العربي</a></p></div></div>
<footer class="entry-footer"><a rel="tag" href="/t/1">مخطوطات</a></footer></article>
<aside id="secondary" class="widget-area"><h2>أحدث المقالات</h2><ul><li><a href="/b">جسر قديم</a></li></ul></aside>
<a href="#top">زر الذهاب إلى الأعلى</a>`,
  `<title>${TITLE} - جريدة المدينة اليومية</title><link rel="canonical" href="https://city.example/2017/11/42/"><meta property="og:site_name" content="جريدة المدينة اليومية">`,
);

describe("a page as WordPress themes make it", () => {
  it("gives headline, author, section, tag, the day it was published, and where it is from", async () => {
    const { metadata } = await read(WORDPRESS);
    expect(metadata).toEqual({
      title: TITLE,
      date: "2017-11-22T10:30:00+02:00",
      section: "ثقافة",
      tags: ["مخطوطات"],
      authors: ["هالة مراد"],
      source: { name: "جريدة المدينة اليومية", url: "https://city.example/2017/11/42/" },
    });
  });
  it("gives the text with its picture and caption, and sets all else aside", async () => {
    const { plain, html, aside } = await read(WORDPRESS);
    expect(plain.split("\n")).toEqual([FIRST, "القاعة بعد الترميم", SECOND]);
    expect(html).toContain(`src="https://city.example/wp-content/uploads/hall.jpg"`);
    for (const words of [
      "أحدث المقالات",
      "جسر قديم",
      "معرض الخط العربي",
      "زر الذهاب إلى الأعلى",
      "3 دقائق قراءة",
    ])
      expect(aside.join("\n")).toContain(words);
    expect(html).not.toMatch(/track|script/);
  });
});

describe("a page made for phones", () => {
  it("has the sidebar set aside", async () => {
    const menu = "<amp-sidebar><p>كل أخبار المدينة القديمة وأسواقها ومتاحفها في مكان واحد.</p></amp-sidebar>";
    const { plain, aside } = await read(article(`${menu}<p>${FIRST}</p><p>${SECOND}</p>`));
    expect(plain.split("\n")).toEqual([FIRST, SECOND]);
    expect(aside.join(" ")).toContain("كل أخبار المدينة");
  });
});

describe("a page whose title is not its headline", () => {
  const boxed = (heading: string) =>
    page(
      `<header><h1 class="site-title">جريدة المدينة اليومية</h1></header><main><article class="hentry"><header class="entry-header">${heading}<p>بقلم هالة مراد</p></header>
<div class="entry-content"><p>${FIRST}</p><p>${SECOND}</p></div></article><h3 class="entry-title">خبر آخر من المدينة القديمة</h3></main>`,
      `<title>المتحف الوطني يفتح قاعته - جريدة المدينة اليومية</title>`,
    );
  it.each([
    ["the theme's own name", `<h1 class="entry-title">${TITLE}</h1>`, TITLE],
    ["the theme's own name, however short", `<h2 class="entry-title">قاعة</h2>`, "قاعة"],
    ["its place in the article", `<h1>${TITLE}</h1>`, TITLE],
  ])("has the headline that is told by %s", async (_, heading, title) => {
    const { metadata, plain, aside } = await read(boxed(heading));
    expect(metadata).toMatchObject({ title, authors: ["هالة مراد"] });
    expect(plain.split("\n")).toEqual([FIRST, SECOND]);
    expect(aside).toContain("خبر آخر من المدينة القديمة");
  });
  it("accounts for every heading that is not the headline", async () => {
    const { metadata, aside } = await read(
      boxed(`<h1>${TITLE}</h1><h2 class="entry-title">ثقافة وفنون</h2>`),
    );
    expect([metadata.title, ...aside].sort()).toEqual(expect.arrayContaining([TITLE, "ثقافة وفنون"]));
  });
});

describe("a page of Blogger", () => {
  const BLOGGER = page(
    `<div class='header'><h1 class='title'>مدونة أوراق المدينة القديمة</h1></div><h2 class='date-header'><span>الأربعاء، 22 نوفمبر، 2017</span></h2>
<div class='post hentry'><h3 class='post-title entry-title'>${TITLE}</h3><div class='post-body entry-content'><div dir="rtl">${FIRST}<br /><a name='more'></a><br />${SECOND}<br /><br /></div></div>
<div class='post-footer'>مرسلة بواسطة <span class='fn'>سامي النجار</span> في <abbr class='published' title='2017-11-22T08:00:00+03:00'>8:00 ص</abbr></div></div>`,
    `<title>مدونة أوراق المدينة القديمة: ${TITLE}</title>`,
  );
  it("has the headline of its post, not of the blog, and the day of its abbr", async () => {
    const { metadata, plain } = await read(BLOGGER);
    expect(metadata).toMatchObject({ title: TITLE, date: "2017-11-22T08:00:00+03:00" });
    expect(plain.split("\n")).toEqual([FIRST, SECOND]);
  });
});

describe("a page laid out in tables, in Windows-1256", () => {
  const TABLES = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>${TITLE}</title></head><body bgcolor="#ffffff">
<table width="760"><tr><td colspan="2"><a href="/">الرئيسية</a> | <a href="/sport">رياضة</a></td></tr><tr><td width="160"><font size="2"><a href="/1">خبر أول</a><br><a href="/2">خبر ثان</a></font></td>
<td><font size="5"><b>${TITLE}</b></font><br><font size="1">22/11/2017</font><br><br><font size="3">${FIRST}<br><br>${SECOND}<br><br>${FIRST.slice(0, 100)}.<br><br>${SECOND.slice(0, 60)}.</font></td></tr></table></body></html>`;
  const TABLE_1256 = new Map<string, number>();
  const letters = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));
  [...letters].forEach((letter, i) => {
    TABLE_1256.set(letter, 128 + i);
  });
  const bytes = Uint8Array.from([...TABLES], (letter) => TABLE_1256.get(letter) ?? letter.charCodeAt(0));

  it("is named as what it is, and read all the same", async () => {
    const { value = "", diagnostics } = decode(bytes, "content/old.html");
    expect(diagnostics).toMatchObject([{ severity: "error", code: "not-utf8" }]);
    expect(diagnostics[0]?.message).toContain("Windows-1256");
    const { metadata, plain } = await read(value);
    expect(metadata).toEqual({ title: TITLE, date: "2017-11-22" });
    expect(plain.split("\n").slice(0, 2)).toEqual([FIRST, SECOND]);
    expect(plain).not.toMatch(/خبر أول|رياضة/);
  });
});

describe("the date of a page", () => {
  const text = `<p>${FIRST}</p><p>${SECOND}</p>`;
  const json = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  it.each([
    [
      "Open Graph",
      `<meta property="article:published_time" content="2017-11-22T08:00:00Z">`,
      "2017-11-22T08:00:00Z",
    ],
    ["JSON-LD", json({ "@type": "NewsArticle", headline: TITLE, datePublished: "2017-11-22" }), "2017-11-22"],
    [
      "JSON-LD in a graph",
      json({
        "@graph": [
          { "@type": "WebSite" },
          { "@type": ["Article"], datePublished: "2017-11-22T08:00:00+03:00" },
        ],
      }),
      "2017-11-22T08:00:00+03:00",
    ],
    ["a meta name", `<meta name="pubdate" content="22/11/2017">`, "2017-11-22"],
    ["microdata", `<meta itemprop="datePublished" content="2017-11-22">`, "2017-11-22"],
    [
      "broken JSON-LD beside a meta",
      `<script type="application/ld+json">{"@type": "NewsArticle",}</script><meta name="date" content="2017-11-22">`,
      "2017-11-22",
    ],
  ])("is taken from %s", async (_, head, date) => {
    expect((await read(article(text, head))).metadata.date).toBe(date);
  });
  it.each([
    ["a time element", `<time datetime="2017-11-22T10:00">أمس</time>`, "2017-11-22T10:00"],
    [
      "a printed line under the headline",
      `<div class="meta">الأربعاء ٢٢ تشرين الثاني ٢٠١٧</div>`,
      "2017-11-22",
    ],
    ["a row with the writer", `<div>كتب: سامي النجار | 22 نوفمبر 2017</div>`, "2017-11-22"],
  ])("is taken from %s", async (_, line, date) => {
    expect((await read(article(line + text))).metadata.date).toBe(date);
  });
  it("is none when the page states none: not today's, not one in a sentence, not one that is a heading", async () => {
    const said = `<p>${FIRST} وكان ذلك في 22 نوفمبر 2017.</p><h3>22 نوفمبر 2017</h3><p>${SECOND}</p>`;
    const { metadata, plain } = await read(`<p>الأحد 1 يناير 2023</p>${article(said)}`);
    expect(metadata).not.toHaveProperty("date");
    expect(plain).toContain("22 نوفمبر 2017");
  });
  it("is that of its publication when that of its last change stands beside it", async () => {
    const head = `<meta property="article:modified_time" content="2018-01-01"><meta property="article:published_time" content="2017-11-22">`;
    expect((await read(article(text, head))).metadata).toMatchObject({
      date: "2017-11-22",
      updated: "2018-01-01",
    });
  });
});

describe("the text of a page", () => {
  it("keeps a link, whatever its words are", async () => {
    const { html } = await read(
      article(
        `<p>أعلنت شركة <a href="https://a.example/">فيسبوك</a> عن <b>إعلان</b> جديد في <a href="/x">المزيد</a> من الدول، ${FIRST}</p><p>${SECOND}</p>`,
      ),
    );
    for (const word of ["فيسبوك", "إعلان", "المزيد"]) expect(html).toContain(word);
  });
  it("leaves out what is named as furniture, unless it is most of the page", async () => {
    const { plain } = await read(
      article(
        `<div class="share">شارك على فيسبوك</div><div class="print-area-social">${`<p>${FIRST}</p>`.repeat(14)}</div>`,
      ),
    );
    expect(plain).not.toContain("شارك");
    expect(plain.split("\n")).toHaveLength(14);
  });
  it("leaves out lists of links under a heading of related articles, also between paragraphs", async () => {
    const related = `<h4>مواضيع ذات صلة</h4><ul><li><a href="/1">معرض الخط العربي في المكتبة</a></li><li><a href="/2">ترميم سقف الجامع</a></li></ul>`;
    const { plain, aside } = await read(article(`<p>${FIRST}</p>${related}<p>${SECOND}</p>`));
    expect(plain.split("\n")).toEqual([FIRST, SECOND]);
    expect(aside.join("\n")).toContain("ترميم سقف الجامع");
  });
  it("keeps tables of data, lists, quotations and headings", async () => {
    const table = `<table><tr><th>القرن</th><th>العدد</th></tr><tr><td>الثالث</td><td>12</td></tr></table>`;
    const { html } = await read(
      article(
        `<p>${FIRST}</p><h2>ما في القاعة</h2>${table}<ul><li>مصاحف</li></ul><blockquote><p>الحبر لا يموت.</p></blockquote><p>${SECOND}</p>`,
      ),
    );
    expect(html).toMatch(/<h2>ما في القاعة<\/h2><table>.*<ul><li>مصاحف<\/li><\/ul><blockquote>/s);
  });
  it("begins its excerpt with the first paragraph, whatever stands before it", async () => {
    const before = `<figure><img src="/a.jpg" alt="رقّ"><figcaption>ورقة من رقّ الغزال</figcaption></figure><ul><li>مخطوطات</li></ul>`;
    const { finished } = await parseHtml(article(`${before}<p>${FIRST}</p><h2>ما فيها</h2><p>${SECOND}</p>`));
    expect(finished.excerpt.startsWith(`${FIRST} ${SECOND.slice(0, 40)}`)).toBe(true);
  });
  it("resolves the addresses of links against the page's own", async () => {
    const head = `<link rel="canonical" href="https://city.example/news/1.html">`;
    const { html } = await read(
      article(`<p>${FIRST} <a href="../tag/x?y=1">وسم</a> <a href="#n">حاشية</a></p><p>${SECOND}</p>`, head),
    );
    expect(html).toContain(`href="https://city.example/tag/x?y=1"`);
  });
  it("leaves out pictures that show nothing, and small print", async () => {
    const { html, plain } = await read(
      article(
        `<p>${FIRST}</p><p>${SECOND}</p><img src="/ads/spacer.gif" width="1" height="1"><p>تخضع التعليقات لمراجعة. راجع <a href="/terms">الشروط</a> و<a href="/privacy">الخصوصية</a>.</p>`,
      ),
    );
    expect(html).not.toContain("<img");
    expect(plain).not.toContain("تخضع");
  });
  it("is found by Readability where no markup says which it is", async () => {
    const { plain, metadata } = await read(
      page(
        `<div><a href="/1">خبر</a> <a href="/2">خبر آخر</a></div><div><div><h1>${TITLE}</h1>${`<p>${FIRST}</p><p>${SECOND}</p>`.repeat(3)}</div></div><div>العودة إلى الأعلى</div>`,
      ),
    );
    expect(metadata.title).toBe(TITLE);
    expect(plain).toContain(FIRST);
    expect(plain).not.toContain("العودة إلى الأعلى");
  });
});
