import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "نول الجدة يعود إلى سوق النساجين";
const FIRST =
  "عاد نول خشبي عمره قرن ونصف القرن إلى سوق النساجين القديم، وجلست إليه حفيدة صاحبته لتنسج أمام المارة أول بساط من صوف هذا الموسم.";
const SECOND = "وقالت الحفيدة إن الخيوط صبغت بقشر الرمان كما كانت تصبغ أيام جدتها.";
const TEXT = `<p>${FIRST}</p><p>${SECOND}</p>`;

async function read(body: string, head = "") {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
  const { metadata, finished } = await parseHtml(html);
  return {
    ...metadata,
    lines: finished.body.plain.split("\n"),
    aside: finished.body.removed.map(({ text }) => text).join(" | "),
  };
}
const article = (above: string, below: string): string =>
  `<article><h1>${TITLE}</h1>${above}<div class="article-body">${TEXT}${below}</div></article>`;
const around = (above: string, below: string): string =>
  `<h1>${TITLE}</h1>${above}<div class="article-body">${TEXT}</div>${below}`;

describe("tags that a page prints", () => {
  it.each([
    ["a label and links", `<div>الكلمات الدلالية: <a href="/1">نول</a> <a href="/2">سوق النساجين</a></div>`],
    [
      "a label over links",
      `<div class="post-tags"><div>الوسوم</div><span class="tagcloud"><a href="/1">نول</a> <a href="/2">سوق النساجين</a></span></div>`,
    ],
    [
      "a list that is named so",
      `<ul class="tags"><li><a href="/1">نول</a></li><li><a href="/2">سوق النساجين</a></li></ul>`,
    ],
    [
      "a field of Drupal",
      `<div class="field-name-field-tags"><div class="field-label">الوسوم:&nbsp;</div><div><a href="/1">نول</a></div><div><a href="/2">سوق النساجين</a></div></div>`,
    ],
  ])("are read from %s, in the box of the text and below it", async (_, box) => {
    for (const body of [article("", box), around("", box)]) {
      const { tags, lines, aside } = await read(body);
      expect(tags).toEqual(["نول", "سوق النساجين"]);
      expect(lines).toEqual([FIRST, SECOND]);
      expect(aside).toContain("النساجين");
    }
  });
  it("are read from words between signs, below the text", async () => {
    expect((await read(around("", "<p>كلمات مفتاحية: نول، سوق النساجين</p>"))).tags).toEqual([
      "نول",
      "سوق النساجين",
    ]);
  });
  it.each([
    `<p>وسم <a href="/h">#نول_الجدة</a> تصدر أمس.</p>`,
    `<p>قسم <a href="/q">النسيج</a> في المعهد</p>`,
    `<p>الوسوم <a href="/h">نول</a> تملأ الجدران</p>`,
    `<p>القسم: <a href="/q">النسيج</a> وحده في المعهد</p>`,
  ])("are none of a line of the text with other words: %s", async (line) => {
    const { tags, section, lines } = await read(article("", line));
    expect({ tags, section, lines: lines.length }).toEqual({ tags: undefined, section: undefined, lines: 3 });
  });
  it("are none of a sidebar, nor a link in a sentence", async () => {
    const cloud = `<aside class="tagcloud"><a href="/1">نول</a></aside>`;
    const sentence = `<p>وفي <span class="tag"><a href="/s">السوق</a></span> نساجون كثيرون.</p>`;
    const { tags, lines } = await read(article("", sentence) + cloud);
    expect(tags).toBeUndefined();
    expect(lines[2]).toBe("وفي السوق نساجون كثيرون.");
  });
  const KEYWORDS = `<meta name="keywords" content="أخبار، نول، وظائف نسائية، نتائج, سوق النساجين">`;
  it("are those keywords of the head alone that the text speaks of", async () => {
    expect((await read(article("", ""), KEYWORDS)).tags).toEqual(["نول", "سوق النساجين"]);
    const stated = `<div>الوسوم: <a href="/1">صوف</a></div>`;
    expect((await read(around("", stated), KEYWORDS)).tags).toEqual(["صوف"]);
  });
});

describe("the section that a page prints", () => {
  it.each([
    ["a box that is named so", `<span class="category">تراث</span>`],
    ["a label", `<p>القسم: تراث</p>`],
    [
      "a field of Drupal",
      `<div class="field-category"><div class="field-label">القسم:&nbsp;</div><a href="/t">تراث</a></div>`,
    ],
    ["a link of the theme", `<li class="entry-category"><a href="/t">تراث</a></li>`],
    [
      "a way home whose arrows are pictures",
      `<div class="pathway"><a href="/">الرئيسية</a> <img src="a.png" alt=""> تراث <img src="a.png" alt=""> ${TITLE}</div>`,
    ],
    [
      "a way home in other words",
      `<p id="hierarchie"><a href="/">الصفحة الأساسية</a> &gt; <a href="/t">تراث</a> &gt; ${TITLE}</p>`,
    ],
  ])("is read from %s", async (_, box) => {
    const { section, lines } = await read(around(box, ""));
    expect(section).toBe("تراث");
    expect(lines).toEqual([FIRST, SECOND]);
  });
  it.each([
    `<div class="meta">نشر في <a href="/d">14 فبراير 2014</a> <span>بواسطة <a href="/r">ريما النساج</a></span></div>`,
    `<div>نشر في <a href="/r">ريما النساج</a> بتاريخ 14 فبراير 2014</div>`,
    `<span class="category">3 مقالات</span>`,
  ])("is none of a row of the day and the writer: %s", async (row) => {
    expect((await read(around(row, ""))).section).toBeUndefined();
  });
  it("is none of two, nor words of the text", async () => {
    const two = `<span class="category">تراث</span><span class="category">مدن</span>`;
    expect((await read(around(two, ""))).section).toBeUndefined();
    const { section, lines } = await read(article("", "<p>القسم: بابان وعشرون فصلا</p>"));
    expect({ section, last: lines[2] }).toEqual({ section: undefined, last: "القسم: بابان وعشرون فصلا" });
  });
});

describe("a box of the text that is named as what stands above it", () => {
  const INFO = `<dl class="article-info"><dt>تفاصيل</dt><dd>القسم: <a href="/t">تراث</a></dd><dd>نشر بتاريخ 3 مايو 2012</dd><dd>كتب بواسطة: ريما النساج</dd><dd>الزيارات: 532</dd></dl>`;
  it("says who, when and where, and is no part of it", async () => {
    const { date, authors, section, lines, aside } = await read(
      `<div class="item-page"><h2>${TITLE}</h2>${INFO}${TEXT}</div>`,
    );
    expect({ date, authors, section }).toEqual({
      date: "2012-05-03",
      authors: ["ريما النساج"],
      section: "تراث",
    });
    expect(lines).toEqual([FIRST, SECOND]);
    expect(aside).toContain("الزيارات: 532");
  });
  it("dates nothing in a list of other articles", async () => {
    const other = `<div class="inline-related"><a href="/o">سوق الصباغين يفتح أبوابه</a><div class="post-meta">4 مايو 2012</div></div>`;
    expect((await read(article("", other))).date).toBeUndefined();
    const unnamed = other.replace("inline-related", "x");
    expect((await read(article("", `${unnamed}<p>${SECOND}</p>`))).date).toBeUndefined();
  });
});
