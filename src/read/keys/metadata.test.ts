import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { nearestKey } from "../../yaml/nearest-key.ts";
import { METADATA_KEYS } from "./metadata.ts";
import { readSidecar } from "./sidecar.ts";

const read = (yaml: string) => readSidecar(yaml, "content/x.yaml");

describe("metadata", () => {
  it("is read with every key", () => {
    const yaml = `title: "عنوان: فرعي"
date: 2017-11-22
date_estimate: 2017
updated: 2017-11-23T14:30:00+03:00
section: تاريخ
tags: [كتب, 2018]
authors:
  - هيئة التحرير
summary: سطر
image: /images/a.jpg
image_alt: صورة
image_caption: ما يقال تحتها
image_credit: صاحبها
slug: عنوان-قصير
aliases: [/old/]
source: { name: الصحيفة, url: "https://example.org/1", captured: 2020-01-01 }
draft: false
`;
    const { value, diagnostics } = read(yaml);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      title: "عنوان: فرعي",
      date: "2017-11-22",
      tags: ["كتب", "2018"],
      draft: false,
    });
    const left = METADATA_KEYS.filter((key) => !(key in (value ?? {})));
    expect(left.filter((key) => key !== "corrections")).toEqual([]);
  });
  it.each([
    ..."0091 2.50 12:30 1:30:15 0x1F 0o17 0b11 1e3 +5 -0 .5 6. .inf -.INF .nan 1_000 24.0 0800".split(" "),
    ..."1234567890123456789012 2017-1-2 2001-12-14T21:59:43.10-05:00 no on Off YES y nULL".split(" "),
  ])("keeps the letters of a value that is text, whatever YAML may take it for: %s", (written) => {
    // No address begins or ends with a dot.
    const slug = written.replace(/^\./, "0.").replace(/\.$/, ".0");
    const yaml = [
      `title: ${written}`,
      `section: ${written}   # ملاحظة`,
      `summary:\n  ${written}`,
      `slug: ${slug}`,
      `image_alt: ${written}`,
      `tags: [${written}, ${written}x]`,
      `authors:\n  - ${written}\n  - !!str ${written}y`,
      `source: { name: ${written} }`,
      `corrections:\n  - { date: 2018-01-05, text: ${written} }`,
    ].join("\n");
    expect(read(yaml)).toEqual({
      value: {
        ...{ title: written, section: written, summary: written, slug, image_alt: written },
        ...{ tags: [written, `${written}x`], authors: [written, `${written}y`], source: { name: written } },
        corrections: [{ date: "2018-01-05", text: written }],
      },
      diagnostics: [],
    });
    expect(read(`%YAML 1.1\n---\ntitle: ${written}\n`).value).toEqual({ title: written });
  });
  it.each(["true", "False"])("asks for quotation marks around %s, and takes it between them", (word) => {
    expect(read(`title: ${word}\n`).diagnostics[0]?.message).toMatch(
      /between quotation marks, "(?:true|false)"/,
    );
    expect(read(`title: "${word}"\n`)).toEqual({ value: { title: word }, diagnostics: [] });
  });
  it.each([
    ...["maybe", "yes", "no", "1", "0", "نعم", "لا", "ture", '"true"', '"false"', "'no'", "[true]", "{}"],
    ...["", "~", "null", '""', "[]", "true false", "truе"],
  ])("keeps an article back, with an error, whose draft is not surely true or false: %j", (draft) => {
    const { value, diagnostics } = read(`title: س\ndraft: ${draft}\n`);
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        code: "wrong-type",
        place: { line: 2 },
        message: expect.stringMatching(/^draft: expected true or false/),
      },
    ]);
    expect(value).toEqual({ title: "س" });
  });
  it.each([
    ["true", true],
    ["TRUE", true],
    ["false # نُشر", false],
  ])("takes draft: %s", (draft, value) => {
    expect(read(`draft: ${draft}\n`)).toEqual({ value: { draft: value }, diagnostics: [] });
  });
  it("takes numbers for text, one name for a list, and passes over keys that say nothing", () => {
    expect(
      read("title: 1984\ntags: كتب، خط\nsummary: ''\nauthors: []\nslug:\nsource:\n  name:\n").value,
    ).toEqual({
      title: "1984",
      tags: ["كتب", "خط"],
      source: {},
    });
  });
  it.each([
    ["22/11/2017", "2017-11-22"],
    ["٢٢/١١/٢٠١٧", "2017-11-22"],
    ["2017/11/22", "2017-11-22"],
    ["11/11/2017", "2017-11-11"],
    ["22 تشرين الثاني 2017", "2017-11-22"],
  ])("takes a day printed in another way where it means one day: %s", (printed, date) => {
    expect(read(`date: ${printed}\n`)).toEqual({ value: { date }, diagnostics: [] });
  });
  it.each([
    ["[أ، ب]", ["أ", "ب"]],
    ["أ، ب, ج", ["أ", "ب", "ج"]],
    ["[أ, ب، ج]", ["أ", "ب، ج"]],
    ['["Smith, J."]', ["Smith, J."]],
    ["[2018]", ["2018"]],
    ["أ؛ ب; ج", ["أ", "ب", "ج"]],
    ["[أ؛ ب]", ["أ", "ب"]],
  ])("takes a list with the comma of either keyboard: %s", (tags, value) => {
    expect(read(`tags: ${tags}\n`)).toEqual({ value: { tags: value }, diagnostics: [] });
  });
  it("takes the marks of another keyboard off a whole name, and off no part of one", () => {
    expect(
      read(
        "title: “لن نعود”\nauthors: [‘ليلى حمدان’, “هدى” سالم]\ntags: “خط”، ‘حبر’ و‘ورق’\nsection: “علوم”\n",
      ).value,
    ).toEqual({
      title: "“لن نعود”",
      authors: ["ليلى حمدان", "“هدى” سالم"],
      tags: ["خط", "‘حبر’ و‘ورق’"],
      section: "علوم",
    });
  });
  it("has what exports of other programs write for signs, and for the letters of an address", () => {
    const yaml =
      'title: "قال &#8220;نعم&#8221; &amp; مضى"\ntags: [بحث &amp; نشر، كتب]\nslug: "%d8%a3%d8%ab%d8%b1"\nsummary: "أ &lt; ب & ج"\n';
    expect(read(yaml)).toEqual({
      value: {
        title: "قال “نعم” & مضى",
        ...{ tags: ["بحث & نشر", "كتب"], slug: "أثر", summary: "أ < ب & ج" },
      },
      diagnostics: [],
    });
  });
  it.each(["", "# لا شيء\n", "\n\n"])("that states nothing is none: %j", (yaml) => {
    expect(read(yaml)).toEqual({ value: {}, diagnostics: [] });
  });
});

