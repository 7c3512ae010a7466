/** `content/site.yaml` → Site, checked, with every default filled in. A root without settings is valid. */
import type { z } from "zod";
import { slugOf } from "../arabic/letters/slug.ts";
import { slug } from "../model/brands.ts";
import { type Diagnostic, type Outcome, type Place, placeAt } from "../model/diagnostic.ts";
import { keyFault } from "../model/diagnostics/keys.ts";
import { settingFault } from "../model/diagnostics/settings.ts";
import type { Colour, PageSizes, SectionSettings, Site, Theme, ThemeName } from "../model/site.ts";
import { nearestKey } from "../yaml/nearest-key.ts";
import { readYaml, type Span, type YamlValues } from "../yaml/read-yaml.ts";
import { faintColours } from "./contrast.ts";
import { missingFiles, withoutAddress } from "./not-to-be-had.ts";
import { INNER_KEYS, SETTINGS_KEYS, type Settings, type StatedTheme, settingsSchema } from "./schema.ts";

/** Articles a list page. `plain` keeps its pages under 10 KB as they are sent; `newspaper` has longer ones. */
const PAGE_SIZES: Readonly<Record<ThemeName, PageSizes>> = {
  newspaper: { list: 30, day: 100, index: 500 },
  plain: { list: 20, day: 25, index: 100 },
};

/** A colour stated for one scheme only is used for both. */
const colourOf = (light: string | undefined, dark: string | undefined): Colour | null =>
  light || dark ? { light: light ?? (dark as string), dark: dark ?? (light as string) } : null;

function themeOf(stated: StatedTheme): Theme {
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
  // An empty step would turn a link within the site into `//name`, which is another host.
  const base = url ? `${url.pathname}/`.replace(/\/+/g, "/") : "/";
  const title = settings.title ?? "أرشيف الأخبار";
  const theme = themeOf(settings.theme ?? {});
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
      timeZone: settings.locale?.time_zone ?? null,
    },
    slugs: settings.slugs ?? "arabic",
    sections,
    publisher: settings.publisher ?? title,
    footer: settings.footer ?? null,
    pageSizes: { ...PAGE_SIZES[theme.name], ...(settings.page_size ? { list: settings.page_size } : {}) },
    related: settings.related ?? 6,
    newsSitemap: settings.news_sitemap ?? false,
    sharePictures: settings.share_pictures ?? false,
    theme,
  };
}

/** A text, its name in diagnostics, and how to find the position of a part of it. */
interface Source {
  readonly text: string;
  readonly file: string;
}
const placed = ({ text, file }: Source, [from, to]: Span) => ({
  file,
  place: placeAt(text, from, to - from),
});

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, { spanOf, spanOfKey }: YamlValues, source: Source): Diagnostic[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const known = path.length === 0 ? SETTINGS_KEYS : (INNER_KEYS[String(path[0])] ?? []);
    return issue.keys.map((key) =>
      keyFault("unknown-key", placed(source, spanOfKey(path, key)), {
        ...{ key, of: "settings", known, near: nearestKey(key, known) },
      }),
    );
  }
  const span = spanOf(path);
  const found = source.text
    .slice(...span)
    .split("\n")[0]
    ?.trim();
  const values = { key: path.map(String).join("."), expected: issue.message, found };
  return [keyFault("bad-setting", placed(source, span), values)];
}

/** The settings without the values that are in error. */
function withoutFaults(value: unknown, issues: readonly Issue[]): unknown {
  const sound: unknown = structuredClone(value);
  const drop = (path: readonly PropertyKey[]): void => {
    // A list with a fault is left out whole: removing one item would shift those after it.
    const inList = path.findIndex((key) => typeof key === "number");
    const steps = inList < 0 ? path : path.slice(0, inList);
    const holder = steps
      .slice(0, -1)
      .reduce((one, key) => (one as Record<PropertyKey, unknown>)?.[key], sound);
    const last = steps.at(-1);
    if (last !== undefined && holder && typeof holder === "object") Reflect.deleteProperty(holder, last);
  };
  for (const issue of issues)
    if (issue.code === "unrecognized_keys") for (const key of issue.keys) drop([...issue.path, key]);
    else drop(issue.path);
  return sound;
}

export interface LoadedSite extends Outcome<Site> {
  /** The settings without what is in error: enough to read articles by, not to publish. */
  readonly readBy: Site;
}

/** Reports sections that share an address, which would be one page. */
function sharedAddresses(
  { sections }: Site,
  file: string,
  placeOf: (...path: readonly PropertyKey[]) => Place,
): Diagnostic[] {
  return sections.flatMap(({ name, slug: step }, i) => {
    // Some disks do not distinguish upper and lower case.
    const first = sections.findIndex((one) => one.slug.toLowerCase() === step.toLowerCase());
    if (first === i) return [];
    const values = { first: sections[first]?.name, name, slug: step };
    return [settingFault("section-address-shared", { file, place: placeOf("sections", i) }, values)];
  });
}

/** Notes on lines without an error: where there is an error, it says enough. */
function notesOf({ notes }: YamlValues, source: Source, reported: readonly Diagnostic[]): Diagnostic[] {
  const lines = new Set(reported.map(({ place }) => place?.line));
  return notes
    .map((span) => keyFault("yaml-note", placed(source, span)))
    .filter(({ place }) => !lines.has(place?.line));
}

/**
 * @param text Null when there is no such file. @param file Its name in diagnostics.
 * @param publicFiles Paths of the files of public/; null where they are not known.
 */
export function loadSite(
  text: string | null,
  file: string,
  publicFiles: ReadonlySet<string> | null = null,
): LoadedSite {
  const plain = siteOf({});
  if (text === null) return { value: plain, readBy: plain, diagnostics: [] };
  const source = { text, file };
  const yaml = readYaml(text);
  if ("faults" in yaml)
    return {
      readBy: plain,
      diagnostics: yaml.faults.map((fault) =>
        keyFault("yaml-syntax", placed(source, [fault.from, fault.from + fault.length]), fault),
      ),
    };
  const checked = settingsSchema.safeParse(yaml.value ?? {});
  const issues = checked.error?.issues ?? [];
  const settings = checked.data ?? settingsSchema.safeParse(withoutFaults(yaml.value, issues)).data ?? {};
  const site = siteOf(settings);
  const placeOf = (...path: readonly PropertyKey[]): Place => placed(source, yaml.spanOf(path)).place;
  const stated: StatedTheme = settings.theme ?? {};
  const faults = issues.flatMap((issue) => faultsOf(issue, yaml, source));
  const diagnostics = [
    ...faults,
    ...notesOf(yaml, source, faults),
    ...faintColours(stated, file, (key) => placeOf("theme", key)),
    // An address in error is reported already.
    ...(issues.some(({ path }) => path[0] === "url") ? [] : withoutAddress(site, file, placeOf)),
    ...sharedAddresses(site, file, placeOf),
    ...(publicFiles ? missingFiles(site.theme, { file, placeOf, publicFiles }) : []),
  ];
  return { ...(checked.success ? { value: site } : {}), readBy: site, diagnostics };
}
