/** Articles and settings made up for tests, where only a few fields matter. */
import { type Card, type CardDetails, linkDigestOf } from "../article.ts";
import { articleId, digest, slug, sourcePath, urlPath } from "../brands.ts";
import type { CivilDate, CivilTime } from "../civil-date.ts";
import type { Face } from "../page.ts";
import type { Site } from "../site.ts";

type ExampleFields = Partial<Omit<Card, "time" | "details"> & CardDetails> & { readonly time?: string };

/** `on` is the date, null for an undated article; the address is made of it and of the name. */
export function exampleCard(name: string, on: string | null, fields: ExampleFields = {}): Card {
  const published = on as CivilDate | null;
  const stored = (what: string) => ({ digest: digest(`${what} of ${name}`), pack: 1, offset: 0, length: 1 });
  const folder = published === null ? "/undated" : `/${published.replaceAll("-", "/")}`;
  const { time, dateFrom, estimate, excerpt, summary, origin, corrections, refs, ...rest } = fields;
  const details: CardDetails = {
    dateFrom: dateFrom ?? (published === null ? null : "stated"),
    estimate: estimate ?? null,
    excerpt: excerpt ?? "أول الكلام",
    summary: summary ?? null,
    origin: origin ?? null,
    corrections: corrections ?? [],
    refs: refs ?? [],
  };
  const card = {
    url: urlPath(`${folder}/${name}/`),
    title: `خبر ${name}`,
    published,
    id: articleId(name),
    source: sourcePath(`${name}.md`),
    time: (time ?? null) as CivilTime | null,
    updated: null,
    section: null,
    tags: [],
    authors: [],
    image: null,
    aliases: [],
    details,
    slugStated: false,
    standing: false,
    body: stored("body"),
    terms: stored("terms"),
    digest: digest(`card of ${name}`),
    ...rest,
  };
  return { ...card, linkDigest: linkDigestOf(card, digest) };
}

/** A name and the step of an address that is made of it. */
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
export const exampleFace: Face = {
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
    standing: [],
  },
  assets: { style: urlPath("/assets/style.css"), scripts: [], fonts: [], icon: urlPath("/favicon.svg") },
};
