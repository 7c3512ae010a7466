import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  firstStrongDirection,
  isolate,
  isolateForeign,
  latinRuns,
  MAY_BE_FOREIGN,
  stripBidiControls,
} from "./bidi.ts";

const runsOf = (text: string): string[] => latinRuns(text).map(({ start, end }) => text.slice(start, end));

describe("foreign runs", () => {
  it("are words of Latin, Greek and Cyrillic letters with what lies between them", () => {
    expect(runsOf("أعلنت Associated Press، ثم رويترز")).toEqual(["Associated Press"]);
    expect(runsOf("صحيفة Правда و Καθημερινή")).toEqual(["Правда", "Καθημερινή"]);
  });

  it("hold the digits and signs that cling to their words", () => {
    expect(runsOf("شبكة 5G ولغة C++ و C# ومرض COVID-19.")).toEqual(["5G", "C++", "C#", "COVID-19"]);
    expect(runsOf("راسلونا: news@example.org أو https://example.org/a?b=1 غدًا")).toEqual([
      "news@example.org",
      "https://example.org/a?b=1",
    ]);
  });

  it("close the bracket they opened, and no other", () => {
    expect(runsOf("هيئة BBC (UK) البريطانية")).toEqual(["BBC (UK)"]);
    expect(runsOf("الهيئة (BBC) البريطانية")).toEqual(["BBC"]);
  });

  it("keep the sign that ends a sentence quoted whole, and no other", () => {
    expect(runsOf("قال: «We will wait.» وقرأ Reuters.")).toEqual(["We will wait.", "Reuters"]);
    expect(runsOf('صاح "Stop!" ثم «BBC»')).toEqual(["Stop!", "BBC"]);
  });

  it("are telephone numbers as they are dialled from abroad", () => {
    expect(runsOf("اتصل: +963 11 555 0100 أو 00963 (11) 5550100، BBC")).toEqual([
      "+963 11 555 0100",
      "00963 (11) 5550100",
      "BBC",
    ]);
    expect(runsOf("عام 2000 2001 2002، وزاد 5+3")).toEqual([]);
  });

  it("take a bracket for part of a telephone number only together with its other one", () => {
    expect(runsOf("للاشتراك (هاتف: +963 21 555 0144)، أو (0096321 555 0144).")).toEqual([
      "+963 21 555 0144",
      "0096321 555 0144",
    ]);
    expect(runsOf("+1 (212) 555-0100، (+963) 21 555 0144، +44(0)20 7946 0000)")).toEqual([
      "+1 (212) 555-0100",
      "(+963) 21 555 0144",
      "+44(0)20 7946 0000",
    ]);
    expect(runsOf("+963 21 555 0144 (55 فرعًا)، (+963) 21")).toEqual(["+963 21 555 0144"]);
  });

  it("are none in Arabic text with numbers alone", () => {
    expect(runsOf("في 22/11/2017 عند 14:35 زاد 3.5%")).toEqual([]);
  });

  it("lie in order, apart, and within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let at = 0;
        for (const { start, end } of latinRuns(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("isolates", () => {
  it("stand around a text, or around each foreign run of it", () => {
    expect(isolate("Reuters")).toBe("\u2068Reuters\u2069");
    expect(isolateForeign("عن Reuters ثم AFP")).toBe("عن \u2068Reuters\u2069 ثم \u2068AFP\u2069");
  });

  it("stand around a text of the other direction with all its signs", () => {
    expect(isolateForeign("What now? (2018)")).toBe("\u2068What now? (2018)\u2069");
    expect(isolateForeign("What now? ماذا الآن")).toBe("\u2068What now\u2069? ماذا الآن");
  });

  it("go with all other bidi controls, and with nothing else", () => {
    expect(stripBidiControls("\u200Fعن\u200E \u2068Reuters\u2069\u202B\u061C")).toBe("عن Reuters");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(stripBidiControls(isolateForeign(text))).toBe(stripBidiControls(text));
      }),
    );
  });
});

describe("the direction of a text", () => {
  it("is that of its first letter", () => {
    expect(firstStrongDirection("«2017» أخبار news")).toBe("rtl");
    expect(firstStrongDirection("(news) أخبار")).toBe("ltr");
    expect(firstStrongDirection("חדשות")).toBe("rtl");
  });

  it("is unknown where there is no letter", () => {
    expect(firstStrongDirection("22/11/2017 …")).toBeNull();
  });
});

describe("the blocks that may hold a foreign letter", () => {
  it("hold every letter of those scripts", () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const letter = String.fromCodePoint(code);
      if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter))
        expect(MAY_BE_FOREIGN.test(letter), code.toString(16)).toBe(true);
    }
  });
});
