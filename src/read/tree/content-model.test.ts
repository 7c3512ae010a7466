import fc from "fast-check";
import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { sanitise } from "./sanitise.ts";

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const stringifier = unified().use(rehypeStringify).freeze();
const treeOf = (html: string): Root => sanitise(parser.parse(html) as Root, []);
const cleaned = (html: string): string => stringifier.stringify(treeOf(html));

describe("markup that the HTML Standard would not have", () => {
  it.each([
    ["<b>غامق <p>فقرة</p></b>", "غامق <p>فقرة</p>"],
    ["<p>نص <marquee><div>سطر</div></marquee></p>", "<p>نص سطر</p>"],
    ["<li>بند</li> <li>بند</li>", "<ul><li>بند</li> <li>بند</li></ul>"],
    ["<ul>نص <li>بند</li></ul>", "<ul><li>نص </li><li>بند</li></ul>"],
    ["<dl><dd>وصف</dd></dl>", "<p>وصف</p>"],
    ["<dl><dt>اسم</dt> <dd>وصف</dd></dl>", "<dl><dt>اسم</dt><dd>وصف</dd></dl>"],
    ["<h2></h2><p>نص</p>", "<p>نص</p>"],
    [
      "<h4>أول</h4><h5>تحته</h5><h2>آخر</h2><h6>تحته</h6>",
      "<h2>أول</h2><h3>تحته</h3><h2>آخر</h2><h3>تحته</h3>",
    ],
    [
      "<figure><figcaption>أ</figcaption><figcaption>ب</figcaption></figure>",
      "<figure><p>أ</p><p>ب</p></figure>",
    ],
    ['<a href="/x"><img src="/a.png"></a>', '<img src="/a.png" alt="">'],
    [
      '<a href="/x"><b>رابط <a href="/y">آخر</a></b></a>',
      '<a href="/x"><b>رابط </b></a><b><a href="/y">آخر</a></b>',
    ],
    ["<time>أمس</time> <time datetime=2017-02-30>يوم</time>", "أمس يوم"],
    [
      "<time datetime=2017-11-22T14:30+03:00>يوم</time>",
      '<time datetime="2017-11-22T14:30+03:00">يوم</time>',
    ],
    ['<img src="" alt="صورة"><img src="/أ ب.png" width="50%">', '<img src="/%D8%A3%20%D8%A8.png" alt="">'],
    ['<a href="https://x.example/ا?q=[1]">ص</a>', '<a href="https://x.example/%D8%A7?q=%5B1%5D">ص</a>'],
    ['<a href="http://[::1">ص</a>', "ص"],
    ["<bdo>ص</bdo> <span lang=_>ص</span>", "ص <span>ص</span>"],
  ])("%s becomes %s", (given, expected) => expect(cleaned(given)).toBe(expected));

  it.each([
    ["short rows are filled up", "<table><tr><td>1<td>2<tr><td>3</table>", "1,2|3,"],
    ["no cell reaches out of its group", "<table><tr><td rowspan=9>1<td>2<tr><td>3</table>", "1:2,2|3"],
    [
      "spans that overlap are dropped",
      "<table><tr><td>1<td rowspan=2>2<tr><td colspan=2>3</table>",
      "1,2|3,",
    ],
    ["a column in which nothing begins is dropped", "<table><tr><td colspan=5>1<tr><td>2</table>", "1|2"],
    ["a row without cells goes", "<table><tr><td>1<tr></tr></table>", "1"],
  ])("in a table %s", (_, given, expected) => {
    const rows = treeOf(given).children.flatMap((table) => rowsIn(table as Element));
    const told = rows.map((row) =>
      row.children.map((cell) => {
        const { properties, children } = cell as Element;
        const text = children.map((child) => (child.type === "text" ? child.value : "")).join("");
        return properties.rowSpan === undefined ? text : `${text}:${properties.rowSpan}`;
      }),
    );
    expect(told.map((row) => row.join(",")).join("|")).toBe(expected);
  });
});

const rowsIn = (element: Element): Element[] =>
  element.tagName === "tr"
    ? [element]
    : element.children.flatMap((child) => (child.type === "element" ? rowsIn(child) : []));

const PHRASES =
  /^(?:a|b|strong|em|i|u|s|del|ins|sub|sup|small|mark|q|cite|code|kbd|abbr|time|bdi|bdo|br|img|span)$/;
const PARENTS: Readonly<Record<string, RegExp>> = {
  li: /^(?:ul|ol)$/,
  ...{ dt: /^dl$/, dd: /^dl$/, figcaption: /^figure$/, caption: /^table$/ },
  ...{ thead: /^table$/, tbody: /^table$/, tfoot: /^table$/, tr: /^(?:thead|tbody|tfoot)$/ },
  ...{ td: /^tr$/, th: /^tr$/ },
};

/** What stands where it may not, told as `inner in outer`. */
function misplaced(node: Root | Element, above: readonly string[] = []): string[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    const { tagName } = child;
    const parent = above.at(-1) ?? "";
    const inPhrase =
      /^(?:p|h\d|pre)$/.test(parent) || (PHRASES.test(parent) && !/^(?:a|del|ins)$/.test(parent));
    const faults = [
      inPhrase && !PHRASES.test(tagName),
      tagName === "a" && above.includes("a"),
      PARENTS[tagName] !== undefined && !PARENTS[tagName].test(parent),
      /^(?:ul|ol)$/.test(parent) && tagName !== "li",
      tagName === "img" && !(child.properties.src && child.properties.alt !== undefined),
    ];
    return [
      ...(faults.some(Boolean) ? [`${tagName} in ${parent || "the text"}`] : []),
      ...misplaced(child, [...above, tagName]),
    ];
  });
}

const TAGS =
  "p h1 h2 h4 h6 blockquote ul ol li dl dt dd pre hr figure figcaption table caption thead tbody tfoot tr td th a b em i del ins sub mark q cite code time bdo br img span div section center font marquee".split(
    " ",
  );
const attribute = fc.constantFrom(
  'href="/x"',
  'href=" "',
  'src="/a b"',
  'src=""',
  'alt="ص"',
  "rowspan=2",
  "colspan=3",
);
const markup = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom("نص", " كلمة ", "\n"),
    fc
      .tuple(fc.constantFrom(...TAGS), fc.option(attribute, { nil: "" }), tie("nodes"), fc.boolean())
      .map(([tag, one, inner, closed]) => `<${tag} ${one}>${inner}${closed ? `</${tag}>` : ""}`),
  ),
  nodes: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
})).nodes;
const wordsOf = (node: Root | Element): string[] =>
  node.children.flatMap((child) =>
    child.type === "text" ? child.value.split(/\s+/) : child.type === "element" ? wordsOf(child) : [],
  );

describe("whatever markup", () => {
  it("comes out with nothing where it may not stand", () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(misplaced(treeOf(html))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
  it("loses no word of its text", () => {
    const letters = (tree: Root): string[] => wordsOf(tree).join("").split("").sort();
    fc.assert(
      fc.property(markup, (html) => {
        const before = letters(parser.parse(html) as Root);
        expect(letters(treeOf(html))).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });
});
