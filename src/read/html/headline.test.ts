import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const HEADLINE = "صيادو الميناء يعودون إلى البحر";
const TEXT = `<div class="article-body"><p>عاد صيادو الميناء القديم إلى البحر بعد توقف دام شهرين، وحملت القوارب في يومها الأول ما يكفي أسواق المدينة كلها من السمك الطازج.</p><p>وقال كبيرهم إن الموسم يبشر بالخير، وإن الريح كانت رفيقة بهم هذه المرة.</p></div>`;

async function titleOf(title: string, body: string, head = ""): Promise<string | undefined> {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
  return (await parseHtml(html)).metadata.title;
}
const printed = (headline: string): string => `<span class="title">${headline}</span>${TEXT}`;

describe("the name of an outlet in the title of a page", () => {
  it.each([
    ["behind a bar", `${HEADLINE} | جريدة المرفأ`],
    ["behind a dash", `${HEADLINE} – المرفأ`],
    ["before a dash", `صحيفة المرفأ اليومية - ${HEADLINE}`],
    ["behind two colons, longer than the headline", `${HEADLINE} :: موقع المرفأ لأخبار البحر والصيد والسفن`],
    ["behind the section", `${HEADLINE} | محليات | جريدة المرفأ`],
  ])("%s is no part of the headline that the page prints", async (_, title) => {
    expect(await titleOf(title, printed(HEADLINE))).toBe(HEADLINE);
  });
  it("is told by the page's own name for itself, where it prints no headline", async () => {
    const head = `<meta property="og:site_name" content="المرفأ">`;
    expect(await titleOf(`المرفأ - ${HEADLINE}`, TEXT, head)).toBe(HEADLINE);
    expect(await titleOf(`${HEADLINE} - المرفأ`, TEXT, head)).toBe(HEADLINE);
  });
  it("is not taken for the headline where it is printed above it", async () => {
    const name = "<h1>صحيفة المرفأ اليومية</h1>";
    expect(await titleOf(`صحيفة المرفأ اليومية - ${HEADLINE}`, name + printed(HEADLINE))).toBe(HEADLINE);
    expect(await titleOf(`${HEADLINE} - جريدة المرفأ`, `<div>جريدة المرفأ</div>${TEXT}`)).toBe(
      `${HEADLINE} - جريدة المرفأ`,
    );
  });
});

describe("a headline that holds a sign", () => {
  const SIGNED = `${HEADLINE} - تقرير مصور`;
  it.each([
    ["printed whole", SIGNED, `<span class="kicker">تقرير مصور</span>${printed(SIGNED)}`],
    ["printed nowhere", SIGNED, TEXT],
    ["of which a section prints the shorter part", SIGNED, `<div>تقرير مصور</div>${TEXT}`],
    ["that ends in the outlet's name without a sign", "رسائل القراء إلى المرفأ", TEXT],
  ])("%s stays whole", async (_, title, body) => {
    const head = `<meta property="og:site_name" content="المرفأ">`;
    expect(await titleOf(title, body, head)).toBe(title);
  });
});

