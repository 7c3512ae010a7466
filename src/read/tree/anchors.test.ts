import { describe, expect, it } from "vitest";
import { finishMarkdown } from "../markdown/markdown.ts";
import { parse } from "../parse.ts";

const markdown = (text: string, title?: string): string => finishMarkdown(text, title).body.html;
const saved = async (body: string): Promise<string> => {
  const text = `<html><head><link rel="canonical" href="http://www.jisr.example/a.html"></head><body><article><h1>عنوان المقال</h1>${body}<p>قال مراسلنا إن الجسر فتح أمام السير صباح اليوم، وإن العمل فيه دام عامين كاملين.</p></article></body></html>`;
  return (await parse(text, "html", "content/a.html")).value?.body.html ?? "";
};
/** Every link within the text leads to an id that stands once. */
function leadsThere(html: string): void {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, fragment = ""] of html.matchAll(/ href="#([^"]*)"/g))
    if (fragment !== "top") expect(ids).toContain(decodeURIComponent(fragment));
}

describe("links within a page", () => {
  it("lead to headings of Markdown by the names that GitHub gives them", () => {
    const html = markdown(
      "[إلى الثاني](#ما-قاله-الوزير) و[آخر](#ما-قاله-الوزير-1) و[Latin](#The-Bridge)\n\n## ما قاله **الوزير**؟\n\nنص\n\n## ما قاله الوزير\n\nنص\n\n### The Bridge!\n",
    );
    leadsThere(html);
    expect(html).toContain('<h2 id="t-ما-قاله-الوزير">');
    expect(html.match(/ href="#t-/g)).toHaveLength(3);
  });

  it("lead to ids and named anchors, wherever those stand", () => {
    for (const place of [
      '<h2 id="Related">عنوان</h2>',
      '<a name="related"></a>\n\n## عنوان',
      '<p>قبل <a name="related">هنا</a> بعد</p>',
      '<div id="related"><p>نص</p></div>',
      '<p><a id="related"></a></p>\n\n- بند',
    ]) {
      const html = markdown(`[إلى هناك](#related)\n\n${place}\n\nنص أخير`);
      leadsThere(html);
      expect(html, place).toContain('href="#t-related"');
      expect(html, place).toMatch(/<(?:h2|span|p) id="t-related">/);
      expect(html, place).not.toContain("<p></p>");
    }
  });

  it("clash with no id of a template, and none stands twice", () => {
    const html = markdown(
      '<p id="content">أ</p>\n\n<p id="content">ب</p>\n\n<p id="search-help">ج</p>\n\n[نص](#content)',
    );
    expect(html).not.toMatch(/ id="(?!t-)/);
    leadsThere(html);
  });

  it("lead to notes there and back, those of two kinds beside each other too", () => {
    const html = markdown(
      'نص[^1] وآخر<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>.\n\n<p><a href="#_ftnref1" name="_ftn1">[1]</a> حاشية أولى</p>\n\n[^1]: حاشية ثانية',
    );
    leadsThere(html);
    expect(html.match(/ href="#t-_ftn/g)).toHaveLength(2);
    expect(html.match(/ href="#note-fn/g)).toHaveLength(2);
  });

  it("lead to the top where they name the headline, and are plain text and reported where they lead nowhere", async () => {
    expect(
      markdown("# فتح الجسر\n\n[أعلى](#فتح-الجسر) و[أعلى](#top)", "فتح الجسر").match(/href="#top"/g),
    ).toHaveLength(2);
    const { value, diagnostics } = await parse(
      "---\ntitle: فتح الجسر\n---\n\nنص\n\n[إلى لا شيء](#ليس-هنا) ونص.",
      "markdown",
      "content/a.md",
    );
    expect(value?.body.html).toContain("<p>إلى لا شيء ونص.</p>");
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "link-missing", file: "content/a.md", place: { line: 7 } },
    ]);
  });

  it("of a saved page lead where they led, also by the page's whole address", async () => {
    const html = await saved(
      '<p>نص أول<a name="_ftnref1" href="#_ftn1">[1]</a> وهو <a href="http://jisr.example/a.html#part2">في ما يلي</a> و<a href="#nowhere">لا شيء</a>.</p>' +
        '<a name="part2"></a><h3>القسم الثاني</h3><div id="note1"><p>حاشية</p></div>' +
        '<p><a href="#note1">إلى الحاشية</a></p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> حاشية أخرى عن الجسر.</p></div>',
    );
    leadsThere(html);
    expect([...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual([
      "#t-_ftn1",
      "#t-_ftnref1",
      "#t-note1",
      "#t-part2",
    ]);
    expect(html).toContain("</a> ولا شيء.");
  });
});
