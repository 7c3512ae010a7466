/** Learning writes a file beside the pages, keeps what is an editor's in it, and can be undone. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { forget, learn } from "./learn.ts";

const TOWNS = ["الواحة", "الضفة", "السهل", "الجبل", "الساحل", "المرفأ"];
const page = (i: number): string =>
  [
    ...["صفحة البداية", "أرسل مقالا"],
    `مهرجان ${TOWNS[i]} يفتح أبوابه للزوار`,
    "حجم الخط",
    `فتح مهرجان ${TOWNS[i]} أبوابه أمس للزوار الذين جاؤوا من كل البلاد.`,
    "اطبع هذه الصفحة",
  ].join("\n");

function content(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "warraq-learn-")), "content");
  mkdirSync(join(folder, "press"), { recursive: true });
  for (const i of TOWNS.keys()) writeFileSync(join(folder, "press", `${i}.txt`), page(i));
  return folder;
}
const ALL = { folders: [], all: true };

describe("what is learned of a folder", () => {
  it("is written beside its pages, and says how each of them reads by it", async () => {
    const folder = content();
    const [learned] = await learn({ ...ALL, content: folder, dryRun: false });
    expect(learned).toMatchObject({ file: "_pages.yaml", makes: 1, pages: 6, compared: 6 });
    expect(learned?.otherwise[0]).toMatchObject({
      page: "press/0.txt",
      fields: { title: [expect.any(String), "مهرجان الواحة يفتح أبوابه للزوار"] },
    });
    expect(readFileSync(join(folder, "_pages.yaml"), "utf8")).toContain("حجم الخط");
  });

  it("is only said, and not written, in a dry run", async () => {
    const folder = content();
    expect(await learn({ ...ALL, content: folder, dryRun: true })).toHaveLength(1);
    expect(existsSync(join(folder, "_pages.yaml"))).toBe(false);
  });

  it("has the same bytes when it is learned again, but for an editor's own lines, which stay", async () => {
    const folder = content();
    const file = join(folder, "_pages.yaml");
    await learn({ ...ALL, content: folder, dryRun: false });
    const first = readFileSync(file, "utf8");
    writeFileSync(file, first.replace("\nraw:", '\nown:\n  over: ["سطر المحررة"]\nraw:'));
    await learn({ ...ALL, content: folder, dryRun: false });
    const again = readFileSync(file, "utf8");
    expect(again).toContain("سطر المحررة");
    expect(again.replace(/own:\n.*\n/, "")).toBe(first);
  });

  it("is taken away when it is to be forgotten", async () => {
    const folder = content();
    await learn({ ...ALL, content: folder, dryRun: false });
    expect(forget({ content: folder, folders: [] })).toEqual(["_pages.yaml"]);
    expect(existsSync(join(folder, "_pages.yaml"))).toBe(false);
  });
});
