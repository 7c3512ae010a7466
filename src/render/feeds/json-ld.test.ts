import { describe, expect, it } from "vitest";
import type { ShownCard } from "../../model/article.ts";
import { fileFor, outputPath, urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import type { ShownPage, SiteChrome } from "../../model/page.ts";
import { exampleChrome, exampleLabel, exampleShownCard } from "../../model/testing/example.ts";
import { newsArticle, structuredData } from "./json-ld.ts";

const SITE = "https://archive.example.org";
const article = (card: ShownCard, words = 0) => newsArticle(card, words, exampleChrome);

const breadcrumbs = [
  { name: "الرئيسية", url: urlPath("/") },
  { name: "علوم", url: urlPath("/علوم/") },
];
const slice = { number: null, newer: null, older: null, total: 0 };
const PAGES: Readonly<Record<string, ShownPage>> = {
  home: {
    ...{ path: outputPath("index.html"), cards: [], stored: [], kind: "home" },
    props: { latest: 0, blocks: [], years: [], total: 0, days: [] },
  },
  section: {
    ...{ path: fileFor(urlPath("/علوم/")), cards: [exampleShownCard("a", "2017-11-22")], stored: [] },
    ...{ kind: "section", props: { label: exampleLabel("علوم"), description: null, slice, dated: true } },
  },
  author: {
    ...{ path: fileFor(urlPath("/authors/ليلى/")), cards: [], stored: [], kind: "author" },
    props: { label: exampleLabel("ليلى"), slice },
  },
  lost: { path: outputPath("404.html"), kind: "not-found", cards: [], stored: [], props: { years: [] } },
};
/** The nodes of a page's graph, by type. */
function nodes(page: ShownPage | undefined, chrome: SiteChrome = exampleChrome): Record<string, object> {
  const described = { url: urlPath("/علوم/"), title: "علوم", description: "الفلك", breadcrumbs, words: 0 };
  const graph = structuredData(page as ShownPage, described, chrome);
  if (graph === null) return {};
  expect(graph["@context"]).toBe("https://schema.org");
  return Object.fromEntries(
    (graph["@graph"] as readonly { "@type": string }[]).map((node) => [node["@type"], node]),
  );
}

const file = { url: urlPath("/pictures/a.jpg"), width: 800, height: 600 };

describe("structured data of an article", () => {
  it("says what Google's article features ask for", () => {
    const card = exampleShownCard("قمة", "2017-11-22", {
      time: "14:35:00",
      updated: "2018-01-05" as CivilDate,
      section: exampleLabel("الشأن السوري"),
      tags: [exampleLabel("سوتشي"), exampleLabel("قمة")],
      authors: [exampleLabel("ليلى الحسن", "ليلى-الحسن"), exampleLabel("رويترز")],
      image: { src: "/pictures/a.jpg", alt: "", caption: null, credit: null, file },
      origin: { name: "وكالة", url: "https://agency.example/1", captured: null },
    });
    const url = `${SITE}/2017/11/22/${encodeURI("قمة")}/`;
    expect(article(card, 412)).toEqual({
      "@type": "NewsArticle",
      "@id": `${url}#article`,
      url,
      mainEntityOfPage: { "@type": "WebPage", "@id": url },
      isPartOf: { "@id": `${SITE}/#website` },
      headline: "خبر قمة",
      description: "أول الكلام",
      image: [`${SITE}/pictures/a.jpg`],
      datePublished: "2017-11-22T14:35:00+02:00",
      dateModified: "2018-01-05",
      author: [
        { "@type": "Person", name: "ليلى الحسن", url: `${SITE}/authors/${encodeURI("ليلى-الحسن")}/` },
        { "@type": "Organization", name: "رويترز", url: `${SITE}/authors/${encodeURI("رويترز")}/` },
      ],
      publisher: {
        ...{ "@type": "Organization", "@id": `${SITE}/#publisher`, name: "صحيفة الاختبار" },
        url: `${SITE}/`,
      },
      articleSection: "الشأن السوري",
      keywords: ["سوتشي", "قمة"],
      wordCount: 412,
      inLanguage: "ar",
      isAccessibleForFree: true,
      isBasedOn: "https://agency.example/1",
    });
  });

  it("gives an article without a time only its day", () => {
    expect(article(exampleShownCard("a", "2017-07-22"))).toMatchObject({
      ...{ datePublished: "2017-07-22", dateModified: "2017-07-22" },
    });
  });

  it("gives no date where none is stated", () => {
    const undated = article(exampleShownCard("a", null));
    expect(undated).not.toHaveProperty("datePublished");
    expect(undated).not.toHaveProperty("dateModified");
  });

  it("cuts a headline after a word, at 110 characters", () => {
    const title = "كلمة ".repeat(40).trim();
    const { headline } = article(exampleShownCard("a", null, { title })) as { headline: string };
    expect(headline.length).toBeLessThanOrEqual(110);
    expect(headline).toMatch(/كلمة…$/);
  });

  it("names the outlet as the author where none is stated, and shows its logo", () => {
    const chrome = { ...exampleChrome, theme: { ...exampleChrome.theme, logo: "/logo.svg" } };
    expect(newsArticle(exampleShownCard("a", null), 0, chrome)).toMatchObject({
      author: [{ "@id": `${SITE}/#publisher` }],
      publisher: { "@id": `${SITE}/#publisher`, logo: { "@type": "ImageObject", url: `${SITE}/logo.svg` } },
    });
  });
});

describe("structured data of a page", () => {
  it("numbers its breadcrumbs from one, with absolute addresses", () => {
    expect(nodes(PAGES.section, { ...exampleChrome, base: "/a/" }).BreadcrumbList).toMatchObject({
      itemListElement: [
        { position: 1, name: "الرئيسية", item: `${SITE}/a/` },
        { position: 2, name: "علوم", item: `${SITE}/a/${encodeURI("علوم")}/` },
      ],
    });
  });

  it("names the address of the site's search", () => {
    expect(nodes(PAGES.home).WebSite).toMatchObject({
      url: `${SITE}/`,
      potentialAction: {
        "@type": "SearchAction",
        target: { urlTemplate: `${SITE}/search/?q={search_term_string}` },
        "query-input": "required name=search_term_string",
      },
    });
  });

  it("types a list as a collection, part of the site, and an author's list as about the author", () => {
    expect(nodes(PAGES.section).CollectionPage).toMatchObject({
      ...{ name: "علوم", isPartOf: { "@id": `${SITE}/#website` }, inLanguage: "ar" },
    });
    expect(nodes(PAGES.author).CollectionPage).toMatchObject({ about: { "@type": "Person", name: "ليلى" } });
  });

  it("defines every node that another refers to", () => {
    for (const page of [PAGES.home, PAGES.section]) {
      const ids = new Set(Object.values(nodes(page)).flatMap((node) => ("@id" in node ? [node["@id"]] : [])));
      if (page === PAGES.home) expect(ids).toContain(`${SITE}/#publisher`);
      expect(ids).toContain(`${SITE}/#website`);
    }
  });

  it("is left out where the site has no origin, and on the page for an address not found", () => {
    expect(nodes(PAGES.section, { ...exampleChrome, origin: "" })).toEqual({});
    expect(nodes(PAGES.lost)).toEqual({});
  });
});
