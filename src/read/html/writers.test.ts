import { describe, expect, it } from "vitest";
import { writersOf } from "./byline.ts";
import { parseHtml } from "./html.ts";

const TITLE = "نحالو الوادي يجمعون أول عسل بعد الحرائق";
const TEXT = `<p>جمع نحالو الوادي هذا الأسبوع أول عسل لهم منذ أن أتت الحرائق على المراعي، وقالوا إن الزهر عاد إلى السفوح أسرع مما ظنوا.</p>
<p>ويعمل في الوادي أربعون نحالا، خسر أكثرهم نصف خلاياه قبل عامين، وأعادت الجمعية التعاونية توزيع خلايا جديدة عليهم.</p>`;
const authorOf = (name: string, type = "Person") =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", author: { "@type": type, name }, publisher: { name: "صدى الوادي" } })}</script>`;

async function read(line: string, head = "") {
  const html = `<html><head><title>${TITLE} - صدى الوادي</title>${head}</head><body><article><h1>${TITLE}</h1>${line}<div class="entry-content">${TEXT}</div></article></body></html>`;
  const { metadata, finished } = await parseHtml(html);
  return { authors: metadata.authors, first: finished.body.plain.split("\n")[0] };
}

describe("the writer whom a page prints", () => {
  const PRINTED = `<div class="author">نوال بركات</div>`;
  it.each([
    ["the outlet", authorOf("صدى الوادي", "Organization")],
    ["the outlet by a part of its name", `<meta name="author" content="الوادي">${authorOf("صدى الوادي")}`],
    ["a desk", authorOf("هيئة التحرير")],
    ["an account", `<meta name="author" content="nawal">`],
    ["a name in other letters", authorOf("Nawal Barakat")],
    ["nobody, as a script writes it", authorOf("null")],
    ["a mail address", `<meta property="article:author" content="desk@wadi.example">`],
  ])("comes before %s that its head states", async (_, head) => {
    expect((await read(PRINTED, head)).authors).toEqual(["نوال بركات"]);
  });

  it("does not come before a person whom its head states", async () => {
    expect((await read(PRINTED, authorOf("سعيد مراد"))).authors).toEqual(["سعيد مراد"]);
  });

  it("is named by the line that is all her box, behind the outlet, a role or a link to her page", async () => {
    const lines = [
      `<div class="author">المصدر: صدى الوادي - نوال بركات</div>`,
      `<div class="writer-name">الوادي- نوال بركات</div>`,
      `<div class="author" rel="author">تقرير نوال بركات</div>`,
      `<div class="info"><a href="/authors/12_nawal">نوال بركات</a></div>`,
      `<div class="single-correspondent-name">نوال بركات</div>`,
    ];
    for (const line of lines) expect((await read(line)).authors).toEqual(["نوال بركات"]);
  });

  it("is one of two where two boxes stand side by side, or one names the work of each", async () => {
    const both = ["نوال بركات", "سعيد مراد"];
    const boxes = both.map((name) => `<div class="meta-author"><a href="/w">${name}</a></div>`).join("");
    expect((await read(boxes, authorOf("نوال بركات"))).authors).toEqual(both);
    expect((await read(`<p class="author">تقرير نوال بركات - كتابة سعيد مراد</p>`)).authors).toEqual(both);
  });

  it("stands in the text's first line, behind the outlet", async () => {
    const html = `<html><head><title>${TITLE} | صدى الوادي</title><meta name="author" content="nawal"></head><body><h1>${TITLE}</h1><div class="entry-content"><p>الوادي- نوال بركات</p>${TEXT}</div></body></html>`;
    const { metadata, finished } = await parseHtml(html);
    expect(metadata.authors).toEqual(["نوال بركات"]);
    expect(finished.body.plain.startsWith("جمع نحالو")).toBe(true);
    expect(finished.body.removed).toContainEqual({ why: "byline", text: "الوادي- نوال بركات" });
  });
});

describe("nobody", () => {
  it.each([
    ["a player", `<div class="writer-audio">استمع إلى المقال 3:20 دقيقة</div>`],
    [
      "the buttons for the size of letters",
      `<div class="author-tools author"><span>ع</span><span>ع</span></div>`,
    ],
    [
      "a field of a form",
      `<form><p class="comment-form-author"><label class="author">الاسم*</label></p></form>`,
    ],
    ["a label alone", `<p class="comment-author author">الاسم</p>`],
  ])("is named by %s", async (_, line) => {
    expect((await read(line)).authors).toBeUndefined();
  });
  it.each(["null", "undefined", "None", "N/A", "desk@wadi.example", "4711", "@wadi"])(
    "is named by %s in the head",
    async (name) => {
      expect((await read("", `<meta name="author" content="${name}">`)).authors).toBeUndefined();
    },
  );
});

describe("writersOf", () => {
  it("names whom the head states where nobody is printed, and leaves the outlet out beside others", () => {
    expect(writersOf(["صدى الوادي"], [], ["صدى الوادي"])).toEqual(["صدى الوادي"]);
    expect(writersOf(["د ب أ", "الصدى"], [], ["الصدى"])).toEqual(["د ب أ"]);
    expect(writersOf(["nawal"], ["رويترز"], [])).toEqual(["nawal"]);
  });
});
