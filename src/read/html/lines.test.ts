import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "مكتبة البلدية تفتح أبوابها ليلا في الصيف";
const TEXT = `<p>تفتح مكتبة البلدية أبوابها حتى منتصف الليل طوال أشهر الصيف، بعدما طلب ذلك مئات الطلاب الذين لا يجدون في بيوتهم مكانا هادئا.</p><p>وقالت أمينة المكتبة إن القاعة الكبرى تتسع لمئة قارئ، وإن الشاي فيها مجان.</p>`;

const page = (body: string): string =>
  `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${TITLE}</title></head><body>${body}</body></html>`;
/** The headline, a line, and the text in a box of its own. */
const under = (line: string): string =>
  page(
    `<div class="post"><h1 class="entry-title">${TITLE}</h1>${line}<div class="entry-content">${TEXT}</div></div>`,
  );
/** The headline, a line and the text in one box. */
const within = (line: string): string => page(`<article><h1>${TITLE}</h1>${line}${TEXT}</article>`);

async function read(html: string) {
  const { metadata, finished, evidence } = await parseHtml(html);
  const quotes = evidence.map(({ quote }) => quote);
  return { ...metadata, ...finished.body, quotes, aside: finished.body.removed.map(({ text }) => text) };
}

describe("a row under the headline", () => {
  it.each([
    ["a name and a date", `<div class="entry-meta">ريم القاضي | 9 أكتوبر 2013</div>`, undefined],
    [
      "a writer, a day and an hour",
      `<div>بقلم <a rel="author" href="/r">ريم القاضي</a> | الأربعاء 9 أكتوبر 2013 - 08:15</div>`,
      ["ريم القاضي"],
    ],
    [
      "boxes side by side",
      `<div class="meta"><span>كتبت: ريم القاضي</span><span>9 أكتوبر 2013</span></div>`,
      ["ريم القاضي"],
    ],
    [
      "a label and a name in boxes of their own",
      `<div><span>كتبت:</span> <a href="/r">ريم القاضي</a> <time>9 أكتوبر 2013</time></div>`,
      ["ريم القاضي"],
    ],
    [
      "a day, a month and a year in boxes",
      `<p><span>9</span><span>أكتوبر</span><span>2013</span></p>`,
      undefined,
    ],
    ["lines that breaks end", `<p>كتبت: ريم القاضي<br>9 أكتوبر 2013</p>`, ["ريم القاضي"]],
  ])("of %s says who and when", async (_, line, authors) => {
    const { date, ...rest } = await read(under(line));
    expect({ date, authors: rest.authors }).toEqual({ date: "2013-10-09", authors });
  });

  it.each([
    `<div><a href="/c">كتب</a> / <span>9 أكتوبر 2013</span> / <a href="#c">لا توجد تعليقات على هذا المقال حتى الآن</a></div>`,
    `<div><span><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg> 9 أكتوبر 2013</span> <span>ريم القاضي</span></div>`,
    `<ul><li>ريم القاضي</li><li>9 أكتوبر 2013</li><li>3 تعليقات</li></ul>`,
  ])("says when, whatever stands beside it: %s", async (line) => {
    expect((await read(under(line))).date).toBe("2013-10-09");
  });

  it("is read in the box of the text too", async () => {
    const { date, authors, plain } = await read(
      within(`<div class="meta"><span>كتبت: ريم القاضي</span><span>9 أكتوبر 2013</span></div>`),
    );
    expect({ date, authors }).toEqual({ date: "2013-10-09", authors: ["ريم القاضي"] });
    expect(plain).not.toContain("ريم القاضي");
  });

  it("says nothing when a sentence leads to another day", async () => {
    const { date } = await read(
      under(`<p>تعود القاعة كما كانت قبل <a href="/d">9 أكتوبر 2013</a> بيوم واحد</p>`),
    );
    expect(date).toBeUndefined();
  });
});

describe("a day of the Hijri calendar", () => {
  const DAY = "٤ ذو القعدة ١٤٣٤هـ";
  it.each([
    ["under the headline, before the box of the text", under(`<span class="time">${DAY}</span>`)],
    ["in the box of the text", within(`<span class="time">${DAY}</span>`)],
    ["beside the writer", under(`<div>كتبت: ريم القاضي | ${DAY}</div>`)],
  ])("%s dates nothing and is quoted to editors", async (_, html) => {
    const { date, quotes } = await read(html);
    expect({ date, quotes }).toEqual({ date: undefined, quotes: [DAY] });
  });
  it("does not hide what the text says of its day", async () => {
    const { quotes } = await read(within(`<span>${DAY}</span><p>تُفتح القاعة مساء الخميس للمرة الأولى.</p>`));
    expect(quotes).toEqual([DAY, "مساء الخميس"]);
  });
});

describe("a text too short to be found by its length", () => {
  const POEM = "<p>على حافة البئر<br>نامت دلاء الصبايا</p><p>ولم يبق غير الصدى</p>";
  it.each([
    ["in its box", `<article><h1>${TITLE}</h1>${POEM}</article>`],
    ["under the name of a section", `<article><div>شعر</div><h1>${TITLE}</h1>${POEM}</article>`],
    ["in large letters", `<font size="5">${TITLE}</font><br><br>${POEM}`],
  ])("does not repeat the headline that stands %s", async (_, body) => {
    const { title, plain, aside } = await read(page(body));
    expect({ title, lines: plain.split("\n").slice(-3) }).toEqual({
      title: TITLE,
      lines: ["على حافة البئر", "نامت دلاء الصبايا", "ولم يبق غير الصدى"],
    });
    expect(plain).not.toContain(TITLE);
    expect(aside).toContain(TITLE);
  });
  it("keeps a first verse that is the headline", async () => {
    const { plain } = await read(page(`<article><h1>${TITLE}</h1><p>${TITLE}</p>${POEM}</article>`));
    expect(plain.split("\n")[0]).toBe(TITLE);
  });
});

