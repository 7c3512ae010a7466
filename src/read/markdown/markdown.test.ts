import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../finish.ts";
import { finishMarkdown, finishMarkup, parseMarkdown } from "./markdown.ts";
import { plainBlocks } from "./plain-blocks.ts";

/** Everything that Markdown, GFM and HTML give a meaning to, in Arabic prose. */
const SIGNS = [..."*_`<>[]()&#\\~|@+-=:.!\"'1 2\t\u00a0\u00ad\u200f\ufeff\u2003\u3000\u2028\u200b\f\v{}^$/"];
const WORDS = [
  ...["--- --", "#كأس_العالم", "أ_ب", "@اسم", "نص@نص", "_", "#"],
  "نص",
  "قال",
  "«نعم»",
  "https://a.b",
  "www.a.b",
  "a@b.c",
  "&amp;",
  "1.",
  "12)",
  "- ",
  "---",
  "===",
  "\n\n---\n\n",
  "\n\n_____\n\n",
  ...["\n\n- نص", "\n\n- بند ", "\n\n1. بند", "\n\n7) بند", "\n\n2. x", "\n- بند"],
  ...["[نص]", "[x]", "]:", "](", "AT&T", "&#1;", "\0"],
];
const SPACES = [" ", "  ", "    ", "\n", "\n\n", " \n", "  \n", "\n \n", "\n  "];
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("كلمة", "أخرى", "،", ".", " ") },
  { weight: 2, arbitrary: fc.constantFrom(...SPACES) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS, ...SIGNS) },
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
/** Only what the short way takes, so that the comparison is one. */
const plainText = text.filter((one) => plainBlocks(one) !== null);

describe("the short way past the Markdown parser", () => {
  it("writes what the long way writes, whatever the text", () => {
    fc.assert(
      fc.property(plainText, (one) => {
        expect(finishMarkdown(one, "عنوان")).toEqual(finishMarkup(one, "عنوان"));
      }),
      { numRuns: 600 },
    );
  });

  it("is taken by plain paragraphs, and not where a sign may mean something", () => {
    expect(plainBlocks("قال «نعم» - ثم مضى.\n\nفقرة: أخرى (2) بنسبة 5%!\n")).toHaveLength(2);
    expect(plainBlocks("قال [مازحا]: س & ص.\n\n_____\n\n----\n\nخبر")).toBeNull();
    for (const below of ["---:", ":---", ":-: "]) expect(plainBlocks(`العمود \n${below}\n`)).toBeNull();
    expect(plainBlocks("قال [مازحا] س & ص.\n\n_____\n\n----\n\nخبر")).toHaveLength(4);
    for (const sign of [
      "*أ*",
      "_أ_",
      "`أ`",
      "<b>",
      "[أ](ب)",
      "&amp;",
      "# أ",
      "- [ ] أ",
      "- أ\n- ب",
      "- 1. أ",
      "1. # أ",
      "أ\n---",
      "أ  \nب",
    ])
      expect(plainBlocks(sign), sign).toBeNull();
  });
});

it("words are counted as runs of anything but spaces", () => {
  const characters = fc.constantFrom(
    ..."اب1 \n\t\u00a0\u1680\u2003\u2028\u202f\u205f\u3000\ufeff\u200b\u0085",
  );
  fc.assert(
    fc.property(fc.string({ unit: characters }), (one) => {
      expect(wordsOf(one)).toBe((one.match(/\S+/g) ?? []).length);
    }),
  );
});

const html = (text: string, title?: string): string => finishMarkdown(text, title).body.html;

