import { describe, expect, it } from "vitest";
import { arrange } from "../archive/arrange.ts";
import { isOwnAddress } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import { type Card, linkTo } from "../model/article.ts";
import { articleId, type OutputPath, sourcePath, urlPath } from "../model/brands.ts";
import type { Page, PageKind, PageOf } from "../model/page.ts";
import { exampleCard, exampleLabel, exampleSite } from "../model/testing/example.ts";
import { assetPages } from "./files/assets.ts";
import { sitemap } from "./files/sitemaps.ts";
import { KINDS, plan } from "./kinds.ts";
import { siteChrome } from "./site-chrome.ts";

const none: Archive["relatedTo"] = () => ({ similar: [], copies: [] });
const planOf = (cards: readonly Card[], { site = exampleSite, relatedTo = none } = {}) => [
  ...plan(arrange(cards, site, { relatedTo }), site),
];
const only = <K extends PageKind>(pages: readonly Page[], kind: K): PageOf<K>[] =>
  pages.flatMap((page) => (page.kind === kind ? [page as PageOf<K> & Page] : []));
const at = (pages: readonly Page[], path: string): Page => {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`no page at ${path}`);
  return page;
};
const paths = (pages: readonly Page[]) => pages.map(({ path }) => path);

/** Articles whose days, sections, tags and authors rotate; every tenth is undated. */
const many = (count: number, from = 0): Card[] =>
  Array.from({ length: count }, (_, i) => {
    const n = i + from;
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(n / 2))).toISOString().slice(0, 10);
    return exampleCard(`n${String(n).padStart(5, "0")}`, n % 10 === 9 ? null : day, {
      section: exampleLabel(["سياسة", "ثقافة", "علوم"][n % 3] as string),
      tags: [exampleLabel(`وسم-${n % 7}`), exampleLabel(`وسم-${7 + (n % 11)}`)],
      authors: [exampleLabel(`كاتب-${n % 4}`)],
    });
  });

describe("the plan of a site", () => {
  it("has every kind of page at its address", () => {
    const about = exampleCard("about", null, { isStatic: true, url: urlPath("/about/") });
    const moved = exampleCard("moved", "2015-03-01", { aliases: ["/old.html/", "/p/7/"].map(urlPath) });
    const planned = new Set<string>(paths(planOf([...many(40), about, moved])));
    const expected = [
      ...["index.html", "2015/01/01/n00000/index.html", "undated/n00009/index.html", "about/index.html"],
      ...["سياسة/index.html", "سياسة/page/1/index.html", "sections/index.html", "tags/index.html"],
      ...["tags/وسم-1/index.html", "authors/index.html", "authors/كاتب-0/page/2/index.html"],
      ...["undated/index.html", "archive/index.html", "2015/index.html", "2015/01/index.html"],
      ...["2015/01/02/index.html", "404.html", "search/index.html", "robots.txt"],
      ...["feed.xml", "atom.xml", "feed.json", "سياسة/feed.xml", "سياسة/atom.xml", "سياسة/feed.json"],
      ...["sitemap.xml", "sitemaps/2015-01.xml", "sitemaps/undated.xml", "sitemaps/lists.xml"],
      ...["old.html", "p/7/index.html"],
    ];
    expect(expected.filter((path) => !planned.has(path))).toEqual([]);
  });

  it("has no page but where its kind is said to be, at an address that nothing else may take", () => {
    const about = exampleCard("about", null, { isStatic: true, url: urlPath("/about/") });
    const site = { ...exampleSite, newsSitemap: true };
    const sections = new Set(["سياسة", "ثقافة", "علوم"]);
    for (const { kind, path } of planOf([...many(300), about], { site })) {
      const forms = KINDS[kind].address.split(" or ").map((form) => form.replace(/[A-Z]+/g, "[^/]+"));
      const address = `/${path.replace(/(?:page\/\d+\/)?index\.html$/, "")}`;
      expect(address, kind).toMatch(new RegExp(`^(?:${forms.join("|")})$`));
      if (kind !== "article" && kind !== "standing")
        expect(isOwnAddress(path, sections), `${kind} ${path}`).toBe(true);
    }
  });

  it("names no file twice", () => {
    const planned = paths(planOf(many(300)));
    expect(new Set(planned).size).toBe(planned.length);
  });

  it("is plain data: it survives JSON", () => {
    const planned = planOf(many(60));
    expect(JSON.parse(JSON.stringify(planned))).toEqual(planned);
  });

  it("is the same whatever order the articles come in", () => {
    expect(planOf(many(120).toReversed())).toEqual(planOf(many(120)));
  });

  it("of an archive without articles is still a site", () => {
    const planned = planOf([]);
    expect(paths(planned)).toContain("index.html");
    expect(at(planned, "feed.xml").cards).toEqual([]);
  });

  it("grows only by the article's own pages when one is added", () => {
    const before = new Map(planOf(many(2000)).map((page) => [page.path, JSON.stringify(page)]));
    const newest = exampleCard("newest", "2017-09-30", {
      section: exampleLabel("ثقافة"),
      tags: [exampleLabel("وسم-1"), exampleLabel("وسم-9")],
      authors: [exampleLabel("كاتب-2")],
    });
    const after = planOf([...many(2000), newest]);
    const changed = after.filter((page) => before.get(page.path) !== JSON.stringify(page));
    expect(changed.length).toBeLessThanOrEqual(30);
    expect(after.length - before.size).toBeLessThanOrEqual(2);
  });
});

