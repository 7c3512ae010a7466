import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Group } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import type { Site } from "../model/site.ts";
import { exampleCard, exampleLabel, exampleSite } from "../model/testing/example.ts";
import { arrange } from "./arrange.ts";

const archiveOf = (cards: readonly Card[], site: Site = exampleSite) =>
  arrange(cards, site, { relatedTo: () => ({ similar: [], copies: [] }) });
const ids = (cards: readonly Card[] = []) => cards.map(({ id }) => id).join(" ");
const names = (groups: readonly Group[]) => groups.map(({ label }) => label.name);

describe("the order of articles", () => {
  it("is by date, then time, then id; one without a time comes first in its day", () => {
    const { dated } = archiveOf([
      exampleCard("c", "2017-11-22", { time: "09:00:00" }),
      exampleCard("e", "2017-11-22", { time: "10:30:01" }),
      exampleCard("d", "2017-11-22", { time: "09:00:00" }),
      exampleCard("b", "2017-11-22"),
      exampleCard("a", "2016-12-31", { time: "23:59:59" }),
    ]);
    expect(ids(dated)).toBe("a b c d e");
  });

  it("is the same whatever order they are found in", () => {
    const card = fc.tuple(
      fc.stringMatching(/^[a-z]{1,4}$/),
      fc.constantFrom(null, "2016-02-29", "2017-11-22", "0900-01-01", "2017-11-23"),
      fc.option(fc.constantFrom("00:00:00", "23:59:59"), { nil: undefined }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(card, { selector: ([id]) => id }), (all) => {
        const cards = all.map(([id, on, time]) =>
          exampleCard(id, on, { tags: [exampleLabel(id.slice(0, 1))], ...(time ? { time } : {}) }),
        );
        const [one, other] = [archiveOf(cards), archiveOf(cards.toReversed())];
        expect(ids(other.dated)).toBe(ids(one.dated));
        expect(ids(other.undated)).toBe(ids(one.undated));
        expect(other.tags.map(({ articles }) => ids(articles))).toEqual(
          one.tags.map(({ articles }) => ids(articles)),
        );
        const moments = one.dated.map(({ published, time }) => `${published} ${time ?? ""}`);
        expect(moments).toEqual(moments.toSorted());
        expect(one.dated.length + one.undated.length).toBe(cards.length);
      }),
    );
  });
});

describe("undated articles", () => {
  const cards = [
    exampleCard("b", null, { title: "الباب", section: exampleLabel("ثقافة") }),
    exampleCard("a", null, { title: "أرض", section: exampleLabel("ثقافة") }),
    exampleCard("c", "2017-11-22", { section: exampleLabel("ثقافة") }),
  ];
  it("have their own list, by title without its article", () => {
    expect(ids(archiveOf(cards).undated)).toBe("a b");
  });
  it("come as the oldest in their section, never as new", () => {
    expect(ids(archiveOf(cards).sections[0]?.articles)).toBe("b a c");
  });
  it("are in no calendar", () => {
    expect(archiveOf(cards).years).toMatchObject([{ year: 2017, count: 1 }]);
  });
});

describe("sections, tags and authors", () => {
  const inSection = (id: string, name: string, step = name) =>
    exampleCard(id, "2017-11-22", { section: exampleLabel(name, step) });

  it("come in the order of the settings, then by name without its article", () => {
    const settings = [{ ...exampleLabel("علوم"), description: null }];
    const { sections } = archiveOf(
      [
        inSection("a", "الثقافة"),
        inSection("b", "علوم"),
        inSection("c", "اقتصاد"),
        inSection("d", "BBC"),
        inSection("e", "تاريخ"),
      ],
      { ...exampleSite, sections: settings },
    );
    expect(names(sections)).toEqual(["علوم", "اقتصاد", "تاريخ", "الثقافة", "BBC"]);
  });

  it("of several spellings go by the one most articles have", () => {
    const { sections } = archiveOf([
      inSection("a", "الإقتصاد", "اقتصاد"),
      inSection("b", "الاقتصاد", "اقتصاد"),
      inSection("c", "الاقتصاد", "اقتصاد"),
    ]);
    expect(names(sections)).toEqual(["الاقتصاد"]);
    expect(ids(sections[0]?.articles)).toBe("a b c");
  });

  it("go by the name in the settings where there is one, and are left out when empty", () => {
    const settings = ["اقتصاد", "رياضة"].map((name) => ({ ...exampleLabel(name), description: null }));
    const cards = [inSection("a", "الاقتصاد", "اقتصاد")];
    expect(names(archiveOf(cards, { ...exampleSite, sections: settings }).sections)).toEqual(["اقتصاد"]);
  });

  it("hold an article once, though it names a tag twice", () => {
    const twice = [exampleLabel("سورية", "سورية"), exampleLabel("سوريّة", "سورية")];
    const { tags } = archiveOf([exampleCard("a", "2017-11-22", { tags: twice })]);
    expect(tags.map(({ articles }) => ids(articles))).toEqual(["a"]);
  });

  it("do not hold static pages", () => {
    const about = exampleCard("about", null, { isStatic: true, tags: [exampleLabel("عن")] });
    const archive = archiveOf([about]);
    expect(ids(archive.staticPages)).toBe("about");
    expect(archive.tags).toEqual([]);
    expect(archive.undated).toEqual([]);
  });
});

describe("the calendar", () => {
  it("has years newest first, months and days ascending, a day's articles newest first", () => {
    const { years } = archiveOf([
      exampleCard("a", "2016-12-31"),
      exampleCard("b", "2017-01-01"),
      exampleCard("c", "2017-11-22", { time: "08:00:00" }),
      exampleCard("d", "2017-11-22", { time: "09:00:00" }),
      exampleCard("e", "2017-11-30"),
    ]);
    expect(years.map(({ year, count }) => [year, count])).toEqual([
      [2017, 4],
      [2016, 1],
    ]);
    expect(years[0]?.months.map(({ month, count }) => [month, count])).toEqual([
      [1, 1],
      [11, 3],
    ]);
    const november = years[0]?.months[1]?.days ?? [];
    expect(november.map(({ day, articles }) => [day, ids(articles)])).toEqual([
      [22, "d c"],
      [30, "e"],
    ]);
  });
});
