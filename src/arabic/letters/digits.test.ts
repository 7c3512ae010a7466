import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printDigits, printNumber } from "./digits.ts";

describe("digits of a text", () => {
  it("are printed in the set of the site, whichever set they were written in", () => {
    expect(printDigits("عام 2017 و٢٠١٨ و۲۰۱۹", "latn")).toBe("عام 2017 و2018 و2019");
    expect(printDigits("عام 2017 و٢٠١٨ و۲۰۱۹", "arab")).toBe("عام ٢٠١٧ و٢٠١٨ و٢٠١٩");
  });

  it("go to the other set and back without a change, and nothing else changes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const latn = printDigits(text, "latn");
        expect(printDigits(printDigits(latn, "arab"), "latn")).toBe(latn);
        expect(latn.replace(/\d/g, "")).toBe(text.replace(/[0-9٠-٩۰-۹]/g, ""));
      }),
    );
  });
});

describe("a number", () => {
  it("is grouped by thousands with the separators of its digits", () => {
    expect(printNumber(999, "latn")).toBe("999");
    expect(printNumber(12345.5, "latn")).toBe("12,345.5");
    expect(printNumber(12345.5, "arab")).toBe("١٢٬٣٤٥٫٥");
  });

  it("is printed as ICU prints it for Arabic today", () => {
    const latn = new Intl.NumberFormat("ar-u-nu-latn");
    const arab = new Intl.NumberFormat("ar-u-nu-arab");
    const some = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.integer().map((n) => n / 8),
    );
    fc.assert(
      fc.property(some, (n) => {
        fc.pre(n !== 0);
        expect(printNumber(n, "latn")).toBe(latn.format(n));
        expect(printNumber(n, "arab")).toBe(arab.format(n));
      }),
    );
  });

  it("that is not finite is an error of the program", () => {
    expect(() => printNumber(Number.NaN, "latn")).toThrow(RangeError);
    expect(() => printNumber(Number.POSITIVE_INFINITY, "latn")).toThrow(RangeError);
  });
});
