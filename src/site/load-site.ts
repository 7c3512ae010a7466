/** `content/site.yaml` → Site, checked, every default filled in. A root without settings is a site too. */
import { isMap, isScalar, type Node, parseDocument } from "yaml";
import { z } from "zod";
import { slugOf } from "../arabic/slug.ts";
import { isTimeZone } from "../arabic/zone.ts";
import { slug } from "../model/brands.ts";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";
import type { Colour, SectionSettings, Site, Theme } from "../model/site.ts";
import { faintColours } from "./contrast.ts";

const text = z.union([z.string(), z.number()], "expected text").transform((value) => String(value).trim());
const colour = text.refine(
  (value) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value),
  "expected a colour as #7a1f1f, between quotation marks",
);
const address = text.refine((value) => {
  try {
    const { protocol, search, hash } = new URL(value);
    return /^https?:$/.test(protocol) && search === "" && hash === "";
  } catch {
    return false;
  }
}, "expected the address the site will have, as https://archive.example.org/");
const step = text.refine(
  (value) => value !== "" && !/[/\\?#%\s]|\.\./.test(value) && Buffer.byteLength(value) <= 120,
  "expected one step of an address, without / or space",
);
const section = z.union(
  [text, z.strictObject({ name: text, slug: step.optional(), description: text.optional() })],
  "expected a name, or name, slug and description",
);

const font = text.refine(
  (value) => /^\/[^"\\\s]+\.woff2$/.test(value),
  "expected a font of public/, as /fonts/text.woff2",
);
const themeName = z.enum(["newspaper", "plain"], "expected newspaper or plain");
const theme = z
  .strictObject({
    name: themeName,
    accent: colour,
    accent_dark: colour,
    paper: colour,
    paper_dark: colour,
    ink: colour,
    ink_dark: colour,
    fonts: z.strictObject({ text: font, headings: font }).partial(),
    logo: text,
  })
  .partial();
const schema = z
  .strictObject({
    title: text,
    description: text,
    url: address,
    publisher: text,
    locale: z
      .strictObject({
        months: z.enum(["levant", "egypt", "maghreb", "morocco", "dual"]),
        digits: z.enum(["latn", "arab"]),
        hijri: z.boolean("expected true or false"),
        time_zone: text.refine(isTimeZone, "expected the name of a time zone, as Asia/Damascus"),
      })
      .partial(),
    slugs: z.enum(["arabic", "id", "latin"]),
    sections: z.array(section),
    footer: text,
    page_size: z.int().min(5).max(200),
    related: z.int().min(0).max(8),
    news_sitemap: z.boolean("expected true or false"),
    share_pictures: z.boolean("expected true or false"),
    theme: z.union(
      [themeName.transform((name) => ({ name })), theme],
      "expected newspaper or plain, or keys and values",
    ),
  })
  .partial();
type Settings = z.infer<typeof schema>;

/** A colour stated for one scheme alone serves for both. */
const colourOf = (light: string | undefined, dark: string | undefined): Colour | null =>
  light || dark ? { light: light ?? (dark as string), dark: dark ?? (light as string) } : null;

function themeOf(stated: z.infer<typeof theme>): Theme {
  return {
    name: stated.name ?? "newspaper",
    colours: {
      accent: colourOf(stated.accent, stated.accent_dark),
      paper: colourOf(stated.paper, stated.paper_dark),
      ink: colourOf(stated.ink, stated.ink_dark),
    },
    fonts: { text: stated.fonts?.text ?? null, headings: stated.fonts?.headings ?? null },
    logo: stated.logo ?? null,
  };
}

function siteOf(settings: Settings): Site {
  const url = settings.url ? new URL(settings.url) : null;
  const base = url ? `${url.pathname.replace(/\/+$/, "")}/` : "/";
  const title = settings.title ?? "أرشيف الأخبار";
  const sections = (settings.sections ?? []).map((one): SectionSettings => {
    const { name, slug: stated, description } = typeof one === "string" ? { name: one } : one;
    const made = stated ?? slugOf(name, settings.slugs === "latin" ? "latin" : "arabic") ?? "section";
    return { name, slug: slug(made), description: description ?? null };
  });
  return {
    title,
    description: settings.description ?? "",
    origin: url?.origin ?? "",
    base: decodeURI(base),
    locale: {
      months: settings.locale?.months ?? "dual",
      digits: settings.locale?.digits ?? "latn",
      hijri: settings.locale?.hijri ?? false,
      timeZone: settings.locale?.time_zone ?? "UTC",
    },
    slugs: settings.slugs ?? "arabic",
    sections,
    publisher: settings.publisher ?? title,
    footer: settings.footer ?? null,
    pageSize: settings.page_size ?? 30,
    related: settings.related ?? 6,
    newsSitemap: settings.news_sitemap ?? false,
    sharePictures: settings.share_pictures ?? false,
    theme: themeOf(settings.theme ?? {}),
  };
}

export const SETTINGS_KEYS = Object.keys(schema.shape);

/** @param text Null when there is no such file. @param file Its name in diagnostics. */
export function loadSite(text: string | null, file: string): Outcome<Site> {
  if (text === null) return { value: siteOf({}), diagnostics: [] };
  const document = parseDocument(text, { prettyErrors: false });
  const fault = (
    code: string,
    [from, to]: readonly [number, number],
    words: { message: string; hint: string },
  ): Diagnostic => ({
    severity: "error",
    code,
    file,
    place: placeAt(text, from, to - from),
    ...words,
  });
  if (document.errors.length > 0)
    return {
      diagnostics: document.errors.map(({ pos, message }) =>
        fault("yaml-syntax", pos, {
          message: `This is not YAML: ${message}`,
          hint: "Put text that holds a colon, a # or a quotation mark between double quotes.",
        }),
      ),
    };
  const checked = schema.safeParse(document.toJS() ?? {});
  const range = (node: unknown): [number, number] => [
    (node as Node | undefined)?.range?.[0] ?? 0,
    (node as Node | undefined)?.range?.[1] ?? 0,
  ];
  if (checked.success) {
    const placeOf = (key: string) => {
      const [from, to] = range(document.getIn(["theme", key], true));
      return placeAt(text, from, to - from);
    };
    const stated: z.infer<typeof theme> = checked.data.theme ?? {};
    const faint = faintColours(stated, file, placeOf);
    return { value: siteOf(checked.data), diagnostics: faint };
  }
  const diagnostics = checked.error.issues.flatMap((issue): Diagnostic[] => {
    const at = issue.path.length === 0 ? document.contents : document.getIn(issue.path as unknown[], true);
    if (issue.code !== "unrecognized_keys") {
      const found = text.slice(...range(at)).split("\n")[0] ?? "";
      return [
        fault("bad-setting", range(at), {
          message: `${issue.path.map(String).join(".")}: ${issue.message}; found \u2068${found}\u2069.`,
          hint: "Mend the value, or take the line out to have the default.",
        }),
      ];
    }
    return issue.keys.map((key) => {
      const pair = isMap(at)
        ? at.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
      const known =
        issue.path.length === 0
          ? `The keys are: ${SETTINGS_KEYS.join(", ")}.`
          : "See the settings in the README.";
      return fault("unknown-key", range(pair?.key), {
        message: `There is no setting ${JSON.stringify(key)} here.`,
        hint: known,
      });
    });
  });
  return { diagnostics };
}
