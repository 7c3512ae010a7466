import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "ساعة البرج تدق بعد صمت طويل";
const LONG = `<p>دقت ساعة البرج ظهر أمس للمرة الأولى منذ ثلاثين عاما، بعدما أصلح حرفيان من أهل الحي تروسها الصدئة قطعة قطعة على مدى شتاء كامل.</p><p>وتجمع الأهالي في الساحة يعدون دقاتها بصوت واحد.</p>`;
const SHORT = `<p>دقت ساعة البرج ظهر أمس للمرة الأولى منذ ثلاثين عاما.</p><p>وتجمع الأهالي في الساحة يعدون دقاتها.</p>`;
const DAY = `<div class="date">الاثنين 7 مارس 2011 - 09:20</div>`;
const H1 = `<h1>${TITLE}</h1>`;

async function read(body: string) {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${body}</body></html>`;
  const { metadata, finished, evidence } = await parseHtml(html);
  const printed = evidence.flatMap(({ kind, quote }) => (kind === "printed" ? [quote] : []));
  const aside = finished.body.removed.map(({ text }) => text);
  return { ...metadata, plain: finished.body.plain, printed, aside };
}
const box = (text: string): string => `<div id="article_body">${text}</div>`;

describe("the day beside a text", () => {
  it.each([
    ["above a short one", `${H1}${DAY}${box(SHORT)}`],
    ["below a headline in a box of its own", `<header>${H1}</header>${DAY}${box(LONG)}`],
    ["above one without its headline, and says so", `<div>نُشر في: 7 مارس 2011</div>${box(LONG)}`],
    ["above one without its headline, marked", `<div><time>7 مارس 2011</time></div>${box(LONG)}`],
    [
      "above one without its headline, beside the writer",
      `<div><span>كتب: هاني الورد</span><span>7 مارس 2011</span></div>${box(LONG)}`,
    ],
    ["below it", `${H1}${box(LONG)}${DAY}`],
    ["below it, behind a row for sharing", `${H1}${box(LONG)}<div>شارك على فيسبوك تويتر</div>${DAY}`],
    ["below a short one", `${H1}${box(SHORT)}${DAY}`],
    ["in a form around the page", `<form id="aspnetForm"><div>${H1}${box(LONG)}${DAY}</div></form>`],
  ])("%s is its day", async (_, body) => {
    const { date, plain } = await read(body);
    expect(date).toBe("2011-03-07");
    expect(plain).not.toContain("مارس");
  });

  it.each([
    ["of two days", `${DAY}<div>الرئيسية</div>${H1}${box(LONG)}<div>8 مارس 2011</div>`],
    ["of a day above one whose headline stands in the head alone", `${DAY}${box(LONG)}`],
    ["of a day above the headline in a box of its own", `${DAY}<header>${H1}</header>${box(LONG)}`],
    ["of a day far from the text", `${DAY}<div>أهلا بكم في موقعنا</div>${box(LONG)}`],
    ["of a day in a list", `${H1}${box(LONG)}<ul><li>الاثنين 7 مارس 2011 - 09:20</li></ul>`],
    ["of a day and a name below the text", `${H1}${box(LONG)}<div>هاني | 7 مارس 2011</div>`],
    [
      "of a day above the title of another article",
      `${H1}${box(LONG)}${DAY}<h4><a href="/n">نافورة الحديقة تعود إلى العمل</a></h4>`,
    ],
    ["of a day in the foot of the page", `${H1}${box(LONG)}<footer>${DAY}</footer>`],
  ])("is told to editors alone in the case %s", async (_, body) => {
    const { date, printed } = await read(body);
    expect(date).toBeUndefined();
    expect(printed.join("\n")).toContain("7 مارس 2011");
  });
});

describe("the writer beside a text", () => {
  it("may be named below it", async () => {
    const { authors } = await read(`${H1}${box(LONG)}<div>كتب: هاني الورد</div>`);
    expect(authors).toEqual(["هاني الورد"]);
  });
  it("is not another's, further below", async () => {
    const { authors } = await read(`${H1}${box(LONG)}<div>من أرشيفنا القديم</div><div>كتب: هاني الورد</div>`);
    expect(authors).toBeUndefined();
  });
});

describe("what is set aside", () => {
  const BOXES = "<span>2014</span><a href='/h'>هاني</a>";
  it.each([
    ["around the text", `${H1}${box(LONG)}<div>${BOXES}</div>`],
    ["in the navigation", `<nav>${BOXES}</nav>${H1}${box(LONG)}`],
    ["in the navigation, inside the text", `${H1}${box(`<nav>${BOXES}</nav>${LONG}`)}`],
    ["around a short text", `${H1}${box(SHORT)}<aside>${BOXES}</aside>`],
  ])("%s has the words of each box apart", async (_, body) => {
    expect((await read(body)).aside).toContain("2014 هاني");
  });
});
