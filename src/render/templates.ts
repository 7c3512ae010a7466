/**
 * Folders of templates → one set, a user's file before ours of the same name. Only texts are read here: compiling is for
 * those who render. What a template includes is read off its text, so that a page hangs on just the partials it uses.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Digest } from "../model/brands.ts";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";
import type { Recipe } from "../model/page.ts";
import type { ThemeName } from "../model/site.ts";

/** A template's text and the file it is from, as diagnostics name it. */
export interface Template {
  readonly text: string;
  readonly file: string;
}
/** By name without extension: `article`, `partials/card`; style files as `style/page.css`. Plain data, fit to be posted. */
export type TemplateTexts = Readonly<Record<string, Template>>;

export interface Templates {
  readonly data: TemplateTexts;
  /** Names of the style files, in the order they are joined. */
  readonly styleNames: readonly string[];
  readonly styleDigest: (digestOf: (text: string) => Digest) => Digest;
  /** Of the template of a recipe with all it includes; of nothing for a recipe that has none. */
  readonly digestOf: (recipe: Recipe, digestOf: (text: string) => Digest) => Digest;
  /** Those it is a digest of, by the names diagnostics give them. */
  readonly filesOf: (recipe: Recipe) => readonly string[];
}

/** The recipes that are rendered through a template, and its name. */
export const TEMPLATE_OF: Partial<Readonly<Record<Recipe, string>>> = {
  article: "article",
  standing: "standing",
  home: "home",
  section: "list",
  tag: "list",
  author: "list",
  undated: "list",
  index: "index",
  archive: "archive",
  year: "year",
  month: "month",
  day: "day",
  "on-this-day": "on-this-day",
  "days-of-year": "days-of-year",
  "not-found": "not-found",
  search: "search",
  redirect: "redirect",
};

const INCLUDE = /(?:include|layout)\(\s*["'`]@([\w/-]+)["'`]/g;

/** Where other themes lie within our own templates; no part of any set themselves. */
const THEMES = "themes";

function readFolder(folder: string, inner: string, into: Map<string, Template>): void {
  for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
    const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (entry.name.startsWith(".") || path === THEMES) continue;
    if (entry.isDirectory()) readFolder(folder, path, into);
    else if (/\.(?:eta|css)$/.test(entry.name)) {
      const name = path.replace(/\.eta$/, "");
      if (!into.has(name))
        into.set(name, { text: readFileSync(join(folder, path), "utf8"), file: `templates/${path}` });
    }
  }
}

function missing(name: string, from: Template | null, at: number): Diagnostic {
  const message = from
    ? `There is no template ${name}.eta, which is included here.`
    : `There is no template ${name}.eta.`;
  const hint = `Write templates/${name}.eta, or take your own templates/ away to have the one that comes with the program.`;
  return {
    severity: "error",
    code: "missing-template",
    file: from?.file ?? `templates/${name}.eta`,
    ...(from ? { place: placeAt(from.text, at, name.length) } : {}),
    message,
    hint,
  };
}

/** Every name a template reaches, itself first. */
function closure(name: string, data: ReadonlyMap<string, Template>): Set<string> {
  const reached = new Set([name]);
  for (const one of reached)
    for (const [, included] of data.get(one)?.text.matchAll(INCLUDE) ?? [])
      if (included) reached.add(included);
  return reached;
}

/** Where templates lie: whole folders, the first to have a name wins; then one whose style files do not count. */
export interface TemplateFolders {
  readonly whole: readonly string[];
  readonly markup: string | null;
}
/**
 * The user's folder, then the theme's. A theme other than ours need not write what is the same in both, but a style of
 * ours would not be its own. In this repository itself the user's folder is our own, and so none.
 * @param own The folder of the theme `newspaper`; others lie in its folder `themes/`.
 */
export function templateFolders(root: string, own: string, theme: ThemeName): TemplateFolders {
  const users = join(root, "templates");
  const ours = theme === "newspaper" ? own : join(own, THEMES, theme);
  return { whole: users === own ? [ours] : [users, ours], markup: ours === own ? null : own };
}

/** A folder that is not there is passed over. */
export function loadTemplates({ whole, markup }: TemplateFolders): Outcome<Templates> {
  const data = new Map<string, Template>();
  for (const folder of whole)
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) readFolder(folder, "", data);
  const styleNames = [...data.keys()].filter((name) => name.endsWith(".css")).sort();
  if (markup) readFolder(markup, "", data);
  const diagnostics: Diagnostic[] = [];
  for (const name of new Set(Object.values(TEMPLATE_OF)))
    if (!data.has(name)) diagnostics.push(missing(name, null, 0));
  for (const template of data.values())
    for (const match of template.text.matchAll(INCLUDE))
      if (!data.has(match[1] as string)) diagnostics.push(missing(match[1] as string, template, match.index));
  if (diagnostics.length > 0) return { diagnostics };
  const joined = (names: Iterable<string>) =>
    [...names]
      .sort()
      .map((name) => `${name}\0${data.get(name)?.text.length}\0${data.get(name)?.text}`)
      .join("\0");
  return {
    value: {
      data: Object.fromEntries(data),
      styleNames,
      styleDigest: (digestOf) => digestOf(joined(styleNames)),
      digestOf: (recipe, digestOf) => {
        const name = TEMPLATE_OF[recipe];
        return digestOf(name ? joined(closure(name, data)) : "");
      },
      filesOf: (recipe) => {
        const name = TEMPLATE_OF[recipe];
        return name ? [...closure(name, data)].flatMap((one) => data.get(one)?.file ?? []) : [];
      },
    },
    diagnostics,
  };
}
