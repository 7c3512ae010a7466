import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestOf } from "../cache/keys/digest.ts";
import type { Card } from "../model/article.ts";
import { articleId, sourcePath, urlPath } from "../model/brands.ts";
import { exampleCard, exampleLabel } from "../model/testing/example.ts";
import { resolveAddresses } from "./resolve-addresses.ts";

const same = (id: string, fields: Partial<Omit<Card, "time">> = {}): Card =>
  exampleCard("قمة", "2017-11-22", {
    id: articleId(id),
    source: sourcePath(`${id}.md`),
    ...fields,
  });
const settle = (...cards: readonly Card[]) => {
  const { value = [], diagnostics } = resolveAddresses(cards, digestOf, "content/site.yaml");
  return { urls: Object.fromEntries(value.map((card) => [card.id, card.url])), cards: value, diagnostics };
};

describe("two articles for one address", () => {
  it("are an error that names both files where both state the slug; the first by id stays", () => {
    const { urls, diagnostics } = settle(same("b", { slugStated: true }), same("a", { slugStated: true }));
    expect(Object.keys(urls)).toEqual(["a"]);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "address-taken", file: "content/b.md", others: ["content/a.md"] },
    ]);
    expect(diagnostics[0]?.hint).toMatch(/slug/);
  });

  it("get a suffix and a warning where the slugs come from headlines", () => {
    const { urls, diagnostics } = settle(same("b"), same("a"));
    expect(urls.a).toBe("/2017/11/22/قمة/");
    expect(urls.b).toMatch(/^\/2017\/11\/22\/قمة-[a-z0-9]{5}\/$/);
    expect(diagnostics).toMatchObject([
      { severity: "warning", file: "content/b.md", others: ["content/a.md"] },
    ]);
  });

  it("leave the address to the one that states it, whichever comes first by id", () => {
    const { urls, diagnostics } = settle(same("a"), same("b", { slugStated: true }));
    expect(urls.b).toBe("/2017/11/22/قمة/");
    expect(urls.a).toMatch(/-[a-z0-9]{5}\/$/);
    expect(diagnostics).toMatchObject([{ severity: "warning", file: "content/a.md" }]);
  });

  it("are one address when only the case differs, since some file systems cannot distinguish them", () => {
    const shout = { url: urlPath("/2017/11/22/BBC/"), slugStated: true };
    const { diagnostics } = settle(
      same("a", { ...shout, url: urlPath("/2017/11/22/bbc/") }),
      same("b", shout),
    );
    expect(diagnostics).toMatchObject([{ severity: "error", code: "address-taken" }]);
  });

  it("keep their suffix when a third arrives, and get a digest of their own", () => {
    const two = settle(same("a"), same("c"));
    const three = settle(same("a"), same("b"), same("c"));
    expect(three.urls.c).toBe(two.urls.c);
    expect(new Set(three.cards.map((card) => card.digest)).size).toBe(3);
    expect(new Set(three.cards.map((card) => card.linkDigest)).size).toBe(3);
  });

  it("never end at one address, in whatever order they come", () => {
    const card = fc.record({ id: fc.integer({ min: 0, max: 40 }), stated: fc.boolean(), day: fc.nat(2) });
    fc.assert(
      fc.property(
        fc.uniqueArray(card, { selector: ({ id }) => id }).chain((all) =>
          fc.record({
            all: fc.constant(all),
            other: fc.shuffledSubarray(all, { minLength: all.length }),
          }),
        ),
        ({ all, other }) => {
          const made = (list: typeof all) =>
            settle(
              ...list.map(({ id, stated, day }) =>
                same(`n${id}`, { url: urlPath(`/2017/11/2${day}/قمة/`), slugStated: stated }),
              ),
            );
          const { urls, cards } = made(all);
          expect(new Set(cards.map(({ url }) => url)).size).toBe(cards.length);
          expect(made(other).urls).toEqual(urls);
        },
      ),
    );
  });
});

describe("pages of the site's own", () => {
  it("are not hidden by a section: it is an error, and its articles are kept without one", () => {
    const { cards, diagnostics } = settle(same("a", { section: exampleLabel("وسوم", "tags") }));
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "section-reserved", file: "content/site.yaml" },
    ]);
    expect(cards[0]?.section).toBeNull();
  });

  it("are not hidden by a static page called like a section, a year or a list", () => {
    const page = (step: string) => exampleCard(step, null, { url: urlPath(`/${step}/`), isStatic: true });
    const { urls, diagnostics } = settle(
      same("a", { section: exampleLabel("ثقافة") }),
      ...[page("ثقافة"), page("2017"), page("tags"), page("عن-الموقع")],
    );
    expect(diagnostics.map(({ file }) => file)).toEqual([
      "content/ثقافة.md",
      "content/2017.md",
      "content/tags.md",
    ]);
    expect(Object.keys(urls).sort()).toEqual(["a", "عن-الموقع"]);
  });
});

