/** The raw page that `.txt` content has the shape of: read exactly. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { realText } from "../../test/testing/real-text.ts";
import { parse } from "../parse.ts";

describe("the raw page of the fixtures", () => {
  it("gives section, headline, seven paragraphs, and a ledger; no date", async () => {
    const text = readFileSync(realText("fixtures/raw/syria-2017.txt"), "utf8");
    const { value, diagnostics } = await parse(text, "raw", "content/syria.txt");
    expect(diagnostics).toEqual([]);
    expect(value?.parsed.metadata).toEqual({
      section: "الشأن السوري",
      title: "بوتين وترامب يؤكدان إنهاء الحرب بسوريا وعمل مشترك ضد الإرهاب",
    });
    expect(value?.body.html.match(/<p>/g)).toHaveLength(7);
    expect(value?.body.removed).toEqual([
      { why: "picture-name", text: "butintrumb" },
      { why: "related-heading", text: "مقالات ذات صلة" },
      { why: "button", text: "زر الذهاب إلى الأعلى" },
    ]);
    expect(value?.body.plain.match(/«/g)).toHaveLength(13);
    expect(value?.parsed.evidence.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["weekday", "day-month", "day-of-this-month"]),
    );
  });
});

describe("the saved page of the fixtures", () => {
  it("gives its headline, address and text, and none of its navigation", async () => {
    const html = readFileSync(realText("fixtures/html/cnn-arabic-2013.html"), "utf8");
    const { value } = await parse(html, "html", "content/page.html");
    expect(value?.parsed.metadata.title).toBe("معارضون يسيطرون على مخازن للصواريخ بريف دمشق");
    expect(value?.parsed.metadata.source?.url).toContain("arabic.cnn.com/2013");
    expect(value?.body.words).toBeGreaterThan(150);
    expect(value?.body.html).not.toMatch(/<script|فيسبوك/);
  });
});