describe("a fault in metadata", () => {
  it.each([
    ["an unknown key", "title: س\nautors: [ف]\n", "unknown-key", 2, 1, /autors/, /^Did you mean authors\?$/],
    ["an unknown key of the source", "source:\n  nome: ص\n", "unknown-key", 2, 3, /nome/, /name/],
    ["a list where text belongs", "title: [أ، ب]\n", "wrong-type", 1, 8, /expected text/, /title/],
    ["text where a yes or no belongs", "draft: maybe\n", "wrong-type", 1, 8, /true or false/, /draft/],
    [
      "a source that is no page",
      'source: { url: "javascript:alert(1)" }\n',
      "wrong-type",
      1,
      16,
      /https:/,
      /source\.url/,
    ],
    ["text where keys belong", "source: رويترز\n", "wrong-type", 1, 9, /keys and values/, /source/],
    [
      "a date that no calendar has",
      "title: س\ndate: 2017-02-30\n",
      "impossible-date",
      2,
      7,
      /2017-02-30/,
      /date/,
    ],
    [
      "an estimate of no year",
      "date_estimate: نحو 2017\n",
      "wrong-type",
      1,
      16,
      /2017-11-22/,
      /date_estimate/,
    ],
    ["an estimate of no month", "date_estimate: 2017-13\n", "wrong-type", 1, 16, /a month/, /date_estimate/],
    ["a time that no clock has", "date: 2017-02-03T25:00\n", "impossible-date", 1, 7, /clock/, /date/],
    ["a date in words", "date: أمس\n", "unclear-date", 1, 7, /2017-11-22/, /date/],
    [
      "a captured date",
      "source: { captured: 2020-13-01 }\n",
      "impossible-date",
      1,
      21,
      /captured/,
      /captured/,
    ],
    ["a slug that climbs", "slug: ../../etc\n", "bad-slug", 1, 7, /\.\.\/\.\.\/etc/, /slug/],
    ["a slug with a space", 'slug: "أ ب"\n', "bad-slug", 1, 7, /space/, /slug/],
    ["a slug that is too long", `slug: ${"ا".repeat(61)}\n`, "bad-slug", 1, 7, /120 bytes/, /slug/],
    [
      "a value in a list that is no text",
      "title: أ\ntags: [2003, true]\n",
      ...["wrong-type", 2, 14],
      ...[/^tags: expected text in the list.*"true"; found \u2068true\u2069/, /value of tags,/],
    ],
    [
      "a colon between other quotation marks",
      "title: “الوزير: عدنا”\n",
      "yaml-syntax",
      1,
      8,
      /colon/,
      /“ is no.*"/,
    ],
    ["a colon without quotation marks", "title: أ: ب: ج\n", "yaml-syntax", 1, 8, /colon/, /quotes/],
    ["a key twice", "title: أ\ntitle: ب\n", "yaml-syntax", 2, 1, /title stands here a second time/, /one/],
    [
      "a quotation mark without its second, lines above where the parser stops",
      'tags: [أ]\ntitle: "عنوان\nsection: س\ndate: 2017-11-22\n',
      ...["yaml-syntax", 2, 8, /never closed/, /«…»/],
    ],
    [
      "a bracket without its second",
      "tags: [أ، ب\ndate: 2017-11-22\n",
      "yaml-syntax",
      1,
      7,
      /\[ .*not closed/,
      /\]/,
    ],
    [
      "quotation marks within quotation marks",
      'title: قال\nsummary: "قال "نعم" ومضى"\n',
      "yaml-syntax",
      2,
      16,
      /behind the quotation mark/,
      /«…»/,
    ],
    ["a star", "title: *مهم*\n", "yaml-syntax", 1, 8, /begin with \*/, /quotes/],
    ["a tab", "source:\n\tname: ص\n", "yaml-syntax", 2, 1, /tab/, /spaces/],
    [
      "a line indented for no reason",
      "title: أ\n  date: 2017-11-22\n",
      "yaml-syntax",
      1,
      8,
      /line below/,
      /column/,
    ],
    ["a key without its space", "title:أ\ndate: 2017-11-22\n", "yaml-syntax", 1, 1, /no key/, /a space/],
    [
      "a correction without its text",
      "title: أ\ncorrections:\n  - { date: 2018-01-05 }\n",
      "missing-key",
      3,
      5,
      /states no text/,
      /2017-11-23, text/,
    ],
    ["a date that may be two", "date: 5/11/2017\n", "unclear-date", 1, 7, /2017-11-05 or 2017-05-11/, /date/],
    ["a list where keys belong", "- أ\n- ب\n", "metadata-type", 1, 1, /keys and values/, /title/],
    ["plain text", "مجرد كلام\n", "metadata-type", 1, 1, /keys and values/, /title/],
  ] as const)("is named with its place and what to do: %s", (_, yaml, code, line, column, message, hint) => {
    const [first, ...rest] = read(yaml).diagnostics;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ severity: "error", code, file: "content/x.yaml", place: { line, column } });
    expect(first?.message).toMatch(message);
    expect(first?.hint).toMatch(hint);
  });
  it.each([
    ...[String.raw`"a\0b"`, String.raw`"a\x1Bb"`, String.raw`"\uD800"`, '"%00"', '"a%1Bb"'],
    ...["index.html", "Index.HTML", '"."', '".."', "a.", ".htaccess", "con", "NUL.html", "x".repeat(300)],
  ])("is a slug that no disk or host takes for a step of its own: %s", (slug) => {
    expect(read(`slug: ${slug}\n`)).toMatchObject({
      value: {},
      diagnostics: [{ code: "bad-slug", file: "content/x.yaml", place: { line: 1, column: 7 } }],
    });
  });
  it("takes in a # that takes a part of the value with it", () => {
    expect(read("title: حكاية #وسم قديم\nsection: أدب\n")).toMatchObject({
      value: { title: "حكاية", section: "أدب" },
      diagnostics: [{ severity: "warning", code: "yaml-note", place: { line: 1, column: 14, length: 9 } }],
    });
  });
  it("leaves what is sound to whoever goes on with it", () => {
    const { value } = read("title: أ\nautors: ف\ndate: 2017-02-30\nimage: a.jpg\n");
    expect(value).toEqual({ title: "أ", image: "a.jpg" });
  });
  it("does not hide another", () => {
    const codes = read("title: [أ]\ndate: 2017-02-30\nautors: ف\ndraft: نعم\n").diagnostics.map(
      ({ code }) => code,
    );
    expect(codes.sort()).toEqual(["impossible-date", "unknown-key", "wrong-type", "wrong-type"]);
  });
  it("names the key that was meant, when one is near", () => {
    expect(nearestKey("titel", METADATA_KEYS)).toBe("title");
    expect(nearestKey("Tags", METADATA_KEYS)).toBe("tags");
    expect(nearestKey("zzzzzz", METADATA_KEYS)).toBeNull();
  });
  it.each([
    ["{ text: ت }", "missing-key", "The 2nd correction states no date."],
    ["{ date: , text: ت }", "missing-key", "The 2nd correction states no date."],
    ["{ date: 2018-01-05 }", "missing-key", "The 2nd correction states no text."],
    ["{ date: أمس, text: ت }", "unclear-date", /^date of the 2nd correction: expected a date .*أمس/],
    ["كلام", "wrong-type", /^the 2nd correction: expected keys and values/],
  ])("of a correction counts from one: %s", (second, code, message) => {
    const { diagnostics } = read(`corrections:\n  - { date: 2018-01-05, text: أ }\n  - ${second}\n`);
    expect(diagnostics).toMatchObject([{ code, place: { line: 3 } }]);
    expect(diagnostics[0]?.message).toMatch(message);
  });
});

