import { describe, expect, it } from "vitest";
import { finishMarkup } from "./markdown.ts";

const htmlOf = (text: string): string => finishMarkup(text, "عنوان").body.html.replace(/\n+/g, "");

describe("HTML within Markdown", () => {
  it.each([
    ["<div>أول<center>ثان</center>ثالث</div>", "<p>أول</p><p>ثان</p><p>ثالث</p>"],
    ['<div dir="ltr"><font color="red">one</font> <b>two</b></div>', '<p dir="ltr">one <b>two</b></p>'],
    [
      "<details><summary>المزيد</summary>\n\nنص **مهم**\n\n</details>",
      "<p>المزيد</p><p>نص <strong>مهم</strong></p>",
    ],
    ["<div><span><p>فقرة</p></span><p>أخرى</p></div>", "<p>فقرة</p><p>أخرى</p>"],
    [
      "<blockquote><div>قول</div><div>ورد</div></blockquote>",
      "<blockquote><p>قول</p><p>ورد</p></blockquote>",
    ],
  ])("has its boxes opened, and no word runs into the next: %s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/a1b2c3d4"></iframe>',
      '<a href="https://www.youtube.com/watch?v=a1b2c3d4">فيديو: youtube.com/watch?v=a1b2c3d4</a>',
    ],
    ['<audio src="/sound/a.mp3"></audio>', '<a href="/sound/a.mp3">تسجيل صوتي: /sound/a.mp3</a>'],
    [
      '<iframe src="//maps.example.org/show"></iframe>',
      '<a href="https://maps.example.org/show">https://maps.example.org/show</a>',
    ],
  ])("leaves a link to what is embedded: %s", (embedded, link) => {
    expect(htmlOf(`قبل\n\n${embedded}\n\nبعد`)).toBe(`<p>قبل</p><figure>${link}</figure><p>بعد</p>`);
    expect(htmlOf(`<p>قبل ${embedded}</p>`)).toContain(link);
  });
  it("leaves none to what has no address", () => {
    expect(htmlOf('قبل\n\n<iframe src="javascript:alert(1)"></iframe><embed>\n\nبعد')).toBe(
      "<p>قبل</p><p>بعد</p>",
    );
  });
  it("notes what is said to whoever cannot play it", () => {
    const { body } = finishMarkup(
      'قبل\n\n<video src="https://example.org/a.mp4">لا يعمل هنا</video>\n',
      "عنوان",
    );
    expect(body.html).toContain(">فيديو: example.org/a.mp4</a>");
    expect(body.removed).toEqual([{ why: "markup", text: "لا يعمل هنا" }]);
  });
});