describe("Markdown", () => {
  it.each([
    ["paragraphs", "أول\n\nثان\nسطر", "<p>أول</p>\n<p>ثان\nسطر</p>"],
    [
      "emphasis and links",
      "**مهم** و[رابط](/2017/x/)",
      '<p><strong>مهم</strong> و<a href="/2017/x/">رابط</a></p>',
    ],
    ["a table", "| أ | ب |\n|---|---|\n| 1 | 2 |", "<table>"],
    [
      "the alignment of its columns",
      "| أ | ب | ج | د |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |",
      '<tr><td>1</td><td class="align-center">2</td><td class="align-end">3</td><td>4</td></tr>',
    ],
    ["no class that HTML in it has", '<table><tr><td class="wrap" align="left">1</table>', "<td>1</td>"],
    ["a list", "- بند\n- بند", "<ul>\n<li>بند</li>\n<li>بند</li>\n</ul>"],
    ["a quotation", "> قول", "<blockquote>\n<p>قول</p>\n</blockquote>"],
    ["a struck word", "~~قديم~~", "<del>قديم</del>"],
    ["harmless HTML", "نص <sub>سفلي</sub>", "<p>نص <sub>سفلي</sub></p>"],
    ["signs of HTML", "أ &lt; ب & ج", "<p>أ &#x3C; ب &#x26; ج</p>"],
  ])("gives %s", (_, text, expected) => {
    expect(html(text)).toContain(expected);
  });
  it("gives footnotes an Arabic heading and links that lead there and back", () => {
    const { body } = finishMarkdown("نص[^أ] وآخر[^أ].\n\nثم[^2].\n\n[^أ]: حاشية.\n[^2]: ثانية.", undefined);
    expect(body.html).toContain("<h2>حواشٍ</h2>");
    expect(body.html).toContain('aria-label="العودة إلى موضع الحاشية 1 (2)"');
    const ids = [...body.html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
    const links = [...body.html.matchAll(/ href="#([^"]+)"/g)].map(([, id = ""]) => decodeURIComponent(id));
    expect(new Set(links)).toEqual(new Set(ids));
    expect(links).toHaveLength(6);
    expect(body.html).not.toMatch(/[A-Z]\w+notes|user-content/);
    // Their numbers and arrows are no words of the text.
    expect(body.plain).toBe("نص وآخر.\nثم.\nحواشٍ\nحاشية.\nثانية.");
  });
  it("shows a note and an address whose name another has already", () => {
    const twice = "نص[^م] و[سوق][س].\n\n[^م]: أولى.\n\n[^م]: ثانية[^ن].\n\n[^ن]: ثالثة.\n\n";
    const made = html(`${twice}[س]: /أ\n[س]: /أ\n[س]: /ب`);
    expect(made).toContain("<p>ثانية[^ن].</p>");
    expect(made).toContain("<p>ثالثة.</p>");
    expect(made.match(/\[س\]: \/[أب]/g)).toEqual(["[س]: /ب"]);
  });
  it("keeps no other id as it is, none twice, and no label that is not ours", () => {
    const forged =
      '<ul><li id="note-fn-1">أ</li><li id="corrections">ب</li></ul>\n\n<a href="/" aria-label="x">ج</a>\n\n';
    const made = html(`${forged}نص[^1].\n\n[^1]: حاشية.`);
    expect(made.match(/ id="note-fn-1"/g)).toHaveLength(1);
    expect(made).not.toMatch(/"corrections|aria-label="x"/);
  });
  it("keeps one headline a page: others move down, and one that repeats it is noted as removed", () => {
    const { body } = finishMarkdown("# العنوان\n\nنص\n\n# قسم", "العنوان");
    expect(body.html).toBe('<p>نص</p>\n<h2 id="t-قسم">قسم</h2>');
    expect(body.removed).toEqual([{ why: "repeated-title", text: "العنوان" }]);
  });
  it("takes its first heading for a title when it states none", () => {
    const { value } = parseMarkdown("# عنوان المقال #\n\nنص\n", "x.md");
    expect(value?.metadata.title).toBe("عنوان المقال");
    expect(value?.finished.body.html).toBe("<p>نص</p>");
  });
  it("mends spaces and quotation marks, not within code", () => {
    expect(html('قال " نعم " ، ثم `a ، " b "`')).toBe('<p>قال «نعم»، ثم <code>a ، " b "</code></p>');
  });
  it("takes its excerpt from paragraphs, and from what there is where there are none", () => {
    const item = "- بند\n\n";
    const rest = "## عنوان\n\n| أ |\n|---|\n| ب |\n\n> قول.\n\n1. بند ثان\n\nثم مضى.";
    expect(finishMarkdown(`${item}قال نعم.\n\n${rest}`, undefined).excerpt).toBe("قال نعم. قول. ثم مضى.");
    expect(finishMarkdown(`${item}قال نعم.`, undefined).excerpt).toBe("قال نعم.");
    for (const [text, excerpt] of [
      [item, "بند"],
      ["## عنوان\n\n- بند", "عنوان بند"],
    ])
      expect(finishMarkdown(text as string, undefined).excerpt).toBe(excerpt);
  });
  it("counts words, and cuts an excerpt at a word", () => {
    const { body, excerpt } = finishMarkdown(
      `${"كلمة ".repeat(100)}[أ](/a/) [ب](/b/#x) [خارج](https://x.example/)`,
      undefined,
    );
    expect(body.words).toBe(103);
    expect(excerpt.length).toBeLessThanOrEqual(241);
    expect(excerpt).toMatch(/كلمة…$/);
  });
});

describe("front matter", () => {
  it("ends at --- or ..., and a file without any is all text", () => {
    for (const end of ["---", "...", "---  "])
      expect(parseMarkdown(`---\ntitle: س\n${end}\nنص\n`, "x.md").value?.metadata).toEqual({ title: "س" });
    expect(parseMarkdown("نص\n---\n", "x.md").value?.metadata).toEqual({});
  });
  it("that never ends is an error at its beginning", () => {
    expect(parseMarkdown("---\ntitle: س\nنص\n", "x.md").diagnostics).toMatchObject([
      { code: "front-matter-open", place: { line: 1, column: 1 } },
    ]);
  });
  it("that is empty says nothing", () => {
    expect(parseMarkdown("---\n---\nنص\n", "x.md")).toMatchObject({
      value: { metadata: {} },
      diagnostics: [],
    });
  });
});

describe("a table", () => {
  it("of which a row has more cells than the head is as wide as that row", () => {
    const { plain, html } = finishMarkdown(
      "| المدينة | السكان |\n|---|--:|\n| حماة | 3 | نهر | جسر |\n| حمص | 4 |\n",
      undefined,
    ).body;
    expect(plain.split("\n")).toEqual(["المدينة", "السكان", "حماة", "3", "نهر", "جسر", "حمص", "4"]);
    expect(html.match(/<t[hd][ >]/g)).toHaveLength(12);
  });
});