describe("the page of an article", () => {
  const [a, b, c, d] = [
    exampleCard("a", "2017-11-20", { section: exampleLabel("ثقافة") }),
    exampleCard("b", "2017-11-21", { section: exampleLabel("علوم") }),
    exampleCard("c", "2017-11-22", { section: exampleLabel("ثقافة") }),
    exampleCard("d", null, { section: exampleLabel("ثقافة") }),
  ] as const;

  it("knows its neighbours, of all and in its section", () => {
    const page = at(planOf([a, b, c, d]), "2017/11/22/c/index.html");
    expect(page.props).toMatchObject({
      ...{ newer: null, older: linkTo(b) },
      ...{ newerInSection: null, olderInSection: linkTo(a) },
    });
    expect(page.stored).toEqual([c.body, c.terms]);
  });

  it("has no neighbours when it has no date", () => {
    expect(at(planOf([a, b, c, d]), "undated/d/index.html").props).toMatchObject({
      ...{ newer: null, older: null, newerInSection: null, olderInSection: null },
    });
  });

  it("shows why articles are related, but not how much", () => {
    const relatedTo = () => ({
      similar: [{ card: b, terms: [7], days: 1, score: 0.5 }],
      copies: [c],
    });
    expect(at(planOf([a, b, c], { relatedTo }), "2017/11/20/a/index.html").props).toMatchObject({
      related: [{ url: b.url, title: b.title, published: b.published, terms: [7], days: 1 }],
      copies: [linkTo(c)],
    });
  });
});

describe("lists", () => {
  it("count their articles on the front alone", () => {
    const pages = only(planOf(many(100)), "section").filter(({ props }) => props.label.slug === "علوم");
    expect(pages.map(({ props }) => props.slice.total)).toEqual([33, ...pages.slice(1).map(() => null)]);
    expect(pages[0]?.props.slice).toMatchObject({ number: null, newer: null, older: "/علوم/page/5/" });
    expect(pages[6]?.props.slice).toMatchObject({ number: 6, newer: "/علوم/", older: "/علوم/page/5/" });
  });

  it("of the undated begin with the first title", () => {
    const cards = ["ج", "أ", "ب"].map((title, i) => exampleCard(`n${i}`, null, { title }));
    expect(at(planOf(cards), "undated/index.html").cards.map(({ title }) => title)).toEqual(["أ", "ب", "ج"]);
  });

  it("of tags have a page for a tag of one article", () => {
    const pages = planOf([exampleCard("a", "2017-11-22", { tags: [exampleLabel("نادر")] })]);
    expect(at(pages, "tags/نادر/index.html").cards).toHaveLength(1);
  });
});

