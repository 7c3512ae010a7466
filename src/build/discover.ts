/** A root → what is in it: sources and pictures, settings, templates, public files. No article is read. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { keyOf } from "../cache/keys/digest.ts";
import { fingerprint } from "../cache/keys/fingerprint.ts";
import { type Listings, type Scan, type Scanned, scan, type Watched } from "../content/scan.ts";
import { readSettings, type SettingsFile } from "../content/settings-file.ts";
import type { Digest } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { foldersRead, outputOverlap } from "../output/overlap.ts";
import { type PublicFile, scanPublic } from "../output/public-files.ts";
import { TEMPLATES } from "../pages/kinds.ts";
import { styleFaults } from "../render/style-faults.ts";
import { loadTemplates, type Templates, templateFolders } from "../render/templates.ts";
import { type LoadedSite, loadSite } from "../site/load-site.ts";
import type { ToScan } from "../workers/scan-thread.ts";
import { watchedOf } from "./ahead/dev-hints.ts";
import { programAssets } from "./assets.ts";
import type { Run } from "./run.ts";
import type { BuildState } from "./state.ts";

/** What is in error is left out. */
export interface Discovered {
  readonly sources: Scan | undefined;
  /** For the next scan; null where that must scan everything. */
  readonly listings: Listings | null;
  readonly settings: SettingsFile;
  readonly site: Site | undefined;
  /** The settings, without what is in error in them, so that faults of the articles can be reported all the same. */
  readonly readBy: Site;
  readonly templates: Templates | undefined;
  readonly publicFiles: readonly PublicFile[] | undefined;
  /** Digest of everything that pages are made of but articles and pictures; null where any of it is in error. */
  readonly inputs: Digest | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a site is made of besides its sources. */
export interface SiteParts {
  readonly site: Site;
  readonly templates: Templates;
  readonly publicFiles: readonly PublicFile[];
}
export interface Found extends Discovered {
  readonly sources: Scan;
  /** When the scan began. */
  readonly scanned: number;
  /** Settings, templates and files of public/; null where any of it is in error. */
  readonly made: SiteParts | null;
  /** Whether the record of the last build is long, and was not read before this build. */
  readonly isFar: boolean;
}

/** Ends the build where the site would be written into what it is made of, or content/ cannot be read. */
export async function discover(run: Run): Promise<Found> {
  const { options, state, session, hints } = run;
  const { root, out, outName } = options;
  run.clock("scan");
  const overlap = outputOverlap(out, { name: outName, read: foldersRead(root, state.folder) });
  if (overlap) throw run.end({ diagnostics: [overlap] });
  const scanned = Date.now();
  const watched = watchedOf(session.listings, join(root, "content"), hints);
  // Changes are reported only once: if this build fails before it has scanned, the next one scans everything.
  session.listings = null;
  const isFar = state.isFar();
  const discovered = await lookAtRoot(root, options.templates, watched, state);
  session.listings = discovered.listings;
  const { sources, site, templates, publicFiles, diagnostics } = discovered;
  if (!sources) throw run.end({ diagnostics });
  // Which files are not used is known only when the articles' pictures are resolved; those are reported there.
  run.report(diagnostics.filter(({ code }) => code !== "not-an-article"));
  const made = site && templates && publicFiles ? { site, templates, publicFiles } : null;
  return { ...discovered, sources, scanned, made, isFar };
}

type Recall = Pick<BuildState, "isFar" | "recallUntil">;

/**
 * In a large archive a thread scans while the record is read, all of which is needed where anything has changed.
 */
async function lookAt(folder: string, watched: Watched | null, state: Recall): Promise<Scanned> {
  if (watched || !state.isFar() || !import.meta.url.endsWith(".js")) return scan(folder, watched);
  const looking = scanInThread(folder);
  await state.recallUntil(looking);
  // Where the thread fails, so does a scan here, with the system's error unaltered.
  return looking.catch(() => scan(folder));
}

function scanInThread(workerData: ToScan): Promise<Scanned> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL("../workers/scan-thread.js", import.meta.url), { workerData });
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

/**
 * @param ownTemplates Our own, absolute.
 * @param watched What an earlier scan found in content/, and what has changed there since; null when it is not known.
 * @param state Holds the record of the last build; while a thread scans, a long record is read.
 * @throws Error of the file system when a folder cannot be read.
 */
export async function lookAtRoot(
  root: string,
  ownTemplates: string,
  watched: Watched | null,
  state: Recall,
): Promise<Discovered> {
  const content = join(root, "content");
  const [sources, made] = await Promise.all([
    lookAt(content, watched, state),
    lookBeside(root, ownTemplates),
  ]);
  const { settings, site, templates, publicFiles, faults } = made;
  const found = [sources, site, templates, publicFiles].flatMap(({ diagnostics }) => diagnostics);
  const all = site.value && templates.value && publicFiles.value;
  return {
    ...{
      sources: sources.value,
      listings: sources.listings,
      settings,
      ...{ site: site.value, readBy: site.readBy, templates: templates.value },
    },
    ...{ publicFiles: publicFiles.value, diagnostics: [...found, ...faults] },
    inputs: all ? inputsOf(site.value, templates.value, publicFiles.value) : null,
  };
}

/** Everything but the sources; read while a thread scans those. */
async function lookBeside(root: string, ownTemplates: string) {
  const settings = readSettings(join(root, "content"));
  const publicFiles = scanPublic(join(root, "public"), "public");
  const publicPaths = publicFiles.value && new Set(publicFiles.value.map(({ path }): string => path));
  const loaded = loadSite(settings.text, settings.file, publicPaths);
  const { diagnostics } = settings;
  const site: LoadedSite = diagnostics.length > 0 ? { readBy: loaded.readBy, diagnostics } : loaded;
  const templates = loadTemplates(templateFolders(root, ownTemplates, site.readBy.theme.name), TEMPLATES);
  const { compileTemplates } = await import("../render/renderer.ts");
  const { value } = templates;
  const faults = value
    ? [...compileTemplates(value.data).diagnostics, ...(await styleFaults(value.usersStyles))]
    : [];
  return { settings, site, templates, publicFiles, faults };
}

/** Public files are in it by name, size and times alone: a young one has another version when it has grown old. */
const inputsOf = (site: Site, templates: Templates, publicFiles: readonly PublicFile[]): Digest =>
  keyOf([
    ...[fingerprint("program"), JSON.stringify(site), JSON.stringify(templates.data)],
    ...[
      JSON.stringify(publicFiles.map(({ version, ...file }) => file)),
      JSON.stringify(programAssets().map(({ url }) => url)),
    ],
  ]);
