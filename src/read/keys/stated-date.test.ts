import { describe, expect, it } from "vitest";
import { wanted } from "../../model/diagnostics/wanted.ts";
import { statedDate } from "./stated-date.ts";

describe("a stated date", () => {
  it.each([
    ["2015-06-03 22:30:00 +0300", "2015-06-03 22:30:00 +0300"],
    ["2015-06-03T22:30:00+03", "2015-06-03T22:30:00+03"],
    ["2015-06-03 22:30:00 UTC", "2015-06-03 22:30:00Z"],
    ["2015-06-03 22:30 GMT", "2015-06-03 22:30Z"],
    ["Wed, 03 Jun 2015 22:30:00 GMT", "2015-06-03T22:30:00Z"],
    ["Wed, 3 Jun 2015 22:30:00 +0300", "2015-06-03T22:30:00+0300"],
    ["3 حزيران 2015", "2015-06-03"],
  ])("keeps its zone, by which its day is reckoned: %s", (value, date) => {
    expect(statedDate(value)).toEqual({ date });
  });
  it.each(["2015", "2015-06"])("of a part of a day is no date, but may be an estimate: %s", (value) => {
    expect(statedDate(value)).toEqual({ fault: wanted("whole-day") });
  });
  it.each(["Wed, 03 Foo 2015 22:30:00 GMT", "Wed, 31 Jun 2015 22:30:00 GMT", "3/6/2015", "أمس"])(
    "is not guessed: %s",
    (value) => {
      expect(statedDate(value)).toHaveProperty("fault");
    },
  );
});
