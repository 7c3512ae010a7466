/** docs/templates.md against what templates are given: every field that is there is told, and no other. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { arrange } from "../archive/arrange.ts";
import type { Archive } from "../model/archive.ts";
import type { Body, Card, CardDetails, ShownCard } from "../model/article.ts";
import { type ArticleId, urlPath } from "../model/brands.ts";
import type { CivilDate } from "../model/civil-date.ts";
import type { Page, ShownPage } from "../model/page.ts";
import { exampleLabel, exampleShownCard, exampleSite } from "../model/testing/example.ts";
import { KINDS, plan, TEMPLATES, templateOf } from "../pages/kinds.ts";
import { siteChrome } from "../pages/site-chrome.ts";
import { createRenderer } from "../render/renderer.ts";
import type { TemplateTexts } from "../render/templates.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const document = readFileSync(join(root, "docs/templates.md"), "utf8");
const files = readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".eta") && !name.startsWith("themes"))
  .sort();
const textOf = (name: string): string => readFileSync(join(root, "templates", name), "utf8");

/** The part of the document under a heading, to the next of any level. */
const section = (heading: string): string =>
  document.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
/** The names in the first column of a section's table. */
const told = (heading: string): string[] =>
  [...section(heading).matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] as string).sort();

type Fields = Readonly<Record<string, unknown>>;
const NAME = ["href", "name"];
const LABEL = ["href", "name", "nameHtml"];
const LINK = ["date", "datetime", "href", "titleHtml"];
const PICTURE = [
  ...["alt", "fills", "height", "missing", "remote", "smallHeight", "smallWidth", "sources", "src", "tint"],
  "width",
];
const CARD = [...LINK, "excerptHtml", "picture", "section"];
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const hasAll = (value: Fields, keys: readonly string[]): boolean => keys.every((key) => key in value);
/** The shape that stands for some fields of an object; the rest are told by name. */
const shapeOf = (value: Fields): readonly string[] =>
  hasAll(value, CARD)
    ? CARD
    : hasAll(value, LINK)
      ? LINK
      : hasAll(value, PICTURE)
        ? PICTURE
        : ([NAME, LABEL].find((keys) => Object.keys(value).sort().join() === keys.join()) ?? []);

/** Paths of the fields in a value: what is null or empty everywhere ends in `?`. */
function pathsIn(value: unknown, path: string): string[] {
  if (value === null) return [`${path}?`];
  if (Array.isArray(value))
    return value.length === 0 ? [`${path}[]?`] : value.flatMap((one) => pathsIn(one, `${path}[]`));
  if (!isFields(value)) return [path];
  const shape = shapeOf(value);
  const own = Object.entries(value).filter(([key]) => !shape.includes(key));
  return [
    ...(shape.length > 0 && path !== "" ? [path] : []),
    ...own.flatMap(([key, one]) => pathsIn(one, path === "" ? key : `${path}.${key}`)),
  ];
}
/** Each path once; one that is null here and there is told by what it is elsewhere, or by itself where cells may be null. */
function settled(paths: readonly string[]): string[] {
  const known = new Set(paths.filter((path) => !path.endsWith("?")));
  for (const path of paths) {
    const bare = path.replace(/\?$/, "");
    if (![...known].some((one) => one === bare || one.startsWith(`${bare}.`) || one.startsWith(`${bare}[`)))
      known.add(bare);
  }
  return [...known].sort();
}

