import { describe, expect, it } from "vitest";
import { sourcePath } from "../model/brands.ts";
import { exampleCard, exampleSite } from "../model/testing/example.ts";
import { utcMoments } from "./utc-moments.ts";

const cards = (...offsets: readonly (string | null)[]) =>
  offsets.map((offset, i) =>
    exampleCard(`${i}`, "2017-11-22", { time: "21:30:00", offset, source: sourcePath(`${i}.html`) }),
  );
const asked = (timeZone: string | null, ...offsets: readonly (string | null)[]) =>
  utcMoments(cards(...offsets), { locale: { ...exampleSite.locale, timeZone } }, "content/site.yaml");

describe("a time zone in the settings", () => {
  it("is requested once, with a count and one of the files, where there are moments in UTC", () => {
    expect(asked(null, null, "+03:00", "+00:00", "+00:00")).toMatchObject([
      {
        ...{ severity: "warning", code: "time-zone-missing", file: "content/site.yaml" },
        message: expect.stringMatching(/^2 articles state .* UTC, content\/2\.html for one/),
        hint: expect.stringContaining("time_zone: "),
      },
    ]);
  });
  it("is not requested where there are none, or where it is stated", () => {
    expect(asked(null, null, "+03:00")).toEqual([]);
    expect(asked("Asia/Baghdad", "+00:00")).toEqual([]);
  });
});