describe("a title that is the same on all pages of an outlet", () => {
  const BODY =
    "<div><p>عاد صيادو الميناء القديم إلى البحر بعد توقف دام شهرين، وحملت القوارب في يومها الأول ما يكفي أسواق المدينة كلها من السمك الطازج.</p><p>وقال كبيرهم إن الموسم يبشر بالخير، وإن الريح كانت رفيقة بهم هذه المرة.</p></div>";
  it.each([
    ["an h1", `<h1>${HEADLINE}</h1>${BODY}`],
    ["an h1 before an article", `<h1>${HEADLINE}</h1><article>${BODY}</article>`],
    ["an h1 under the outlet's own", `<h1>جريدة المرفأ</h1><h1>${HEADLINE}</h1>${BODY}`],
    ["an h2", `<h2>${HEADLINE}</h2>${BODY}`],
    ["a named box in an h3", `<h3><span id="lblTitle">${HEADLINE}</span></h3>${BODY}`],
    ["a named cell", `<table><tr><td class="title">${HEADLINE}</td></tr><tr><td>${BODY}</td></tr></table>`],
    ["large letters", `<font size="5"><b>${HEADLINE}</b></font>${BODY}`],
  ])("gives way to %s above the text", async (_, body) => {
    expect(await titleOf("جريدة المرفأ", body)).toBe(HEADLINE);
    expect(await titleOf("المرفأ الجديد", `<a href="/">المرفأ الجديد</a>${body}`)).toBe(HEADLINE);
  });
  it("gives way to nothing that is no headline for certain", async () => {
    const other = "وصفات الطباخين في أحياء الساحل القديم";
    expect(await titleOf(HEADLINE, `<h1>المرفأ اليوم</h1>${BODY}`)).toBe(HEADLINE);
    expect(
      await titleOf(HEADLINE, `<header><h1>المرفأ، صوت البحر في كل بيت من بيوت الساحل</h1></header>${BODY}`),
    ).toBe(HEADLINE);
    expect(await titleOf(HEADLINE, `<h2>${other} ومعها أخبار البحر</h2>${BODY}`)).toBe(HEADLINE);
    expect(await titleOf("المرفأ", `<h2>${HEADLINE}</h2><h2>${other}</h2>${BODY}`)).toBe("المرفأ");
    expect(await titleOf("عودة", `<p>عودة</p><h2>${HEADLINE}</h2>${BODY}`)).toBe("عودة");
  });
  it("is not a headline that begins as an outlet's name does", async () => {
    const network = "شبكة المياه تصل إلى القرى";
    const deck = "<h2>سكان السفوح يودعون صهاريج الصيف بعد انتظار</h2>";
    expect(await titleOf(network, `<div class="x">${network}</div>${deck}${BODY}`)).toBe(network);
    expect(await titleOf(`${network} | المرفأ`, `<h1>${network}</h1>${deck}${BODY}`)).toBe(network);
    expect(await titleOf("المرفأ", `<h1>${network}</h1>${BODY}`)).toBe(network);
  });
  it("gives way to no name of the outlet in an h1, where it holds the headline too", async () => {
    expect(await titleOf(`${HEADLINE} - جريدة المرفأ`, `<h1>جريدة المرفأ</h1>${BODY}`)).toContain(HEADLINE);
    expect(await titleOf(`${HEADLINE} - صدى المرفأ`, `<h1>صدى المرفأ</h1>${BODY}`)).toContain(HEADLINE);
  });
});

describe("a headline that only its look tells", () => {
  const P =
    "<p>عاد صيادو الميناء القديم إلى البحر بعد توقف دام شهرين، وحملت القوارب في يومها الأول ما يكفي أسواق المدينة كلها من السمك الطازج.</p><p>وقال كبيرهم إن الموسم يبشر بالخير، وإن الريح كانت رفيقة بهم هذه المرة.</p>";
  const CENTRED = `<p align="center"><b>${HEADLINE}</b></p>`;
  it.each([
    ["bold in the middle of its line", CENTRED],
    [
      "in Word's large letters",
      `<p class="MsoNormal"><b><span style="font-size:20.0pt">${HEADLINE}</span></b></p>`,
    ],
    ["above its writer", `${CENTRED}<p align="center"><b>بقلم: سعد البحري</b></p>`],
    ["below a day", `<p>2 مارس 2009</p>${CENTRED}`],
  ])("is read where the page has no other: %s", async (_, head) => {
    for (const title of ["", "صفحة جديدة 1", "New Page 1", "المرفأ"])
      expect(await titleOf(title, `<div dir="rtl">${head}${P}</div>`)).toBe(HEADLINE);
  });
  it("is none of a sentence, of a link, of what stands in no such letters, or where the title is one", async () => {
    for (const head of [
      `<p align="center"><b>${HEADLINE}.</b></p>`,
      `<p align="center"><b><a href="/x">${HEADLINE}</a></b></p>`,
      `<p><b>${HEADLINE}</b></p>`,
    ])
      expect(await titleOf("المرفأ", `<div>${head}${P}</div>`)).toBe("المرفأ");
    const title = "البحر يفتح ذراعيه للصيادين";
    expect(await titleOf(title, `<div>${CENTRED}${P}</div>`)).toBe(title);
  });
});
