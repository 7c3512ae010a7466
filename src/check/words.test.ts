import { describe, expect, it } from "vitest";
import { type Kind, parse } from "../read/parse.ts";
import { whereWordsWent } from "./words.ts";
import { wordsText } from "./words-text.ts";

async function went(text: string, kind: Kind) {
  const { value } = await parse(text, kind, "x");
  if (!value) throw new Error("nothing was made of it");
  return whereWordsWent({ text, kind, ...value });
}

const PAGE = `أخبار\n\nافتتاح الجسر القديم بعد ترميمه\n\nقال المجلس إن الجسر ” سليم “، و إن 3 سفن مرت .\n\nbridge-1\n\nمقالات ذات صلة\n\nإغلاق السوق أمام السيارات\n`;

describe("the words of a source", () => {
  it("are in the text, in its keys, or set aside: each is counted once", async () => {
    const { total, inText, inKeys, setAside, lost } = await went(PAGE, "raw");
    expect({ inText, inKeys, setAside, lost }).toEqual({
      ...{ inText: 10, inKeys: 6, lost: [] },
      setAside: { "picture-name": 2, "related-heading": 3, "related-title": 4 },
    });
    expect(total).toBe(25);
  });

  it.each([
    [
      "markdown",
      "---\ntitle: س\n---\n\n# قسم\n\nنص **مهم**ٌ [رابط](https://x.example/a-b) ![وصف](/i.jpg) `code`\n\n- [x] بند\n1. أول\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n<form>كلام <button>زر</button></form>\n\n&quot;كلام&quot;\n",
    ],
    [
      "markdown",
      "\n\u200f--- \ntitle: عودة الحافلات\nsummary: ما لا يقال\n---\u200f\nنص <div>أول<center>ثان</center></div>\n",
    ],
    [
      "markdown",
      "## باب السوق\n\nو[أوله](#باب-السوق) و[آخره](#لا-باب) و[[1]](#_ftn1) ثم و[**وسطه**](<#باب آخر>)\n",
    ],
    ["markdown", "\n---\n\nنص فوق خط\n\n---\n\nنص تحته\n"],
    ["markdown", 'نص\n\n<video src="https://example.org/a.mp4">لا يعمل هنا</video>\n'],
    ["raw", "---\ntitle: عودة القطار\nsummary: ما لا يقال\n---\n1. عاد القطار\n2. أمس.\n"],
    ["html", "---\ntitle: عودة القطار\nsummary: ما لا يقال\n---\n<div>عاد<p>القطار</p>أمس</div>\n"],
    [
      "html",
      `<html><head><title>عنوان الصفحة هنا</title></head><body><nav>قائمة</nav><article><h1>عنوان الصفحة هنا</h1><p>${"نص المقال الطويل. ".repeat(12)}</p><noscript>بديل</noscript><iframe>إطار</iframe><svg><text>رسم</text></svg><script>var x = "كلام";</script></article>خارج<!-- تعليق --><footer>ذيل</footer></body></html>`,
    ],
    [
      "html",
      `<body>سطر خارج كل شيء<br>سطر آخر<div><p>${"نص المقال الطويل. ".repeat(12)}</p></div><p>بعده</p></body>`,
    ],
    [
      "html",
      `<body><p class="MsoNormal"><st1:place w:st="on">بغداد</st1:place><o:p></o:p></p><p>${"نص المقال الطويل. ".repeat(12)}</p></body>`,
    ],
  ] as const)("are none lost in %s", async (kind, text) => {
    expect((await went(text, kind)).lost).toEqual([]);
  });

  it("are looked for where what looks like a link in the page is none", async () => {
    const text = "نص [كلمة](#باب آخر) تمت\n";
    const { value } = await parse(text, "markdown", "x");
    if (!value) throw new Error("nothing was made of it");
    const body = { ...value.body, html: "<p>نص كلمة تمت</p>", plain: "نص كلمة تمت" };
    expect(whereWordsWent({ text, kind: "markdown", parsed: value.parsed, body }).lost).toEqual([
      "باب",
      "آخر",
    ]);
  });
  it("of front matter are no words of the text, whatever stands unseen around it", async () => {
    const [plain, odd] = await Promise.all(
      ["---\ntitle: عودة\n---\nنص أول\n", "\n\u200f--- \ntitle: عودة\n--- \nنص أول\n"].map((text) =>
        went(text, "markdown"),
      ),
    );
    expect(odd).toEqual(plain);
    expect((await went("\n---\n\nنص فوق خط\n\n---\n\nنص تحته\n", "markdown")).total).toBe(5);
  });

  it("that are in neither are listed, as often as they are missing", async () => {
    const { value } = await parse(PAGE, "raw", "x");
    if (!value) throw new Error("nothing was made of it");
    const body = {
      ...value.body,
      plain: value.body.plain.replace("سفن", ""),
      removed: value.body.removed.slice(1),
    };
    const { lost } = whereWordsWent({ text: PAGE, kind: "raw", parsed: value.parsed, body });
    expect(lost).toEqual(["سفن", "bridge", "1"]);
  });
});

describe("the account of an archive", () => {
  it("has a line a file, the lost words, and the sums", async () => {
    const sound = { file: "content/a.txt", ...(await went(PAGE, "raw")) };
    const text = wordsText([sound, { ...sound, file: "content/b.txt", lost: ["سفن"] }]);
    expect(text).toMatch(
      /content\/a\.txt: 25 words: 10 in the text, 6 in headlines and other keys, 9 set aside \(related-title 4/,
    );
    expect(text).toMatch(/content\/b\.txt: .*1 lost\n {2}lost: \u2068سفن\u2069/);
    expect(text).toMatch(/In all 2 files: 50 words/);
  });
  it("names only the files that lose words when there are many", async () => {
    const sound = { file: "content/a.txt", ...(await went(PAGE, "raw")) };
    const many = Array.from({ length: 60 }, (_, i) => ({ ...sound, file: `content/${i}.txt` }));
    const text = wordsText([...many, { ...sound, file: "content/bad.txt", lost: ["سفن"] }]);
    expect(text).not.toContain("content/7.txt");
    expect(text).toContain("content/bad.txt");
    expect(text).toContain("60 files account for all their words");
  });
});
