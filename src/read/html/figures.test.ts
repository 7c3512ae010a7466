import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "فرن الحارة يخبز من جديد";
const FIRST =
  "عاد الدخان إلى مدخنة فرن الحارة بعد عشرة أعوام من الصمت، ووقف الجيران منذ الفجر في صف طويل ينتظرون أول رغيف يخرج من بيت النار.";
const SECOND = "وقال الفران إن العجين خمر كما كان أبوه يخمره.";
const CAPTION = "أول رغيف";

async function htmlOf(inside: string): Promise<string> {
  const html = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><div class="article-body">${inside}<p>${FIRST}</p><p>${SECOND}</p></div></body></html>`;
  return (await parseHtml(html)).finished.body.html;
}

describe("a picture and the words below it", () => {
  it.each([
    [
      "WordPress",
      `<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">${CAPTION}</p></div>`,
    ],
    [
      "Blogger",
      `<table class="tr-caption-container"><tr><td><img src="/a.jpg"></td></tr><tr><td class="tr-caption">${CAPTION}</td></tr></table>`,
    ],
    ["K2", `<div><span><img src="/a.jpg"></span><span class="itemImageCaption">${CAPTION}</span></div>`],
    [
      "an old page",
      `<table align=left><tr><td><img src="/a.jpg"></td></tr><tr><td><font size=1>${CAPTION}</font></td></tr></table>`,
    ],
  ])("of %s are a figure", async (_, box) => {
    expect(
      (await htmlOf(box)).startsWith(
        `<figure><img src="/a.jpg" alt=""><figcaption>${CAPTION}</figcaption></figure>`,
      ),
    ).toBe(true);
  });
  it.each([
    ["a sentence in a table", `<table><tr><td><img src="/a.jpg"></td><td>${SECOND}</td></tr></table>`],
    ["words of no caption", `<div><img src="/a.jpg"><p>${SECOND}</p></div>`],
    ["two pictures", `<div><img src="/a.jpg"><img src="/b.jpg"><p class="caption">${CAPTION}</p></div>`],
  ])("are none where there are %s", async (_, box) => {
    expect(await htmlOf(box)).not.toContain("figcaption");
  });
});

describe("a picture that a browser shows by other means", () => {
  it.each([
    [
      "in AMP",
      `<amp-img src="/a.jpg" width="600" height="400"><noscript><img src="/b.jpg"></noscript></amp-img>`,
    ],
    ["once it is scrolled to", `<img class="lazyload" src="/img/dot.png" data-src="/a.jpg">`],
    ["in the place of another", `<img src="/img/placeholder.png" data-original="/a.jpg">`],
    ["without scripts", `<p><noscript><img src="/a.jpg"></noscript></p>`],
  ])("is shown: %s", async (_, picture) => {
    const html = await htmlOf(picture);
    expect(html.match(/src="[^"]*"/g)).toEqual([`src="/a.jpg"`]);
  });
  it("is shown once", async () => {
    const html = await htmlOf(`<p><img src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>`);
    expect(html.match(/src=/g)).toHaveLength(1);
  });
  it("leaves a link where it is a video of AMP", async () => {
    expect(await htmlOf(`<amp-youtube data-videoid="abc123def45"></amp-youtube>`)).toContain(
      "youtube.com/watch?v=abc123def45",
    );
  });
});
