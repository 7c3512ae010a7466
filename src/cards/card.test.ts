import { describe, expect, it } from "vitest";
import type { Metadata, Parsed, Stored } from "../model/article.ts";
import { digest, sourcePath } from "../model/brands.ts";
import type { CivilDate } from "../model/civil-date.ts";
import type { Site } from "../model/site.ts";
import { exampleSite } from "../model/testing/example.ts";
import { type CardInput, cardOf, draftOf } from "./card.ts";

const stored: Stored = { digest: digest("d"), pack: 1, offset: 0, length: 1 };
const digestOf = (text: string) => digest(`of${text.length}`);
const given = (
  metadata: Metadata,
  {
    path = "a.md",
    sidecar = null,
    site = exampleSite,
    titleIsCut,
    given = {},
  }: {
    path?: string;
    sidecar?: Metadata | null;
    site?: Site;
    titleIsCut?: true;
    given?: Partial<Parsed>;
  } = {},
): CardInput => ({
  ...{
    parsed: {
      metadata,
      excerpt: "أول",
      pictures: [],
      links: [],
      evidence: [],
      ...(titleIsCut ? { titleIsCut } : {}),
      ...given,
    },
    path: sourcePath(path),
    file: `content/${path}`,
  },
  ...{ sidecar, site, digestOf, body: stored, terms: stored },
});
const placed = (...all: Parameters<typeof given>) => cardOf(given(...all));
/** The card with its details. */
const card = (...given: Parameters<typeof placed>) => {
  const { value } = placed(...given);
  return value && { ...value, ...value.details };
};
const codes = (...given: Parameters<typeof placed>) => placed(...given).diagnostics.map(({ code }) => code);

describe("the date of an article", () => {
  it.each([
    ["2017/11/22/a.txt", "2017-11-22"],
    ["2017-11-22-a.txt", "2017-11-22"],
    ["x/2017-11-22/a.txt", "2017-11-22"],
    ["x/2017/1/2/a.txt", "2017-01-02"],
    ["2017/a.txt", null],
    ["12017/11/22/a.txt", null],
    ["2017112200.txt", null],
  ])("comes from the path %s when nothing states one", (path, date) => {
    expect(card({ title: "س" }, { path })).toMatchObject({ published: date });
  });
  it("is what the sidecar states, else the text, else the path", () => {
    const path = "2016/01/01/a.txt";
    expect(card({ title: "س", date: "2017-11-22" }, { path })).toMatchObject({
      published: "2017-11-22",
    });
    expect(card({ title: "س", date: "2017-11-22" }, { path, sidecar: { date: "2018-02-03" } })).toMatchObject(
      {
        ...{ published: "2018-02-03" },
      },
    );
  });
  it("is a day of the outlet's own time zone", () => {
    expect(card({ title: "س", date: "2017-11-22T22:30:00Z" })).toMatchObject({
      published: "2017-11-23",
      time: "00:30:00",
    });
  });
  describe("where the settings name no time zone", () => {
    const site = { ...exampleSite, locale: { ...exampleSite.locale, timeZone: null } };
    const dated = (date: string, given: Partial<Parsed> = {}) => {
      const { published, time, offset, url } = card({ title: "س", date }, { site, given }) ?? {};
      return { published, time, offset, url };
    };
    it("is the day of the moment in its own offset", () => {
      expect(dated("2015-07-21T00:30+03:00")).toEqual({
        ...{ published: "2015-07-21", time: "00:30:00", offset: "+03:00", url: "/2015/07/21/س/" },
      });
    });
    it("is the day that the page prints, where the moment is in UTC; its hour is then not known", () => {
      const dayPrinted = "2015-07-21" as CivilDate;
      const printed = { published: "2015-07-21", time: null, url: "/2015/07/21/س/" };
      expect(dated("2015-07-20T21:30:00Z", { dayPrinted })).toEqual({ ...printed, offset: "+00:00" });
      expect(dated("2015-07-20T21:30:00", { dayPrinted })).toEqual({ ...printed, offset: null });
      expect(dated("2015-07-20T21:30:00Z")).toMatchObject({ published: "2015-07-20", time: "21:30:00" });
      expect(dated("2015-07-20T21:30:00+02:00", { dayPrinted })).toMatchObject({ published: "2015-07-20" });
      expect(
        card({ title: "س", date: "2015-07-21" }, { site, sidecar: { date: "2015-07-20T21:30:00Z" } }),
      ).toMatchObject({ published: "2015-07-21", time: null });
    });
    it("follows the same rule for a correction, an update and the capture", () => {
      const late = "2018-01-05T00:30:00+03:00";
      expect(
        card(
          {
            title: "س",
            updated: late,
            corrections: [{ date: late, text: "ت" }],
            source: { name: "ص", captured: late },
          },
          { site },
        ),
      ).toMatchObject({
        ...{ updated: "2018-01-05", corrections: [{ date: "2018-01-05" }] },
        origin: { captured: "2018-01-05" },
      });
    });
  });
  it("is what the time zone of the settings says of a moment, whatever the page prints", () => {
    const given = { dayPrinted: "2017-11-24" as CivilDate };
    expect(card({ title: "س", date: "2017-11-22T22:30:00Z" }, { given })).toMatchObject({
      ...{ published: "2017-11-23", time: "00:30:00", offset: null },
    });
  });
  it("is none, with a warning, when the path states a day that does not exist", () => {
    expect(card({ title: "س" }, { path: "2017/02/30/a.txt" })?.published).toBeNull();
    expect(codes({ title: "س" }, { path: "2017/02/30/a.txt" })).toEqual(["impossible-date-in-path"]);
  });
});