/** Everything a page can have, at least once: nothing below stays null for want of an example. */
function exampleSeen(): Promise<Map<string, Fields[]>> {
  const labels = {
    section: exampleLabel("تاريخ"),
    tags: [exampleLabel("كتب")],
    authors: [exampleLabel("كاتب")],
  };
  const detailsOf = new Map<ArticleId, CardDetails>();
  const stored = ({ details, ...card }: ShownCard): Card => {
    detailsOf.set(card.id, details);
    return { ...card, details: card.body };
  };
  const whole = (page: Page): ShownPage => {
    const cards = page.cards.map((card) => ({ ...card, details: detailsOf.get(card.id) as CardDetails }));
    return { ...page, cards };
  };
  const richest = exampleShownCard("rich", "2017-11-22", {
    ...labels,
    summary: "سطر",
    updated: "2017-11-23" as CivilDate,
    image: {
      ...{ src: "/a.jpg", alt: "صورة", caption: "تحتها", credit: "مصوّر" },
      file: { key: "a", kind: "jpg" as const, width: 900, height: 600, tint: 3 },
    },
    origin: { name: "صحيفة", url: "https://example.org/1", captured: "2020-01-01" as CivilDate },
    corrections: [{ date: "2017-11-24" as CivilDate, text: "صُحّح اسم" }],
    aliases: [urlPath("/old/")],
  });
  const rich = stored(richest);
  const others = Array.from({ length: 24 }, (_, i) =>
    stored(
      exampleShownCard(`n${i}`, `201${6 + (i % 3)}-${i % 2 ? "05" : "11"}-${String(10 + (i % 12))}`, labels),
    ),
  );
  const undated = Array.from({ length: 12 }, (_, i) =>
    stored(exampleShownCard(`u${i}`, null, { ...labels, estimate: "2017" })),
  );
  const about = stored(exampleShownCard("about", null, { isStatic: true, url: urlPath("/about/") }));
  const relatedTo: Archive["relatedTo"] = (card) => ({
    similar: others
      .filter((one) => one !== card)
      .slice(0, 2)
      .map((one) => ({ card: one, terms: [1], days: 3, score: 0.5 })),
    copies: [others[5] as (typeof others)[0]],
  });
  const site = {
    ...exampleSite,
    sections: [{ ...exampleLabel("تاريخ"), description: "حكايات" }],
  };
  const archive = arrange([rich, ...others, ...undated, about], site, { relatedTo });
  const chrome = siteChrome(site, archive, {
    ...{ style: urlPath("/assets/s.css"), scripts: [urlPath("/assets/t.js")] },
    ...{ fonts: [urlPath("/assets/f.woff2")], icon: urlPath("/favicon.svg") },
  });
  const dump = {
    text: '<%~ JSON.stringify(it, (key, value) => typeof value === "function" ? "a function" : value) %>',
    file: "dump",
  };
  const templates: TemplateTexts = Object.fromEntries(TEMPLATES.map((name) => [name, dump]));
  const render = createRenderer({ kinds: KINDS, templates, chrome });
  const body: Body = {
    html: '<p>نص</p><p><img src="/b.jpg" alt="" title="شرح"></p>',
    plain: "نص",
    words: 1,
    removed: [],
  };
  return (async () => {
    const seen = new Map<string, Fields[]>();
    for (const page of plan(archive, site)) {
      const template = templateOf(page.kind);
      if (!template) continue;
      const { value } = await render(whole(page), { bodies: [body], words: () => "كلمة" });
      seen.set(template, [...(seen.get(template) ?? []), JSON.parse(value as string) as Fields]);
    }
    return seen;
  })();
}

