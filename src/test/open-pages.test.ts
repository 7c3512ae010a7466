/** Pages that somebody is looking at, shown before the site is published. */
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { OpenPages } from "../build/ahead/dev-hints.ts";
import { GivenUp } from "../build/ahead/dev-hints.ts";
import { Builder } from "../build/build.ts";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";
import { REPOSITORY } from "./testing/program.ts";

afterEach(removeRoots);

const ONE = "2017/11/22/one/index.html";
const TWO = "2017/11/23/two/index.html";
const files = (title: string, body = "نص المقال عن النهر.") => ({
  "content/one.md": article(title, "date: 2017-11-22\nslug: one\n", body),
});
interface Shown {
  readonly pages: readonly (readonly [file: string, text: string])[];
  /** What the site held of them meanwhile. */
  readonly standing: readonly string[];
  readonly faults: readonly string[];
}

/** A site of two articles, and builds of it that are told what somebody looks at. */
async function opened(more: Record<string, string> = {}) {
  const root = new BuildRoot({
    ...files("العنوان الأول"),
    "content/two.md": article("ثان", "date: 2017-11-23\nslug: two\n"),
    ...more,
  });
  const builder = new Builder({
    ...{ root: root.path, out: join(root.path, "dist"), outName: "dist" },
    ...{ templates: join(REPOSITORY, "templates"), keepGoing: true },
  });
  await builder.build();
  /** @param until Whether a save follows, when so many pages have been shown. */
  const lookAt = async (looked: string | readonly string[], until = Number.POSITIVE_INFINITY) => {
    const shown: Shown[] = [];
    const lookedAt: OpenPages = {
      files: () => new Set([looked].flat()),
      show: async (pages, found) => {
        shown.push({
          pages: [...pages],
          standing: [...pages.keys()].map((file) => root.read(`dist/${file}`)),
          faults: found.map(({ code }) => code),
        });
      },
    };
    const report = await builder.build({
      ...{ changed: [join(root.path, "content")], lookedAt },
      outdated: () => shown.length >= until,
    });
    return { shown, report };
  };
  return { root, lookAt };
}

describe("a page that somebody is looking at", () => {
  it("is shown as it will be published, while the site is still the old one", async () => {
    const { root, lookAt } = await opened();
    root.write(files("العنوان الثاني"));
    const { shown, report } = await lookAt(ONE);
    expect(shown.map(({ pages }) => pages)).toEqual([[[ONE, root.read(`dist/${ONE}`)]]]);
    expect(root.read(`dist/${ONE}`)).toContain("العنوان الثاني");
    expect(shown[0]?.standing[0]).toContain("العنوان الأول");
    expect(report.written).toContain(ONE);
    expect(root.state("dist")).toEqual(await root.clean());
  });

  it("is shown with what it shows of others", async () => {
    const { root, lookAt } = await opened();
    root.write(files("العنوان الثاني"));
    const { shown } = await lookAt([TWO, "index.html"]);
    const pages = new Map(shown[0]?.pages);
    expect([...pages.keys()].sort()).toEqual([TWO, "index.html"]);
    for (const text of pages.values()) expect(text).toContain("العنوان الثاني");
  });

  it("is not shown when the edit is of another, nor when it goes", async () => {
    const { root, lookAt } = await opened({
      "content/old.md": article("قديم", "date: 2011-01-01\nslug: old\n"),
    });
    root.write(files("العنوان الأول", "نص آخر."));
    expect((await lookAt(["2011/01/01/old/index.html", "404.html"])).shown).toEqual([]);
    root.remove("content/one.md");
    expect((await lookAt(ONE)).shown).toEqual([]);
  });

  it("waits for the rest where a template has changed with it", async () => {
    const { root, lookAt } = await opened();
    root.write({ ...files("العنوان الثاني"), "templates/partials/footer.eta": "<footer>تذييل</footer>" });
    expect((await lookAt(ONE)).shown).toEqual([]);
    expect(root.read(`dist/${ONE}`)).toContain("تذييل");
  });

  it("is shown with what is in error elsewhere", async () => {
    const { root, lookAt } = await opened();
    root.write({ ...files("العنوان الثاني"), "content/three.md": article("ثالث", "datum: 1\n") });
    const { shown } = await lookAt(ONE);
    expect(shown[0]?.faults).toContain("unknown-key");
  });

  it("is shown, and the rest is left to the build that follows at once", async () => {
    const { root, lookAt } = await opened();
    const before = root.state("dist");
    root.write(files("العنوان الثاني"));
    await expect(lookAt(ONE, 1)).rejects.toThrow(GivenUp);
    expect(root.state("dist")).toEqual(before);
    root.write({ "content/two.md": article("ثالث", "date: 2017-11-23\nslug: two\n") });
    const { shown, report } = await lookAt([ONE, TWO]);
    expect(shown[0]?.pages.map(([file]) => file).sort()).toEqual([ONE, TWO]);
    for (const [, text] of shown[0]?.pages ?? []) expect(text).toContain("ثالث");
    expect(report.written).toEqual(expect.arrayContaining([ONE, TWO]));
    expect(root.state("dist")).toEqual(await root.clean());
  });
});
