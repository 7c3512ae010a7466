import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "قطار الساحل يعود إلى سكته";
const TEXT = `<div class="article-body"><p>عاد قطار الساحل إلى سكته بعد توقف دام أربعة أعوام، وصفر سائقه طويلا عند المحطة الأولى فخرج أهل البلدة كلهم لاستقباله بالورد والأرز.</p><p>وقال ناظر المحطة إن التذاكر نفدت في ساعة واحدة.</p></div>`;
const H1 = `<h1>${TITLE}</h1>`;

async function dateOf(body: string, head = ""): Promise<string | undefined> {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
  return (await parseHtml(html)).metadata.date;
}
const published = (value: string): string => `<meta property="article:published_time" content="${value}">`;

describe("a date that is none", () => {
  it.each([
    "0000-00-00T00:00:00+00:00",
    "-0001-11-30T00:00:00+00:00",
    "1970-01-01T00:00:00+00:00",
    "2013-02-30",
    "2013-06-08T24:61:00Z",
    "اليوم",
  ])("gives way to what the page prints: %s", async (value) => {
    expect(await dateOf(`${H1}<div>8 يونيو 2013</div>${TEXT}`, published(value))).toBe("2013-06-08");
    expect(await dateOf(H1 + TEXT, published(value))).toBeUndefined();
  });
});

describe("the day that the page prints", () => {
  const dayPrinted = async (body: string, head: string): Promise<string | undefined> => {
    const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>`;
    return (await parseHtml(html)).dayPrinted;
  };
  const LATE = published("2013-06-08T21:40:00Z");
  it.each([
    ["under the headline", `${H1}<div>9 يونيو 2013</div>${TEXT}`],
    [
      "in the element of the moment",
      `${H1}<time datetime="2013-06-08T21:40:00Z">الأحد 9 حزيران 2013</time>${TEXT}`,
    ],
    [
      "in a box that is named so",
      `<div><span class="post-date">09/06/2013 - 00:40</span>${H1}</div><p>مدونة</p>${TEXT}`,
    ],
    ["below the text", `${H1}${TEXT}<p>نشر في 9 يونيو 2013</p>`],
  ])("is noted where what it states is the evening before in UTC: %s", async (_, body) => {
    expect(await dayPrinted(body, LATE)).toBe("2013-06-09");
    expect(await dayPrinted(body, published("2013-06-08T21:40:00+00:00"))).toBe("2013-06-09");
    expect(await dayPrinted(body, published("2013-06-08 21:40:00"))).toBe("2013-06-09");
  });
  it.each([
    ["the same", `${H1}<div>8 يونيو 2013</div>${TEXT}`, "2013-06-08T21:40:00Z"],
    ["days away", `${H1}<div>12 يونيو 2013</div>${TEXT}`, "2013-06-08T21:40:00Z"],
    [
      "a day away that no clock on Earth showed",
      `${H1}<div>9 يونيو 2013</div>${TEXT}`,
      "2013-06-08T06:00:00Z",
    ],
    ["when it was changed", `${H1}<div>آخر تحديث: 9 يونيو 2013</div>${TEXT}`, "2013-06-08T21:40:00Z"],
    [
      "beside a moment with the outlet's own offset",
      `${H1}<div>9 يونيو 2013</div>${TEXT}`,
      "2013-06-08T23:40:00+03:00",
    ],
  ])("is not where it is %s", async (_, body, stated) => {
    expect(await dayPrinted(body, published(stated))).toBeUndefined();
  });
  it("need not be known where the page states the same moment with the outlet's own offset too", async () => {
    const json = (date: string) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${date}"}</script>`;
    expect(await dateOf(H1 + TEXT, LATE + json("2013-06-09T00:40:00+03:00"))).toBe(
      "2013-06-09T00:40:00+03:00",
    );
    expect(await dateOf(H1 + TEXT, LATE + json("2013-06-09T08:00:00+03:00"))).toBe("2013-06-08T21:40:00Z");
  });
});

describe("the day that markup states", () => {
  it.each([
    ["in RDFa", `<span property="dc:date dc:created" content="2013-06-08T09:12:44+03:00">أمس</span>`],
    [
      "above the headline, by the name of its box",
      `<span class="itemDateCreated">السبت, 8 حزيران/يونيو 2013 09:12</span>`,
    ],
    ["in a cell", `<table><tr><td class="createdate">السبت، 8 يونيو 2013</td></tr></table>`],
    [
      "in the foot of its own article",
      `<article>${H1}${TEXT}<footer><time datetime="2013-06-08">أمس</time></footer></article>`,
    ],
  ])("is read %s", async (_, marked) => {
    expect(
      await dateOf(
        marked.includes(H1) ? marked : `<div>${marked}${H1}</div><div class="x">مدونة</div>${TEXT}`,
      ),
    ).toContain("2013-06-08");
  });
  it("is read as mail programs write it", async () => {
    expect(await dateOf(H1 + TEXT, published("Sat, 08 Jun 2013 09:12:44 +0300"))).toBe(
      "2013-06-08T09:12:44+0300",
    );
    expect(await dateOf(H1 + TEXT, published("Sat, 08 Jun 2013 09:12:44 EST"))).toBe("2013-06-08");
  });
  const other = `<time datetime="2013-06-09">أمس</time>`;
  it.each([
    ["in a list of titles", `<ul><li><a href="/1">سفينة ترسو في الميناء</a> ${other}</li></ul>`],
    ["in another article", `<article><h2>سفينة ترسو</h2>${other}</article>`],
    ["in a box of the latest", `<div class="latest-news">${other}</div>`],
    ["in a comment", `<div id="comments"><p>${other} ما أجمل القطار</p></div>`],
    ["beside the page", `<aside>${other}</aside>`],
    [
      "of two that have its name",
      `<i class="post-date">9 يونيو 2013</i><i class="post-date">7 يونيو 2013</i>`,
    ],
  ])("is not another article's, %s", async (_, box) => {
    expect(await dateOf(`${box}${H1}<p>مدونة القطارات</p>${TEXT}`)).toBeUndefined();
    expect(await dateOf(`${H1}${TEXT}${box}`)).toBeUndefined();
  });
  it("is none that the text speaks of", async () => {
    const said = `<p>وكان القطار قد توقف في ${other} بعد عاصفة.</p><p>ثم نسيه الناس.</p>`;
    expect(await dateOf(H1 + TEXT.replace("</div>", `${said}</div>`))).toBeUndefined();
  });
  it("stands in a list that is the article's own", async () => {
    const list = `<ul><li>${other}</li><li><a href="/c">محليات</a></li></ul>`;
    expect(await dateOf(`${H1}${list}${TEXT}`)).toBe("2013-06-09");
  });
});