describe("an index", () => {
  const names = ["باء", "البحر", "أب", "إبل", "دار", "C++", "2017"];
  const tagged = (tags: readonly string[]) =>
    planOf([exampleCard("a", "2017-11-22", { tags: tags.map((name) => exampleLabel(name)) })]);
  const tagIndex = (tags: readonly string[]) =>
    only(tagged(tags), "index").flatMap(({ path, props }) =>
      props.of === "tags" ? [{ path, ...props }] : [],
    );

  it("is one page, without letters, as long as its names fit on one", () => {
    expect(tagIndex(names.slice(0, 5))).toMatchObject([
      { path: "tags/index.html", number: null, previous: null, next: null, initials: [] },
    ]);
  });
  it("has its next names on further pages, each with links to its neighbours and to every letter", () => {
    const pages = tagIndex(names);
    expect(pages).toMatchObject([
      { path: "tags/index.html", number: null, previous: null, next: "/tags/page/2/" },
      { path: "tags/page/2/index.html", number: 2, previous: "/tags/", next: null },
    ]);
    expect(pages.flatMap(({ entries }) => entries.map(({ label }) => label.name))).toEqual([
      ...["أب", "إبل", "باء", "البحر", "دار", "C++", "2017"],
    ]);
    for (const { initials } of pages)
      expect(initials).toEqual([
        { initial: "ا", page: "/tags/", first: "/tags/أب/" },
        { initial: "ب", page: "/tags/", first: "/tags/باء/" },
        { initial: "د", page: "/tags/", first: "/tags/دار/" },
        { initial: "C", page: "/tags/page/2/", first: "/tags/C++/" },
        { initial: null, page: "/tags/page/2/", first: "/tags/2017/" },
      ]);
  });
});

describe("a day of many articles", () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, i) => exampleCard(`n${String(i).padStart(3, "0")}`, "2017-11-22"));
  const around = [exampleCard("x", "2017-11-21"), exampleCard("y", "2017-11-23")];
  const pagesOf = (count: number) =>
    only(planOf([...crowd(count), ...around]), "day").filter(({ props }) => props.date === "2017-11-22");

  it("has pages numbered from its first article, as a list has, under the day's own address", () => {
    const pages = pagesOf(13);
    expect(pages.map(({ path, cards }) => [path, cards.length])).toEqual([
      ["2017/11/22/index.html", 8],
      ["2017/11/22/page/1/index.html", 5],
      ["2017/11/22/page/2/index.html", 5],
    ]);
    expect(pages[0]?.props).toMatchObject({
      slice: { number: null, newer: null, older: "/2017/11/22/page/1/", total: 13 },
      ...{ newer: "2017-11-23", older: "2017-11-21" },
    });
    expect(pages[0]?.cards[0]?.id).toBe("n012");
  });
  it("leaves its numbered pages as they are when an article or a day is added", () => {
    expect(pagesOf(13)[1]).toEqual(pagesOf(14)[1]);
    expect(pagesOf(13)[1]?.props).toMatchObject({ newer: null, older: null });
  });
});

