/** A real raw page: every quotation is corrected, and no letter changes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { realText } from "../../test/testing/real-text.ts";
import { mendTypography } from "./typography.ts";

const lettersOf = (text: string): string => (text.match(/[\p{L}\p{N}\p{M}]/gu) ?? []).join("");

const paragraphs = readFileSync(realText("fixtures/raw/syria-2017.txt"), "utf8").split(/\n\s*\n/);
const mended = paragraphs.map(mendTypography);

describe("the raw page of 2017", () => {
  it("has thirteen quotations, all of them set in «» in turn", () => {
    const marks = mended.map((paragraph) => (paragraph.match(/["“”„«»]/g) ?? []).join(""));
    expect(marks.filter((line) => line !== "")).toEqual([
      "«»",
      "«»«»",
      "«»«»«»«»",
      "«»",
      "«»",
      "«»«»",
      "«»«»",
    ]);
  });

  it("opens each quotation before its first word and closes it after its last", () => {
    const quotations = mended.flatMap((paragraph) => paragraph.match(/«[^»]*»/g) ?? []);
    const edges = quotations.map((quotation) => {
      const words = quotation.slice(1, -1).split(" ");
      return [words[0], words.at(-1)];
    });
    expect(edges).toEqual([
      ["أجرينا", "الشمالية"],
      ["أكدا", "منازلهم"],
      ["ضرورة", "للإرهابيين"],
      ["التركية", "الإيرانية"],
      ["القاعدة", "القاعدة"],
      ["طالبان", "طالبان"],
      ["داعش", "داعش"],
      ["المحادثات،", "سوريا"],
      ["على", "فيتنام"],
      ["بوتين", "نوفمبر"],
      ["أكد", "ترامب"],
      ["فكرة", "سياسية"],
      ["هذا", "قريباً"],
    ]);
  });

  it("has no space left before a comma, a full stop or a colon", () => {
    expect(mended.join("\n")).not.toMatch(/[ \u00A0][،.:]/);
  });

  it("keeps every letter, mark and digit in its order, detached conjunctions too", () => {
    expect(lettersOf(mended.join("\n"))).toBe(lettersOf(paragraphs.join("\n")));
    expect(mended.join("\n").match(/ و /g)).toHaveLength(paragraphs.join("\n").match(/ و /g)?.length ?? -1);
  });
});
