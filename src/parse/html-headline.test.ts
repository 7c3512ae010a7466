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
