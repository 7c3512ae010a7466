import { describe, expect, it } from "vitest";
import { parseRaw } from "./raw.ts";

const TEXT = [
  "افتتحت البلدية مكتبة عامة في الحي الشرقي تضم ألفي كتاب.",
  "والاستعارة مجانية <للجميع> حتى الربيع.",
];
const DOC = [
  ...["<DOC>", "<DOCNO>JSR-7</DOCNO>", "<URL>https://jisr.example/7</URL>", "<SRC>صدى الجسر</SRC>"],
  ...["<CAT>محليات</CAT>", "<TITLE>افتتاح مكتبة عامة</TITLE>", "<TIME>2011-03-06T09:31:00+02:00</TIME>"],
  ...[
    "<AUTHOR></AUTHOR>",
    "<ABSTRACT>",
    "افتتاح مكتبة عامة",
    "</ABSTRACT>",
    "<TEXT>",
    ...TEXT,
    "</TEXT>",
    "</DOC>",
  ],
];

describe("tagged text", () => {
  it("is read by its tags, which are told, and a summary that repeats the headline is none", () => {
    const { metadata, finished, second } = parseRaw(DOC.join("\n"));
    expect(metadata).toEqual({
      ...{ title: "افتتاح مكتبة عامة", section: "محليات", date: "2011-03-06T09:31:00+02:00" },
      source: { name: "صدى الجسر", url: "https://jisr.example/7" },
    });
    expect(finished.body.plain.split("\n")).toEqual(TEXT);
    expect(finished.body.removed.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["<DOC>", "<TITLE>", "</TEXT>", "id: JSR-7"]),
    );
    expect(second).toBeNull();
  });

  it("of several articles is told", () => {
    const other = DOC.map((line) => line.replace("افتتاح مكتبة عامة", "إغلاق السوق القديم"));
    expect(parseRaw([...DOC, ...other].join("\n")).second).toBe("إغلاق السوق القديم");
  });

  it("is none where angle brackets stand in a text", () => {
    const { metadata } = parseRaw(["افتتاح <المكتبة>", ...TEXT].join("\n"));
    expect(metadata).toEqual({ title: "افتتاح <المكتبة>" });
  });
});
