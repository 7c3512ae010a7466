import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

const faults = async (text: string, file: "content/a.md" | "content/a.html") => {
  const { value, diagnostics } = await parse(text, file.endsWith(".md") ? "markdown" : "html", file);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return value ? "is read" : errors.map(({ code, place }) => `${code} ${place?.line}`).join();
};
const markdown = (text: string) => faults(`---\ntitle: سوق\n---\nفقرة أولى.\n\n${text}\n`, "content/a.md");

describe("Markdown that its parser would go over again and again", () => {
  it.each([
    ["signs by the thousand in one paragraph", `<b>ا</b> ${"]".repeat(9_000)}`, "too-entangled 6"],
    ["emphasis that is opened and never closed", "a*".repeat(9_000), "too-entangled 6"],
    [
      "references that are never closed",
      `${"كلمة ".repeat(9_000)}\n${"ا <? ".repeat(900)}`,
      "too-entangled 6",
    ],
    ["a quotation that goes on for thousands of lines", `> ا\n${"سطر\n".repeat(9_000)}`, "too-entangled 6"],
    [
      "a table whose rows lack most of their cells",
      `${"|ا".repeat(900)}|\n${"|-".repeat(900)}|\n${"|ا|\n".repeat(900)}`,
      "too-entangled 230",
    ],
    [
      "a bracket that is never closed, with Latin words by the thousand",
      `*ا* [${"word ".repeat(9_000)}`,
      "too-entangled 6",
    ],
    ["the words under a picture, made of dashes", `![ا${" -".repeat(9_000)}](a.jpg)`, "too-entangled 6"],
    ["quotations one within another", `${"> ".repeat(900)}ا`, "too-deep 6"],
    ["lists one within another", `${"1. ".repeat(900)}ا`, "too-deep 6"],
  ])("is refused: %s", async (_, text, fault) => {
    expect(await markdown(text)).toBe(fault);
  });

  it.each([
    ["a table of thousands of cells", `|ا|ب|\n|-|-|\n${"|*ا*|[ب](a.html)|\n".repeat(700)}`],
    ["a list of thousands of links", "- [ا](a.html) *ب*\n".repeat(1_100)],
    ["a numbered list", Array.from({ length: 1_100 }, (_, i) => `${i + 1}. [ا](a.html) *ب*\n`).join("")],
    ["code with thousands of signs", `\`\`\`\n${"a[i] = b[i] * c[i]\n".repeat(2_000)}\`\`\``],
    ["a table in HTML", `<table>\n${"<tr><td>ا</td></tr>\n".repeat(1_500)}</table>`],
    ["many paragraphs", "كلمة *مائلة* و[رابط](a.html).\n\n".repeat(1_100)],
    ["Latin words by the thousand beside a link", `[ا](a.html) ${"word ".repeat(9_000)}`],
    ["a row of stars for a rule", `${"* ".repeat(200)}\n\nا`],
  ])("is none of these: %s", async (_, text) => {
    expect(await markdown(text)).toBe("is read");
  });
});

describe("elements of type that are opened in each paragraph and never closed", () => {
  const fonts = (n: number) => Array.from({ length: n }, (_, i) => `<p><font size="${i}">سطر\n`).join("");
  it("are refused with the line where they become too many", async () => {
    const page = `${fonts(200)}${"<p>سطر\n".repeat(1_000)}`;
    expect(await faults(`<html><body>\n${page}`, "content/a.html")).toBe("too-entangled 251");
    expect(await markdown(page)).toBe("too-entangled 255");
  });
  it("are too deep where they are as many", async () => {
    expect(await markdown(fonts(3_000))).toMatch(/^too-deep \d+$/);
  });
  it("are read as old pages have them: alike, or closed, or within a cell", async () => {
    const alike = '<p><font face="Arial">سطر من كلام الناس في السوق.\n'.repeat(250);
    const closed = Array.from({ length: 250 }, (_, i) => `<p><font size="${i}">سطر</font>\n`).join("");
    const cells = Array.from({ length: 250 }, (_, i) => `<tr><td><p><font size="${i}">سطر\n`).join("");
    for (const text of [alike, closed, `<table>${cells}</table>`])
      expect(await faults(`<html><body>${text}</body></html>`, "content/a.html")).toBe("is read");
  });
});
