import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.ts";

const valuesOf = (text: string) => {
  const read = readYaml(text);
  return "faults" in read ? read.faults : read.value;
};

describe("YAML with invisible characters", () => {
  it.each([
    ["a space that does not break", "title:\u00a0عودة\ndate:\u00a02015-06-03\n"],
    ["marks of direction", "\u200ftitle:\u200f عودة\ndate\u200f: \u200f2015-06-03\n"],
    ["both before quotation marks", '\u200etitle: \u200f\u00a0"عودة"\ndate: 2015-06-03\n'],
    ["the end of front matter", "---\ntitle: عودة\ndate: 2015-06-03\n---\n\n"],
  ])("is read: %s", (_, text) => {
    expect(valuesOf(text)).toEqual({ title: "عودة", date: "2015-06-03" });
  });
  it("keeps them within a text", () => {
    expect(valuesOf("title: ورد\u200c\u00a0أحمر\u200f\n")).toEqual({ title: "ورد\u200c\u00a0أحمر\u200f" });
  });
  it("has the spans of its values", () => {
    const text = "\u200ftitle:\u00a0عودة\n";
    const read = readYaml(text);
    expect("faults" in read ? null : text.slice(...read.spanOf(["title"]))).toBe("عودة");
  });
});

describe("a key without a space after its colon", () => {
  it.each([
    ['title:"عودة"\n', 0],
    ["title: عودة\nurl:https://example.org\n", 12],
    ["title：عودة\n", 0],
  ])("is named: %j", (text, from) => {
    expect(valuesOf(text)).toMatchObject([
      { from, why: "no-space", about: text.slice(from, from + (from > 0 ? 3 : 5)) },
    ]);
  });
  it("is not the scheme of an address", () => {
    expect(valuesOf("https://example.org/a\n")).toBe("https://example.org/a");
  });
});

describe("a comment after a value", () => {
  const notes = (text: string) => {
    const read = readYaml(text);
    return "faults" in read ? read.faults : read.notes.map((span) => text.slice(...span));
  };
  it("is reported where it looks like a part of the value", () => {
    expect(notes("title: حكاية #وسم قديم\ntags: #حلب #حمص\n")).toEqual(["#وسم قديم", "#حلب #حمص"]);
    expect(notes("title: العدد #7\nlist: [أ, #ب\n ج]\n")).toEqual(["#7", "#ب"]);
  });
  it("is not reported where it is clearly a comment, or within a text", () => {
    expect(notes("title: حكاية # ملاحظة\n#حلب\n  #حمص\n")).toEqual([]);
    expect(notes('title: "قصة #وسم"\nsummary: |\n  سطر #وسم\n  #وسم\n')).toEqual([]);
  });
});

describe("YAML that a broken program wrote", () => {
  it.each([
    ["tags", "!وسم "],
    ["anchors", "&a "],
    ["brackets", "] "],
    ["backslashes", "\\q"],
    ["keys within keys", "  - : :\n"],
    ["signs where values begin", "title: %\n"],
  ])(
    "has its first faults reported, however many there are: %s",
    (name, sign) => {
      const row = sign.repeat(100_000 / sign.length);
      const faults = valuesOf(name === "backslashes" ? `title: "${row}"\n` : `title: سوق\n${row}\n`);
      expect(faults).toBeInstanceOf(Array);
      expect((faults as unknown[]).length).toBeLessThanOrEqual(101);
    },
    2_000,
  );
  it("is not read beyond what a thread can hold", () => {
    expect(valuesOf(`title: سوق\n${"اسم: قيمة\n".repeat(60_000)}`)).toMatchObject([
      { from: 0, why: "too-long", about: "500" },
    ]);
  });
});
