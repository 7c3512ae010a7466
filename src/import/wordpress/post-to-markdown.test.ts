import { describe, expect, it } from "vitest";
import { finishMarkdown } from "../../read/markdown/markdown.ts";
import { markdownOfPost } from "./post-to-markdown.ts";

const of = (html: string): string =>
  markdownOfPost(html, {
    picture: ([first = ""]) => first.replace("http://old.example/", "/"),
    link: (address) => address.replace("http://old.example/", "../"),
  }).markdown;

describe("the text of a post", () => {
  it("has a paragraph where its author left an empty line, and a break where a line ended", () => {
    expect(of("سطر أول\nسطر ثان\r\n\r\nفقرة <em>أخرى</em>\n\n\n<h2>عنوان</h2>\nبعد العنوان")).toBe(
      "سطر أول\\\nسطر ثان\n\nفقرة *أخرى*\n\n## عنوان\n\nبعد العنوان",
    );
  });
  it("of the block editor has the paragraphs it marks, in which a line's end is a space", () => {
    const text =
      "<!-- wp:paragraph -->\n<p>سطر\nوتتمته</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:freeform -->\nحر\n\nوآخر\n<!-- /wp:freeform -->";
    expect(of(text)).toBe("سطر وتتمته\n\nحر\n\nوآخر");
  });
  it("has no paragraph for an empty one, which an author left for room", () => {
    expect(of("<p>أول</p>\n<p>&nbsp;</p>\n&nbsp;\n\nثان")).toBe("أول\n\nثان");
  });
  it("keeps quotations, lists and links as an editor writes them", () => {
    expect(
      of(
        '<blockquote>قول\n\nقول آخر</blockquote>\n<ul>\n<li>أول</li>\n<li><a href="http://old.example/x.md">ثان</a></li>\n</ul>',
      ),
    ).toBe("> قول\n>\n> قول آخر\n\n- أول\n- [ثان](../x.md)");
  });
  it("has bare addresses as links, without the sign that a sentence put behind them", () => {
    expect(of("زوروا www.jisr.example؟ و«http://jisr.example/a»، أو news@jisr.example؛ ثم")).toBe(
      "زوروا [www.jisr.example](http://www.jisr.example)؟ و«<http://jisr.example/a>»، أو <news@jisr.example>؛ ثم",
    );
  });
  it("keeps its notes, and the links that lead there and back", () => {
    const text = of(
      'نص<sup><a href="#n1" id="n1-link">1</a></sup> و<a name="_ftnref1" href="#_ftn1">[1]</a>.\n\n<h2 id="notes">حواشٍ</h2>\n<ol><li id="n1">أولى <a href="#n1-link">↑</a></li></ol>\n\n<a name="_ftn1" href="#_ftnref1">[1]</a> ثانية، <a href="#notes">حواشٍ</a>',
    );
    const { html } = finishMarkdown(text, undefined).body;
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.sort()).toEqual(["t-_ftn1", "t-_ftnref1", "t-n1", "t-n1-link", "t-notes"]);
    expect(ids).toEqual(expect.arrayContaining(links));
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("keeps a picture with its caption, by the larger file it leads to", () => {
    const picture =
      '<a href="http://old.example/a.jpg"><img src="http://old.example/a-300x200.jpg" alt="ساحة"></a>';
    expect(of(`<figure>${picture}<figcaption>في <b>المساء</b></figcaption></figure>`)).toBe(
      '![ساحة](/a.jpg "في المساء")',
    );
    expect(of(`قبل\n\n${picture}\n\nبعد`)).toBe("قبل\n\n![ساحة](/a.jpg)\n\nبعد");
  });
  it("takes a gallery apart into its pictures, its caption after them", () => {
    const one = (name: string) =>
      `<li><figure><img src="http://old.example/${name}.jpg" alt=""></figure></li>`;
    expect(of(`<figure><ul>${one("a")}${one("b")}</ul><figcaption>من المعرض</figcaption></figure>`)).toBe(
      "![](/a.jpg)\n\n![](/b.jpg)\n\nمن المعرض",
    );
  });
  it("has a link for what was played", () => {
    expect(of('قبل\n<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>')).toContain(
      "](https://www.youtube.com/watch?v=abcdefghijk)",
    );
  });
  it("has a link for an address that stands in it", () => {
    expect(of("انظر http://a.example/x_y?a=1&amp;b=2، ثم\n\nhttps://b.example/status/1")).toBe(
      "انظر <http://a.example/x_y?a=1&b=2>، ثم\n\n<https://b.example/status/1>",
    );
  });
  it("has the spaces of a phrase around it", () => {
    expect(of("<strong>\nغامق </strong>ثم<a href='/x.md'> رابط</a>")).toBe("**غامق** ثم [رابط](/x.md)");
  });
  it("keeps as HTML what Markdown cannot say", () => {
    expect(of('<table><tr><td colspan="2">أ</td></tr><tr><td>ب</td><td>ج</td></tr></table>')).toMatch(
      /^<table>/,
    );
    expect(of("<dl><dt>اسم</dt><dd>شرح</dd></dl>")).toMatch(/^<dl>/);
    expect(of("10 م<sup>2</sup>")).toBe("10 م<sup>2</sup>");
  });
  it("leaves bold beside a letter without references to it", () => {
    expect(of("<strong>س:</strong>كيف؟")).toBe("**س:**كيف؟");
  });
  it.each([
    "نجمة * وشرطة_سفلية و[قوس] و#وسم و<b>غامق</b>ملتصق",
    "1. ليست قائمة\n\n- ولا هذه\n\n+ ولا تلك\n\n# ولا عنوانا\n\n> ولا اقتباسا\n\n---\n\n=== نعم",
    "<pre>سطر\n\n\nسطر</pre>",
    "2 < 3 & 4 > 1 &lt;وسم&gt; \\ `رمز` ~~لا~~ ==",
    "http://example.org/a_b_c و user@example.org",
    "<p>    مسافات في الأول</p><p>\u00a0</p><div>صندوق<div>داخل صندوق</div></div>",
    "<table><tr><th>أ|ب</th></tr><tr><td>ج<br>د</td></tr></table>",
    "<table><tr><td>الفريق</td><td>النقاط</td></tr><tr><td>الزوراء</td><td>12</td></tr></table>",
    "<script>x()</script><style>p{}</style>نص",
  ])("loses no letter and gains none: %s", (html) => {
    const letters = (text: string) => text.replace(/\s+/g, "");
    const { plain, markdown } = markdownOfPost(html, { picture: ([one = ""]) => one, link: (one) => one });
    expect(letters(finishMarkdown(markdown, undefined).body.plain)).toBe(letters(plain));
  });
});