describe("an old address", () => {
  const aliases = (...urls: readonly string[]) => ({ aliases: urls.map(urlPath) });
  const a = (fields = {}) => exampleCard("أ", "2017-11-22", { section: exampleLabel("ثقافة"), ...fields });
  const b = (fields = {}) => exampleCard("ب", "2017-11-22", fields);

  it("leads on to the article that states it", () => {
    const { cards, diagnostics } = settle(a(aliases("/old/1.html/", "/undated/أ/")));
    expect(diagnostics).toEqual([]);
    expect(cards[0]?.aliases).toHaveLength(2);
  });

  it("may not be the address of another article", () => {
    const { cards, diagnostics } = settle(a(aliases("/2017/11/22/ب/", "/old/")), b());
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "alias-taken", file: "content/أ.md", others: ["content/ب.md"] },
    ]);
    expect(cards[0]?.aliases).toEqual(["/old/"]);
    expect(cards[0]?.digest).not.toBe(a().digest);
  });

  it("belongs to one article only", () => {
    const { cards, diagnostics } = settle(b(aliases("/old/")), a(aliases("/Old/")));
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "alias-taken", file: "content/ب.md", others: ["content/أ.md"] },
    ]);
    expect(cards.map((card) => card.aliases.length)).toEqual([0, 1]);
  });

  it("that is the article's own address, or is stated twice, is left out with a warning", () => {
    const { cards, diagnostics } = settle(a(aliases("/2017/11/22/أ/", "/old/", "/old/")));
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      "warning alias-needless",
      "warning alias-needless",
    ]);
    expect(cards[0]?.aliases).toEqual(["/old/"]);
  });

  it("may not be a page that the site generates or may generate later", () => {
    const own = ["/2016/", "/2016/05/", "/2016/05/03/", "/tags/x/", "/ثقافة/", "/ثقافة/page/7/", "/search/"];
    const free = ["/2016/05/03/x/", "/news/page/7/", "/undated/x/", "/archive/2016/", "/سياسة/"];
    const { cards, diagnostics } = settle(a(aliases(...own, ...free)));
    expect(diagnostics.map(({ code }) => code)).toEqual(own.map(() => "alias-reserved"));
    expect(cards[0]?.aliases).toEqual(free);
  });

  it("may not be another form of such a page, nor lie below a file of the site", () => {
    const own = [
      ...[
        "/",
        "/index.html/amp/",
        "/feed.xml/",
        "/404.html/x/",
        "/on-this-day/05-03/",
        "/2016/05/03/page/2/",
      ],
      ...["/ثقافة/feed.xml/", "/ثقافة/index.html/print/", "/Tags/x/", "/sections/page/2/"],
    ];
    const { cards, diagnostics } = settle(a(aliases(...own)));
    expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(
      own.map(() => "alias-reserved content/أ.md"),
    );
    expect(cards[0]?.aliases).toEqual([]);
  });

  it("may not lie below an alias or a page that is a file, whichever of the two comes first", () => {
    const below = settle(a(aliases("/2009/خبر.html/")), b(aliases("/2009/خبر.html/print/")));
    expect(below.diagnostics).toMatchObject([
      { severity: "error", code: "alias-below-file", file: "content/ب.md", others: ["content/أ.md"] },
    ]);
    const above = settle(a(aliases("/2009/خبر.HTM/print/")), b(aliases("/2009/خبر.htm/")));
    expect(above.diagnostics).toMatchObject([
      { severity: "error", code: "alias-below-file", file: "content/ب.md", others: ["content/أ.md"] },
    ]);
    const page = settle(a(aliases("/2017/11/22/ب/index.html/amp/", "/2017/11/22/ب/share.png/")), b());
    expect(page.diagnostics.map(({ code }) => code)).toEqual(["alias-below-file", "alias-below-file"]);
    expect(settle(a(aliases("/2009/x/", "/2009/x/amp/"))).diagnostics).toEqual([]);
  });

  it("gives way to a file of public/ that lies there, and names it", () => {
    const { value, diagnostics } = resolveAddresses(
      [a(aliases("/old/", "/new/"))],
      digestOf,
      "content/site.yaml",
      (path) => (path === "old/index.html" ? "public/old/index.html" : undefined),
    );
    expect(value?.[0]?.aliases).toEqual(["/new/"]);
    expect(diagnostics).toMatchObject([
      { code: "alias-taken", file: "content/أ.md", others: ["public/old/index.html"] },
    ]);
  });

  it("is the same as another that differs in case or Unicode composition", () => {
    const { diagnostics } = settle(a(aliases("/2016/أمس/")), b(aliases("/2016/أمس/".normalize("NFD"))));
    expect(diagnostics).toMatchObject([{ code: "alias-taken", file: "content/ب.md" }]);
  });
});