describe("the address of an article", () => {
  it("is its day and its headline, or the slug that is stated", () => {
    expect(card({ title: "عنوانُ المقال!", date: "2017-11-22" })?.url).toBe("/2017/11/22/عنوان-المقال/");
    expect(card({ title: "س", slug: "أول" })?.url).toBe("/undated/أول/");
  });
  it("is a digest when the headline has no letters", () => {
    expect(card({ title: "؟!" })?.url).toMatch(/^\/undated\/[a-z0-9]+\/$/);
  });
  it("may be the file's name", () => {
    expect(card({ title: "س" }, { path: "x/BB-42.txt", site: { ...exampleSite, slugs: "id" } })?.url).toBe(
      "/undated/bb-42/",
    );
  });
  it("of a static page lies at the top, and may not be one of the site's own", () => {
    expect(
      card({ title: "عن", slug: "about", date: "2017-11-22" }, { path: "pages/about.md" }),
    ).toMatchObject({
      ...{ url: "/about/", published: null, isStatic: true },
    });
    expect(codes({ title: "عن", slug: "archive" }, { path: "pages/x.md" })).toEqual(["address-reserved"]);
  });
  it("of old may not lead out of the site", () => {
    expect(card({ title: "س", aliases: ["old/x", "/a//b/"] })?.aliases).toEqual(["/old/x/", "/a/b/"]);
    expect(codes({ title: "س", aliases: ["../x", "/a/./b", "/"] })).toEqual([
      "bad-alias",
      "bad-alias",
      "bad-alias",
    ]);
  });
});

describe("what an editor states beside an article", () => {
  it("wins key by key, and of the source too", () => {
    const page = { title: "قديم", section: "أ", source: { name: "وكالة", url: "https://a.example/" } };
    expect(card(page, { sidecar: { title: "جديد", source: { captured: "2020-01-01" } } })).toMatchObject({
      ...{ title: "جديد", section: { name: "أ" } },
      origin: { name: "وكالة", url: "https://a.example/", captured: "2020-01-01" },
    });
  });
  it("may be an estimate of the date, which does not date the article", () => {
    const guessed = card({ title: "س" }, { sidecar: { date_estimate: "2017-11" } });
    expect(guessed).toMatchObject({ published: null, estimate: "2017-11", url: "/undated/س/" });
    const both = placed({ title: "س", date: "2017-11-22" }, { sidecar: { date_estimate: "2017" } });
    expect(both.value).toMatchObject({ published: "2017-11-22", details: { estimate: null } });
    expect(both.diagnostics).toMatchObject([{ severity: "warning", code: "estimate-unused" }]);
  });
  it("keeps a draft from being published, without a diagnostic", () => {
    expect(placed({ title: "س" }, { sidecar: { draft: true } })).toEqual({ diagnostics: [] });
  });
  it("of a draft is the one it would have, with defaults for what it lacks", () => {
    const draft = (...all: Parameters<typeof given>) => draftOf(given(...all));
    const dated = draft({ title: "س", date: "2017-11-22", draft: true });
    expect(dated).toMatchObject({ url: "/2017/11/22/س/", title: "س" });
    expect(draft({}, { path: "x/نهر.txt", sidecar: { draft: true } })).toMatchObject({ title: "نهر" });
    expect(draft({ title: "س", slug: "tags", draft: true }, { path: "pages/a.md" })?.url).toBe("/tags/");
    expect(draft({ title: "س" })).toBeNull();
    expect(draft({ title: "س", draft: true }, { sidecar: { draft: false } })).toBeNull();
  });
  it("must have a title", () => {
    const [fault] = placed({}, { path: "x/a.txt" }).diagnostics;
    expect(fault).toMatchObject({ severity: "error", code: "no-title", file: "content/x/a.txt" });
    expect(fault?.hint).toContain("a.yaml");
  });
});

