import { describe, expect, it } from "vitest";
import { kindOf, parse } from "./parse.ts";

const SENTENCE = "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب وقاعة للأطفال.";
const read = async (text: string) => await parse(text, kindOf("content/a.txt", text), "content/a.txt");

describe("a .txt file", () => {
  it.each(["<!DOCTYPE html>\n", "", '<?xml version="1.0"?>\n<!-- saved -->\n'])(
    "that holds a page is read as one: %j",
    async (start) => {
      const page = `${start}<html><head><title>مكتبة عامة في الحي</title><style>p{color:red}</style></head><body><h1>مكتبة عامة في الحي</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></body></html>`;
      const { value, diagnostics } = await read(page);
      expect(diagnostics).toEqual([]);
      expect(value?.parsed.metadata.title).toBe("مكتبة عامة في الحي");
      expect(value?.body.plain).not.toMatch(/color|</);
    },
  );

  it.each([
    ["RTF", "{\\rtf1\\ansi\\ansicpg1256 \\'c7\\'e1 \\par}"],
    ["JSON", JSON.stringify({ title: "مكتبة", body: SENTENCE })],
    ["JSON", JSON.stringify([{ title: "مكتبة", body: SENTENCE }], null, 2)],
    ["JSON", `${JSON.stringify({ title: "مكتبة" })}\n${JSON.stringify({ title: "جسر" })}\n`],
    ["CSV", `id,title,date,body\n1,"مكتبة",2011-03-06,"${SENTENCE}"\n`],
    ["CSV", `العنوان\tالتاريخ\tالنص\nمكتبة\t2011-03-06\t${SENTENCE}\n`],
  ])("that holds %s is an error that says what to do: %s", async (format, text) => {
    const { value, diagnostics } = await read(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", code: "not-plain-text" }]);
    expect(diagnostics[0]?.message).toContain(format);
    expect(diagnostics[0]?.hint).toMatch(/save|Write/);
  });

  it.each([
    `[فيديو] افتتاح المكتبة\n${SENTENCE}`,
    `{عن المكتبة}\n${SENTENCE}`,
    `كتب, ومكتبات, وقراء\n${SENTENCE}, ${SENTENCE}, نعم`,
    `العنوان: مكتبة\nالتاريخ: 6 آذار 2011\n${SENTENCE}`,
    `<b>افتتاح المكتبة</b>\n${SENTENCE}`,
  ])("that holds text is read as text: %j", async (text) => {
    expect(kindOf("a.txt", text)).toBe("raw");
    expect((await read(text)).diagnostics).toEqual([]);
  });
});
