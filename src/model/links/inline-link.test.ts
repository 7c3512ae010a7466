import { describe, expect, it } from "vitest";
import { urlPath } from "../brands.ts";
import { fileLinksIn, withLinks } from "./inline-link.ts";

describe("links to files", () => {
  it("are those that are relative and have the extension of a source or a document", () => {
    const html = [
      ...["a.md", "../b.txt#x", "c%20d.HTML", "e.htm?f=1", "a.md", "x&#x26;y.md"].map(
        (href) => `<p><a title="1 > 0" href="${href}">س</a></p>`,
      ),
      ...["/a.md", "https://x.example/a.html", "//x.example/a.html", "#a.md", "mailto:a@b.md", "a.svg"].map(
        (href) => `<a href="${href}">ص</a>`,
      ),
      ...["2017/", "?page=a.html", "#"].map((href) => `<a href="${href}">ع</a>`),
    ].join("");
    expect(
      fileLinksIn('<a href="files/%D8%A8.PDF#page=3">ب</a><a href="http://old.example/a.docx">أ</a>'),
    ).toEqual(["files/%D8%A8.PDF#page=3", "http://old.example/a.docx"]);
    expect(fileLinksIn(html)).toEqual(["a.md", "../b.txt#x", "c%20d.HTML", "e.htm?f=1", "x&y.md"]);
  });
  it("are replaced by the articles' addresses with their fragments, and kept where none is known", () => {
    const links = { "a.md": urlPath("/2017/11/22/قصر/"), "b.md#1&2": urlPath("/undated/b/") };
    expect(
      withLinks(
        '<p><a href="a.md" title="ق">قصر</a> <a href="b.md#1&#x26;2">ب</a> <a href="c.md">ج</a></p>',
        links,
      ),
    ).toBe(
      '<p><a href="/2017/11/22/%D9%82%D8%B5%D8%B1/" title="ق">قصر</a> <a href="/undated/b/#t-1-2">ب</a> <a href="c.md">ج</a></p>',
    );
  });
});
