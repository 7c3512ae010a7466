/** Reports files that the settings name and that are missing, and settings that need another one to have an effect. */
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { settingFault } from "../model/diagnostics/settings.ts";
import type { Site, Theme } from "../model/site.ts";

/** Position of a setting's value in the file, by its keys. */
type PlaceOf = (...path: readonly string[]) => Place;

/** A name in public/ that differs only in letter case, which some disks ignore and all hosts respect. */
const alike = (wanted: string, files: ReadonlySet<string>): string | undefined =>
  [...files].find((one) => one.toLowerCase() === wanted.toLowerCase());

/** Logo and fonts are named by their address within the site, which is their path in public/. */
export function missingFiles(
  { logo, fonts }: Theme,
  {
    file,
    placeOf,
    publicFiles,
  }: { readonly file: string; readonly placeOf: PlaceOf; readonly publicFiles: ReadonlySet<string> },
): Diagnostic[] {
  const named = [
    { what: "logo", path: ["theme", "logo"], address: logo },
    { what: "font", path: ["theme", "fonts", "text"], address: fonts.text },
    { what: "font", path: ["theme", "fonts", "headings"], address: fonts.headings },
  ] as const;
  return named.flatMap(({ what, path, address }): Diagnostic[] => {
    if (address === null || publicFiles.has(address.slice(1))) return [];
    const near = alike(address.slice(1), publicFiles);
    return [settingFault("file-missing", { file, place: placeOf(...path) }, { what, address, near })];
  });
}

/** Settings that do nothing without `url`, since they need whole addresses. */
export function withoutAddress(
  { origin, sharePictures, newsSitemap }: Site,
  file: string,
  placeOf: PlaceOf,
): Diagnostic[] {
  if (origin !== "") return [];
  const asked = { share_pictures: sharePictures, news_sitemap: newsSitemap };
  const keys = Object.keys(asked) as (keyof typeof asked)[];
  return keys
    .filter((key) => asked[key])
    .map((key) => settingFault("no-address", { file, place: placeOf(key) }, { key }));
}
