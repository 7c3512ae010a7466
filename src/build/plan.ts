/** An arranged archive → every file of the site as a Page, and what they are all rendered with. */
import { readFileSync } from "node:fs";
import { digestOf, keyOf } from "../cache/keys/digest.ts";
import { fingerprint } from "../cache/keys/fingerprint.ts";
import { iconUrl, notFoundUrl, robotsUrl } from "../model/addresses.ts";
import type { Archive } from "../model/archive.ts";
import { type Digest, fileFor, type UrlPath, urlPath } from "../model/brands.ts";
import type { Page, PageKind } from "../model/page.ts";
import { OWN_ACCENT, type Site } from "../model/site.ts";
import type { PublicFile } from "../output/public-files.ts";
import { PublicPaths } from "../output/public-paths.ts";
import { type Assets, assetPages, copyPages } from "../pages/files/assets.ts";
import { KINDS, plan, templateOf } from "../pages/kinds.ts";
import { siteChrome } from "../pages/site-chrome.ts";
import { SHARE_FONTS, shareFontFile } from "../pictures/share-picture.ts";
import type { Templates } from "../render/templates.ts";
import { type SearchPlan, searchPages } from "../search/plan.ts";
import type { RenderContext } from "../workers/render-task.ts";
import { assetUrl, programAssets, usedAssets } from "./assets.ts";

export interface SitePlan {
  /**
   * Lazy: one page at a time. Pages of the search index are left out when `search` is null. The file of checksums is not
   * among them: it is computed from the others once they are rendered.
   */
  readonly pages: (search: SearchPlan | null) => Iterable<Page>;
  /** Files of public/; where one clashes with a planned page, it is left out. */
  readonly publicPaths: PublicPaths;
  readonly context: RenderContext;
  /** Whether a kind of page shows anything of the site. */
  readonly hasChrome: (kind: PageKind) => boolean;
  /** Digest of what a kind of page shows of the site. */
  readonly chrome: (kind: PageKind) => Digest;
  /** Digest of the code and templates that make a kind of page. */
  readonly maker: (kind: PageKind) => Digest;
}

/** Files of public/ that replace the program's own, as an icon does. */
const STAND_IN: ReadonlySet<string> = new Set([robotsUrl, notFoundUrl].map(fileFor));

/** Files that are no text have no site chrome: a new name of the site leaves them as they are. */
const hasChrome = (kind: PageKind): boolean => !("maker" in KINDS[kind]);
const noChrome = digestOf("");

/** Digest of what share pictures are drawn with: the program and the fonts. */
const shareDrawer = (): Digest =>
  keyOf([
    fingerprint("share-picture"),
    ...SHARE_FONTS.map((name) => digestOf(readFileSync(shareFontFile(name)))),
  ]);

/** The site's own icon for browser tabs: a favicon in public/, or else its logo. */
function ownIcon(publicFiles: readonly PublicFile[], { theme }: Site): UrlPath | null {
  const named = ["favicon.svg", "favicon.png", "favicon.ico"].find((name) =>
    publicFiles.some(({ path }) => path === name),
  );
  const path = named ? `/${named}` : theme.logo;
  return path === null ? null : urlPath(path);
}

export function planSite(
  archive: Archive,
  {
    site,
    templates,
    publicFiles,
    documents = [],
  }: {
    readonly site: Site;
    readonly templates: Templates;
    readonly publicFiles: readonly PublicFile[];
    /** Documents of content/, at their paths in the site; left out where only open pages are rendered. */
    readonly documents?: readonly PublicFile[];
  },
): SitePlan {
  const program = usedAssets(programAssets(), site.theme);
  const { text, headings } = site.theme.fonts;
  const fonts = [text, headings]
    .flatMap((font) => (font ? [urlPath(font)] : []))
    .concat(program.filter(({ name }) => name.endsWith(".woff2")).map(({ url }) => url));
  const styleDigest = keyOf([
    templates.styleDigest(digestOf),
    digestOf(JSON.stringify([site.theme, site.base, fonts])),
    fingerprint("style"),
  ]);
  const style = assetUrl("style.css", styleDigest);
  const icon = ownIcon(publicFiles, site);
  const chrome = siteChrome(site, archive, {
    style,
    scripts: program.filter(({ name }) => name.endsWith(".js")).map(({ url }) => url),
    fonts,
    icon: icon ?? iconUrl,
  });
  const assets: Assets = {
    style: { url: style, sources: templates.styleNames, digest: styleDigest },
    icon: icon ? null : (site.theme.colours.accent ?? OWN_ACCENT),
    files: [
      ...program.map(({ url, from, digest }) => ({ path: url.slice(1), from, digest })),
      ...documents.map(({ path, from, version }) => ({ path, from, digest: version })),
    ],
  };
  const copies = publicFiles.map(({ path, from, version }) => ({ path, from, digest: version }));
  const replaced = new Set(copies.flatMap(({ path }) => (STAND_IN.has(path) ? [path] : [])));
  const json = JSON.stringify({ templates: templates.data, chrome });
  const chromeDigest = digestOf(JSON.stringify(chrome));
  const makers = new Map<PageKind, Digest>();
  let drawer: Digest | undefined;
  return {
    pages: function* (search) {
      yield* assetPages(assets);
      // Search pages take longest, so they come first and are rendered while the others are planned.
      if (search) yield* searchPages(archive, search);
      for (const page of plan(archive, site)) if (!replaced.has(page.path)) yield page;
      // Last: they are checked against all others.
      yield* copyPages(copies);
    },
    publicPaths: new PublicPaths(publicFiles),
    context: { key: digestOf(json), json },
    hasChrome,
    chrome: (kind) => (hasChrome(kind) ? chromeDigest : noChrome),
    maker: (kind) => {
      const rendering = KINDS[kind];
      if ("maker" in rendering) {
        if (rendering.maker !== "share-picture") return fingerprint(rendering.maker);
        drawer ??= shareDrawer();
        return drawer;
      }
      const known =
        makers.get(kind) ?? keyOf([fingerprint("page"), templates.digestOf(templateOf(kind), digestOf)]);
      makers.set(kind, known);
      return known;
    },
  };
}
