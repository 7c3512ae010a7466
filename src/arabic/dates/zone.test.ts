import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CivilDate, CivilTime } from "../../model/civil-date.ts";
import { isTimeZone, offsetAt, toCivil } from "./zone.ts";

const there = (stated: string, zone: string): string | null => {
  const civil = toCivil(stated, zone);
  return civil === null ? null : [civil.date, civil.time].filter((part) => part !== null).join(" ");
};
const offset = (date: string, time: string | null, zone: string): string =>
  offsetAt({ date: date as CivilDate, time: time as CivilTime | null }, zone);

describe("a stated date", () => {
  it("without an offset is the outlet's own and stays as it is", () => {
    expect(there("2017-11-22", "Asia/Baghdad")).toBe("2017-11-22");
    expect(there("2017-11-22T23:30", "Asia/Baghdad")).toBe("2017-11-22 23:30:00");
    expect(there("2017-11-22 23:30:15", "America/New_York")).toBe("2017-11-22 23:30:15");
    expect(there("2017-1-5 9:30", "Asia/Baghdad")).toBe("2017-01-05 09:30:00");
  });

  it("with an offset becomes the day and time it was where the outlet is", () => {
    expect(there("2017-11-22T22:30:00Z", "Asia/Baghdad")).toBe("2017-11-23 01:30:00");
    expect(there("2017-11-22T01:00:00+03:00", "UTC")).toBe("2017-11-21 22:00:00");
    expect(there("2017-11-22T01:00:00.250+0300", "Asia/Baghdad")).toBe("2017-11-22 01:00:00");
    expect(there("2016-12-31T23:00-05", "Africa/Cairo")).toBe("2017-01-01 06:00:00");
    expect(there("1995-06-01T00:00:00 +03:00", "UTC")).toBe("1995-05-31 21:00:00");
  });

  it("with an offset, where no time zone is configured, keeps its day and its offset", () => {
    expect(toCivil("2015-07-21T00:30+03:00", null)).toEqual({
      ...{ date: "2015-07-21", time: "00:30:00", offset: "+03:00" },
    });
    expect(toCivil("2015-07-20 23:59:59 -0330", null)?.offset).toBe("-03:30");
    for (const utc of ["Z", "z", "+00:00", "-0000", "+00"])
      expect(toCivil(`2015-07-20T21:30:00${utc}`, null)).toEqual({
        ...{ date: "2015-07-20", time: "21:30:00", offset: "+00:00" },
      });
    for (const none of ["2015-07-21", "2015-07-21T00:30"]) expect(toCivil(none, null)?.offset).toBeNull();
    expect(toCivil("2015-07-21T00:30+03:00", "UTC")).toEqual({
      ...{ date: "2015-07-20", time: "21:30:00", offset: null },
    });
    expect(toCivil("2015-07-21T00:30+25:00", null)).toBeNull();
  });

  it("on the day the clocks change is exact to the second", () => {
    // Beirut, 26 March 2017, 00:00 EET → 01:00 EEST; 29 October 2017, 00:00 EEST → 23:00 EET.
    expect(there("2017-03-25T21:59:59Z", "Asia/Beirut")).toBe("2017-03-25 23:59:59");
    expect(there("2017-03-25T22:00:00Z", "Asia/Beirut")).toBe("2017-03-26 01:00:00");
    expect(there("2017-10-28T20:59:59Z", "Asia/Beirut")).toBe("2017-10-28 23:59:59");
    expect(there("2017-10-28T21:00:00Z", "Asia/Beirut")).toBe("2017-10-28 23:00:00");
    // Morocco goes back for Ramadan.
    expect(there("2017-05-21T01:59:59Z", "Africa/Casablanca")).toBe("2017-05-21 02:59:59");
    expect(there("2017-05-21T02:00:00Z", "Africa/Casablanca")).toBe("2017-05-21 02:00:00");
  });

  it("that does not exist is null", () => {
    const none = [
      "2017-02-29",
      "2017-13-01",
      "2017-11-22T24:00",
      "2017-11-22T10:61Z",
      "22/11/2017",
      "",
      "أمس",
    ];
    for (const stated of [...none, "2017-11-22T10:00+99:00", "2017-11-22x", "0000-01-01"])
      expect(there(stated, "Asia/Baghdad")).toBeNull();
  });

  it("is what ICU's own calendar shows, for any instant in the zones of Arab outlets", () => {
    const zones = [
      "Asia/Damascus",
      "Africa/Cairo",
      "Africa/Casablanca",
      "Asia/Gaza",
      "Asia/Riyadh",
      "Europe/London",
    ];
    const printers = zones.map(
      (timeZone) => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }),
    );
    const seconds = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, fc.nat(zones.length - 1), (second, index) => {
        const stated = new Date(second * 1000).toISOString();
        expect(there(stated, zones[index] as string)).toBe(printers[index]?.format(second * 1000));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the offset of a civil time", () => {
  it("is printed as RFC 3339 prints it", () => {
    expect(offset("2017-11-22", "12:00:00", "Asia/Baghdad")).toBe("+03:00");
    expect(offset("2017-11-22", "12:00:00", "UTC")).toBe("+00:00");
    expect(offset("2017-07-01", "12:00:00", "America/New_York")).toBe("-04:00");
    expect(offset("2017-07-01", "12:00:00", "Asia/Kolkata")).toBe("+05:30");
  });

  it("follows summer time, and begins with the day where no time is known", () => {
    expect(offset("2017-07-01", null, "Asia/Beirut")).toBe("+03:00");
    expect(offset("2017-12-01", null, "Asia/Beirut")).toBe("+02:00");
  });

  it("of an hour that was skipped is the one before it, of an hour that came twice the first", () => {
    expect(offset("2017-03-26", "00:30:00", "Asia/Beirut")).toBe("+02:00");
    expect(offset("2017-03-26", "01:00:00", "Asia/Beirut")).toBe("+03:00");
    expect(offset("2017-10-28", "23:30:00", "Asia/Beirut")).toBe("+03:00");
    expect(offset("2017-10-29", "00:00:00", "Asia/Beirut")).toBe("+02:00");
    expect(offset("2017-11-05", "01:30:00", "America/New_York")).toBe("-04:00");
  });

  it("leads back to the same civil time unless that was skipped", () => {
    const minutes = fc.integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    const zones = fc.constantFrom("Asia/Damascus", "Africa/Casablanca", "America/St_Johns", "Pacific/Apia");
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const civil = toCivil(new Date(minute * 60_000).toISOString(), zone);
        if (civil?.time == null) throw new Error("no civil time of an instant");
        expect(toCivil(`${civil.date}T${civil.time}${offsetAt(civil, zone)}`, zone)).toEqual(civil);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a time zone", () => {
  it("is known by its name in the IANA database, not by an offset", () => {
    expect(isTimeZone("Asia/Baghdad")).toBe(true);
    expect(isTimeZone("UTC")).toBe(true);
    for (const name of ["", "+03:00", "Asia/Nowhere", "بغداد", "Asia/Baghdad "])
      expect(isTimeZone(name)).toBe(false);
  });
});
