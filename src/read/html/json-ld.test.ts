import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "جسر الحبال يعبر الوادي مرة أخرى";
const FIRST =
  "عبر أطفال القرية جسر الحبال إلى مدرستهم صباح أمس، بعدما شد الأهالي حباله الجديدة لوحا لوحا طوال الصيف، ولم يعد الطريق ساعتين حول الوادي.";
const SECOND = "وقالت المعلمة إن الدرس الأول كان عن الجسور.";
const TEXT = `<h1>${TITLE}</h1><div class="article-body"><p>${FIRST}</p><p>${SECOND}</p></div>`;

async function read(json: string, body = TEXT) {
  const html = `<html><head><title>${TITLE}</title></head><body>${body}<script type="application/ld+json">${json}</script></body></html>`;
  const { metadata, finished } = await parseHtml(html);
  return { ...metadata, ...finished.body };
}

describe("JSON-LD", () => {
  it("names writers that stand elsewhere in its graph", async () => {
    const graph = `{"@graph":[{"@type":"Article","author":[{"@id":"#1"},{"@id":"#2"}]},{"@type":"Person","@id":"#1","name":"نهى الجبلي"},{"@id":"#2","name":"فارس السهلي"}]}`;
    expect((await read(graph)).authors).toEqual(["نهى الجبلي", "فارس السهلي"]);
  });
  it.each([
    [
      "with a line break in a string",
      `{"@type":"NewsArticle","description":"سطر\nآخر","datePublished":"2015-03-04"}`,
    ],
    ["in a CDATA section", `//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2015-03-04"}\n//]]>`],
    ["with a comma too many", `{"@type":"NewsArticle","datePublished":"2015-03-04",}`],
  ])("is read %s", async (_, json) => {
    expect((await read(json)).date).toBe("2015-03-04");
  });
  it("names tags", async () => {
    expect((await read(`{"@type":"NewsArticle","keywords":"جسور، وادي"}`)).tags).toEqual(["جسور", "وادي"]);
    expect((await read(`{"@type":"NewsArticle","keywords":["جسور","وادي"]}`)).tags).toEqual(["جسور", "وادي"]);
  });
  const STATED = JSON.stringify({
    "@type": "NewsArticle",
    headline: TITLE,
    articleBody: `${FIRST}\n\n${SECOND}`,
  });
  it("gives the text of a page that shows it by script alone", async () => {
    const { title, plain, removed } = await read(
      STATED,
      `<div id="root"></div><noscript>فعل السكربت</noscript>`,
    );
    expect({ title, lines: plain.split("\n") }).toEqual({ title: TITLE, lines: [FIRST, SECOND] });
    expect(removed.map(({ text }) => text)).toEqual(["فعل السكربت", TITLE]);
  });
  it("gives none where the page shows one", async () => {
    expect((await read(STATED, TEXT.replace(SECOND, "وانتهى العمل."))).plain).not.toContain(SECOND);
  });
});
