/** WordPress's own export for trying themes, with every odd thing a post may be: read, and every word of it kept. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "../../read/parse.ts";
import { realText } from "../../test/testing/real-text.ts";
import { importSources } from "../import.ts";
import type { ImportReport } from "../report.ts";
import { plainText } from "./items.ts";
import { WxrReader } from "./wxr.ts";

const FILE = realText("fixtures/themeunittestdata.wordpress.xml");

describe("the export of the fixtures", () => {
  let root: string;
  let report: ImportReport;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "warraq-import-"));
    report = await importSources({ root, sources: [FILE], uploads: null });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("gives every post and page, and says what it left", () => {
    expect(report.diagnostics).toEqual([]);
    expect(report).toMatchObject({
      articles: 58,
      pages: 21,
      drafts: 3,
      comments: 26,
      unchanged: 0,
      kept: [],
    });
    expect([...report.passedOver]).toEqual([["nav_menu_item", 70]]);
    expect(report.written).toHaveLength(80);
  });

  it("gives files that are read without a fault", async () => {
    for (const file of report.written.filter((name) => name.endsWith(".md"))) {
      const { diagnostics } = await parse(
        readFileSync(join(root, "content", file), "utf8"),
        "markdown",
        file,
      );
      expect(diagnostics.filter(({ code }) => code !== "no-text")).toEqual([]);
    }
  });

  it("keeps every word of their paragraphs", async () => {
    const all = report.written.map((file) => readFileSync(join(root, "content", file), "utf8")).join("\n");
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "");
    const kept = letters(all);
    const lost: string[] = [];
    const reader = new WxrReader(({ type, content }) => {
      if (type !== "post" && type !== "page") return;
      const code = /<(pre|code|script|style|iframe|object|video|audio|form|select)\b[\s\S]*?<\/\1>/g;
      for (const [, paragraph = ""] of content.replace(code, "").matchAll(/<p\b[^>]*>([^<[]{40,}?)<\/p>/g))
        if (!kept.includes(letters(plainText(paragraph)))) lost.push(paragraph);
    });
    reader.write(readFileSync(FILE, "utf8"));
    reader.end();
    expect(lost).toEqual([]);
  });
});
