import { describe, expect, it } from "vitest";
import type { Draft, Drafts } from "../build/ahead/drafts.ts";
import { type Digest, fileFor, sourcePath, urlPath } from "../model/brands.ts";
import { draftListPage, withDraftMark } from "./draft-mark.ts";
import { ShownDrafts } from "./shown-drafts.ts";

const draft = (source: string, url: string, digest = "1"): Draft => ({
  ...{ source: sourcePath(source), title: `عنوان ${source}`, url: urlPath(url), file: fileFor(urlPath(url)) },
  digest: digest as Digest,
});
const PAGE = "<html><head><title>س</title></head><body class=x><p>نص</p></body></html>";
const drafts = (...list: Draft[]): Drafts => ({
  list,
  page: async (file) => (list.some((one) => one.file === file) ? PAGE : null),
  picture: () => null,
});
const LIST = "__warraq/drafts/index.html";

describe("the page of a draft", () => {
  it("says that it is one, in its tab and over all that it shows, and keeps the rest", () => {
    const page = withDraftMark(PAGE, "/news/");
    expect(page).toContain("<title>مسوّدة: س</title>");
    expect(page).toMatch(
      /<body class=x><p id="warraq-draft"[^>]*><strong>مسوّدة<\/strong> <span>لا تظهر في الموقع المنشور/,
    );
    expect(page).toContain('href="/news/__warraq/drafts/"');
    expect(page).toContain("<p>نص</p></body></html>");
  });
  it("says so whatever the template renders", () => {
    expect(withDraftMark("نص", "/")).toMatch(/نص<p id="warraq-draft"/);
    const closed = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>نص`;
    expect(withDraftMark(closed, "/")).toContain("style-src 'self'");
  });
});

describe("the drafts of a preview", () => {
  it("are all named on a page of their own, as text", () => {
    const page = draftListPage({ list: [{ ...draft("a.md", "/a?b/"), title: "<b>&" }] }, "/");
    expect(page).toContain('<a href="/a%3Fb/">&lt;b>&amp;</a>');
  });
  it("report after each build which of their pages have changed, and where they moved", async () => {
    const shown = new ShownDrafts(() => "/");
    expect(shown.take(null)).toEqual({ changed: [], removed: [], moved: {} });
    const first = shown.take(drafts(draft("a.md", "/a/"), draft("b.md", "/b/")));
    expect(first.changed).toEqual(["a/index.html", "b/index.html", LIST]);
    expect(await shown.page("a/index.html")).toContain("مسوّدة");
    expect(await shown.page("c/index.html")).toBeNull();
    const same = drafts(draft("a.md", "/a/"), draft("b.md", "/b/"));
    expect(shown.take(same).changed).toEqual([]);
    const second = shown.take(drafts(draft("a.md", "/a/", "2"), draft("b.md", "/c/")));
    expect(second).toEqual({
      changed: ["a/index.html", "c/index.html", LIST],
      removed: ["b/index.html"],
      moved: { "b/index.html": "/c/" },
    });
    expect(await shown.page(LIST)).toContain("/c/");
  });
  it("have no page for a moment where the sources of one have just been replaced", async () => {
    const shown = new ShownDrafts(() => "/");
    const gone = Object.assign(new Error("gone"), { name: "StoreDamaged" });
    shown.take({ ...drafts(draft("a.md", "/a/")), page: () => Promise.reject(gone) });
    expect(await shown.page("a/index.html")).toBeNull();
  });
});
