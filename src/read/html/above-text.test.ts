import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "مزارعو السهل يعودون إلى ري الحقول بالسواقي";
const LINES = [
  "عاد مزارعو السهل هذا الربيع إلى ري حقولهم بالسواقي القديمة، بعد أن رممت الجمعية ستة كيلومترات منها وأزالت الطمي.",
  "وتوزع المياه بالدور كما كانت توزع قبل نصف قرن، ويحفظ الحارس الجديد مواعيد كل أسرة في دفتر ورثه عن جده.",
];
const TEXT = LINES.map((line) => `<p>${line}</p>`).join("");

async function read(above: string, head = "", below = "") {
  const html = `<html><head><title>${TITLE} - صدى السهل</title>${head}</head><body><main>${above}${TEXT}${below}</main></body></html>`;
  const { metadata, finished } = await parseHtml(html);
  return {
    ...metadata,
    lines: finished.body.plain.split("\n"),
    aside: finished.body.removed.map(({ text }) => text),
  };
}

describe("what a saved page prints above its text", () => {
  it("is no part of it where it repeats the section, the writer, the day, or counts", async () => {
    const head = `<meta property="article:section" content="زراعة"><meta name="author" content="ليلى الحسن"><meta property="article:published_time" content="2019-04-03">`;
    const { lines, aside } = await read(
      `<h1>${TITLE}</h1><p>زراعة</p><p>ليلى الحسن</p><p>3 نيسان 2019</p><p>1204</p>`,
      head,
      "<p>ليلى الحسن</p><p>كاتبة وباحثة</p><p>17</p>",
    );
    expect(lines).toEqual(LINES);
    expect(aside).toEqual(
      expect.arrayContaining(["زراعة", "ليلى الحسن", "3 نيسان 2019", "1204", "كاتبة وباحثة", "17"]),
    );
  });

  it("names the day beside the section", async () => {
    const head = `<meta property="article:section" content="زراعة">`;
    const { lines, date } = await read(`<h1>${TITLE}</h1><p><b>زراعة</b> 03-04-2019 | 07:53</p>`, head);
    expect({ lines, date }).toEqual({ lines: LINES, date: "2019-04-03" });
  });

  it("names the writer over the headline, where the section is one of opinions", async () => {
    const { authors, lines } = await read(
      `<div class="news-inner"><h4>مقالات</h4><p>1143</p><h4>ليلى الحسن</h4><h3 class="title">${TITLE}</h3>${TEXT}</div>`,
      `<meta name="author" content="السهل"><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="صدى السهل">`,
    );
    expect(authors).toEqual(["ليلى الحسن"]);
    expect(lines[0]).toBe(LINES[0]);
    const other = await read(`<h4>أخبار</h4><h4>موسم القمح</h4><h1>${TITLE}</h1>`);
    expect(other.authors).toBeUndefined();
  });

  it("is read with the labels that are said to those who hear it", async () => {
    const { authors, lines, aside } = await read(
      `<h1>${TITLE}</h1><ul><li><span>Author, </span>ليلى الحسن وسامر عودة</li><li><span>Role, </span>صدى السهل</li></ul>`,
    );
    expect({ authors, lines }).toEqual({ authors: ["ليلى الحسن", "سامر عودة"], lines: LINES });
    expect(aside).toContain("Role, صدى السهل");
  });
});

describe("whom a picture is from", () => {
  it("is said in its caption", async () => {
    const { lines, aside } = await read(
      `<h1>${TITLE}</h1><figure><img src="/a.jpg" alt="ساقية"><p>صدر الصورة، رويترز</p><figcaption><span class="visually-hidden">التعليق على الصورة، </span><p>ساقية بعد ترميمها</p></figcaption></figure>`,
    );
    expect(lines[0]).toBe("ساقية بعد ترميمها (رويترز)");
    expect(aside).toEqual(expect.arrayContaining(["صدر الصورة،", "التعليق على الصورة،"]));
  });
});

describe("boxes of tags and of the section", () => {
  it("are read by the labels and names that systems give them", async () => {
    const { tags, section, lines } = await read(
      `<h1>${TITLE}</h1><p class="kicker">زراعة</p>`,
      "",
      `<div class="tags"><h4>دلالات</h4><ul><li><a href="/t1">ري</a></li><li><a href="/t2">قمح</a></li></ul></div>`,
    );
    expect({ tags, section, lines }).toEqual({ tags: ["ري", "قمح"], section: "زراعة", lines: LINES });
    const more = await read(
      `<h1>${TITLE}</h1>`,
      "",
      `<div>المزيد عن: <a href="/t1">ري</a><a href="/t2">قمح</a></div>`,
    );
    expect(more.tags).toEqual(["ري", "قمح"]);
  });
});
