/** Example articles and settings for tests in which only a few fields matter. */
import { type Card, type CardDetails, linkDigestOf, type ShownCard } from "../article.ts";
import { articleId, digest, slug, sourcePath, urlPath } from "../brands.ts";
import type { CivilDate, CivilTime } from "../civil-date.ts";
import type { SiteChrome } from "../page.ts";
import type { Site } from "../site.ts";

type ExampleFields = Partial<Omit<Card, "time">> & { readonly time?: string };

/** A card. `on` is the date, null for an undated article; the address is derived from it and the name. */
export function exampleCard(name: string, on: string | null, fields: ExampleFields = {}): Card {
  const published = on as CivilDate | null;
  const stored = (what: string) => ({ digest: digest(`${what} of ${name}`), pack: 1, offset: 0, length: 1 });
  const folder = published === null ? "/undated" : `/${published.replaceAll("-", "/")}`;
  const { time, ...rest } = fields;
  const card = {
    url: urlPath(`${folder}/${name}/`),
    title: `خبر ${name}`,
    published,
    id: articleId(name),
    source: sourcePath(`${name}.md`),
    time: (time ?? null) as CivilTime | null,
    offset: null,
    updated: null,
    section: null,
    tags: [],
    authors: [],
    image: null,
    aliases: [],
    slugStated: false,
    isStatic: false,
    details: stored("details"),
    body: stored("body"),
    terms: stored("terms"),
    digest: digest(`card of ${name}`),
    ...rest,
  };
  return { ...card, linkDigest: linkDigestOf(card, digest) };
}

/** The same with its details. */
export function exampleShownCard(
  name: string,
  on: string | null,
  fields: Omit<ExampleFields, "details"> & Partial<CardDetails> = {},
): ShownCard {
  const { estimate, excerpt, summary, origin, corrections, ...rest } = fields;
  const details: CardDetails = {
    estimate: estimate ?? null,
    excerpt: excerpt ?? "أول الكلام",
    summary: summary ?? null,
    origin: origin ?? null,
    corrections: corrections ?? [],
  };
  return { ...exampleCard(name, on, rest), details };
}

/** A label; `step` is its slug. */
export const exampleLabel = (name: string, step = name) => ({ name, slug: slug(step) });

export const exampleSite: Site = {
  ...{ title: "أرشيف الاختبار", description: "مقالات للتجربة" },
  ...{ origin: "https://archive.example.org", base: "/" },
  locale: { months: "dual", digits: "latn", hijri: false, timeZone: "Asia/Damascus" },
  ...{
    slugs: "arabic",
    sections: [],
    publisher: "صحيفة الاختبار",
    footer: null,
    pageSizes: { list: 5, day: 5, index: 5 },
    related: 3,
    newsSitemap: false,
  },
  theme: {
    name: "newspaper",
    colours: { accent: null, paper: null, ink: null },
    fonts: { text: null, headings: null },
    logo: null,
  },
  sharePictures: false,
};

const { title, description, origin, base, publisher, footer, locale, theme, sharePictures } = exampleSite;
export const exampleChrome: SiteChrome = {
  ...{
    title,
    description,
    origin,
    base,
    publisher,
    footer,
    locale,
    theme,
    sharePictures,
    dated: true,
    menu: [],
    staticPages: [],
  },
  assets: { style: urlPath("/assets/style.css"), scripts: [], fonts: [], icon: urlPath("/favicon.svg") },
};
