import { describe, expect, it } from "vitest";
import { loadSite } from "./load-site.ts";

const reported = (settings: string) =>
  loadSite(settings, "content/site.yaml").diagnostics.map(
    ({ code, place, message }) => `${code} ${place?.line}:${place?.column} ${message}`,
  );

describe("sections of one address", () => {
  it("are an error with the line of the second", () => {
    expect(reported("url: https://example.org/\nsections:\n  - C#\n  - تاريخ\n  - C++\n")).toEqual([
      "section-address-shared 5:5 The sections \u2068C#\u2069 and \u2068C++\u2069 both have the address /c/.",
    ]);
    expect(reported("url: https://example.org/\nsections: [{ name: C#, slug: csharp }, C++]\n")).toEqual([]);
  });
});

describe("text in the settings", () => {
  it("is text exactly as written, whatever YAML would take it for", () => {
    const { value } = loadSite(
      "title: 007\ndescription: 1.10\npublisher: 12:30\nfooter: 0x1F\nsections:\n  - 1e3\n  - { name: 7.10, slug: 0710, description: no }\npage_size: 20\n",
      "content/site.yaml",
    );
    expect(value).toMatchObject({
      ...{ title: "007", description: "1.10", publisher: "12:30", footer: "0x1F", pageSizes: { list: 20 } },
      sections: [{ name: "1e3" }, { name: "7.10", slug: "0710", description: "no" }],
    });
  });
});

describe("a setting that is wrong", () => {
  it.each([
    ["page_size: 2", "page_size: expected a whole number from 5 to 200; found \u20682\u2069."],
    ["page_size: 7.5", "page_size: expected a whole number from 5 to 200; found \u20687.5\u2069."],
    ["page_size: many", "page_size: expected a whole number from 5 to 200; found \u2068many\u2069."],
    ["related: 9", "related: expected a whole number from 0 to 8; found \u20689\u2069."],
    ["slugs: hindi", "slugs: expected arabic, latin or id; found \u2068hindi\u2069."],
    ["locale: arabic", "locale: expected keys and values; found \u2068arabic\u2069."],
    [
      "locale: { digits: hindi }",
      "locale.digits: expected latn (2017) or arab (٢٠١٧); found \u2068hindi\u2069.",
    ],
    [
      "locale: { months: iraq }",
      "locale.months: expected levant, egypt, maghreb, morocco or dual; found \u2068iraq\u2069.",
    ],
    ["sections: تاريخ", "sections: expected a list, one section a line after -; found \u2068تاريخ\u2069."],
    ["share_pictures: نعم", "share_pictures: expected true or false; found \u2068نعم\u2069."],
    [
      "theme: { logo: logo.svg }",
      "theme.logo: expected a picture of public/, as /logo.svg; found \u2068logo.svg\u2069.",
    ],
    ["theme: { accent: #8a2f22", /bracket \{ is opened here/],
    [
      "theme:\n  accent: #8a2f22",
      "theme.accent: expected a colour as #7a1f1f, between quotation marks; found nothing.",
    ],
    ["- title", "The settings: expected keys and values; found \u2068- title\u2069."],
    ['title: "أرشيف\nurl: https://example.org/', /quotation mark " is opened here/],
  ] as const)("is reported in our own words, never a library's: %s", (settings, words) => {
    const [first, ...rest] = reported(`${settings}\n`);
    expect(rest).toEqual([]);
    const said = first?.replace(/^(?:bad-setting|yaml-syntax) \d+:\d+ /, "");
    if (typeof words === "string") expect(said).toBe(words);
    else expect(said).toMatch(words);
  });
  it("is reported with its line, each of several", () => {
    expect(
      reported("title: أ\npage_size: 0\nrelated: -1\ncolour: x\n").map((one) => one.split(" ", 2).join(" ")),
    ).toEqual(["bad-setting 2:12", "bad-setting 3:10", "unknown-key 4:1"]);
  });
  it.each([
    ["share_picture: true", /^Did you mean share_pictures\?$/],
    ["theme: { acent: red }", /^Did you mean accent\?$/],
    ["locale: { timezone: UTC }", /^Did you mean time_zone\?/],
    ["colour: red", /^The keys are: title, /],
  ])("that is none names the one that was meant: %s", (settings, hint) => {
    expect(loadSite(settings, "content/site.yaml").diagnostics[0]?.hint).toMatch(hint);
  });
  it("does not affect the others, by which articles are read and checked", () => {
    const { value, readBy, diagnostics } = loadSite(
      "titel: أ\npage_size: 0\nsections: [تاريخ, { name: أ, slag: b }]\nslugs: latin\ntheme: { accent: x, logo: /l.svg }\n",
      "content/site.yaml",
      new Set(),
    );
    expect(value).toBeUndefined();
    expect(readBy).toMatchObject({ slugs: "latin", sections: [], theme: { logo: "/l.svg" } });
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      ...["bad-setting", "bad-setting", "file-missing", "unknown-key", "unknown-key"],
    ]);
  });
});

describe("a # behind a setting", () => {
  it("is reported where it cuts a value short, unless an error says so", () => {
    expect(reported("title: مجلة #وسم\n")).toEqual([
      "yaml-note 1:13 From this # on, the line is a note to YAML, and no part of the value.",
    ]);
    expect(reported("theme:\n  accent: #8a2f22\n")).toHaveLength(1);
    expect(reported("title: مجلة # اسم مؤقت\n")).toEqual([]);
  });
});

describe("the base path", () => {
  it.each([
    ["https://example.org", "/"],
    ["https://example.org/archive", "/archive/"],
    ["https://example.org/archive//", "/archive/"],
    ["https://example.org//other.example/x", "/other.example/x/"],
  ])("of %s is %s, whose links stay on their host", (url, base) => {
    expect(loadSite(`url: ${url}\n`, "content/site.yaml").value?.base).toBe(base);
  });
});