describe("a headline that is the beginning of a paragraph", () => {
  const reported = (sidecar: Metadata | null) =>
    placed({ title: "انطلق السباق…" }, { path: "x/a.txt", sidecar, titleIsCut: true }).diagnostics;
  it("is a warning that quotes it and says what to do", () => {
    expect(reported({ section: "رياضة" })).toMatchObject([
      { severity: "warning", code: "no-headline", message: expect.stringContaining("انطلق السباق…") },
    ]);
    expect(reported(null)[0]?.hint).toMatch(/line above it/);
  });
  it("is none when a sidecar states another", () => {
    expect(reported({ title: "انطلاق السباق" })).toEqual([]);
  });
});

describe("names", () => {
  it("are labels with a slug; one that would take an address of the site's own gets a suffix", () => {
    const made = card({ title: "س", section: "search", tags: ["كرة قدم", "؟"], authors: ["أ. ب"] });
    expect(made?.section).toEqual({ name: "search", slug: "search-1" });
    expect(made?.tags.map(({ slug }) => slug)).toEqual(["كرة-قدم", expect.stringMatching(/^[a-z0-9]+$/)]);
  });
  it("that differ only by signs have different slugs", () => {
    const slugs = card({ title: "س", tags: ["C++", "C", "C#", "c#"] })?.tags.map(({ slug }) => slug);
    expect(slugs).toEqual(["c-of3", "c", "c-of2", "c-of2"]);
  });
  it("that are spelt alike in Latin letters have different slugs, and so have sections of the settings", () => {
    const sections = [{ name: "رياضة", slug: "ryada" as never, description: null }];
    const site: Site = { ...exampleSite, slugs: "latin", sections };
    const made = card({ title: "س", section: "ريادة", tags: ["صورة", "سورة"], authors: ["صَالح"] }, { site });
    expect(made?.tags.map(({ slug }) => slug)).toEqual(["sura-of4", "sura"]);
    expect(made?.authors.map(({ slug }) => slug)).toEqual(["salh-of4"]);
    expect(made?.section?.slug).toBe("ryada-1");
    expect(card({ title: "س", section: "رياضة" }, { site })?.section?.slug).toBe("ryada");
  });
  it("of sections have the address that the settings state", () => {
    const site = {
      ...exampleSite,
      sections: [
        { name: "تاريخ", slug: "history" as never, description: null },
        { name: "C++", slug: "c" as never, description: null },
      ],
    };
    expect(card({ title: "س", section: "C++" }, { site })?.section?.slug).toBe("c");
    expect(card({ title: "س", section: "C" }, { site })?.section?.slug).toBe("c-1");
    expect(card({ title: "س", section: "تأريخ History" }, { site })?.section?.slug).toBe("تأريخ-history");
    expect(card({ title: "س", section: "تاريخ" }, { site })?.section).toEqual({
      name: "تاريخ",
      slug: "history",
    });
  });
});

describe("what leads elsewhere", () => {
  it("is kept only when it is an address of the web", () => {
    expect(card({ title: "س", source: { name: "ص", url: "javascript:alert(1)" } })?.origin?.url).toBeNull();
    expect(card({ title: "س", image: "javascript:alert(1)" })?.image).toBeNull();
    expect(card({ title: "س", image: "https://a.example/a.jpg" })?.image?.src).toBe(
      "https://a.example/a.jpg",
    );
  });
});

describe("more tags than an article can be looked for under", () => {
  const many = Array.from({ length: 250 }, (_, i) => `وسم ${i}`);
  it("are cut, and that is reported", () => {
    expect(card({ title: "سوق", tags: many, authors: many })).toMatchObject({
      tags: { length: 200 },
      authors: { length: 200 },
    });
    expect(codes({ title: "سوق", tags: many })).toEqual(["too-many-names"]);
    expect(codes({ title: "سوق", tags: many.slice(0, 200) })).toEqual([]);
  });
});
