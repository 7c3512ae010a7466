import { describe, expect, it } from "vitest";
import { kindOf, parse } from "./parse.ts";

const told = async (file: string, text: string) =>
  (await parse(text, kindOf(file), file)).diagnostics.map(
    ({ severity, code, hint }) => `${severity} ${code} ${hint}`,
  );

describe("an article of a headline alone", () => {
  it.each([
    ["a.md", "---\ntitle: قمة\n---\n", /draft: true/],
    ["a.md", "---\ntitle: قمة\n---\n\n<!-- لاحقا -->\n\n---\n", /draft: true/],
    ["a.txt", "انطلاق القمة في المدينة\n", /lines below/],
    [
      "a.html",
      "<html><head><title>انطلاق القمة</title></head><body><article><h1>انطلاق القمة</h1></article></body></html>",
      /--words/,
    ],
  ])("is a warning that says what to do: %s %j", async (file, text, hint) => {
    expect(await told(file, text)).toEqual([expect.stringMatching(hint)]);
    expect((await told(file, text))[0]).toMatch(/^warning no-text/);
  });
  it.each([
    ["a.md", "---\ntitle: قمة\n---\n\nنص.\n"],
    ["a.md", "---\ntitle: قمة\ndraft: true\n---\n"],
    ["a.md", "---\ntitle: كاريكاتير\n---\n\n![](a.jpg)\n"],
    ["a.txt", "انطلاق القمة في المدينة\n\nانطلقت القمة صباح اليوم في المدينة بحضور كثيرين.\n"],
  ])("is none of %s %j", async (file, text) => expect(await told(file, text)).toEqual([]));
});

describe("the pictures of a saved page", () => {
  const text =
    "رست السفينة الشراعية في الميناء بعد رحلة حول العالم دامت عاما ونصف عام، واستقبلها أهل المدينة بالطبول. ";
  const saved = (before: string, head: string, src: string): string =>
    `${before}<html><head><meta charset="utf-8"><title>عودة السفينة</title>${head}</head><body><article><h1>عودة السفينة</h1><img src="${src}"><p>${text.repeat(2)}</p></article></body></html>`;
  const canonical = (host: string) => `<link rel="canonical" href="http://${host}/1.html">`;
  const NOTE = "<!-- saved from url=(0028)http://www.mina.example/1.html -->\n";

  it.each([
    ["its own host", "", canonical("mina.example"), "http://mina.example/a.png"],
    ["its own host with www", "", canonical("mina.example"), "http://www.mina.example/a.png"],
    ["its own host without www", "", canonical("www.mina.example"), "https://mina.example/a.png"],
    ["the host its browser noted", NOTE, "", "http://mina.example/a.png"],
    ["the folder that its browser made beside it", NOTE, "", "./1_files/a.png"],
  ])("are ours to look for at %s", async (_, before, head, src) => {
    const { value } = await parse(saved(before, head, src), "html", "a.html");
    expect(value?.parsed.pictures.map((one) => one.src)).toEqual([src]);
  });
  it("are not ours at another host, or where a browser noted no address of the web", async () => {
    for (const before of [NOTE, "<!-- saved from url=(0014)about:internet -->"]) {
      const { value } = await parse(saved(before, "", "http://img.example/a.png"), "html", "a.html");
      expect(value?.parsed.pictures).toEqual([]);
    }
  });
  it("come from the address that a browser noted, unless the page states one", async () => {
    const urlOf = async (head: string) =>
      (await parse(saved(NOTE, head, "a.png"), "html", "a.html")).value?.parsed.metadata.source?.url;
    expect(await urlOf("")).toBe("http://www.mina.example/1.html");
    expect(await urlOf(canonical("mina.example"))).toBe("http://mina.example/1.html");
  });
});

describe("a file that cannot be read to its bottom", () => {
  it.each(["markdown", "html"] as const)("is named, and keeps no other from being read: %s", async (kind) => {
    const { value, diagnostics } = await parse(`${"<div>".repeat(20_000)}نص`, kind, "content/a.md");
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", code: "too-deep", file: "content/a.md" }]);
  });
});

describe("front matter in a file that is no Markdown", () => {
  const KEYS = '---\ntitle: "عودة القطار"\ndate: 2015-06-04\n---\n';
  it.each([
    ["a.txt", "عاد القطار أمس.\n\nوقال السائق إنه سعيد.\n"],
    [
      "a.html",
      "<h2>عودة</h2>\n\n    <p>عاد القطار أمس.</p>\n<div>وقال السائق إنه سعيد.<iframe src='https://youtu.be/a1b2c3d4'></iframe></div>\n",
    ],
  ])("states its keys, and all below is text: %s", async (file, text) => {
    const { value, diagnostics } = await parse(KEYS + text, kindOf(file), file);
    expect(diagnostics).toEqual([]);
    expect(value?.parsed.metadata).toEqual({ title: "عودة القطار", date: "2015-06-04" });
    expect(value?.body.html).toContain("<p>عاد القطار أمس.</p>");
    expect(value?.body.html).toContain("<p>وقال السائق إنه سعيد.</p>");
    expect(value?.body.html).not.toContain("<pre>");
  });
  it("is told with its line where a key is none", async () => {
    expect(
      (await parse("---\ntitle: أ\nlayout: post\n---\n<p>نص</p>\n", "html", "a.html")).diagnostics,
    ).toMatchObject([{ code: "unknown-key", place: { line: 3 } }]);
  });
  it("is none in a rule above a text", async () => {
    const { value } = await parse(
      "---\nسياسة\n\nعودة القطار إلى المحطة\n\nعاد القطار أمس إلى المحطة.\n",
      "raw",
      "a.txt",
    );
    expect(value?.parsed.metadata.title).not.toBeUndefined();
    expect(value?.body.plain).toContain("عاد القطار أمس");
  });
});

describe("pictures that lie in no file", () => {
  const read = async (text: string) => {
    const { value } = await parse(`---\ntitle: مرسى\n---\n${text}`, "markdown", "x");
    return { html: value?.body.html ?? "", pictures: value?.parsed.pictures ?? [] };
  };
  it("are named where the text holds their bytes", async () => {
    const { html, pictures } = await read(`نص.\n\n![مرسى](data:image/png;base64,${"QUJD".repeat(9)})\n`);
    expect(pictures).toMatchObject([{ embedded: true, place: { line: 6, column: 9 } }]);
    expect(html).toContain(`<img src="${pictures[0]?.src}" alt="مرسى">`);
  });
  it("keep their name where they lie on another machine", async () => {
    const { html, pictures } = await read(
      'أ ![ب](file:///C:/a.jpg) ج <img src="cid:part7" alt="د"> ه <img src="C:\\x\\b.jpg">\n',
    );
    expect(pictures.map(({ src }) => src)).toEqual(["file:///C:/a.jpg", "cid:part7", "file:///C:/x/b.jpg"]);
    expect(html).toContain('alt="ب"');
  });
});
