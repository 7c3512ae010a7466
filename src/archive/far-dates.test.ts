import { describe, expect, it } from "vitest";
import { sourcePath } from "../model/brands.ts";
import { exampleCard } from "../model/testing/example.ts";
import { earlyDates, farDates } from "./far-dates.ts";

const cards = (...dates: readonly (string | null)[]) =>
  dates.map((date, i) => exampleCard(`مقال ${i}`, date, { source: sourcePath(`${i}.md`) }));
const many = (count: number, year: number): string[] => Array.from({ length: count }, () => `${year}-05-01`);
const far = (...dates: readonly (string | null)[]) => farDates(cards(...dates)).map(({ file }) => file);

describe("a date far beyond the others", () => {
  it("is reported where a few are more than twenty years later than all others", () => {
    expect(far("2071-11-22", ...many(60, 2017), null)).toEqual(["content/0.md"]);
    expect(farDates(cards("2071-11-22", ...many(60, 2017)))).toMatchObject([
      { severity: "warning", code: "far-date", hint: expect.stringContaining("mistyped") },
    ]);
  });
  it("is reported after the year 2100 in an archive of any size", () => {
    expect(far("2107-11-22")).toEqual(["content/0.md"]);
    expect(far("2107-11-22", "2106-01-01", "2017-01-01")).toEqual(["content/0.md", "content/1.md"]);
  });
  it("is not reported in an archive that continues after any gap", () => {
    expect(far("2031-01-01", ...many(60, 2017))).toEqual([]);
    expect(far(...many(5, 2024), ...many(60, 1990))).toEqual([]);
    expect(far("2024-01-01", "1950-01-01")).toEqual([]);
    expect(far(null)).toEqual([]);
    expect(far()).toEqual([]);
  });
});

describe("a date before all newspapers", () => {
  it("is reported with the day it means in the Hijri calendar, and is kept", () => {
    expect(earlyDates(cards("1433-03-11", "1801-01-01", null, "0217-11-22"))).toMatchObject([
      {
        severity: "warning",
        code: "early-date",
        file: "content/0.md",
        hint: expect.stringContaining("2012-02-03"),
      },
      { code: "early-date", file: "content/3.md", hint: expect.not.stringContaining("Hijri") },
    ]);
  });
});
