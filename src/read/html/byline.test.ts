import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "طرابلس تعيد خط الترام القديم";
const TEXT = `<p>أعادت بلدية المدينة خط الترام القديم إلى العمل بعد نصف قرن من التوقف، وركبه في يومه الأول آلاف من الأهالي وبينهم من يذكر رحلته الأخيرة.</p><p>وقال سائقه إن الرحلة من المرفأ إلى السوق تستغرق عشر دقائق.</p>`;

async function read(line: string, head = "") {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1>${line}${TEXT}</article></body></html>`;
  const { metadata, finished } = await parseHtml(html);
  return { ...metadata, ...finished.body, aside: finished.body.removed.map(({ text }) => text) };
}

describe("the element that names the writer", () => {
  it.each([
    ["with the place and the office", "صور - من مراسلتنا لينا حمود", "لينا حمود"],
    ["with the office and the place", "مراسلنا في بنت جبيل: رائد شاهين", "رائد شاهين"],
    ["with the office alone", "موفدنا رائد شاهين", "رائد شاهين"],
    ["behind a place", "صور - لينا حمود", "لينا حمود"],
    ["before a place", "لينا حمود – صور", "لينا حمود"],
    ["alone", "لينا حمود", "لينا حمود"],
    ["with the sign of a note", "المنارة - لينا حمود*", "لينا حمود"],
    ["in a box marked as the name", `مرسلة بواسطة <span class="fn">لينا حمود</span>`, "لينا حمود"],
    ["where either may be the name, as it stands", "لينا حمود - رائد شاهين", "لينا حمود - رائد شاهين"],
    ["before a day", "لينا حمود | 3 مايو 2012", "لينا حمود"],
    ["in a box beside a day's", "<span>كتبت: لينا حمود</span><span>3 مايو 2012</span>", "لينا حمود"],
  ])("names them %s, and is not repeated in the text", async (_, line, name) => {
    const { authors, plain, aside } = await read(`<p class="byline">${line}</p>`);
    expect(authors).toEqual([name]);
    expect(plain.startsWith("أعادت بلدية")).toBe(true);
    expect(aside.join(" ")).toContain(name);
  });
  it.each([
    [
      "in Newspaper",
      `<div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/l">لينا حمود</a><div> - </div></div>`,
    ],
    ["in Joomla", `<span class="createdby">كتب بواسطة: لينا حمود</span>`],
    ["in a sentence", `<p class="byline">كتبها لينا حمود</p>`],
    ["in a sentence with the day", `<p class="byline">نشر بواسطة: لينا حمود في 3 مايو 2012</p>`],
  ])("names them as themes do: %s", async (_, line) => {
    expect((await read(line)).authors).toEqual(["لينا حمود"]);
  });
  it("names nobody who is quoted between paragraphs", async () => {
    const quote = `<div class="quote"><span class="author">رائد شاهين</span></div>`;
    const { authors, plain } = await read(`${TEXT}${quote}`);
    expect(authors).toBeUndefined();
    expect(plain).toContain("رائد شاهين");
    expect((await read(`<p class="by">لينا حمود</p>${TEXT}${quote}`)).authors).toEqual(["لينا حمود"]);
  });
  it("names two", async () => {
    expect((await read(`<p class="by">لينا حمود ورائد شاهين</p>`)).authors).toEqual([
      "لينا حمود",
      "رائد شاهين",
    ]);
  });
  it("names them below the text of a blog's post, not in a comment", async () => {
    const post = (below: string) =>
      `<div class="hentry"><h3 class="entry-title">${TITLE}</h3><div class="entry-content">${TEXT}</div>${below}</div>`;
    const signed = `<span class="post-author vcard">مرسلة بواسطة <span class="fn">لينا حمود</span></span>`;
    const comment = `<div class="comment"><span class="fn">رائد شاهين</span> خبر جميل</div>`;
    const authorsOf = async (below: string) =>
      (await parseHtml(`<html><head><title>${TITLE}</title></head><body>${post(below)}</body></html>`))
        .metadata.authors;
    expect(await authorsOf(comment + signed)).toEqual(["لينا حمود"]);
    expect(await authorsOf(comment)).toBeUndefined();
  });
  it("is read between headline and text as Joomla writes it, without a class", async () => {
    const html = `<html><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1><span class="small">كتبها لينا حمود</span><div class="item-text article-body">${TEXT}</div></body></html>`;
    expect((await parseHtml(html)).metadata.authors).toEqual(["لينا حمود"]);
  });
  it.each(["Administrator", "admin", "Super User", "المحرر", "مدير الموقع"])(
    "is not %s, whom a system names for want of a name",
    async (nobody) => {
      const head = `<meta name="author" content="${nobody}">`;
      const printed = await read(`<span class="author">${nobody}</span><p>كتبت: لينا حمود</p>`, head);
      expect(printed.authors).toEqual(["لينا حمود"]);
      expect(printed.plain.startsWith("أعادت بلدية")).toBe(true);
      expect((await read(`<p>بواسطة: ${nobody}</p>`, head)).authors).toBeUndefined();
    },
  );
  it("stays in the text where the page states another", async () => {
    const { authors, plain } = await read(
      `<p class="byline">تصوير رائد شاهين</p>`,
      `<meta name="author" content="لينا حمود">`,
    );
    expect({ authors, first: plain.split("\n")[0] }).toEqual({
      authors: ["لينا حمود"],
      first: "تصوير رائد شاهين",
    });
  });
});

