import { describe, expect, it } from "vitest";
import { urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { exampleCard, exampleFace, exampleLabel } from "../../model/testing/example.ts";
import { breadcrumbsJsonLd, newsArticleJsonLd } from "./json-ld.ts";

describe("structured data of an article", () => {
  it("says what Google's article features ask for", () => {
    const card = exampleCard("قمة", "2017-11-22", {
      time: "14:35:00",
      updated: "2018-01-05" as CivilDate,
      section: exampleLabel("الشأن السوري"),
      tags: [exampleLabel("سوتشي"), exampleLabel("قمة")],
      authors: [exampleLabel("ليلى الحسن")],
      image: { src: "/pictures/a.jpg", alt: "", credit: null },
    });
    const url = "https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9/";
    expect(newsArticleJsonLd(card, exampleFace)).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      mainEntityOfPage: { "@type": "WebPage", "@id": url },
      url,
      headline: "خبر قمة",
      image: ["https://archive.example.org/pictures/a.jpg"],
      datePublished: "2017-11-22T14:35:00+02:00",
      dateModified: "2018-01-05",
      author: [{ "@type": "Person", name: "ليلى الحسن" }],
      publisher: { "@type": "Organization", name: "صحيفة الاختبار" },
      description: "أول الكلام",
      articleSection: "الشأن السوري",
      keywords: ["سوتشي", "قمة"],
      inLanguage: "ar",
      isAccessibleForFree: true,
    });
  });

  it("gives the plain day where no time is known, and no date where none is stated", () => {
    expect(newsArticleJsonLd(exampleCard("a", "2017-11-22"), exampleFace)).toMatchObject({
      ...{ datePublished: "2017-11-22", dateModified: "2017-11-22" },
    });
    const undated = newsArticleJsonLd(exampleCard("a", null), exampleFace);
    expect(undated).not.toHaveProperty("datePublished");
    expect(undated).not.toHaveProperty("dateModified");
  });

  it("cuts a headline after a word, at 110 characters", () => {
    const title = "كلمة ".repeat(40).trim();
    const { headline } = newsArticleJsonLd(exampleCard("a", null, { title }), exampleFace) as {
      headline: string;
    };
    expect(headline.length).toBeLessThanOrEqual(110);
    expect(headline).toMatch(/كلمة…$/);
  });

  it("names the outlet as the author where nobody signed", () => {
    expect(newsArticleJsonLd(exampleCard("a", null), exampleFace)).toMatchObject({
      author: [{ "@type": "Organization", name: "صحيفة الاختبار" }],
    });
  });
});

describe("structured data of the way down to a page", () => {
  it("numbers the steps from one, with whole addresses", () => {
    const crumbs = [
      { name: "الرئيسية", url: urlPath("/") },
      { name: "علوم", url: urlPath("/علوم/") },
    ];
    expect(breadcrumbsJsonLd(crumbs, { ...exampleFace, base: "/a/" })).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, name: "الرئيسية", item: "https://archive.example.org/a/" },
        { position: 2, name: "علوم", item: `https://archive.example.org/a/${encodeURI("علوم")}/` },
      ],
    });
  });
});
