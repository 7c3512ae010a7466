import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../model/civil-date.ts";
import { civilDate, dayNumber } from "../../model/civil-date.ts";
import { fromHijri, toHijri } from "./hijri.ts";

const day = (year: number, month: number, of: number): CivilDate => {
  const date = civilDate(year, month, of);
  if (date === null) throw new Error("the test states a day that does not exist");
  return date;
};
const FIRST = dayNumber(day(1882, 11, 12));
const LAST = dayNumber(day(2077, 11, 16));
const dateOf = (number: number): CivilDate => {
  const instant = new Date(number * 86_400_000);
  return day(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
};

describe("the calendar of Umm al-Qura", () => {
  it("has the dates that were published", () => {
    expect(toHijri(day(2017, 11, 22))).toEqual({ year: 1439, month: 3, day: 4 });
    expect(toHijri(day(2017, 9, 21))).toEqual({ year: 1439, month: 1, day: 1 });
    expect(toHijri(day(2024, 3, 11))).toEqual({ year: 1445, month: 9, day: 1 });
    expect(toHijri(day(2015, 7, 17))).toEqual({ year: 1436, month: 10, day: 1 });
  });

  it("begins with 1300 AH and ends with 1500 AH", () => {
    expect(toHijri(day(1882, 11, 11))).toBeNull();
    expect(toHijri(day(1882, 11, 12))).toEqual({ year: 1300, month: 1, day: 1 });
    expect(toHijri(day(2077, 11, 16))).toEqual({ year: 1500, month: 12, day: 30 });
    expect(toHijri(day(2077, 11, 17))).toBeNull();
  });

  it("never skips or repeats a day, and its months have 29 or 30", () => {
    const faults: string[] = [];
    let before = toHijri(dateOf(FIRST));
    for (let number = FIRST + 1; number <= LAST; number += 1) {
      const next = toHijri(dateOf(number));
      if (before === null || next === null) throw new Error("the table has a hole");
      const goesOn = next.year === before.year && next.month === before.month && next.day === before.day + 1;
      const begins =
        next.day === 1 &&
        before.day >= 29 &&
        before.day <= 30 &&
        next.year * 12 + next.month === before.year * 12 + before.month + 1;
      if (!goesOn && !begins) faults.push(dateOf(number));
      before = next;
    }
    expect(faults).toEqual([]);
  });

  it("leads back from every day to its date, and from no day that it lacks", () => {
    const faults: string[] = [];
    for (let number = FIRST; number <= LAST; number += 1) {
      const hijri = toHijri(dateOf(number));
      if (hijri && fromHijri(hijri) !== dateOf(number)) faults.push(dateOf(number));
    }
    expect(faults).toEqual([]);
    expect(fromHijri({ year: 1439, month: 1, day: 30 })).toEqual("2017-10-20");
    for (const [year, month, day] of [
      [1439, 2, 30],
      [1299, 12, 1],
      [1501, 1, 1],
      [1439, 13, 1],
    ] as const)
      expect(fromHijri({ year, month, day })).toBeNull();
  });
});