describe("what generators write", () => {
  const value = fc.oneof(
    fc.constantFrom(
      "س",
      "true",
      "no",
      "1984",
      "2017-11-22",
      "أ: ب",
      "a # b",
      '"',
      "'",
      " x",
      "x ",
      "-",
      "[a]",
      "{",
      "&a",
      "*a",
      "!t",
      "%",
      "@",
      "`",
      "أ، ب",
      "null",
      "~",
      "0x1F",
      "1e3",
      "\\",
      "أ\\nب",
      "a\tb",
    ),
    fc.string({ maxLength: 12 }),
  );
  it("is read to the same as YAML says, by whichever way", () => {
    fc.assert(
      fc.property(value, value, fc.boolean(), (title, name, json) => {
        const yaml = json
          ? `title: ${JSON.stringify(title)}\nsource:\n  name: ${JSON.stringify(name)}\n`
          : stringify({ title, source: { name } });
        const { value: metadata, diagnostics } = read(yaml);
        expect(diagnostics).toEqual([]);
        expect(metadata?.title ?? "").toBe(title.trim());
        expect(metadata?.source?.name ?? "").toBe(name.trim());
      }),
      { numRuns: 500 },
    );
  });
  it("has lists that are read to the same as YAML says, by whichever way", () => {
    const list = fc.array(value, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(list, fc.constantFrom(",", ", "), (names, comma) => {
        const yaml = `title: أ\ntags: [${names.map((one) => JSON.stringify(one)).join(comma)}]\n`;
        // What stands in a remark is nothing to either; a file that holds one is read in full.
        expect(read(yaml)).toEqual(read(`${yaml}# تعليق\n`));
      }),
      { numRuns: 500 },
    );
  });
});
