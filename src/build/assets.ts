/** Scripts and fonts of the compiled program; file names hold a digest, so that browsers may cache them for ever. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf } from "../cache/keys/digest.ts";
import { type UrlPath, urlPath } from "../model/brands.ts";
import type { Theme } from "../model/site.ts";

export interface Asset {
  /** Its name without the digest: `theme.js`, `naskh-400.woff2`. */
  readonly name: string;
  readonly url: UrlPath;
  readonly from: string;
  readonly digest: string;
}

/** The address of an asset: `/assets/style-Ab3dE6gH.css`. */
export function assetUrl(name: string, digest: string): UrlPath {
  const extension = extname(name);
  return urlPath(`/assets/${name.slice(0, -extension.length)}-${digest.slice(0, 8)}${extension}`);
}

/** The program's fonts for each role, used unless the settings name another. */
const FONT_FILES = { text: ["naskh-400.woff2", "naskh-700.woff2"], headings: ["kufi-700.woff2"] } as const;
/** The only assets that the theme "plain" needs. */
const OF_PLAIN: ReadonlySet<string> = new Set(["search.js"]);

/** The assets that a site of this theme uses. */
export function usedAssets(assets: readonly Asset[], { name, fonts }: Theme): readonly Asset[] {
  if (name === "plain") return assets.filter((one) => OF_PLAIN.has(one.name));
  const replaced = (["text", "headings"] as const).flatMap((role): readonly string[] =>
    fonts[role] ? FONT_FILES[role] : [],
  );
  return assets.filter((one) => !replaced.includes(one.name));
}

/** @throws Error when the program has not been compiled. */
export function programAssets(): readonly Asset[] {
  const compiled = new URL(
    import.meta.url.endsWith(".ts") ? "../../lib/assets/" : "../assets/",
    import.meta.url,
  );
  const folder = fileURLToPath(compiled);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .flatMap((inner) => {
      const from = join(folder, inner);
      if (!statSync(from).isFile()) return [];
      const name = basename(inner);
      const digest = digestOf(readFileSync(from));
      return [{ name, url: assetUrl(name, digest), from, digest }];
    });
}
