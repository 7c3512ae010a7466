import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "سد الوادي يمتلئ بعد شتاء طويل";
const FIRST =
  "امتلأ سد الوادي الكبير للمرة الأولى منذ عشرين عاما، بعد شتاء طويل فاضت فيه الأنهار الصغيرة كلها، وخرج أهل القرى لرؤية الماء يعلو حافته.";
const SECOND = "وقال حارس السد إن الماء يكفي الحقول ثلاثة أعوام ولو لم تمطر السماء.";

async function read(body: string, head = "", after = "") {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body>${body}</body></html>${after}`;
  const { metadata, finished } = await parseHtml(html);
  return { ...metadata, ...finished.body, aside: finished.body.removed.map(({ text }) => text) };
}

describe("a page of the Wayback Machine", () => {
  const SAVED = "https://web.archive.org/web/20120308112233";
  const TOOLBAR = `<div id="wm-ipp-base"><div id="wm-ipp"><a href="/web/">Wayback Machine</a><p>7 March 2011</p></div></div>`;
  const page = (day: string) =>
    `${TOOLBAR}<h1>${TITLE}</h1>${day}<div class="article-body"><p>${FIRST} <a href="${SAVED}/http://wadi.example/9.html">السد القديم</a></p><p>${SECOND}</p><img src="/web/20120308112233im_/http://wadi.example/s.jpg"></div>`;

  it.each([
    ["its address in the head", `<link rel="canonical" href="${SAVED}/http://wadi.example/7.html">`, ""],
    [
      "the archive's script",
      `<script>__wm.wombat("http://wadi.example/7.html","20120308112233")</script>`,
      "",
    ],
    ["a browser's note", "", `<!-- saved from url=(0066)${SAVED}/http://wadi.example/7.html -->`],
  ])("has the outlet's address and the day of its capture by %s", async (_, head, after) => {
    const { source } = await read(page(""), head, after);
    expect(source).toEqual({ url: "http://wadi.example/7.html", captured: "2012-03-08" });
  });
  it("leads where the outlet led, and keeps the pictures that the archive has", async () => {
    const { html } = await read(page(""));
    expect(html).toContain(`href="http://wadi.example/9.html"`);
    expect(html).toContain(`src="${SAVED}im_/http://wadi.example/s.jpg"`);
  });
  it("has its own day, beside those of the toolbar", async () => {
    const { date, aside } = await read(page("<div>9 مارس 2011</div>"));
    expect(date).toBe("2011-03-09");
    expect(aside.join(" ")).toContain("Wayback Machine");
  });
});

describe("a form around a whole page", () => {
  const inForm = (text: string): string =>
    `<form id="aspnetForm"><table><tr><td><a href="/1">الأولى</a><br><a href="/2">رياضة</a></td><td><font size="5"><b>${TITLE}</b></font><p>${text}</p></td></tr></table></form>`;
  it("hides neither the headline nor the text", async () => {
    const html = `<html><head><title>جريدة الوادي</title></head><body>${inForm(`${FIRST}</p><p>${SECOND}`)}</body></html>`;
    const { metadata, finished } = await parseHtml(html);
    expect(metadata.title).toBe(TITLE);
    expect(finished.body.plain.split("\n")).toEqual([FIRST, SECOND]);
  });
  it("is none where the text stands beside it", async () => {
    const form = `<form><p>اكتب رأيك في السد، ولا تنس اسمك وعنوانك.</p></form>`;
    const { plain } = await read(
      `<article><h1>${TITLE}</h1><p>${FIRST}</p><p>${SECOND}</p>${form}</article>`,
    );
    expect(plain.split("\n")).toEqual([FIRST, SECOND]);
  });
});

describe("what a system escaped twice", () => {
  it("is read as it was written, in the headline, the summary and the text", async () => {
    const title = `${TITLE} &amp;quot;أخيرا&amp;quot;`;
    const head = `<meta property="og:title" content="${title}"><meta name="description" content="الماء &amp;amp; الحقول">`;
    const html = `<html><head><title>${title}</title>${head}</head><body><h1>${TITLE} "أخيرا"</h1><div class="article-body"><p>${FIRST}</p><p>قال: &amp;quot;${SECOND}&amp;quot;</p><pre>&amp;nbsp;</pre></div></body></html>`;
    const { metadata, finished } = await parseHtml(html);
    expect(metadata).toMatchObject({ title: `${TITLE} "أخيرا"`, summary: "الماء & الحقول" });
    expect(finished.body.plain).not.toContain("quot");
    expect(finished.body.plain).toContain("&nbsp;");
  });
});
