import { describe, expect, it } from "vitest";
import { arrange } from "../../archive/arrange.ts";
import { exampleCard, exampleSite } from "../../model/testing/example.ts";
import { onThisDay } from "./on-this-day.ts";

const planned = (...dates: readonly (string | null)[]) =>
  [
    ...(onThisDay.plan?.(
      arrange(
        dates.map((date, i) => exampleCard(`n${i}`, date)),
        exampleSite,
        { relatedTo: () => ({ similar: [], copies: [] }) },
      ),
      exampleSite,
    ) ?? []),
  ].map(({ path, props }) => ({ path, props: props as Record<string, unknown> }));

describe("the days of the year", () => {
  it("have a page for each that has articles, with its years, newest first, and the days beside it", () => {
    const pages = planned("2016-11-22", "2019-11-22", "2019-11-22", "2016-02-29", "2020-02-29", null);
    expect(pages.map(({ path }) => path)).toEqual([
      "on-this-day/02-29/index.html",
      "on-this-day/11-22/index.html",
      "on-this-day/index.html",
    ]);
    expect(pages[1]?.props).toMatchObject({
      years: [
        { year: 2019, count: 2, links: [{ title: "خبر n2" }, { title: "خبر n1" }] },
        { year: 2016, count: 1 },
      ],
      previous: "02-29",
      next: null,
    });
    const counts = (pages[2]?.props.counts ?? []) as number[][];
    expect(counts.map((days) => days.reduce((a, b) => a + b, 0))).toEqual([
      ...[0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0],
    ]);
  });
  it("show only a few headlines of one year, and their number", () => {
    const [page] = planned(...new Array<string>(200).fill("2019-11-22"));
    expect(page?.props.years).toMatchObject([{ count: 200, links: { length: 5 } }]);
  });
});
