/**
 * Loads templates from folders; a user's file replaces ours of the same name. Only texts are read here; renderers compile
 * them. Includes are found in the texts, so that a page depends only on the partials it uses.
 */
import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFolder } from "../disk/list-folder.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { Digest } from "../model/brands.ts";
import { type Diagnostic, type Outcome, placeAt } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import type { ThemeName } from "../model/site.ts";
import { nearestKey } from "../yaml/nearest-key.ts";

/** A template's text, and its file as diagnostics name it. */
export interface Template {
  readonly text: string;
  readonly file: string;
}
/** By name without extension: `article`, `partials/card`; style files as `style/page.css`. Plain data, for workers. */
export type TemplateTexts = Readonly<Record<string, Template>>;

export interface Templates {
  readonly data: TemplateTexts;
  /** Names of the style files, in the order they are joined. */
  readonly styleNames: readonly string[];
  /** The user's own style files. */
  readonly usersStyles: readonly Template[];
  readonly styleDigest: (digestOf: (text: string) => Digest) => Digest;
  /** Digest of a template with all its includes; of the empty text for a page without a template. */
  readonly digestOf: (name: string | undefined, digestOf: (text: string) => Digest) => Digest;
  /** The files of a template and its includes, as diagnostics name them. */
  readonly filesOf: (name: string | undefined) => readonly string[];
}

const INCLUDE = /(?:include|layout)\(\s*["'`]@([\w/-]+)["'`]/g;

/** The folder of other themes within our templates, which is skipped when a folder is read. */
const THEMES = "themes";

/** Templates by name, and the faults of those that could not be read. */
interface Found {
  readonly data: Map<string, Template>;
  readonly diagnostics: Diagnostic[];
}

function readFolder(folder: string, inner: string, into: Found): void {
  const { entries, diagnostics } = listFolder(
    join(folder, inner),
    inner === "" ? "templates" : `templates/${inner}`,
  );
  into.diagnostics.push(...diagnostics);
  for (const entry of entries) {
    const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (entry.name.startsWith(".") || path === THEMES) continue;
    if (entry.isDirectory()) readFolder(folder, path, into);
    else if (/\.(?:eta|css)$/.test(entry.name)) readTemplate(folder, path, into);
  }
}

/** Skips anything but regular files, since opening a pipe could block. */
function readTemplate(folder: string, path: string, { data, diagnostics }: Found): void {
  const name = path.replace(/\.eta$/, "");
  if (data.has(name)) return;
  const file = `templates/${path}`;
  try {
    if (!statSync(join(folder, path)).isFile()) return;
    const bytes = readFileSync(join(folder, path));
    data.set(name, { text: bytes.toString("utf8"), file });
    if (!isUtf8(bytes)) diagnostics.push(fileFault("not-utf8", { file }, { looks: null, file }));
  } catch (error) {
    diagnostics.push(unreadable(file, error));
  }
}

/** A user's template that no page uses: most likely its name is a misspelling of one of ours. */
function unused(name: string, file: string, names: readonly string[]): Diagnostic {
  return buildFault("template-unused", { file }, { near: nearestKey(name, names) });
}

function missing(name: string, from: Template | null, at: number): Diagnostic {
  const place = from && placeAt(from.text, at, name.length);
  const file = from?.file ?? `templates/${name}.eta`;
  return buildFault("missing-template", { file, place }, { name, isIncluded: from !== null });
}

/** Every name a template reaches, itself first. */
function closure(name: string, data: ReadonlyMap<string, Template>): Set<string> {
  const reached = new Set([name]);
  for (const one of reached)
    for (const [, included] of data.get(one)?.text.matchAll(INCLUDE) ?? [])
      if (included) reached.add(included);
  return reached;
}

/** Template folders: `whole` in order of priority, then `markup`, whose style files are ignored. */
export interface TemplateFolders {
  readonly whole: readonly string[];
  readonly markup: string | null;
}
/**
 * The user's folder, then the theme's. Other themes inherit the templates of `newspaper` but not its styles. In this
 * repository the user's folder is the program's own, and is not listed twice.
 * @param own The folder of the theme `newspaper`; others are in its folder `themes/`.
 */
export function templateFolders(root: string, own: string, theme: ThemeName): TemplateFolders {
  const users = join(root, "templates");
  const ours = theme === "newspaper" ? own : join(own, THEMES, theme);
  return { whole: users === own ? [ours] : [users, ours], markup: ours === own ? null : own };
}

/** Loads the templates; missing folders are skipped. */
export function loadTemplates(
  { whole, markup }: TemplateFolders,
  required: readonly string[],
): Outcome<Templates> {
  const found: Found = { data: new Map(), diagnostics: [] };
  const { data, diagnostics } = found;
  const [users = "", ...rest] = whole.length > 1 ? whole : ["", ...whole];
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (users !== "" && isFolder(users)) readFolder(users, "", found);
  const ofUser = [...data.keys()];
  for (const folder of rest) if (isFolder(folder)) readFolder(folder, "", found);
  const styleNames = [...data.keys()].filter((name) => name.endsWith(".css")).sort();
  if (markup) readFolder(markup, "", found);
  for (const name of required) if (!data.has(name)) diagnostics.push(missing(name, null, 0));
  for (const template of data.values())
    for (const match of template.text.matchAll(INCLUDE))
      if (!data.has(match[1] as string)) diagnostics.push(missing(match[1] as string, template, match.index));
  if (diagnostics.length > 0) return { diagnostics };
  const used = new Set(required.flatMap((name) => [...closure(name, data)]));
  const unusedNames = ofUser.filter((name) => !used.has(name) && !name.endsWith(".css"));
  const joined = (names: Iterable<string>) =>
    [...names]
      .sort()
      .map((name) => `${name}\0${data.get(name)?.text.length}\0${data.get(name)?.text}`)
      .join("\0");
  return {
    value: {
      data: Object.fromEntries(data),
      styleNames,
      usersStyles: ofUser.flatMap((name) => (name.endsWith(".css") ? (data.get(name) ?? []) : [])),
      styleDigest: (digestOf) => digestOf(joined(styleNames)),
      digestOf: (name, digestOf) => digestOf(name ? joined(closure(name, data)) : ""),
      filesOf: (name) => (name ? [...closure(name, data)].flatMap((one) => data.get(one)?.file ?? []) : []),
    },
    diagnostics: unusedNames.map((name) => unused(name, data.get(name)?.file ?? name, [...used])),
  };
}
