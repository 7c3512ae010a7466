import fc from "fast-check";
import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { kindOf, parse } from "../parse.ts";
import { DEEPEST, deepMarkdownAt, isDeepHtml, isDeepJson } from "./depth.ts";

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
/** Of the tree itself, without recursion. */
function depthOfTree(html: string): number {
  let deepest = 0;
  const left: [Root | Element, number][] = [[parser.parse(html) as Root, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    for (const child of node.children) if (child.type === "element") left.push([child, depth + 1]);
  }
  return deepest;
}
const counted = (html: string): number => {
  let most = 0;
  while (isDeepHtml(html, most)) most += 1;
  return most;
};
const TABLE = "<table><tr><td>";
const LIST = "<ul><li>";

describe("the depth of a page", () => {
  it.each([
    [
      "paragraphs and items that are never closed",
      `${"<p>نص".repeat(900)}<ul>${"<li>بند<p>نص".repeat(900)}</ul><dl>${"<dt>لفظ<dd>شرح".repeat(900)}</dl>`,
    ],
    ["a letter that is never closed in each paragraph", "<p><b>نص<font size=2>صغير".repeat(900)],
    ["links that are never closed", '<a href="/1">خبر'.repeat(900)],
    ["cells that are never closed", `<table>${"<tr><td><p><b>خلية<td><i>أخرى".repeat(900)}`],
    ["elements that hold nothing", "<br><img src=a><hr/><input>".repeat(900)],
    ["shapes of a drawing", `<svg>${'<path d="M0"/><g/>'.repeat(900)}</svg>`],
    [
      "elements in a script and in a comment",
      `<script>${"'<div>'".repeat(900)}</script><!-- ${"<div>".repeat(900)} -->`,
    ],
    ["letters that overlap", "<b><i>نص</b></i>".repeat(900)],
    ["headings after one another", "<h2>أول<h3>ثان".repeat(900)],
    ["captions of figures", "<figure><img src=a><figcaption>شرح</figure>".repeat(900)],
  ])("is not that of what stands side by side: %s", (_, html) => {
    expect(isDeepHtml(html)).toBe(false);
    expect(depthOfTree(html)).toBeLessThan(40);
  });
  it.each([
    "<div>",
    "<b>",
    "<font size=1>",
    LIST,
    "<blockquote>",
    "<span>",
    TABLE,
    "<b><i><u>",
    "<x-y>",
    "<details>",
  ])("is too great beyond the bound, and not before it: %s", (tags) => {
    const each = tags.split("<").length - 1 + (tags === TABLE ? 1 : 0);
    const times = Math.floor(DEEPEST / each);
    const slack = 2;
    expect(isDeepHtml(`${tags.repeat(times - slack)}نص`)).toBe(false);
    expect(isDeepHtml(`${tags.repeat(Math.ceil((DEEPEST + 1) / each) + slack)}نص`)).toBe(true);
  });
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "نص ",
          "<p>",
          "</p>",
          "<b>",
          "</b>",
          "<i class=a>",
          "</i>",
          "<div>",
          "</div>",
          "<span>",
          "</span>",
        ),
        fc.constantFrom(
          "<ul>",
          "<li>",
          "</ul>",
          "<td>",
          "<tr>",
          "<table>",
          "</table>",
          "</td>",
          "<a href=x>",
          "</a>",
          "<h2>",
          "</h2>",
        ),
        fc.constantFrom(
          "<font size=1>",
          "<font size=2>",
          "</font>",
          "<br>",
          "<blockquote>",
          "</blockquote>",
          "<dd>",
          "<dt>",
        ),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));
  it("is about that of the tree that browsers make of any tags", () => {
    fc.assert(
      fc.property(soup, (html) => {
        const [mine, tree] = [counted(html), depthOfTree(`${html}نص`)];
        // Cells outside of tables, and what a table puts before itself, are counted otherwise.
        expect(mine).toBeGreaterThanOrEqual(Math.floor((tree - 4) / 2));
        expect(mine).toBeLessThanOrEqual(2 * tree + 14);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the depth of Markdown", () => {
  it.each([
    ["many quotations", "> سطر\n> > سطر\n\n".repeat(900)],
    ["many items", "- بند\n  - بند\n".repeat(900)],
    ["emphasis side by side", "**كلمة** *كلمة* [رابط](/1) ".repeat(900)],
    ["signs that are never closed", "*كلمة [كلمة ~كلمة ".repeat(900)],
    ["a row of stars, and rules", `${"* ".repeat(900)}\n\n${"*".repeat(900)}\n\n${"- ".repeat(900)}`],
    ["blanks to be filled", "الاسم: ______ العمر: ____ ".repeat(900)],
  ])("is not that of what stands side by side: %s", (_, text) => {
    expect(deepMarkdownAt(text)).toBe(-1);
  });
  it.each([
    ["quotations", (n: number) => `${"> ".repeat(n)}نص`],
    ["quotations without spaces", (n: number) => `${">".repeat(n)}نص`],
    ["lists on a line", (n: number) => `${"- ".repeat(n)}نص`],
    [
      "lists of lines",
      (n: number) => Array.from({ length: n }, (_, i) => `${"  ".repeat(i)}- بند`).join("\n"),
    ],
    ["emphasis", (n: number) => `${"*نص ".repeat(n)}${" نص*".repeat(n)}`],
    ["links and pictures", (n: number) => `${"![".repeat(n)}نص${"](/a)".repeat(n)}`],
    ["HTML", (n: number) => `نص\n\n${"<div>".repeat(n)}`],
  ])("is too great beyond the bound, and not before it: %s", async (_, text) => {
    expect(deepMarkdownAt(text(DEEPEST - 2))).toBe(-1);
    expect(deepMarkdownAt(text(DEEPEST + 2))).toBeGreaterThanOrEqual(0);
    // What lies within it is read to its bottom.
    const { diagnostics } = await parse(`---\ntitle: س\n---\n${text(DEEPEST - 2)}\n`, kindOf("a.md"), "a.md");
    expect(diagnostics).toEqual([]);
  });
});

describe("counting", () => {
  it("of JSON", () => {
    expect(isDeepJson("[".repeat(DEEPEST + 1))).toBe(true);
    expect(isDeepJson(`[${'{"a":[1]},'.repeat(5000)}]`)).toBe(false);
  });
  it.each([
    "<div>",
    "<b>",
    "<p>",
    "</b>",
    "<!--",
    "<title>",
    "<",
    "<a",
    "*a ",
    "[",
    "]",
    "> ",
    "<font a='",
    "~",
    "<svg>",
    "<td>",
  ])(
    "takes time in step with the length: %s",
    (sign) => {
      const text = sign.repeat(600_000 / sign.length);
      isDeepHtml(text);
      deepMarkdownAt(text);
    },
    4000,
  );
});
