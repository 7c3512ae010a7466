/** What a reader sees of pages, on whole sites: what leads on from them, and where. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { article, BuildRoot, codes, removeRoots } from "./testing/build-root.ts";

afterAll(removeRoots);

const pageOf = (root: BuildRoot, folder: string): string => {
  const name = readdirSync(join(root.path, "dist", folder)).find((one) => !one.includes("."));
  return root.read(join("dist", folder, name ?? "", "index.html"));
};

describe("related articles", () => {
  it("begin with no empty line where one has no date", async () => {
    const text = "رمّم صنّاع الفخار في بلدة الرمان فرن القبو القديم بعد عام من توقفه.";
    const others = ["البحر", "الجبل", "السهل", "النهر", "الوادي", "الغابة", "الميناء", "الجسر"];
    const root = new BuildRoot({
      ...Object.fromEntries(
        others.map((word, i) => [
          `content/${i}.md`,
          article(`نشرة ${word}`, `date: 2018-01-0${i + 1}\n`, `حال ${word} اليوم مستقرة.`),
        ]),
      ),
      "content/dated.md": article("فرن القبو يعود", "date: 2018-03-02\n", text),
      "content/undated.md": article("صنّاع الفخار", "", text.replace("القديم", "العتيق، وعاد الدخان")),
    });
    expect(codes(await root.build())).toEqual([]);
    const related = pageOf(root, "2018/03/02").split('id="related"')[1] ?? "";
    expect(related).toMatch(/صنّاع الفخار<\/a>\s*<p class="small">[^<]+<\/p>/);
  });
});

describe.each(["newspaper", "plain"])("what stands below a picture in the theme %s", (theme) => {
  it("keeps the signs of foreign text on their side", async () => {
    const keys = [
      "image_alt: ميناء",
      'image_caption: "Photo: the harbour."',
      'image_credit: "A. Smith (C++)"',
    ];
    const root = new BuildRoot({
      "content/site.yaml": `theme: ${theme}\n`,
      "content/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>',
      "content/a.md": article("ميناء", `date: 2018-03-02\nimage: a.svg\n${keys.join("\n")}\n`, "نص."),
    });
    expect(codes(await root.build())).toEqual([]);
    const page = pageOf(root, "2018/03/02");
    expect(page).toContain("<bdi>Photo: the harbour.</bdi>");
    expect(page).toContain("<bdi>A. Smith (C++)</bdi>");
  });
});

describe.each(["newspaper", "plain"])("days of the year in the theme %s", (theme) => {
  it("follow one another as they are read: the day before first, the next one after it", async () => {
    const root = new BuildRoot({
      "content/site.yaml": `theme: ${theme}\n`,
      ...Object.fromEntries(
        [3, 4, 5].map((day) => [`content/${day}.md`, article(`خبر ${day}`, `date: 2018-03-0${day}\n`)]),
      ),
    });
    await root.build();
    const page = root.read("dist/on-this-day/03-04/index.html");
    const links = [...page.matchAll(/rel="(prev|next)" href="([^"]*)"/g)].map(([, rel, href]) => [rel, href]);
    expect(links).toEqual([
      ["prev", "/on-this-day/03-03/"],
      ["next", "/on-this-day/03-05/"],
    ]);
    expect(page.indexOf("اليوم السابق")).toBeLessThan(page.indexOf("اليوم التالي"));
  });
});
