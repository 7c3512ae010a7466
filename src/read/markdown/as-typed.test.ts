import { describe, expect, it } from "vitest";
import { parseMarkdown } from "./markdown.ts";

const read = (text: string) => {
  const { value } = parseMarkdown(`---\ntitle: عنوان\n---\n${text}`, "x.md");
  return value?.finished.body.html.replace(/>\n+/g, ">");
};

describe("Markdown as it is typed on an Arabic keyboard", () => {
  it.each([
    ["\u200f## قسم\n\nنص\n", '<h2 id="t-قسم">قسم</h2><p>نص</p>'],
    ["\u200f- بند\n\u200f- ثان\n", "<ul><li>بند</li><li>ثان</li></ul>"],
    ["\u200f1. بند\n\u200f2. ثان\n", "<ol><li>بند</li><li>ثان</li></ol>"],
    ["\u200e> قول\n", "<blockquote><p>قول</p></blockquote>"],
    ["\u200fنص \u200f- شرطة\n", "<p>\u200fنص \u200f- شرطة</p>"],
  ])("has marks of direction before its signs: %j", (text, html) => {
    expect(read(text)).toBe(html);
  });
  it.each([
    ["المطالب:\n• أول\n• ثان\n", "<p>المطالب:<br>• أول<br>• ثان</p>"],
    ["١. أول\n٢. ثان\n", "<p>١. أول<br>٢. ثان</p>"],
    ["قال الوزير\n– ولم يزد –\nإنه ماض.\n", "<p>قال الوزير\n– ولم يزد –\nإنه ماض.</p>"],
    ["المطالب:\n– أول\n– ثان\n", "<p>المطالب:<br>– أول<br>– ثان</p>"],
    ["سطر أول\nسطر ثان\n", "<p>سطر أول\nسطر ثان</p>"],
  ])("has a line for each point: %j", (text, html) => {
    expect(read(text)).toBe(html);
  });
  it.each([
    ["![وصف](صورة الوزير.jpg)", '<img src="%D8%B5%D9%88%D8%B1%D8%A9%20'],
    ['![وصف](صور/a b (1).png "شرح الصورة")', 'title="شرح الصورة"'],
    ["[لقاء](لقاء قديم.md)", '<a href="%D9%84%D9%82%D8%A7%D8%A1%20'],
  ])("has names of files with spaces: %s", (text, html) => {
    expect(read(`${text}\n`)).toContain(html);
    expect(read(`${text}\n`)).not.toContain("](");
  });
  it("keeps brackets that name no file", () => {
    expect(read("قال](صورة أولى.jpg) ومضى\n")).toBe("<p>قال](صورة أولى.jpg) ومضى</p>");
    expect(read("قال [مازحا](أو هكذا ظننا) ومضى\n")).toBe("<p>قال [مازحا](أو هكذا ظننا) ومضى</p>");
  });
  it.each([
    [
      "    فقرة أولى طويلة.\n\n    فقرة **ثانية** مثلها.\n",
      "<p>فقرة أولى طويلة.</p><p>فقرة <strong>ثانية</strong> مثلها.</p>",
    ],
    ["\tيا جبلًا مرّ به السحاب\n\tوما مال\n", "<p>يا جبلًا مرّ به السحاب<br>وما مال</p>"],
    ["    const a = 1; // عدد\n", "<pre><code>const a = 1; // عدد\n</code></pre>"],
    ["```\nنص في إطار\n```\n", "<pre><code>نص في إطار\n</code></pre>"],
    ["- بند\n\n      فقرة في البند\n", "<ul><li><p>بند</p><p>فقرة في البند</p></li></ul>"],
  ])("has indented paragraphs and verses: %j", (text, html) => {
    expect(read(text)).toBe(html);
  });
});

describe("the headline of a text that states none", () => {
  const headline = (text: string) => parseMarkdown(text, "x.md").value?.metadata.title;
  it.each([
    ["عودة الحافلات\n====\n\nنص\n"],
    ["# **عودة** [الحافلات](https://example.org/)\n\nنص\n"],
    ["\n\u200f# عودة الحافلات\nنص\n"],
  ])("is its first heading, whatever the form: %j", (text) => {
    expect(headline(text)).toBe("عودة الحافلات");
    expect(parseMarkdown(text, "x.md").value?.finished.body.html).toBe("<p>نص</p>");
  });
  it("is no paragraph above a rule, and no heading below the first", () => {
    expect(headline(`${"كلمة ".repeat(40)}\n====\n\nنص\n`)).toBeUndefined();
    expect(headline("## قسم\n\nنص\n")).toBeUndefined();
    expect(headline("نص\n\n# قسم\n")).toBeUndefined();
  });
});

describe("what Markdown shows nothing of", () => {
  it.each([
    ["نص\n\n[المصدر]: رويترز\n", "<p>نص</p><p>[المصدر]: رويترز</p>"],
    ["نص\n\n[^1]: حاشية بلا **موضع**\n", "<p>نص</p><p>حاشية بلا <strong>موضع</strong></p>"],
    ["نص\n\n[^1]: حاشية عن نفسها[^1]\n", "<p>نص</p><p>حاشية عن نفسها[^1]</p>"],
    ["قال [](صورة أولى.jpg) ومضى\n", "<p>قال [](صورة أولى.jpg) ومضى</p>"],
    ["[رابط][1]\n\n[1]: /x/\n", '<p><a href="/x/">رابط</a></p>'],
    ["نص\n\n[//]: # (للمحرر)\n", "<p>نص</p>"],
  ])("is shown where nothing refers to it: %j", (text, html) => {
    expect(read(text)).toBe(html);
  });
  it("is none of a note that another note refers to", () => {
    const html = read("نص[^1]\n\n[^1]: أولى[^2]\n[^2]: ثانية\n") ?? "";
    expect(html.match(/<li id="note-fn-/g)).toHaveLength(2);
  });
});
