import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../model/diagnostic.ts";
import { printable, printableJson, printableLine } from "./printable.ts";
import { diagnosticsText } from "./text.ts";

/** Characters that control a terminal, except line ends and tabs. */
const OBEYED = /(?![\n\t])\p{Cc}|[\u202a-\u202e]/u;

describe("printed text", () => {
  it("makes control characters visible", () => {
    expect(printable("a\x1b[2J\x07\r\x7f\x9b0m")).toBe("a\\x1b[2J\\x07\\x0d\\x7f\\x9b0m");
    expect(printable("عنوان\u202eabc")).toBe("عنوان\\u202eabc");
  });
  it("keeps Arabic with its marks, lines, tabs, and isolates in pairs", () => {
    const text = "سطر\tأوّل\u200f\n\u2068سطر\u200c \u2066ثانٍ\u2069\u2069 «3»";
    expect(printable(text)).toBe(text);
  });
  it("makes isolates visible that would end ours or are never ended", () => {
    expect(printable("\u2068a\u2069b\u2069 c")).toBe("\u2068a\u2069b\\u2069 c");
    expect(printable("a\u2067b\nc\u2069")).toBe("a\\u2067b\nc\\u2069");
  });
  it("keeps a name in its line", () => expect(printableLine("a\nerror: b\tc")).toBe("a\\x0aerror: b c"));
  it("is the same data as JSON", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 8 }), { maxLength: 5 }), (value) => {
        const text = printableJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe("diagnostics", () => {
  it("hold no control characters, whatever names and lines they quote", () => {
    const part = fc
      .array(
        fc.oneof(
          fc.constantFrom("\x1b]0;t\x07", "\x1b[2J", "\x9b", "\r", "\u202e", "\u2069", "\n"),
          fc.string({ unit: "binary", maxLength: 5 }),
        ),
        { maxLength: 5 },
      )
      .map((parts) => parts.join(""));
    const diagnostic = fc.record({
      file: part,
      message: part,
      hint: part,
      text: part,
      column: fc.integer({ min: 1, max: 20 }),
      length: fc.nat(9),
    });
    fc.assert(
      fc.property(diagnostic, ({ file, message, hint, ...place }) => {
        const found: Diagnostic = {
          severity: "error",
          code: "empty",
          file,
          message,
          hint,
          place: { line: 1, ...place },
        };
        const text = diagnosticsText([found], { colour: false });
        expect(text).not.toMatch(OBEYED);
        expect(text.split("\n").length).toBeLessThanOrEqual(4);
        const coloured = diagnosticsText([found], { colour: true });
        expect(coloured.replace("\x1b[31m", "").replace("\x1b[0m", "")).toBe(text);
      }),
    );
  });
});
