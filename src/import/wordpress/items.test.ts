import { describe, expect, it } from "vitest";
import { decodedSlug } from "../old-address.ts";
import { ItemIndex } from "./item-index.ts";
import { aheadOf, draftReasonOf, leftOutFor, metadataOf, plainText, titleOf } from "./items.ts";
import { uploadOf } from "./upload-address.ts";
import type { WxrItem, WxrSite } from "./wxr.ts";

const item = (given: Partial<WxrItem> = {}): WxrItem => ({
  ...{
    id: 5,
    parent: 0,
    type: "post",
    status: "publish",
    title: "سفينة في المرفأ",
    slug: "",
    creator: "sami",
  },
  ...{
    link: "http://old.example/?p=5",
    date: "2017-11-22 00:30:00",
    dateGmt: "2017-11-21 21:30:00",
    modified: "",
  },
  ...{ content: "نص", excerpt: "", password: "", attachmentUrl: "", terms: [], meta: new Map(), comments: 0 },
  place: { line: 1, offset: 0 },
  ...given,
});
const SITE: WxrSite = {
  ...{ title: "صحيفة المرفأ", description: "", address: "http://old.example" },
  authors: new Map([
    ["sami", "سامي الحداد"],
    ["admin", "admin"],
  ]),
  categories: new Map([
    [1, { name: "أخبار", nicename: "news", parent: "" }],
    [2, { name: "محليات", nicename: "local", parent: "news" }],
  ]),
};
const fileOf = (one: WxrItem): string => {
  const index = new ItemIndex();
  index.add(one);
  return index.fileOf(one) ?? "";
};
const stated = (given: Partial<WxrItem>) => {
  const one = item(given);
  return metadataOf(one, {
    site: SITE,
    file: fileOf(one),
    title: plainText(one.title),
    summary: "",
    image: undefined,
  });
};
const term = (domain: string, name: string, nicename: string) => ({ domain, name, nicename });

