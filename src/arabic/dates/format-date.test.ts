import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CivilDate, CivilTime } from "../../model/civil-date.ts";
import { civilDate, civilTime } from "../../model/civil-date.ts";
import type { Locale, MonthNames } from "../../model/site.ts";
import { formatDate, formatDistance, formatMonth, formatTime, formatYear } from "./format-date.ts";

const day = (year: number, month: number, of: number): CivilDate => {
  const date = civilDate(year, month, of);
  if (date === null) throw new Error("the test states a day that does not exist");
  return date;
};
const site = (months: MonthNames, rest: Partial<Locale> = {}): Locale => ({
  months,
  digits: "latn",
  hijri: false,
  timeZone: "Asia/Damascus",
  ...rest,
});
const WEDNESDAY = day(2017, 11, 22);
const AUGUST = day(2020, 8, 4);

describe("a date", () => {
  it("has the months of the site", () => {
    expect(formatDate(WEDNESDAY, site("levant"))).toBe("22 تشرين الثاني 2017");
    expect(formatDate(WEDNESDAY, site("egypt"))).toBe("22 نوفمبر 2017");
    expect(formatDate(WEDNESDAY, site("maghreb"))).toBe("22 نوفمبر 2017");
    expect(formatDate(WEDNESDAY, site("morocco"))).toBe("22 نونبر 2017");
    expect(formatDate(WEDNESDAY, site("dual"))).toBe("22 تشرين الثاني/نوفمبر 2017");
    expect(formatDate(AUGUST, site("levant"))).toBe("4 آب 2020");
    expect(formatDate(AUGUST, site("egypt"))).toBe("4 أغسطس 2020");
    expect(formatDate(AUGUST, site("maghreb"))).toBe("4 أوت 2020");
    expect(formatDate(AUGUST, site("morocco"))).toBe("4 غشت 2020");
    expect(formatDate(AUGUST, site("dual"))).toBe("4 آب/أغسطس 2020");
  });

  it("has the digits of the site", () => {
    expect(formatDate(WEDNESDAY, site("levant", { digits: "arab" }))).toBe("٢٢ تشرين الثاني ٢٠١٧");
    expect(formatDate(WEDNESDAY, site("egypt", { digits: "arab" }))).toBe("٢٢ نوفمبر ٢٠١٧");
  });

  it("may begin with its weekday and leave out its year", () => {
    expect(formatDate(WEDNESDAY, site("dual"), { weekday: true })).toBe(
      "الأربعاء 22 تشرين الثاني/نوفمبر 2017",
    );
    expect(formatDate(WEDNESDAY, site("egypt"), { weekday: true, year: false })).toBe("الأربعاء 22 نوفمبر");
  });

  it("has its Hijri day beside it where the site says so", () => {
    const both = site("dual", { hijri: true });
    expect(formatDate(WEDNESDAY, both, { weekday: true })).toBe(
      "الأربعاء 22 تشرين الثاني/نوفمبر 2017 (4 ربيع الأول 1439 هـ)",
    );
    expect(formatDate(WEDNESDAY, { ...both, digits: "arab" })).toBe(
      "٢٢ تشرين الثاني/نوفمبر ٢٠١٧ (٤ ربيع الأول ١٤٣٩ هـ)",
    );
    expect(formatDate(day(2017, 8, 30), both)).toBe("30 آب/أغسطس 2017 (8 ذي الحجة 1438 هـ)");
    expect(formatDate(WEDNESDAY, both, { hijri: false })).toBe("22 تشرين الثاني/نوفمبر 2017");
    expect(formatDate(WEDNESDAY, site("dual"), { hijri: true })).toContain("(4 ربيع الأول 1439 هـ)");
  });

  it("stands alone where the Hijri table ends", () => {
    expect(formatDate(day(1870, 5, 1), site("egypt", { hijri: true }))).toBe("1 مايو 1870");
  });

  it("holds no control character, so that it may stand in an attribute", () => {
    const locale = site("dual", { hijri: true, digits: "arab" });
    expect(formatDate(WEDNESDAY, locale, { weekday: true })).not.toMatch(/\p{C}/u);
  });
});

describe("months, years and times", () => {
  it("are printed in the months and digits of the site, a year ungrouped", () => {
    expect(formatMonth(2017, 11, site("dual"))).toBe("تشرين الثاني/نوفمبر 2017");
    expect(formatMonth(2017, 1, site("maghreb", { digits: "arab" }))).toBe("جانفي ٢٠١٧");
    expect(formatYear(2017, "latn")).toBe("2017");
    expect(formatYear(2017, "arab")).toBe("٢٠١٧");
    expect(formatTime(civilTime(14, 5) as CivilTime, "latn")).toBe("14:05");
    expect(formatTime(civilTime(9, 35, 59) as CivilTime, "arab")).toBe("٠٩:٣٥");
  });
});

describe("a distance", () => {
  const printed = (...days: number[]): string[] => days.map((n) => formatDistance(n, "latn"));

  it("in days takes all the plural forms", () => {
    expect(printed(0, 1, 2, 3, 10, 11, 13)).toEqual([
      "في اليوم نفسه",
      "بعد يوم",
      "بعد يومين",
      "بعد 3 أيام",
      "بعد 10 أيام",
      "بعد 11 يومًا",
      "بعد 13 يومًا",
    ]);
    expect(printed(-1, -2, -3)).toEqual(["قبل يوم", "قبل يومين", "قبل 3 أيام"]);
  });

  it("goes on in weeks, months and years", () => {
    expect(printed(7, 14, 21, 59)).toEqual(["بعد أسبوع", "بعد أسبوعين", "بعد 3 أسابيع", "بعد 8 أسابيع"]);
    expect(printed(60, 92, 335, 365, 548)).toEqual([
      "بعد شهرين",
      "بعد 3 أشهر",
      "بعد 11 شهرًا",
      "بعد سنة",
      "بعد 18 شهرًا",
    ]);
    expect(printed(-731, -1096, -4018, -36_525)).toEqual([
      "قبل سنتين",
      "قبل 3 سنوات",
      "قبل 11 سنة",
      "قبل 100 سنة",
    ]);
  });

  it("is printed in the digits of the site", () => {
    expect(formatDistance(-3, "arab")).toBe("قبل ٣ أيام");
  });

  it("reads the same on both sides but for its first word", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (days) => {
        expect(formatDistance(-days, "latn").slice(3)).toBe(formatDistance(days, "latn").slice(3));
      }),
    );
  });
});
