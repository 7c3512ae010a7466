import { describe, expect, it } from "vitest";
import { exampleShownCard, exampleSite } from "../../model/testing/example.ts";
import { instantOf, iso8601, publishedAt, rfc822, rfc3339 } from "./moment.ts";

const locale = (timeZone: string | null) => ({ ...exampleSite.locale, timeZone });
const card = (time: string | undefined, offset: string | null) =>
  exampleShownCard("س", "2015-07-21", { ...(time ? { time } : {}), offset });

describe("the moment of an article", () => {
  it("that was stated with its own offset is printed with it, on its own day", () => {
    const moment = publishedAt(card("00:30:00", "+03:00"), locale(null));
    if (!moment) throw new Error("none");
    expect(rfc3339(moment)).toBe("2015-07-21T00:30:00+03:00");
    expect(rfc822(moment)).toBe("Tue, 21 Jul 2015 00:30:00 +0300");
    expect(instantOf(moment)).toBe(Date.parse("2015-07-20T21:30:00Z"));
    expect(iso8601(card("00:30:00", "+03:00"), locale(null))).toBe("2015-07-21T00:30:00+03:00");
  });
  it.each([
    ["whose hour is not known is a day alone", undefined, "+00:00", null, "2015-07-21"],
    [
      "without an offset is in the zone of the settings",
      "00:30:00",
      null,
      "Asia/Damascus",
      "2015-07-21T00:30:00+03:00",
    ],
    ["without either is taken as UTC", "00:30:00", null, null, "2015-07-21T00:30:00+00:00"],
  ])("%s", (_, time, offset, zone, printed) => {
    expect(iso8601(card(time, offset), locale(zone))).toBe(printed);
  });
});