describe("a page whose lines end in breaks", () => {
  const FIRST = "تفتح مكتبة البلدية أبوابها حتى منتصف الليل طوال أشهر الصيف، بعدما طلب ذلك مئات الطلاب.";
  const LAST = "وقالت أمينة المكتبة إن القاعة تتسع لمئة قارئ.";
  const OLD = page(
    `<table><tr><td><a href="/">الأولى</a></td><td><font size="5">${TITLE}</font><br><font size="2">كتبت: ريم القاضي<br>حمص - ٩ تشرين الأول ٢٠١٣</font><br>${FIRST}<br>${LAST}<br>شارك<br>اقرأ أيضا<br><a href="/2">ساعة الميدان تدق من جديد</a></td></tr></table>`,
  );
  it("is read line by line at the beginning and the end of its text", async () => {
    const { title, date, authors, html, aside } = await read(OLD);
    expect({ title, date, authors }).toEqual({ title: TITLE, date: "2013-10-09", authors: ["ريم القاضي"] });
    expect(html).toBe(`<p>${FIRST}<br>${LAST}</p>`);
    for (const line of ["شارك", "اقرأ أيضا", "ساعة الميدان تدق من جديد"]) expect(aside).toContain(line);
  });
  it("keeps verse as it stands, and what would be the page's own elsewhere", async () => {
    const verse = `<p>يا نهرُ يا بحثَ المساءِ عن الندى<br>بحث<br>يا موجةً تمشي على مهلِ</p>`;
    const { html } = await read(within(`${TEXT}${verse}<p>وصفق الحاضرون طويلا بعد القصيدة.</p>`));
    expect(html).toContain(verse);
  });
  it("keeps a stanza that begins or ends with a word of the page's own", async () => {
    const verse = "<p>أريد من البحر<br>المزيد</p><p>المزيد<br>من الملح<br>فوق الشفاه</p><p>شارك<br>حزني</p>";
    const { html } = await read(page(`<article><h1>${TITLE}</h1>${TEXT}${verse}</article>`));
    expect(html.endsWith(verse)).toBe(true);
  });
  it("reads the items of a list as lines", async () => {
    const { date, authors, plain } = await read(
      within(
        `<ul><li>كتبت: ريم القاضي</li><li>9 أكتوبر 2013</li></ul>${TEXT}<ul><li>كتب</li><li>قهوة</li></ul>`,
      ),
    );
    expect({ date, authors }).toEqual({ date: "2013-10-09", authors: ["ريم القاضي"] });
    expect(plain).not.toContain("ريم القاضي");
    expect(plain).toContain("كتب\nقهوة");
  });
  it("is dated by a line below a name", async () => {
    const { date, plain } = await read(within(`<p>ريم القاضي<br>حمص - 9 أكتوبر 2013</p>${TEXT}`));
    expect({ date, first: plain.split("\n")[0] }).toEqual({ date: "2013-10-09", first: "ريم القاضي" });
  });
  it("keeps a verse that begins with the words of the headline", async () => {
    const { html } = await read(under(`</div><div class="entry-content"><p>${TITLE}<br>وتنام المدينة</p>`));
    expect(html).toContain(`${TITLE}<br>وتنام المدينة`);
  });
  it("keeps what follows a line of the page's own", async () => {
    const { html } = await read(within(`<p>شارك على فيسبوك<br>ثم عاد القراء إلى بيوتهم.</p>${TEXT}`));
    expect(html).toContain("<p>ثم عاد القراء إلى بيوتهم.</p>");
  });
});

describe("comments of readers below a text, in its box", () => {
  const two = (heading: string) =>
    `${heading}<p><b>1- أم سعيد</b><br>الخميس 10 أكتوبر 2013 10:00<br>أحسنتم، والقاعة جميلة في الليل.</p><p><b>2- زائر</b><br>الخميس 10 أكتوبر 2013 11:00<br>متى تغلق؟</p>`;
  it("are set aside with their days", async () => {
    const { date, plain, aside } = await read(
      page(`<article><h1>${TITLE}</h1>${TEXT}${two("<b>التعليقات (2)</b>")}</article>`),
    );
    expect(date).toBeUndefined();
    expect(plain.split("\n")).toHaveLength(2);
    expect(aside).toContain("متى تغلق؟");
  });
  it("are none without a count of them above", async () => {
    const { plain } = await read(page(`<article><h1>${TITLE}</h1>${TEXT}${two("<b>شهادات</b>")}</article>`));
    expect(plain).toContain("أم سعيد");
    expect(plain).toContain("والقاعة جميلة");
  });
});

describe("the way to the other parts of a text", () => {
  it("is set aside", async () => {
    const way = `<p>الصفحة 1 من 3</p><p>1 <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">التالي »</a></p>`;
    const { plain, aside } = await read(page(`<article><h1>${TITLE}</h1>${TEXT}${way}</article>`));
    expect(plain.split("\n")).toHaveLength(2);
    expect(aside).toContain("الصفحة 1 من 3");
  });
  it("is none of a line with other words", async () => {
    const notes = `<p><a href="#1">1</a> <a href="#2">2</a> التالي من الكتب</p>`;
    expect((await read(page(`<article><h1>${TITLE}</h1>${TEXT}${notes}</article>`))).plain).toContain(
      "التالي من الكتب",
    );
  });
});
