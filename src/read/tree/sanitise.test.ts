import fc from "fast-check";
import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import type { Removed } from "../../model/article.ts";
import { parseHtml } from "../html/html.ts";
import { finishMarkdown } from "../markdown/markdown.ts";
import { sanitise } from "./sanitise.ts";

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const stringifier = unified().use(rehypeStringify).freeze();
const clean = (html: string, removed: Removed[] = []): string =>
  stringifier.stringify(sanitise(parser.parse(html) as Root, removed));

/** What could run, load or send anything, or shadow an id of the site. */
const HARM =
  /<(?:script|style|iframe|object|embed|svg|math|form|input|button|select|textarea|link|meta|base|template|video|audio|source|frame|applet|portal|noscript)\b|\son\w+\s*=|javascript:|vbscript:|data:|\s(?:style|id(?!="t-[^"<]*")|name|class|srcset|ping|formaction|background|action|xlink:href|target)\s*=/i;

const VECTORS = [
  `<script>alert(1)</script>`,
  `<SCRIPT SRC=//x.example/x.js></SCRIPT>`,
  `<img src=x onerror=alert(1)>`,
  `<img src="javascript:alert(1)" alt="صورة">`,
  `<img srcset="https://x.example/a.png 2x" src="https://x.example/b.png">`,
  `<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="رسم">`,
  `<a href="javascript:alert(1)">رابط</a>`,
  `<a href="JaVaScRiPt&colon;alert(1)">رابط</a>`,
  `<a href="&#106;avascript&#58;alert(1)">رابط</a>`,
  `<a href=" java\tscript:alert(1)">رابط</a>`,
  `<a href="data:text/html,<script>alert(1)</script>">رابط</a>`,
  `<a href="vbscript:msgbox(1)">رابط</a>`,
  `<a href="/x" onclick="alert(1)" target="_blank" ping="https://x.example/">رابط</a>`,
  `<svg onload=alert(1)><script>alert(1)</script></svg>`,
  `<svg><a xlink:href="javascript:alert(1)"><text>رسم</text></a></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></math>`,
  `<p style="background:url(javascript:alert(1))">نص</p>`,
  `<style>@import "https://x.example/x.css"; p{color:red}</style><p>نص</p>`,
  `<iframe src="https://x.example/"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<object data="x.swf"><embed src="x.swf"></object>`,
  `<form action="https://x.example/"><input name="q"><button formaction="javascript:alert(1)">أرسل</button></form>`,
  `<meta http-equiv="refresh" content="0;url=https://x.example/"><base href="https://x.example/"><link rel="stylesheet" href="//x">`,
  `<video src="x" onerror="alert(1)"><source onerror="alert(1)"></video>`,
  `<details open ontoggle=alert(1)><summary>عنوان</summary>نص</details>`,
  `<p id="main" name="location" class="site-header">نص</p>`,
  `<template><img src=x onerror=alert(1)></template>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
  `<table background="javascript:alert(1)"><tr><td background="x">خانة</td></tr></table>`,
  `<body onload=alert(1)><p>نص</p></body>`,
  `<!--[if IE]><script>alert(1)</script><![endif]--><p>نص</p>`,
  `<xss onmouseover=alert(1)>نص</xss>`,
];

describe("hostile markup", () => {
  it.each(VECTORS)("loses what could do harm: %s", (html) => {
    expect(clean(html)).not.toMatch(HARM);
  });
  it.each(VECTORS)("does so in Markdown: %s", (html) => {
    expect(finishMarkdown(`نص قبله\n\n${html}\n\nنص بعده`, undefined).body.html).not.toMatch(HARM);
  });
  it("does so in a saved page", async () => {
    const text = "<p>نص المقال الطويل الذي يملأ الصفحة كلها ويزيد عليها قليلا حتى يُعرف أنه النص.</p>".repeat(
      4,
    );
    const page = `<html><body><article><h1>عنوان المقال هنا</h1>${text}${VECTORS.join("\n")}</article></body></html>`;
    const { body } = (await parseHtml(page)).finished;
    expect(body.html).not.toMatch(HARM);
    expect(body.html).toContain("نص المقال الطويل");
  });
  it("stays clean whatever is put together of its pieces", () => {
    const piece = fc.constantFrom(...VECTORS.flatMap((one) => one.split(/(?=[<>"' ])/)));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const tags = clean(pieces.join("")).match(/<[^>]*>/g) ?? [];
        // A / ? or # before the first colon makes an address a path of the page's own (URL Standard, "no scheme").
        const harmless = /(?:title|alt)="[^"]*"|(?:src|href)="[^":]*[/?#][^"]*"/g;
        for (const tag of tags) expect(tag.replace(harmless, "")).not.toMatch(HARM);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what is taken out with its words", () => {
  it("is noted", () => {
    const removed: Removed[] = [];
    clean(
      `<p>نص</p><form>ابحث هنا<button>أرسل</button></form><svg><text>رسم بياني</text></svg><img src="data:x" alt="خريطة">`,
      removed,
    );
    expect(removed.map(({ text }) => text).join(" ")).toBe("ابحث هنا أرسل رسم بياني خريطة");
  });
  it("leaves what an article is made of as it was", () => {
    const sound = `<h2>عنوان</h2><p>نص <a href="https://a.example/">رابط</a> <strong>مهم</strong> <time datetime="2017-11-22">اليوم</time></p><ol start="3"><li>بند</li></ol><img src="/images/a.jpg" alt="صورة" width="640" height="360">`;
    expect(clean(sound)).toContain(`<a href="https://a.example/">رابط</a>`);
    expect(clean(sound)).toContain(`<ol start="3"><li>بند</li></ol>`);
    expect(clean(sound)).toMatch(/<img[^>]*src="\/images\/a.jpg"[^>]*alt="صورة"/);
  });
});