describe("the calendar", () => {
  const cards = ["2015-12-31", "2017-02-28", "2017-03-01", "2017-03-01"].map((on, i) =>
    exampleCard(`n${i}`, on),
  );
  const pages = planOf(cards);

  it("links each day, month and year to the next that has articles", () => {
    expect(at(pages, "2017/02/28/index.html").props).toMatchObject({
      ...{ newer: "2017-03-01", older: "2015-12-31" },
    });
    expect(at(pages, "2017/02/index.html").props).toMatchObject({
      newer: { year: 2017, month: 3 },
      older: { year: 2015, month: 12 },
    });
    expect(at(pages, "2017/index.html").props).toMatchObject({ newer: null, older: 2015 });
  });

  it("counts the articles of each day of a year, with the right number of days a month", () => {
    const [year] = only(pages, "year");
    expect(year?.props.days.map((month) => month.length)).toEqual([
      ...[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    ]);
    expect(year?.props.days[2]?.[0]).toBe(2);
    expect(year?.props.days.flat().reduce((sum, n) => sum + n, 0)).toBe(year?.props.count);
  });

  it("adds up to the articles that have a date", () => {
    const all = planOf(many(700));
    const counted = only(all, "archive")[0]?.props.years.flatMap(({ months }) => months) ?? [];
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(630);
    expect(only(all, "day").reduce((sum, { cards: ofDay }) => sum + ofDay.length, 0)).toBe(630);
    const links = only(all, "month").flatMap(({ props }) => props.days.flatMap((day) => day.links));
    expect(new Set(links.map(({ url }) => url)).size).toBe(630);
  });
});

describe("feeds", () => {
  it("hold the last thirty articles that have a date, newest first, with their texts", () => {
    const page = at(planOf(many(100)), "feed.xml");
    expect(page.cards).toHaveLength(30);
    expect(page.cards[0]?.id).toBe("n00098");
    expect(page.cards.every(({ published }) => published !== null)).toBe(true);
    expect(page.stored).toEqual(page.cards.map(({ body }) => body));
  });
  it("of a section hold its own", () => {
    const cards = at(planOf(many(100)), "علوم/atom.xml").cards;
    expect(new Set(cards.map(({ section }) => section?.slug))).toEqual(new Set(["علوم"]));
  });
});

describe("sitemaps", () => {
  const pages = planOf(many(200));
  it("name every page for readers once, and of a list only its front", () => {
    const urls = only(pages, "sitemap").flatMap(({ props }) => props.entries.map(({ url }) => url));
    expect(new Set(urls).size).toBe(urls.length);
    const wanted: readonly PageKind[] = ["article", "home", "year", "month", "day", "archive", "index"];
    const addresses = pages
      .filter(({ kind }) => wanted.includes(kind))
      .map(({ path }) => `/${path.replace(/index\.html$/, "")}`);
    const numbered = addresses.filter((url) => /\/page\/\d+\/$/.test(url));
    expect(addresses.filter((url) => !urls.includes(urlPath(url)))).toEqual(numbered);
    expect(numbered).toContain("/tags/page/2/");
  });
  it("date an article by its correction, else by its publication, and date no list", () => {
    const cards = [
      exampleCard("a", "2017-11-20", { updated: exampleCard("", "2019-01-02").published }),
      exampleCard("b", "2017-11-21"),
    ];
    const planned = planOf(cards);
    expect(at(planned, "sitemaps/2017-11.xml").props).toMatchObject({
      entries: expect.arrayContaining([
        { url: "/2017/11/20/a/", modified: "2019-01-02" },
        { url: "/2017/11/21/b/", modified: "2017-11-21" },
        { url: "/2017/11/21/", modified: null },
      ]),
    });
    expect(at(planned, "sitemap.xml").props).toMatchObject({
      sitemaps: [
        { url: "/sitemaps/lists.xml", modified: null },
        { url: "/sitemaps/2017-11.xml", modified: "2019-01-02" },
      ],
    });
  });
  it("hold fewer than fifty thousand addresses each", () => {
    const one = exampleCard("one", null);
    const crowd = Array.from({ length: 60_000 }, (_, i) => ({
      ...one,
      ...{ id: articleId(`n${i}`), source: sourcePath(`n${i}.md`), url: urlPath(`/undated/n${i}/`) },
    }));
    const pages = [...(sitemap.plan?.(arrange(crowd, exampleSite, { relatedTo: none }), exampleSite) ?? [])];
    const sizes = only(pages, "sitemap").map(({ path, props }) => [path, props.entries.length]);
    expect(sizes).toContainEqual(["sitemaps/undated.xml", 40_000]);
    expect(sizes).toContainEqual(["sitemaps/undated-2.xml", 20_000]);
  });
});

describe("the site chrome", () => {
  const assets = {
    style: urlPath("/assets/style.css"),
    scripts: [],
    fonts: [],
    icon: urlPath("/favicon.svg"),
  };
  const chromeFor = (cards: readonly Card[], site = exampleSite) =>
    siteChrome(site, arrange(cards, site, { relatedTo: none }), assets);
  const inSections = (count: number) =>
    Array.from({ length: count * 3 }, (_, i) =>
      exampleCard(`n${i}`, "2017-11-22", { section: exampleLabel(`قسم-${i % count}`) }),
    );

  it("names the sections of the settings that have articles", () => {
    const sections = ["قسم-2", "قسم-0", "خالٍ"].map((name) => ({ ...exampleLabel(name), description: null }));
    expect(chromeFor(inSections(4), { ...exampleSite, sections }).menu).toMatchObject([
      ...[{ name: "قسم-2" }, { name: "قسم-0" }],
    ]);
  });
  it("names the largest ten where the settings name none", () => {
    const large = Array.from({ length: 20 }, (_, i) =>
      exampleCard(`m${i}`, "2017-11-22", { section: exampleLabel("قسم-25") }),
    );
    const { menu } = chromeFor([...inSections(26), ...large]);
    expect(menu).toHaveLength(10);
    expect(menu.map(({ name }) => name)).toContain("قسم-25");
  });
  it("does not change when an article is added to a section it has", () => {
    const cards = inSections(5);
    const one = { id: articleId("x"), source: sourcePath("x.md"), section: exampleLabel("قسم-1") };
    expect(chromeFor([...cards, exampleCard("x", "2019-01-01", one)])).toEqual(chromeFor(cards));
  });
});

describe("assets", () => {
  it("are the style sheet, the icon, and files copied as they are", () => {
    const pages = [
      ...assetPages({
        style: { url: urlPath("/assets/style-1.css"), sources: ["style/a.css"], digest: "1" },
        icon: { light: "#8a2f22", dark: "#e59a83" },
        files: [{ path: "pictures/a.jpg", from: "/somewhere/a.jpg", digest: "2" }],
      }),
    ];
    expect(pages.map(({ path, kind }): [OutputPath, PageKind] => [path, kind])).toEqual([
      ["assets/style-1.css", "style"],
      ["favicon.svg", "icon"],
      ["pictures/a.jpg", "copy"],
    ]);
  });
});

describe("the news sitemap", () => {
  const site = { ...exampleSite, newsSitemap: true };
  const dated = (...days: string[]) => days.map((day, i) => exampleCard(`n${i}`, day));

  it("exists only where the settings ask for it, and is named in the index", () => {
    const cards = dated("2017-11-22");
    expect(paths(planOf(cards))).not.toContain("sitemaps/news.xml");
    const pages = planOf(cards, { site });
    expect(paths(pages)).toContain("sitemaps/news.xml");
    expect(only(pages, "sitemap-index")[0]?.props.sitemaps).toContainEqual({
      ...{ url: "/sitemaps/news.xml", modified: "2017-11-22" },
    });
  });

  it("holds the newest articles and those of the two days before, never an undated one", () => {
    const cards = [
      ...dated("2017-11-19", "2017-11-20", "2017-11-21", "2017-11-22"),
      exampleCard("undated", null),
    ];
    const [news] = only(planOf(cards, { site }), "news-sitemap");
    expect(news?.cards.map(({ published }) => published)).toEqual(["2017-11-22", "2017-11-21", "2017-11-20"]);
  });

  it("holds a thousand at most, and is left out where nothing is dated", () => {
    const [news] = only(planOf(dated(...Array(1200).fill("2017-11-22")), { site }), "news-sitemap");
    expect(news?.cards).toHaveLength(1000);
    expect(paths(planOf([exampleCard("undated", null)], { site }))).not.toContain("sitemaps/news.xml");
  });
});
