/** Sites whose sources link to one another by their files: where the links lead, what is told, and what an edit makes anew. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { BuildReport } from "../build/report.ts";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";

afterEach(removeRoots);

const told = ({ diagnostics }: BuildReport) =>
  diagnostics.map(
    ({ code, file, place, message }) =>
      `${code} ${file}:${place?.line}:${place?.column} ${/\u2068(.*)\u2069/.exec(message)?.[1]}`,
  );
const dated = (title: string, text?: string) => article(title, "date: 2019-03-04\n", text);
const page = (title: string) => `dist/2019/03/04/${title}/index.html`;
const linksOf = (root: BuildRoot, title: string): readonly string[] => {
  const text = root.read(page(title)).split('<div class="text">')[1]?.split("</div>")[0] ?? "";
  return [...text.matchAll(/<a href="([^"]*)"/g)].map(([, href = ""]) => decodeURI(href));
};
const SETTINGS = "title: أرشيف\nurl: https://example.org/old/\n";

describe("a link from one source to another", () => {
  it("leads to its article, under the base path, in feeds as on its page", async () => {
    const text = "حكى البحارة عن الميناء الذي كانوا يقصدونه كل شتاء. ".repeat(8);
    const root = new BuildRoot({
      "content/site.yaml": SETTINGS,
      "content/md/رحلة.md": dated("رحلة", "[الميناء](<../html/ميناء قديم.html#top>) و[اللؤلؤ](pearl.md)."),
      "content/md/pearl.md": dated("لؤلؤ"),
      "content/html/ميناء قديم.html": `<title>ميناء</title><meta property="article:published_time" content="2019-03-04"><article><h1>ميناء</h1><p>${text} <a href="other.htm">المرفأ</a></p></article>`,
      "content/html/other.htm": `<title>مرفأ</title><meta property="article:published_time" content="2019-03-04"><article><h1>مرفأ</h1><p>${text} ثم عادوا.</p></article>`,
    });
    expect(told(await root.build())).toEqual([]);
    expect(linksOf(root, "رحلة")).toEqual(["/old/2019/03/04/ميناء/#top", "/old/2019/03/04/لؤلؤ/"]);
    expect(linksOf(root, "ميناء")).toEqual(["/old/2019/03/04/مرفأ/"]);
    expect(decodeURI(root.read("dist/feed.xml").replaceAll("%25", "%"))).toContain(
      'href="https://example.org/old/2019/03/04/لؤلؤ/"',
    );
  });

  it("is told with its place where it leads to no article, by every build until it is mended", async () => {
    const root = new BuildRoot({
      "content/a.md": dated(
        "سوق",
        "انظر [هذا](none.md)\n\nوانظر [ذاك](draft.md) و[تلك](<../خارج/لا شيء.md>).",
      ),
      "content/draft.md": article("مسودة", "draft: true\n", "[هنا](nowhere.md)"),
    });
    const faults = [
      "link-missing content/a.md:6:12 content/none.md",
      "link-missing content/a.md:8:13 content/draft.md",
      "link-missing content/a.md:8:31 ../خارج/لا شيء.md",
    ];
    expect(told(await root.build())).toEqual(faults);
    expect(told(await root.build())).toEqual(faults);
    root.write({ "content/none.md": dated("جسر"), "content/draft.md": dated("نهر") });
    expect(told(await root.build())).toEqual(faults.slice(2));
    expect(root.state()).toEqual(await root.clean());
  });

  it("is told once of a saved page, which has many to pages that were not saved", async () => {
    const text = "روى الراوي ما جرى في السوق يوم فاض النهر وغرقت المخازن. ".repeat(8);
    const root = new BuildRoot({
      "content/p.html": `<title>فيضان</title><article><h1>فيضان</h1><p>${text} <a href="1.html">أ</a> <a href="2.html">ب</a> <a href="3.html">ج</a></p></article>`,
    });
    const { diagnostics } = await root.build();
    expect(diagnostics).toMatchObject([{ code: "link-missing", message: expect.stringContaining("2 more") }]);
  });

  it("follows the article to a new address, and is told when that is gone", async () => {
    const root = new BuildRoot({
      "content/a.md": dated("سوق", "انظر [الجسر](b.md)."),
      "content/b.md": article("جسر", "date: 2018-01-01\n", "نص عن جسر حجري فوق واد عميق."),
    });
    await root.build();
    expect(linksOf(root, "سوق")).toEqual(["/2018/01/01/جسر/"]);
    root.write({
      "content/b.md": article("جسر", "date: 2018-01-01\nslug: bridge\n", "نص عن جسر حجري فوق واد عميق."),
    });
    await root.build();
    expect(linksOf(root, "سوق")).toEqual(["/2018/01/01/bridge/"]);
    expect(root.state()).toEqual(await root.clean());
    renameSync(join(root.path, "content/b.md"), join(root.path, "content/c.md"));
    expect(told(await root.build())).toEqual(["link-missing content/a.md:6:14 content/b.md"]);
    expect(linksOf(root, "سوق")).toEqual(["b.md"]);
    expect(root.state()).toEqual(await root.clean());
  });
});

describe("a document beside an article", () => {
  const bodies = { pdf: "%PDF-1.4 تقرير", docx: "PK docx", zip: "PK zip" };

  it("is published with it, whatever the spelling of its name, and nothing else of the folder is", async () => {
    const root = new BuildRoot({
      "content/site.yaml": SETTINGS,
      "content/2019/a.md": dated(
        "ميزانية",
        "[التقرير](report.pdf#page=2) و[الجدول](files/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.docx) و[الكل](<files/كل شيء.zip>) و[الكل](files/كل شيء.zip) و[ثان](public.mp3)",
      ),
      "content/2019/report.pdf": bodies.pdf,
      [`content/2019/files/${"تقرير".normalize("NFD")}.docx`]: bodies.docx,
      "content/2019/files/كل شيء.zip": bodies.zip,
      "content/2019/files/left.xlsx": "x",
      "public/public.mp3": "mp3",
    });
    expect((await root.build()).diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      "not-an-article content/2019/files/left.xlsx",
    ]);
    expect(linksOf(root, "ميزانية")).toEqual([
      "/old/files/2019/report.pdf#page=2",
      "/old/files/2019/files/تقرير.docx",
      "/old/files/2019/files/كل شيء.zip",
      "/old/files/2019/files/كل شيء.zip",
      "/old/public.mp3",
    ]);
    expect(root.read("dist/files/2019/report.pdf")).toBe(bodies.pdf);
    expect(root.read("dist/files/2019/files/تقرير.docx")).toBe(bodies.docx);
    expect(existsSync(join(root.path, "dist/files/2019/files/left.xlsx"))).toBe(false);
    expect(decodeURI(root.read("dist/feed.xml"))).toContain(
      'href="https://example.org/old/files/2019/report.pdf#page=2"',
    );
  });

  it("is published anew when it changes, and goes with the last link to it", async () => {
    const root = new BuildRoot({
      "content/a.md": dated("تقرير", "[هنا](r.pdf)"),
      "content/r.pdf": "أول",
    });
    await root.build();
    root.write({ "content/r.pdf": "ثان" });
    const { written } = await root.build();
    expect(written).toContain("files/r.pdf");
    expect(root.read("dist/files/r.pdf")).toBe("ثان");
    expect(root.state()).toEqual(await root.clean());
    root.write({ "content/a.md": dated("تقرير", "لا شيء هنا") });
    expect((await root.build()).removed).toContain("files/r.pdf");
    expect(root.state()).toEqual(await root.clean());
  });

  it("is reported with the place of its link where it is missing, spelt otherwise, or out of content/", async () => {
    const root = new BuildRoot({
      "content/a.md": dated(
        "خبر",
        "[أ](none.pdf)\n\n[ب](Report.pdf) [ج](../../secret.pdf) [د](run.js) [ه](draft.pdf)",
      ),
      "content/report.pdf": "x",
      "content/b.md": article("مسودة", "draft: true\n", "[نص](own.pdf)"),
      "content/own.pdf": "x",
      "content/draft.pdf": "x",
      "content/run.js": "x",
      "secret.pdf": "x",
    });
    const report = await root.build();
    expect(told(report).filter((one) => one.startsWith("link-missing"))).toEqual([
      "link-missing content/a.md:6:5 content/none.pdf",
      "link-missing content/a.md:8:5 content/Report.pdf",
      "link-missing content/a.md:8:21 ../../secret.pdf",
    ]);
    expect(report.diagnostics.find(({ message }) => message.includes("Report.pdf"))?.hint).toContain(
      "content/report.pdf",
    );
    expect(
      report.diagnostics.filter(({ code }) => code === "not-an-article").map(({ file }) => file),
    ).toEqual(["content/report.pdf", "content/run.js"]);
    expect(
      Object.keys(root.state()).filter((path) => /\.(?:pdf|js)$/.test(path) && !path.startsWith("assets/")),
    ).toEqual(["files/draft.pdf"]);
  });

  it("is that of a saved page too, beside it or in public/ by the path it had on the old site", async () => {
    const text = "روى الراوي ما جرى في السوق يوم فاض النهر وغرقت المخازن. ".repeat(8);
    const page = (links: string, more = "") =>
      `<title>فيضان</title>${more}<meta property="article:published_time" content="2019-03-04"><article><h1>فيضان</h1><p>${text} ${links}</p></article>`;
    const root = new BuildRoot({
      "content/p.html": page('<a href="p_files/plan.pdf">أ</a>'),
      "content/p_files/plan.pdf": "plan",
    });
    expect(told(await root.build())).toEqual([]);
    expect(linksOf(root, "فيضان")).toEqual(["/files/p_files/plan.pdf"]);
    root.write({
      "content/p.html": page(
        '<a href="/docs/law.pdf">ب</a> <a href="http://old.example/none.pdf">ج</a>',
        '<link rel="canonical" href="http://old.example/2019/p.html">',
      ),
      "public/docs/law.pdf": "law",
    });
    expect(told(await root.build())).toEqual([]);
    expect(linksOf(root, "فيضان")).toEqual(["/docs/law.pdf", "http://old.example/none.pdf"]);
    rmSync(join(root.path, "public/docs/law.pdf"));
    await root.build();
    expect(linksOf(root, "فيضان")[0]).toBe("http://old.example/docs/law.pdf");
  });
});
