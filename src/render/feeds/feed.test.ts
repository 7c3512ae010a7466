import { parseFeed } from "feedsmith";
import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Body, ShownCard } from "../../model/article.ts";
import { outputPath, urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import type { ShownPageOf, SiteChrome } from "../../model/page.ts";
import type { TextPictures } from "../../model/picture.ts";
import { exampleChrome, exampleLabel, exampleShownCard } from "../../model/testing/example.ts";
import { renderFeed } from "./feed.ts";
import { atomFaults } from "./testing/atom-faults.ts";

const bodyOf = (html: string): Body => ({ html, plain: "", words: 0, removed: [] });
const FILES = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" } as const;
type Format = keyof typeof FILES;

interface Input {
  readonly chrome?: SiteChrome;
  readonly bodies?: readonly Body[];
  readonly section?: ReturnType<typeof exampleLabel>;
  readonly pictures?: readonly TextPictures[];
}
function feed(
  format: Format,
  cards: readonly ShownCard[],
  { chrome = exampleChrome, bodies, section, pictures = [] }: Input = {},
) {
  const page: ShownPageOf<"feed"> = {
    path: outputPath(section ? `${section.slug}/${FILES[format]}` : FILES[format]),
    kind: "feed",
    cards,
    stored: [],
    props: { format, section: section ?? null, texts: pictures.map((one) => ({ pictures: one, links: {} })) },
  };
  return renderFeed(page, chrome, bodies ?? cards.map(() => bodyOf("<p>نص المقال.</p>")));
}
const wellFormed = async (xml: string) => {
  const { valid, errors } = await validateXML({
    xml: { fileName: "feed.xml", contents: xml },
    normalization: "c14n",
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  return new DOMParser().parseFromString(xml, "text/xml");
};
const texts =
  (document: { getElementsByTagName(name: string): Iterable<{ textContent: string | null }> }) =>
  (name: string): (string | null)[] =>
    [...document.getElementsByTagName(name)].map(({ textContent }) => textContent);

const file = { url: urlPath("/pictures/a b.jpg"), width: 800, height: 600 };
const summit = exampleShownCard("قمة", "2017-11-22", {
  title: "قمة في سوتشي",
  time: "14:35:00",
  section: exampleLabel("الشأن السوري"),
  tags: [exampleLabel("سوتشي")],
  authors: [exampleLabel("هيئة التحرير")],
  image: { src: "/pictures/a b.jpg", alt: "", caption: null, credit: null, file },
  origin: { name: "وكالة", url: "https://agency.example/1?a=1&b=2", captured: null },
});
const older = exampleShownCard("older", "2017-07-01");
const corrected = exampleShownCard("corrected", "2017-11-01", { updated: "2018-01-05" as CivilDate });
const hostile = exampleShownCard("hostile", "2017-11-21", {
  title: "قال \u0000\u0008<b>&</b> ]]> BBC\ud800",
  excerpt: "من <script> & إلى \u000b",
});
const poison = bodyOf('<p>]]> \u0001 <a href="/2017/11/22/x/">أ</a></p>');

describe("RSS", () => {
  it("is well formed, in Arabic, and states its own address", async () => {
    const document = await wellFormed(feed("rss", [summit, older]));
    const text = texts(document);
    expect(text("language")).toEqual(["ar"]);
    expect(text("title")).toEqual(["أرشيف الاختبار", "قمة في سوتشي", "خبر \u2068older\u2069"]);
    const self = document.getElementsByTagName("atom:link")[0];
    expect(self?.getAttribute("href")).toBe("https://archive.example.org/feed.xml");
  });

  it("dates articles by RFC 822, in English, in the outlet's time zone", async () => {
    const text = texts(await wellFormed(feed("rss", [summit, older])));
    expect(text("pubDate")).toEqual(["Wed, 22 Nov 2017 14:35:00 +0200", "Sat, 01 Jul 2017 12:00:00 +0300"]);
    expect(text("lastBuildDate")).toEqual(["Wed, 22 Nov 2017 14:35:00 +0200"]);
  });

  it("is dated by its last correction, never by the build", async () => {
    const text = texts(await wellFormed(feed("rss", [summit, corrected])));
    expect(text("lastBuildDate")).toEqual(["Fri, 05 Jan 2018 12:00:00 +0200"]);
  });

  it("gives each article a permanent address, percent-encoded", async () => {
    const text = texts(await wellFormed(feed("rss", [summit])));
    const url = "https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9/";
    expect(text("guid")).toEqual([url]);
    expect(text("link")).toEqual(["https://archive.example.org/", url]);
  });

  it("never dates an undated article", async () => {
    const document = await wellFormed(feed("rss", [exampleShownCard("x", null)]));
    expect(texts(document)("pubDate")).toEqual([]);
    expect(texts(document)("lastBuildDate")).toEqual([]);
  });

  it("carries the whole text, its direction, and absolute addresses", async () => {
    const html =
      '<p><a href="/2017/11/20/x/">أ</a> <a href="https://x.example/">ب</a> كتب: href="/لا"<img src="/p.jpg" alt=""></p>';
    const chrome = { ...exampleChrome, base: "/archive/" };
    const pictures = [{ "/p.jpg": { url: urlPath("/p.jpg"), width: 80, height: 60 } }];
    const document = await wellFormed(feed("rss", [summit], { chrome, bodies: [bodyOf(html)], pictures }));
    expect(texts(document)("content:encoded")).toEqual([
      '<div lang="ar" dir="rtl"><p><a href="https://archive.example.org/archive/2017/11/20/x/">أ</a> ' +
        '<a href="https://x.example/">ب</a> كتب: href="/لا"<img src="https://archive.example.org/archive/p.jpg" alt="" width="80" height="60"></p></div>',
    ]);
  });

  it("has no address that is relative to the article's page, in any format", () => {
    const card = exampleShownCard("older", "2017-07-01", {
      image: { src: "//cdn.example/a.jpg", alt: "", caption: null, credit: "ر", file: null },
    });
    const html =
      '<p><a title="ص" href="../../04/other/?a=1&#x26;b=2">أ</a><a href="files/%D8%A8.pdf">ب</a><a href="?page=2">ت</a>' +
      '<a href="#t-x">ث</a><a href="//host.example/a">ج</a><a href="mailto:a@b.example">ح</a><img src="//cdn.example/b.jpg" alt=""></p>';
    const page = "https://archive.example.org/2017/07/01/older/";
    for (const format of ["rss", "atom", "json"] as const) {
      const text = feed(format, [card], { bodies: [bodyOf(html)] });
      const all = text
        .replaceAll('\\"', '"')
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&amp;", "&");
      for (const href of [
        ...["https://archive.example.org/2017/07/04/other/?a=1&amp;b=2", `${page}files/%D8%A8.pdf`],
        ...[`${page}?page=2`, `${page}#t-x`, "https://host.example/a", "mailto:a@b.example"],
      ])
        expect(all.replaceAll("&amp;", "&"), format).toContain(`href="${href.replace("&amp;", "&")}"`);
      expect(all).toContain('src="https://cdn.example/b.jpg"');
      expect(text).not.toMatch(/["']\/\/(?:cdn|host)/);
    }
    const nowhere = feed("json", [card], {
      chrome: { ...exampleChrome, origin: "" },
      bodies: [bodyOf(html)],
    });
    expect(nowhere).toContain('href=\\"/2017/07/04/other/');
    expect(nowhere).not.toContain("host.invalid");
  });

  it("links footnotes to the article's own page", async () => {
    const html = '<p>نص<sup><a href="#note-fn-1" id="note-fnref-1">1</a></sup></p>';
    const [text] = texts(await wellFormed(feed("rss", [older], { bodies: [bodyOf(html)] })))(
      "content:encoded",
    );
    expect(text).not.toContain(' id="');
    expect(text).toContain('<a href="https://archive.example.org/2017/07/01/older/#note-fn-1"');
  });

  it("survives control characters, lone surrogates and the end of a CDATA section", async () => {
    const document = await wellFormed(feed("rss", [hostile], { bodies: [poison] }));
    expect(texts(document)("title")[1]).toBe("قال <\u2068b\u2069>&</\u2068b\u2069> ]]> \u2068BBC\u2069");
    expect(texts(document)("description")[1]).toBe("من &lt;\u2068script\u2069&gt; &amp; إلى ");
  });

  it("of a section is titled with the names of site and section", async () => {
    const section = exampleLabel("الشأن السوري", "الشأن-السوري");
    const text = texts(await wellFormed(feed("rss", [summit], { section })));
    expect(text("title")[0]).toBe("أرشيف الاختبار – الشأن السوري");
    expect(text("link")[0]).toBe(`https://archive.example.org/${encodeURI("الشأن-السوري")}/`);
  });
});

describe("Atom", () => {
  it("is valid by the grammar of RFC 4287, whatever its content", async () => {
    const section = exampleLabel("الشأن السوري", "الشأن-السوري");
    const cards = [summit, older, corrected, hostile];
    const nowhere = { ...exampleChrome, origin: "" };
    for (const feeds of [
      feed("atom", cards, { section, bodies: cards.map(() => poison) }),
      feed("atom", cards, { chrome: nowhere }),
    ])
      expect(await atomFaults(feeds)).toEqual([]);
  });
  it.each([
    ["without an id", /<id>.*<\/id>\n/],
    ["without a date", /<updated>.*<\/updated>\n/],
    ["without an author", /<author>[\s\S]*?<\/author>\n/],
    ["with a date that has no distance from UTC", /\+\d\d:\d\d/],
    ["with a relative id", /https:\/\/archive\.example\.org(?=[^<]*<\/id>)/],
  ])("would not be valid %s", async (_, part) => {
    expect(await atomFaults(feed("atom", [summit]).replace(part, ""))).not.toEqual([]);
  });
  it("has for the feed and each entry what RFC 4287 asks: id, title, updated, and an author", async () => {
    const document = await wellFormed(feed("atom", [summit, older, corrected]));
    const root = document.documentElement;
    expect(root?.getAttribute("xml:lang")).toBe("ar");
    const entries = [...document.getElementsByTagName("entry")];
    for (const element of [root, ...entries])
      for (const name of ["id", "title", "updated"])
        expect([...(element?.children ?? [])].filter(({ tagName }) => tagName === name)).toHaveLength(1);
    expect(texts(document)("name")[0]).toBe("صحيفة الاختبار");
    expect(new Set(texts(document)("id")).size).toBe(4);
  });

  it("dates by RFC 3339 with the outlet's offset of that day; a correction of a later day counts", async () => {
    const text = texts(await wellFormed(feed("atom", [summit, older, corrected])));
    expect(text("published")).toEqual([
      "2017-11-22T14:35:00+02:00",
      "2017-07-01T12:00:00+03:00",
      "2017-11-01T12:00:00+02:00",
    ]);
    expect(text("updated")).toEqual([
      "2018-01-05T12:00:00+02:00",
      "2017-11-22T14:35:00+02:00",
      "2017-07-01T12:00:00+03:00",
      "2018-01-05T12:00:00+02:00",
    ]);
  });

  it("uses permanent URNs as ids where the site has no origin", async () => {
    const chrome = { ...exampleChrome, origin: "" };
    const ids = texts(await wellFormed(feed("atom", [summit], { chrome })))("id");
    expect(ids.every((id) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/.test(id ?? ""))).toBe(
      true,
    );
    expect(texts(await wellFormed(feed("atom", [summit, older], { chrome })))("id").slice(0, 2)).toEqual(ids);
  });

  it("survives control characters, lone surrogates and markup", async () => {
    const document = await wellFormed(feed("atom", [hostile], { bodies: [poison] }));
    expect(texts(document)("content")[0]).toContain("https://archive.example.org/2017/11/22/x/");
  });
});

describe("JSON Feed", () => {
  it("is of version 1.1, in Arabic, with ids, texts and dates", () => {
    const json = JSON.parse(feed("json", [summit, exampleShownCard("x", null)]));
    expect(json).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "أرشيف الاختبار",
      home_page_url: "https://archive.example.org/",
      feed_url: "https://archive.example.org/feed.json",
      language: "ar",
      items: [
        {
          url: "https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9/",
          content_html: '<div lang="ar" dir="rtl"><p>نص المقال.</p></div>',
          date_published: "2017-11-22T14:35:00+02:00",
          image: "https://archive.example.org/pictures/a%20b.jpg",
          external_url: "https://agency.example/1?a=1&b=2",
          authors: [{ name: "هيئة التحرير" }],
          tags: ["سوتشي"],
        },
        { title: "خبر \u2068x\u2069" },
      ],
    });
    expect(json.items[1]).not.toHaveProperty("date_published");
    expect(json.items[0]).not.toHaveProperty("date_modified");
  });
});

describe("a second reader of feeds (feedsmith)", () => {
  const section = exampleLabel("الشأن السوري", "الشأن-السوري");
  const read = (format: Format) =>
    parseFeed(
      feed(format, [summit, older, corrected, hostile], {
        section,
        bodies: [summit, older, corrected, hostile].map(() => poison),
      }),
    );

  it("finds in RSS the channel and every item whole", () => {
    const { format, feed: channel } = read("rss");
    expect(format).toBe("rss");
    expect(channel).toMatchObject({
      ...{ title: "أرشيف الاختبار – الشأن السوري", language: "ar" },
      atom: { links: [{ rel: "self", href: expect.stringContaining("/feed.xml") }] },
      items: [
        {
          ...{ title: "قمة في سوتشي", pubDate: "Wed, 22 Nov 2017 14:35:00 +0200" },
          ...{ dc: { creators: ["هيئة التحرير"] }, content: { encoded: expect.stringContaining("dir=") } },
          categories: [{ name: "الشأن السوري" }, { name: "سوتشي" }],
          guid: { value: expect.stringMatching(/^https:/) },
        },
        { pubDate: "Sat, 01 Jul 2017 12:00:00 +0300" },
        {},
        { title: expect.stringContaining("<\u2068b\u2069>&") },
      ],
    });
  });

  it("finds in Atom the same, in the language of the feed", () => {
    const { format, feed: found } = read("atom");
    expect(format).toBe("atom");
    expect(found).toMatchObject({
      ...{ id: expect.stringContaining("/atom.xml"), updated: "2018-01-05T12:00:00+02:00" },
      ...{ authors: [{ name: "صحيفة الاختبار" }], xml: { lang: "ar" } },
      entries: [
        {
          ...{ published: "2017-11-22T14:35:00+02:00", authors: [{ name: "هيئة التحرير" }] },
          links: [{ rel: "alternate" }, { rel: "via" }, { rel: "enclosure" }],
        },
        {},
        { published: "2017-11-01T12:00:00+02:00", updated: "2018-01-05T12:00:00+02:00" },
        {},
      ],
    });
  });

  it("finds in JSON Feed the same", () => {
    const { format, feed: found } = read("json");
    expect(format).toBe("json");
    expect(found).toMatchObject({
      ...{ language: "ar", authors: [{ name: "صحيفة الاختبار" }] },
      items: [{ language: "ar", tags: ["سوتشي"], date_published: "2017-11-22T14:35:00+02:00" }, {}, {}, {}],
    });
  });
});

describe("all three formats", () => {
  it("carry the captions of pictures and the corrections of the page", async () => {
    const card = exampleShownCard("x", "2017-11-22", {
      image: { src: "/lead.jpg", alt: "قلم", caption: "قلم من قصب", credit: "فلان", file },
      corrections: [{ date: "2017-11-23" as CivilDate, text: "صُحّح اسم BBC." }],
    });
    const html = '<p>أ</p><p><img src="/p.jpg" alt="ب" title="من رسم التلاميذ"></p>';
    const pictures = [{ "/p.jpg": { url: urlPath("/p.jpg"), width: 80, height: 60 } }];
    const input = { bodies: [bodyOf(html)], pictures };
    const content = [
      (JSON.parse(feed("json", [card], input)) as { items: { content_html: string }[] }).items[0]
        ?.content_html,
      texts(await wellFormed(feed("rss", [card], input)))("content:encoded")[0],
      texts(await wellFormed(feed("atom", [card], input)))("content")[0],
    ];
    for (const one of content)
      expect(one).toBe(
        '<div lang="ar" dir="rtl"><figure><img src="https://archive.example.org/pictures/a%20b.jpg" alt="قلم" width="800" height="600">' +
          "<figcaption>قلم من قصب<br>الصورة: فلان</figcaption></figure><p>أ</p>" +
          '<figure><img src="https://archive.example.org/p.jpg" alt="ب" width="80" height="60"><figcaption>من رسم التلاميذ</figcaption></figure>' +
          '<h2>تصويب</h2><ul><li><time datetime="2017-11-23">23 تشرين الثاني/نوفمبر 2017</time>: صُحّح اسم <bdi>BBC</bdi>.</li></ul></div>',
      );
  });
  it("leave out missing pictures", () => {
    const image = { src: "/none.jpg", alt: "", caption: "قلم", credit: null, file: null };
    const html = '<p><img src="/lost.jpg" alt="" title="لا شيء"></p>';
    const json = feed("json", [exampleShownCard("x", "2017-11-22", { image })], { bodies: [bodyOf(html)] });
    expect(json).not.toMatch(/figcaption|<p>/);
  });
  it("are the same bytes at every rendering", () => {
    for (const format of ["rss", "atom", "json"] as const)
      expect(feed(format, [summit, older])).toBe(feed(format, [summit, older]));
  });
  it("encode an address only once", () => {
    const card = exampleShownCard("x", "2017-11-22", { url: urlPath("/2017/11/22/100%-نجاح?/") });
    for (const format of ["rss", "atom", "json"] as const)
      expect(feed(format, [card])).toContain("/2017/11/22/100%25-%D9%86%D8%AC%D8%A7%D8%AD%3F/");
  });
});