describe("docs/templates.md", () => {
  let seen: Map<string, Fields[]>;
  beforeAll(async () => {
    seen = await exampleSeen();
  });
  const all = (): Fields[] => [...seen.values()].flat();
  const first = (template: string): Fields => seen.get(template)?.[0] as Fields;
  const keysOf = (value: unknown): string[] => Object.keys(value as Fields).sort();

  it("names every template and partial there is, and no other", () => {
    const named = [...document.matchAll(/^(?:### |\| )`([\w/-]+\.eta)`/gm)].map((match) => match[1]).sort();
    expect(named.filter((name) => !name?.startsWith("themes/"))).toEqual(files);
    // Another theme's templates are given what ours are; its own partials are told apart.
    const own = readdirSync(join(root, "templates/themes"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".eta") && !files.includes(name.replace(/^[^/]+\//, "")),
    );
    expect(named.filter((name) => name?.startsWith("themes/"))).toEqual(own.map((name) => `themes/${name}`));
    for (const name of own) {
      const row = new RegExp(`^\\| \`themes/${name}\` \\| (.*) \\|$`, "m").exec(document)?.[1] ?? "";
      const used = [...textOf(`themes/${name}`).matchAll(/\bit\.(\w+)/g)].map((match) => match[1]);
      expect([...new Set(used)], name).toEqual([...row.matchAll(/`(\w+)`/g)].map((match) => match[1]));
    }
    expect([...seen.keys(), "layout"].map((name) => `${name}.eta`).sort()).toEqual(
      files.filter((name) => !name.includes("/")),
    );
  });
  it("names every kind of page that has a template, where it is, and shows one of each", () => {
    const kinds = Object.entries(KINDS).flatMap(([kind, one]) =>
      "template" in one ? [[kind, one.address, `${one.template}.eta`]] : [],
    );
    const rows = section("Kinds of pages").matchAll(/^\| `([\w-]+)` \| (.*) \| `([\w.-]+)` \|$/gm);
    expect([...rows].map(([, ...cells]) => cells)).toEqual(kinds);
    expect(new Set(all().map(({ kind }) => kind))).toEqual(new Set(kinds.map(([kind]) => kind)));
  });
  it("tells what every page is given", () => {
    for (const view of all()) expect(keysOf(view)).toEqual(told("On every page"));
    for (const name of ["site", "head"])
      expect(keysOf(first("article")[name]), name).toEqual(told(`\`it.${name}\``));
  });
  it("tells the fields of the shapes", () => {
    expect(told("Name")).toEqual(NAME);
    expect(told("Label")).toEqual(keysOf((first("article").trail as unknown[])[0]));
    expect(told("Label")).toEqual(LABEL);
    expect(told("Link")).toEqual([...LINK].sort());
    expect(told("Card")).toEqual(keysOf((first("home").page as Fields).lead));
    expect([...CARD].sort()).toEqual(told("Card"));
    const pictures = all().flatMap(({ page }) => (page as Fields).picture ?? []);
    expect(told("Picture")).toEqual(keysOf(pictures[0]));
    expect(PICTURE).toEqual(told("Picture"));
  });
  it.each(files.filter((name) => !name.includes("/") && name !== "layout.eta"))(
    "tells every field of the page that %s is given",
    (file) => {
      const pages = seen.get(file.replace(".eta", "")) ?? [];
      const paths = pages.flatMap(({ page }) => pathsIn(page, ""));
      expect(told(`\`${file}\``)).toEqual(settled(paths));
    },
  );
  it("tells what each partial is given, as they are included and as they use it", () => {
    const given = new Map<string, Set<string>>();
    for (const file of files)
      for (const [, name, what] of textOf(file).matchAll(/include\("@(partials\/[\w-]+)", (it|\{.*?\})\)/g)) {
        const known = given.get(`${name}.eta`) ?? new Set();
        given.set(`${name}.eta`, known);
        const keys =
          what === "it" ? ["it"] : [...(what ?? "").matchAll(/[{,] ?(\w+)/g)].map((match) => match[1] ?? "");
        for (const key of keys) known.add(key);
      }
    expect([...given.keys()].sort()).toEqual(files.filter((name) => name.startsWith("partials/")));
    for (const [file, keys] of given) {
      const row = new RegExp(`^\\| \`${file}\` \\| (.*) \\|$`, "m").exec(document)?.[1] ?? "";
      const used = [...textOf(file).matchAll(/\bit\.(\w+)/g)].map((match) => match[1] ?? "");
      const named = [...row.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? "");
      const whole = named.includes("it");
      expect(
        [...keys].filter((key) => !named.includes(key)),
        file,
      ).toEqual([]);
      const there = whole ? told("On every page") : named.filter((name) => !/^h\d$/.test(name));
      expect(
        used.filter((key) => !there.includes(key)),
        file,
      ).toEqual([]);
      if (!whole)
        expect(
          there.filter((key) => !used.includes(key)),
          file,
        ).toEqual([]);
    }
  });
});
