/** Drafts: counted, shown to whoever edits, and in nothing that is published. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Builder } from "../build/build.ts";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";
import { REPOSITORY } from "./testing/program.ts";

afterEach(removeRoots);

const SECRET = "سرّ لم يحن وقته";
const DRAFT = "2017/11/22/secret/index.html";
const draft = (more = "", text = `${SECRET} في متنه [رابط](one.md).`): string =>
  article(`عنوان ${SECRET}`, `date: 2017-11-22\nslug: secret\ndraft: true\n${more}`, text);
const FILES = {
  "content/one.md": article("منشور", "date: 2017-11-22\nslug: one\nsection: أخبار\n"),
  "content/draft.md": draft("section: أخبار\ntags: [مستقبل]\naliases: [/old/]\n"),
};

function opened(files: Record<string, string> = FILES) {
  const root = new BuildRoot(files);
  const start = () =>
    new Builder({
      ...{ root: root.path, out: join(root.path, "dist"), outName: "dist" },
      ...{ templates: join(REPOSITORY, "templates"), keepGoing: true },
    });
  const lookedAt = { files: () => new Set<string>(), show: async () => {} };
  const hints = { changed: [join(root.path, "content")], lookedAt, outdated: () => false };
  let builder = start();
  return {
    root,
    build: () => builder.build(hints),
    drafts: () => builder.drafts(),
    restart: () => {
      builder = start();
    },
  };
}
const published = (root: BuildRoot): string =>
  readdirSync(join(root.path, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), "latin1")}`)
    .join("\n");

describe("a draft", () => {
  it("is counted in every report, also of a build that changes nothing", async () => {
    const root = new BuildRoot(FILES);
    expect(await root.build()).toMatchObject({ articles: 1, drafts: 1 });
    expect(await root.build()).toMatchObject({ articles: 1, drafts: 1, written: [] });
    root.write({ "content/bad.md": article("خطأ", "autors: [فلان]\n") });
    expect(await root.build()).toMatchObject({ published: false, drafts: 1 });
  });

  it("leaves no byte in what is published, nor does having looked at it", async () => {
    const { root, build, drafts } = opened();
    await build();
    expect(await drafts()?.page(DRAFT)).toContain(SECRET);
    await build();
    const secret = Buffer.from(SECRET).toString("latin1");
    expect(published(root)).not.toContain(secret);
    expect(published(root)).not.toContain(Buffer.from("مستقبل").toString("latin1"));
    const state = root.state("dist");
    expect(Object.keys(state).filter((path) => /secret|old/.test(path))).toEqual([]);
    root.remove("content/draft.md");
    await build();
    expect(root.state("dist")).toEqual(state);
    expect(await drafts()?.page(DRAFT)).toBeNull();
  });

  it("has a page of its own at the address it would have, with its links, and nothing leads there", async () => {
    const { build, drafts, root } = opened();
    await build();
    expect(drafts()?.list).toMatchObject([{ source: "draft.md", url: "/2017/11/22/secret/", file: DRAFT }]);
    const page = (await drafts()?.page(DRAFT)) ?? "";
    expect(page).toContain('href="/2017/11/22/one/"');
    expect(page).not.toMatch(/class="neighbours|class="related/);
    expect(root.read("dist/2017/11/22/one/index.html")).not.toContain("secret");
  });

  it("is shown by a program that starts on what is built already, and as it is now", async () => {
    const { root, build, drafts, restart } = opened();
    await build();
    restart();
    expect(await build()).toMatchObject({ written: [], drafts: 1 });
    expect(await drafts()?.page(DRAFT)).toContain(SECRET);
    const before = drafts()?.list[0]?.digest;
    root.write({ "content/draft.md": draft("", "متن آخر.") });
    await build();
    expect(await drafts()?.page(DRAFT)).toContain("متن آخر.");
    expect(drafts()?.list[0]?.digest).not.toBe(before);
  });

  it("gets a suffix where another page has its address, and hides none", async () => {
    const { root, build, drafts } = opened({
      "content/one.md": article("منشور", "date: 2017-11-22\nslug: secret\n"),
      "content/draft.md": draft(),
      "content/other.md": draft(),
      "content/pages/tags.md": article("صفحة", "slug: secret-page\ndraft: true\n"),
    });
    await build();
    const files = drafts()?.list.map(({ file }) => file as string) ?? [];
    expect(new Set(files).size).toBe(3);
    for (const file of files.slice(0, 2)) expect(file).toMatch(/^2017\/11\/22\/secret-\w{5,}\/index\.html$/);
    expect(Object.keys(root.state("dist"))).toContain(DRAFT);
    expect(await drafts()?.page(DRAFT)).toBeNull();
    for (const file of files) expect(await drafts()?.page(file)).not.toBeNull();
  });

  it("shows its pictures from where they lie, which are published with it and not before", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>';
    const { root, build, drafts } = opened({
      ...FILES,
      "content/draft.md": draft("", "![صورة](map.svg) و![أخرى](none.png)"),
      "content/map.svg": svg,
    });
    await build();
    const page = (await drafts()?.page(DRAFT)) ?? "";
    const address = /src="([^"]*map\.svg)"/.exec(page)?.[1] ?? "";
    expect(drafts()?.picture(address)).toBe(join(root.path, "content", "map.svg"));
    expect(drafts()?.picture(address.replace("map.svg", "draft.md"))).toBeNull();
    expect(Object.keys(root.state("dist")).join()).not.toContain("pictures");
  });

  it("becomes the article that a build from nothing makes, when it is one no longer, and goes again", async () => {
    const { root, build, drafts } = opened();
    await build();
    root.write({ "content/draft.md": draft().replace("draft: true\n", "") });
    const report = await build();
    expect(report).toMatchObject({ articles: 2, drafts: 0 });
    expect(report.written).toContain(DRAFT);
    expect(drafts()?.list).toEqual([]);
    expect(root.state("dist")).toEqual(await root.clean());
    root.write({ "content/draft.md": draft() });
    expect((await build()).removed).toContain(DRAFT);
    expect(root.state("dist")).toEqual(await root.clean());
    expect(await drafts()?.page(DRAFT)).toContain(SECRET);
  });
});
