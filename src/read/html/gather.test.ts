import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "مرصد الجبل يفتح قبته للزوار";
const FIRST =
  "فتح مرصد الجبل قبته للزوار ليلة أمس بعد ترميم دام سبعة أعوام، ووقف المئات في البرد ينتظرون دورهم لينظروا إلى حلقات زحل من عدسته القديمة.";
const SECOND = "وقال الفلكي المقيم فيه إن السماء كانت صافية كأنها تنتظر هذه الليلة.";
const LAST = "ويفتح المرصد كل خميس حتى نهاية الخريف.";
const LEAD = "قبة عمرها مئة عام تدور من جديد فوق المدينة";
const p = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const box = (...texts: readonly string[]): string => `<div class="article-text">${p(...texts)}</div>`;
const H1 = `<h1>${TITLE}</h1>`;

async function read(body: string) {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${body}</body></html>`;
  const { metadata, finished } = await parseHtml(html);
  const aside = finished.body.removed.map(({ text }) => text);
  return { ...metadata, lines: finished.body.plain.split("\n"), aside };
}

describe("a text that advertisements part into boxes", () => {
  it("is read whole", async () => {
    const { lines, aside } = await read(
      `${H1}${box(FIRST)}<div class="ad">إعلان</div>${box(SECOND)}<h3>مواعيد الزيارة</h3>${box(LAST)}`,
    );
    expect(lines).toEqual([FIRST, SECOND, "مواعيد الزيارة", LAST]);
    expect(aside).toContain("إعلان");
  });
  it.each([
    [
      "headings that lead elsewhere",
      (text: string) => `<h4><a href="/o">قبة السوق تضاء</a></h4><p>${text}</p>`,
    ],
    ["links", (text: string) => `<a href="/o">قبة السوق تضاء</a><p>${text}</p>`],
  ])("is none of a list of teasers with %s", async (_, inside) => {
    const teasers = [FIRST, SECOND, LAST, FIRST].map((text) =>
      box().replace("></div>", `>${inside(text)}</div>`),
    );
    const text = `<div class="story-body">${p(FIRST, SECOND, LAST)}</div>`;
    expect((await read(`<div>${teasers.join("")}</div>${H1}${text}`)).lines).toEqual([FIRST, SECOND, LAST]);
  });
  it("is not joined with that of another article", async () => {
    const { lines } = await read(`${H1}${box(FIRST, SECOND)}<h2>قبة السوق</h2>${box(LAST)}`);
    expect(lines).toEqual([FIRST, SECOND]);
  });
});

describe("what stands between the headline and the text", () => {
  it.each([
    [
      "a paragraph",
      `${H1}<p class="x">${FIRST}</p><div><time datetime="2014-10-02">أمس</time></div>${box(SECOND + LAST.repeat(2))}`,
      FIRST,
    ],
    ["a heading right below", `${H1}<h2>${LEAD}</h2><div>كتبت: سلوى الراعي</div>${box(FIRST, SECOND)}`, LEAD],
    [
      "what is named so",
      `${H1}<div>2 أكتوبر 2014</div><div class="sub-title">${LEAD}</div>${box(FIRST, SECOND)}`,
      LEAD,
    ],
    [
      "in the header around the headline",
      `<article><header>${H1}<p class="subtitle">${LEAD}</p></header>${p(FIRST, SECOND)}</article>`,
      LEAD,
    ],
  ])("begins the text as %s", async (_, body, lead) => {
    const { title, lines } = await read(body);
    expect(title).toBe(TITLE);
    expect(lines[0]).toBe(lead);
    expect(lines.length).toBeGreaterThan(1);
  });
  it.each([
    ["the beginning of the text", `<div class="summary">${FIRST}</div>`],
    ["the beginning of the text, cut", `<div class="summary">${FIRST.slice(0, 60)}...</div>`],
    ["a caption", `<div><img src="/q.jpg"><p class="photo-caption">قبة المرصد في الليلة الأولى.</p></div>`],
    ["a note on cookies", `<div class="cookie-notice">نستخدم ملفات تعريف الارتباط في هذا الموقع.</div>`],
    ["a row for sharing", `<h2>شارك على فيسبوك تويتر</h2>`],
    ["another article", `<article><h2>نجم جديد</h2><p>رأى الفلكيون نجما جديدا.</p></article>`],
    ["a link", `<h2><a href="/n">رأى الفلكيون نجما جديدا أمس</a></h2>`],
    ["a menu", `<nav><p>تجد هنا كل أخبار الفلك والنجوم والكواكب.</p></nav>`],
    ["a writer", `<h2>كتبت: سلوى الراعي</h2>`],
    ["a section", `<h2>علوم وفلك</h2>`],
  ])("does not where it is %s", async (_, between) => {
    expect((await read(`${H1}${between}${box(FIRST, SECOND)}`)).lines).toEqual([FIRST, SECOND]);
  });
});

describe("a box that is named as a text", () => {
  const teaser = box(
    "تعود عربات الجبل القديمة إلى سكتها بعد ترميمها، وفيها مقاعد خشبية وسائقون بثياب قديمة، وتسير كل يوم بين المحطة والقمة بلا أجرة لمن تجاوز الستين من أهل المدينة.",
  );
  const long = `<div id="maintext">${p(FIRST, SECOND, LAST, FIRST, SECOND)}</div>`;
  it.each([
    ["by its class", teaser],
    ["as an article", teaser.replaceAll("div", "article").replace("article-text", "x")],
  ])("%s is another's where a much longer text stands apart from it", async (_, side) => {
    for (const body of [`${side}${H1}${long}`, `${H1}<div>${side}</div>${long}`])
      expect((await read(body)).lines[0]).toBe(FIRST);
  });
  it("is the text where what is longer are comments", async () => {
    const comments = `<div id="comments"><div>${p(LAST, SECOND, LAST, SECOND, LAST, SECOND, LAST, SECOND, LAST, SECOND)}</div></div>`;
    expect((await read(`${H1}${box(FIRST, SECOND)}${comments}`)).lines).toEqual([FIRST, SECOND]);
  });
});
