import { describe, expect, it } from "vitest";
import {
  hijriMonthName,
  hijriMonthOfDay,
  MONTHS,
  monthName,
  WEEKDAYS,
  weekdayLetter,
  weekdayName,
} from "./calendar-names.ts";

const ofIcu = (locale: string): string[] => {
  const formatter = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => formatter.format(Date.UTC(2017, month, 5)));
};

describe("months", () => {
  it("are those ICU has for Syria, Egypt, Algeria, Tunisia and Morocco", () => {
    expect(MONTHS.levant).toEqual(ofIcu("ar-SY"));
    expect(MONTHS.egypt).toEqual(ofIcu("ar-EG"));
    expect(MONTHS.maghreb).toEqual(ofIcu("ar-DZ"));
    expect(MONTHS.maghreb).toEqual(ofIcu("ar-TN"));
    expect(MONTHS.morocco).toEqual(ofIcu("ar-MA"));
  });

  it("carry both names where an outlet prints both", () => {
    expect(monthName(11, "dual")).toBe("تشرين الثاني/نوفمبر");
    expect(MONTHS.dual).toHaveLength(12);
  });

  it("outside the year are an error of the program", () => {
    expect(() => monthName(0, "levant")).toThrow(RangeError);
    expect(() => monthName(13, "levant")).toThrow(RangeError);
  });
});

describe("weekdays", () => {
  it("begin with Sunday and are those of ICU", () => {
    const formatter = new Intl.DateTimeFormat("ar", { weekday: "long", timeZone: "UTC" });
    expect(WEEKDAYS).toEqual(
      Array.from({ length: 7 }, (_, day) => formatter.format(Date.UTC(2017, 0, 1 + day))),
    );
    expect(weekdayName(3)).toBe("الأربعاء");
  });

  it("have a letter each, no two the same", () => {
    const letters = WEEKDAYS.map((_, day) => weekdayLetter(day));
    expect(letters).toEqual(["ح", "ن", "ث", "ر", "خ", "ج", "س"]);
    expect(WEEKDAYS.every((name, day) => name.includes(letters[day] as string))).toBe(true);
  });
});

describe("Hijri months", () => {
  it("stand in the genitive after a day", () => {
    expect(hijriMonthName(11)).toBe("ذو القعدة");
    expect(hijriMonthOfDay(11)).toBe("ذي القعدة");
    expect(hijriMonthOfDay(12)).toBe("ذي الحجة");
    expect(hijriMonthOfDay(3)).toBe("ربيع الأول");
  });
});
