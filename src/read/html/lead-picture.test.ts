import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "منارة الجزيرة تضاء بالشمس";
const TEXT = `<div class="article-body"><p>أضيئت منارة الجزيرة ليلة أمس بطاقة الشمس للمرة الأولى منذ بنائها، ورآها الصيادون من عرض البحر كأنها نجمة نزلت على الصخر.</p><p>وقال حارسها إن زيت المصباح القديم سيبقى في مكانه للذكرى.</p></div>`;

async function read(between: string, head = "") {
  const html = `<html><head><title>${TITLE}</title>${head}</head><body><img src="/top.jpg"><h1>${TITLE}</h1>${between}${TEXT}<img src="/foot.jpg"></body></html>`;
  const { image, image_alt, image_caption } = (await parseHtml(html)).metadata;
  return { image, image_alt, image_caption };
}
const NONE = { image: undefined, image_alt: undefined, image_caption: undefined };

describe("the picture between headline and text", () => {
  it("is the article's, with its caption", async () => {
    const box = `<a href="/m.jpg"><img src="/m-600.jpg" alt="منارة" width="600"></a>`;
    expect(await read(`<div>${box}</div>`)).toEqual({ ...NONE, image: "/m-600.jpg", image_alt: "منارة" });
    expect(await read(`<figure>${box}<figcaption>المنارة أمس</figcaption></figure>`)).toMatchObject({
      image_caption: "المنارة أمس",
    });
    const head = `<link rel="canonical" href="https://jazira.example/n/1">`;
    expect(await read(`<img src="../m.jpg">`, head)).toMatchObject({ image: "https://jazira.example/m.jpg" });
  });
  it.each([
    ["a button", `<a href="/print"><img src="/img/print.png"></a>`],
    ["an advertisement", `<a href="https://shop.example/"><img src="/m.jpg"></a>`],
    ["the writer's", `<div class="author-photo"><img src="/m.jpg"></div>`],
    ["a badge", `<img src="/m.jpg" width="40">`],
    ["one of two", `<img src="/m.jpg"><img src="/n.jpg">`],
    ["of another article", `<article><img src="/m.jpg"></article>`],
    ["without an address", `<img src="data:image/gif;base64,R0lGOD">`],
  ])("is none where it is %s", async (_, between) => {
    expect(await read(between)).toEqual(NONE);
  });
  it("gives way to what the head names", async () => {
    const head = `<meta property="og:image" content="https://jazira.example/o.jpg">`;
    expect(await read(`<img src="/m.jpg" alt="منارة">`, head)).toEqual({
      ...NONE,
      image: "https://jazira.example/o.jpg",
    });
  });
});