describe("a row of the writers whom the page states and a day", () => {
  const HEAD = `<meta name="author" content="لينا حمود"><meta name="author" content="رائد بن شاهين">`;
  const BOTH = `<script type="application/ld+json">{"@type":"Article","author":[{"name":"لينا حمود الكبير"},{"name":"رائد بن شاهين"}]}</script>`;
  it.each(["لينا حمود الكبير ورائد بن شاهين - 3 مايو 2012", "3 مايو 2012 | لينا حمود الكبير، رائد بن شاهين"])(
    "is no paragraph: %s",
    async (row) => {
      const { date, plain, aside } = await read(`<p class="meta">${row}</p>`, BOTH);
      expect(date).toBe("2012-05-03");
      expect(plain.startsWith("أعادت بلدية")).toBe(true);
      expect(aside).toContain(row);
    },
  );
  it("is one where it names anybody else", async () => {
    const row = "لينا حمود ونساء من أهل الحي القديم - 3 مايو 2012";
    expect((await read(`<p class="meta">${row}</p>`, HEAD)).plain.startsWith(row)).toBe(true);
  });
});

describe("the way home", () => {
  it.each([
    ["with signs", `<div class="breadcrumb">الرئيسية » محليات » الشمال</div>`, "الشمال"],
    [
      "of links, up to the headline",
      `<div class="breadcrumbs"><a href="/">الرئيسية</a> » <a href="/l">محليات</a> » ${TITLE}</div>`,
      "محليات",
    ],
    [
      "of items, up to the headline cut short",
      `<ol class="breadcrumb"><li>الرئيسية</li><li>محليات</li><li>طرابلس تعيد خط…</li></ol>`,
      "محليات",
    ],
    [
      "to a section that begins as the headline does",
      `<ol class="breadcrumb"><li>الرئيسية</li><li>طرابلس</li></ol>`,
      "طرابلس",
    ],
    [
      "without a name, in one line that ends with the headline",
      `<div class="navbar"><a href="/">الرئيسية</a> &gt; <a href="/l">محليات</a> &gt; ${TITLE}</div>`,
      "محليات",
    ],
    ["that is a menu", `<div class="menu">الرئيسية | محليات | رياضة</div>`, undefined],
    ["that leads nowhere", `<div class="breadcrumb">الرئيسية » ${TITLE}</div>`, undefined],
  ])("%s names the section", async (_, way, section) => {
    expect((await read(way)).section).toBe(section);
  });
});
