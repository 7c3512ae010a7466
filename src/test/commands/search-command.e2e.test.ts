/** `warraq search` on a small archive that was built, seen from outside. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markdown, Root, warraq } from "../testing/program.ts";

const ARTICLES: Readonly<Record<string, string>> = {
  "content/minister.md": markdown(
    "وزير الثقافة يفتتح معرض الكتاب",
    "date: 2012-05-01\nsection: ثقافة\n",
    "افتتح الوزير معرض الكتاب في دمشق.",
  ),
  "content/fair.md": markdown(
    "معرض الكتاب يختتم",
    "date: 2013-06-02\nsection: ثقافة\n",
    "اختتم المعرض بحضور وزراء وناشرين.",
  ),
  "content/match.md": markdown(
    "تعادل في دمشق",
    "date: 2013-07-03\nsection: رياضة\n",
    "انتهت المباراة بالتعادل أمام وزير الرياضة.",
  ),
};
let root: Root;
beforeAll(async () => {
  root = new Root(ARTICLES);
  expect((await warraq(root.path, "build")).code).toBe(0);
});
afterAll(() => root?.remove());

const search = (...args: string[]) => warraq(root.path, "search", ...args);
const titlesOf = (printed: string): string[] =>
  printed
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).title);

describe("warraq search", () => {
  it("prints score, title, date, address and excerpt of each result, then how many there are", async () => {
    const { code, printed } = await search("الوزير");
    expect(code).toBe(0);
    expect(printed).toMatch(/\d\.\d\d {2}\u2068وزير الثقافة يفتتح معرض الكتاب\u2069 {2}2012-05-01/);
    expect(printed).toContain("\u2068افتتح الوزير معرض الكتاب في دمشق.\u2069");
    expect(printed).toContain("3 articles");
  });

  it("takes a section, a year, an order and a limit", async () => {
    expect(titlesOf((await search("وزير", "--json", "--section", "رياضة")).printed)).toEqual([
      "تعادل في دمشق",
    ]);
    expect(titlesOf((await search("وزير", "--json", "--year", "2012")).printed)).toEqual([
      "وزير الثقافة يفتتح معرض الكتاب",
    ]);
    const byDate = titlesOf((await search("وزير", "--json", "--order", "date", "--limit", "2")).printed);
    expect(byDate).toEqual(["تعادل في دمشق", "معرض الكتاب يختتم"]);
  });

  it("names the sections there are where another is asked for", async () => {
    const { code, printed } = await search("وزير", "--section", "رياضةة");
    expect(code).toBe(1);
    expect(printed).toMatch(/no section \u2068رياضةة\u2069/);
    expect(printed).toMatch(/\u2068ثقافة\u2069/);
    expect(printed).toMatch(/\u2068رياضة\u2069/);
  });

  it("takes phrases and excluded words", async () => {
    expect(titlesOf((await search("«معرض الكتاب» -وزير", "--json")).printed)).toEqual([]);
    expect(titlesOf((await search('"معرض الكتاب" -دمشق', "--json")).printed)).toEqual(["معرض الكتاب يختتم"]);
  });

  it("answers a file of queries line by line, in their order, those that find nothing too", async () => {
    root.write({ "queries.jsonl": '{"query":"المباراة"}\n{"query":"زعفران"}\n\n{"query":"معرض","id":7}\n' });
    const { code, printed } = await search(
      "--queries",
      join(root.path, "queries.jsonl"),
      "--limit",
      "1",
      "--json",
    );
    const lines = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([code, lines.map(({ query }) => query)]).toEqual([0, ["المباراة", "زعفران", "معرض"]]);
    expect(lines.map(({ results }) => results.length)).toEqual([1, 0, 1]);
    expect(Object.keys(lines[0].results[0])).toEqual(["url", "title", "score"]);
  });

  it.each([
    [["وزير", "--year", "abc"], "It is a whole number from 1 on."],
    [["وزير", "--limit", "0"], "It is a whole number from 1 on."],
    [["وزير", "--order", "size"], "Allowed choices are relevance, date."],
    [[], "Say what to search for"],
    [["--queries", "nowhere.jsonl"], "nowhere.jsonl cannot be read."],
  ])("says what is wrong with %j", async (args, words) => {
    const { code, printed } = await search(...args);
    expect([code, printed]).toEqual([1, expect.stringContaining(words)]);
  });

  it("names the line of a file that is no query", async () => {
    root.write({ "queries.jsonl": '{"query":"المباراة"}\nالمباراة\n' });
    const { code, printed } = await search("--queries", join(root.path, "queries.jsonl"));
    expect([code, printed]).toEqual([1, expect.stringContaining("queries.jsonl:2  is no query.")]);
  });

  it("says so where nothing was built", async () => {
    rmSync(join(root.path, "dist"), { recursive: true });
    const { code, printed } = await search("وزير");
    expect([code, printed]).toEqual([1, expect.stringContaining("Build the site first: npx warraq build")]);
  });
});
