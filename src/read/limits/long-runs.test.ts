import { describe, expect, it } from "vitest";
import { kindOf, parse } from "../parse.ts";
import { shortenRuns } from "./long-runs.ts";

describe("a very long row of spaces", () => {
  it("keeps the beginning, whatever spaces it is made of", () => {
    expect(shortenRuns(`سوق${" ".repeat(4000)}الوراقين`)).toBe(`سوق${" ".repeat(100)}الوراقين`);
    expect(shortenRuns(`سوق${"\u00a0\u200f".repeat(900)}الوراقين`)).toHaveLength(111);
    expect(shortenRuns(`سوق${"&nbsp;".repeat(900)}الوراقين`)).toBe(`سوق${"&nbsp;".repeat(100)}الوراقين`);
  });
  it("stays deep at the start of a line", () => {
    expect(shortenRuns(`بند\n${" ".repeat(4000)}- بند`)).toBe(`بند\n${" ".repeat(600)}- بند`);
  });
  it("is none across lines, or where it is as long as people write them", () => {
    const text = `سوق${" ".repeat(100)}الوراقين${"\n".repeat(400)}${" ".repeat(500)}بغداد`;
    expect(shortenRuns(text)).toBe(text);
  });

  it("is found wherever it begins, however little too long it is", () => {
    for (let before = 0; before <= 20; before++) {
      const words = "ب".repeat(before + 1);
      expect(shortenRuns(`${words}${" ".repeat(101)}سوق`)).toBe(`${words}${" ".repeat(100)}سوق`);
    }
  });

  const SENTENCE = "فتح السوق أبوابه في الصباح، وجاءه الناس من القرى يحملون الكتب والأقلام والورق. ";
  it.each([
    [
      "a raw page",
      "a.txt",
      (row: string) => `أخبار${row}السوق\n\nبقلم${row}نزار\n2011/3/4${row}حلب\n\n${SENTENCE}${row}ثم`,
    ],
    ["a headline", "a.txt", (row: string) => `سوق${row}الوراقين\n\n${SENTENCE}`],
    [
      "a saved page",
      "a.html",
      (row: string) => `<title>سوق${row}الورق</title><h1>سوق${row}الورق</h1><p>${SENTENCE}${row}ثم`,
    ],
    [
      "keys",
      "a.md",
      (row: string) => `---\ntitle: 'سوق${row}الورق'\nauthor: 'نزار${row}سعيد'\n---\n${SENTENCE}`,
    ],
  ])(
    "in %s takes time in step with its length",
    async (_, file, text) => {
      for (const space of [" ", "\t", "\u00a0", "&nbsp;", "\u200f "])
        await parse(text(space.repeat(100_000)), kindOf(file), file);
    },
    5_000,
  );

  it("made of signs is judged in time with its length too", async () => {
    for (const sign of ['"', ".", "-", ":", "*", "|"])
      await parse(`سوق${sign.repeat(60_000)}الوراقين\n\n${SENTENCE}`, kindOf("a.txt"), "a.txt");
  }, 5_000);
});
