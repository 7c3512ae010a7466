import { describe, expect, it } from "vitest";
import type { CivilDate } from "../model/civil-date.ts";
import { exampleCard } from "../model/testing/example.ts";
import { daysToCome } from "./days-to-come.ts";

const TODAY = "2024-02-29" as CivilDate;
const asked = (published: string | null, updated: string | null = null) =>
  daysToCome([exampleCard("أ", published, { updated: updated as CivilDate | null })], TODAY).map(
    ({ severity, code, message }) => `${severity} ${code} ${message}`,
  );

describe("a day to come", () => {
  it("is reported, with today beside it", () => {
    expect(asked("2024-03-01")[0]).toMatch(/^warning day-to-come Its date 2024-03-01 .* today is 2024-02-29/);
    expect(asked("2024-01-01", "2042-01-02")[0]).toMatch(/updated or corrected, 2042-01-02 /);
  });
  it("is not today, an earlier day, or a missing date", () => {
    for (const day of ["2024-02-29", "2024-02-28", "1999-12-31", null]) expect(asked(day)).toEqual([]);
  });
});
