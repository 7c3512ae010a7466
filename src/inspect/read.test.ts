/** What is read of one file, wherever it lies, and where each field was found. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSite } from "../site/load-site.ts";
import { readFile } from "./read.ts";

const site = loadSite(null, "site.yaml").readBy;
function written(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "warraq-read-")), name);
  writeFileSync(file, text);
  return file;
}
const PAGE = [
  "رياضة",
  "افتتاح ملعب النهر بعد ترميمه",
  "كتبت: سلوى الناصر",
  "12 آذار 2016",
  "افتتحت المدينة أمس ملعب النهر بعد عام من الترميم، وحضر الافتتاح ألف من الناس.",
  "ويتسع الملعب لعشرة آلاف متفرج، وفيه مضمار للجري.",
  "شارك على فيسبوك",
].join("\n");

describe("a file that is read alone", () => {
  it("says its fields, its text, and what was set aside", async () => {
    const file = written("page.txt", PAGE);
    const { value, diagnostics } = await readFile(file, { path: "page.txt", site, makes: null });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      ...{ file, title: "افتتاح ملعب النهر بعد ترميمه", date: "2016-03-12" },
      ...{ authors: ["سلوى الناصر"], section: "رياضة", tags: [], summary: null },
    });
    expect(value?.text.split("\n")).toHaveLength(2);
    expect(value?.removed).toContainEqual({ why: "share-label", text: "شارك على فيسبوك" });
  });

  it("says where the day and the writer were found", async () => {
    const { value } = await readFile(written("page.txt", PAGE), { path: "page.txt", site, makes: null });
    expect(value?.found.date).toContain("12 آذار 2016");
    expect(value?.found.authors).toContain("كتبت: سلوى الناصر");
    const undated = written("undated.txt", "عنوان الخبر\nنص الخبر الذي لا يذكر يوما.");
    const named = await readFile(undated, { path: "2016/03/12/undated.txt", site, makes: null });
    expect(named.value).toMatchObject({ date: "2016-03-12", found: { date: "the name of the file" } });
  });

  it("has no value and an error where it cannot be read", async () => {
    const { value, diagnostics } = await readFile("/nowhere/page.txt", {
      path: "page.txt",
      site,
      makes: null,
    });
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.severity).toBe("error");
  });
});
