import { describe, expect, it } from "vitest";
import { type Kind, parse } from "../parse.ts";
import { closeAll } from "./never-closed.ts";

async function read(text: string, kind: Kind = "markdown") {
  const { value, diagnostics } = await parse(text, kind, "content/x");
  const faults = diagnostics.filter(({ code }) => code === "never-closed");
  return {
    plain: value?.body.plain ?? "",
    html: value?.body.html ?? "",
    removed: value?.body.removed ?? [],
    lines: faults.map(({ place }) => place?.line),
    message: faults[0]?.message ?? "",
  };
}
const KEYS = "---\ntitle: عودة المركب\n---\n";

describe("what is begun and never closed", () => {
  it("leaves the text below it on the page, and its line is reported", async () => {
    const { plain, removed, lines, message } = await read(
      `${KEYS}رسا المركب.\n\n<!-- يُسأل الربان\n\nنزل الركاب.\n`,
    );
    expect(plain).toBe("رسا المركب.\nنزل الركاب.");
    expect(removed).toEqual([{ why: "comment", text: "يُسأل الربان" }]);
    expect(lines).toEqual([6]);
    expect(message).toMatch(/<!-- and never ends/);
  });

  it.each([
    ["an instruction over empty lines", "<?php\n\nاليوم <b> ?> الأحد \\<!-- غدًا"],
    ["an instruction that holds an element", "مطر <?php <script> ?> الأحد"],
    ["a script over a quotation", "<!-- س -->مطر <script>ا\n> ب <script>ج</script> الأحد"],
    ["a script over empty lines within a box", "<div>مطر <script>ا\n\nب</script> الأحد"],
    ["a comment over empty lines within a box", "<div>مطر <!-- ا\n\n<script> --> الأحد"],
    [
      "a sign that is escaped once <![CDATA[ before it is gone",
      "<![CDATA[مطر \\<!-- رعد <style>ا -->\n\nالأحد",
    ],
  ])("in Markdown, %s takes nothing that stands behind it", async (_, text) => {
    expect((await read(`${KEYS}${text}`)).plain).toContain("الأحد");
  });

  it.each([
    ["<script>"],
    ["<style>"],
    ["<title>"],
    ["<textarea>"],
    ["<template>"],
    ["<noscript>"],
    ["<iframe>"],
    ["<xmp>"],
    ["<plaintext>"],
    ["<select>"],
    ["<svg>"],
    ["<math>"],
    ["<object>"],
    ["<button>"],
    ["<video src='/v.mp4'>"],
    ["<![CDATA["],
    ["<?php"],
    ["<!ENTITY"],
    ["<!--"],
    ["<!-- <b>"],
  ])("%s takes no word of what stands below, in Markdown and in HTML", async (sign) => {
    const above = "رسا المركب.";
    const below = "نزل الركاب إلى الرصيف، ثم عاد كل إلى بيته مساء. ".repeat(4).trim();
    const markdown = await read(`${KEYS}${above}\n\n${sign}\n\n${below}\n`);
    expect(markdown.plain).toContain(below);
    expect(markdown.lines).toEqual([6]);
    const fragment = await read(`${KEYS}<p>${above}</p>\n${sign}\n<p>${below}</p>\n`, "html");
    expect(fragment.plain).toContain(below);
    expect(fragment.lines).toEqual([5]);
    const page = await read(
      `<html><body><h1>عودة المركب</h1>\n<article><p>${above} ${below}</p>\n${sign}\n<p>وختم ${below}</p></article></body></html>`,
      "html",
    );
    expect(page.plain).toContain(`وختم ${below}`);
    expect(page.lines).toEqual([3]);
  });

  it("is an attribute too: it ends with its tag, and the link leads where it should", async () => {
    const { html, lines } = await read(
      `${KEYS}كتب <a href="https://port.example/a>المرفأ</a> ونقل <a href="https://port.example/b">البحر</a>.\n`,
    );
    expect(html).toBe(
      '<p>كتب <a href="https://port.example/a">المرفأ</a> ونقل <a href="https://port.example/b">البحر</a>.</p>',
    );
    expect(lines).toEqual([4]);
    expect((await read(`<p>${"نص طويل. ".repeat(30)}</p><p class="x`, "html")).lines).toEqual([1]);
  });

  it("is a fence too: its text is shown, and its line reported", async () => {
    const { plain, lines } = await read(`${KEYS}\`\`\`\nرسا المركب\n`);
    expect(plain).toBe("رسا المركب");
    expect(lines).toEqual([4]);
  });

  it("is counted where it stands several times, each kind reported once", async () => {
    const { lines, message } = await read(`${KEYS}<!-- أ\n\n<!-- ب\n\nنص.\n`);
    expect(lines).toEqual([4]);
    expect(message).toMatch(/There are 2/);
  });
});

describe("what is closed", () => {
  it.each([
    "نص <!-- ملاحظة --> وآخر <!--> وثالث <!-- س --!>",
    "<script>if (a < b) x('<!--')</script><style>a>b</style>",
    "`<!--` و ``<script>`` و \\<!-- و <https://x.example/a>",
    "~~~\n<!-- <script>\n~~~\n",
    '<a title="أ > ب" href=x>ج</a> 3 < 4',
    "<svg/><svg><path d='M0'/></svg><select><option>أ</select>",
    '<img src="a.png" onclick="x(\'<b>\')">',
  ])("stays as it is: %s", (text) => {
    const { faults, taken } = closeAll(text, true);
    expect({ faults, taken }).toEqual({ faults: [], taken: [] });
  });

  it.each(["</script", "</SCRIPT ", "</style", "</textarea"])(
    "%s without its > ends its element",
    async (end) => {
      const begin = `<${end.slice(2).trim()}>`;
      const { plain, lines, message } = await read(`${KEYS}رسا المركب.\n\n${begin}x${end}\n\nنزل الركاب.\n`);
      expect(plain).toContain("نزل الركاب.");
      expect(lines).toEqual([6]);
      expect(message).toMatch(/begins here and never ends; it is read as if it ended/);
    },
  );
  it("the address of a link between < and >, whatever letters it holds", async () => {
    for (const text of ["[خريطة](<ملف/خريطة البلد.pdf>)", "[خريطة]\n\n[خريطة]: <ملف/خريطة البلد.pdf>"]) {
      const { html, lines } = await read(`${KEYS}انظر ${text}\n`);
      expect(decodeURI(html)).toContain('<a href="ملف/خريطة البلد.pdf">خريطة</a>');
      expect(lines).toEqual([]);
    }
  });
  it("CDATA is the text in it", async () => {
    expect((await read(`${KEYS}<![CDATA[رسا <b>المركب</b>]]> أمس\n`)).plain).toBe("رسا المركب أمس");
  });
});

it("takes time that grows with the text, whatever is never closed", () => {
  const signs = [
    "<!--",
    "<script>",
    "<script></script x\n\n",
    '<a b=">" ',
    "`<",
    '<a href="',
    "<?",
    "</ ",
    "<svg>",
    "```\n<",
    "<![CDATA[",
  ];
  for (const sign of signs) {
    const text = sign.repeat(10_000);
    const start = process.cpuUsage().user;
    closeAll(text, true);
    closeAll(text, false);
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  }
});