describe("an item of an export", () => {
  it("lies in the folder of its day, under the name it had", () => {
    expect(fileOf(item({ slug: encodeURIComponent("سفينة-غريبة").toLowerCase() }))).toBe(
      "2017/11/22/سفينة-غريبة.md",
    );
    expect(fileOf(item())).toBe("2017/11/22/سفينة-في-المرفأ.md");
    expect(fileOf(item({ date: "0000-00-00 00:00:00" }))).toBe("undated/سفينة-في-المرفأ.md");
    expect(fileOf(item({ type: "page", slug: "about" }))).toBe("pages/about.md");
    expect(fileOf(item({ title: "", slug: "../..//" }))).toBe("2017/11/22/post-5.md");
  });
  it("shares no file with another", () => {
    const index = new ItemIndex();
    const items = [1, 2, 3].map((id) =>
      item({ id, slug: id === 3 ? "Ship" : "ship", place: { line: id, offset: id } }),
    );
    for (const one of items) index.add(one);
    expect(items.map((one) => index.fileOf(one))).toEqual([
      "2017/11/22/ship.md",
      "2017/11/22/ship-2.md",
      "2017/11/22/Ship-3.md",
    ]);
  });
  it("keeps as much of a name that was cut within a letter as is whole", () => {
    expect(decodedSlug("%d8%a8%d8%ba%d8%af%d8%a7%d8%af-%d8")).toBe("بغداد-");
  });
  it("states the day on the old site's clock, whatever the zone", () => {
    expect(stated({}).date).toBe("2017-11-22T00:30:00");
    expect(stated({ date: "0000-00-00 00:00:00" }).date).toBeUndefined();
    expect(aheadOf(item())).toBe(180);
    expect(aheadOf(item({ dateGmt: "0000-00-00 00:00:00" }))).toBeNull();
    expect(aheadOf(item({ dateGmt: "2015-11-21 21:30:00" }))).toBeNull();
  });
  it("was updated where that was on a later day", () => {
    expect(stated({ modified: "2017-11-22 09:00:00" }).updated).toBeUndefined();
    expect(stated({ modified: "2018-01-02 09:00:00" }).updated).toBe("2018-01-02");
  });
  it("has one section, the others as tags: the one that is called the first, or the one above", () => {
    const terms = [
      term("category", "محليات", "local"),
      term("category", "أخبار", "news"),
      term("post_tag", "بحر &amp; ميناء", "sea"),
    ];
    expect(stated({ terms })).toMatchObject({ section: "أخبار", tags: ["محليات", "بحر & ميناء"] });
    const meta = new Map([["_yoast_wpseo_primary_category", "2"]]);
    expect(stated({ terms, meta })).toMatchObject({ section: "محليات", tags: ["أخبار", "بحر & ميناء"] });
    expect(stated({ terms: [term("category", "غير مصنف", "x")] }).section).toBeUndefined();
  });
  it("has the writers that a plugin names, or its own, but not the administrator", () => {
    expect(stated({}).authors).toEqual(["سامي الحداد"]);
    expect(stated({ creator: "admin" }).authors).toEqual([]);
    const terms = [term("author", "هدى", "cap-huda"), term("author", "sami", "cap-sami")];
    expect(stated({ terms }).authors).toEqual(["هدى", "سامي الحداد"]);
  });
  it.each([
    ["draft", ""],
    ["pending", ""],
    ["private", ""],
    ["future", ""],
    ["publish", "سر"],
    ["", ""],
    ["pitch", ""],
    ["Publish", ""],
    ["publish publish", ""],
  ])("that the public did not see (%s, password %j) is a draft", (status, password) => {
    expect(draftReasonOf(item({ status, password }))).not.toBeNull();
  });
  it("is led to from its old address, where that is another", () => {
    expect(stated({ link: "http://www.old.example/archives/5" }).aliases).toEqual(["/archives/5/"]);
    expect(stated({ link: "http://old.example/?p=5" }).aliases).toEqual([]);
    const slug = "ship";
    expect(stated({ slug, link: "http://old.example/2017/11/22/ship/" })).toMatchObject({
      slug,
      aliases: [],
    });
  });
  it("that is a page and has the name of one of the site's own is given another", () => {
    expect(stated({ type: "page", slug: "archive", title: "الأرشيف" }).slug).toBe("archive-1");
  });
  it("without a headline has its first words", () => {
    expect(titleOf(item({ title: "" }), "واحد اثنان ثلاثة")).toEqual({
      title: "واحد اثنان ثلاثة",
      isStated: false,
    });
    expect(titleOf(item({ title: "" }), "").title).toBe("بلا عنوان 5");
    expect(titleOf(item({ title: "<b>سوق</b> &#8220;الحميدية&#8221;&hellip;" }), "")).toMatchObject({
      title: "سوق “الحميدية”…",
    });
  });
  it("is passed over where it is no text for readers", () => {
    expect(leftOutFor(item({ type: "nav_menu_item" }))).toBe("nav_menu_item");
    expect(leftOutFor(item({ status: "trash" }))).toBe("trash");
    expect(leftOutFor(item({ type: "interview" }))).toBeNull();
    expect(leftOutFor(item({ type: "interview", content: " " }))).toBe("interview");
  });
});

describe("addresses of the old site", () => {
  it("lead to the files of their articles, by number or path, however they are written", () => {
    const index = new ItemIndex();
    index.add(item({ id: 12, slug: "ship", link: "http://old.example/news/%d8%a8%d8%ad%d8%b1/" }));
    for (const address of [
      "https://www.old.example/?p=12",
      "/news/بحر",
      "http://old.example/news/%D8%A8%D8%AD%D8%B1/#top",
    ])
      expect(index.fileAt(address)).toBe("2017/11/22/ship.md");
    expect(index.fileAt("http://old.example/")).toBeUndefined();
    expect(index.fileAt("/?p=13")).toBeUndefined();
  });
  it("name files of the uploads, and none outside of them", () => {
    expect(uploadOf("http://old.example/wp-content/uploads/2017/11/%D8%A8.jpg?w=300")).toBe("2017/11/ب.jpg");
    expect(uploadOf("https://paper.files.wordpress.com/2017/11/a.jpg")).toBe("2017/11/a.jpg");
    for (const address of ["/wp-content/uploads/../../x", "/wp-content/uploads/%2e%2e/x", "/images/a.jpg"])
      expect(uploadOf(address)).toBeNull();
  });
});
