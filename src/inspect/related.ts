/** The archive as the last build left it, for commands that read the cache and build nothing. */
import { join } from "node:path";
import { surfaceFinder } from "../arabic/terms/stored-terms.ts";
import type { RelatedArticles } from "../archive/related.ts";
import { resolveAddresses } from "../archive/resolve-addresses.ts";
import { relateArchive } from "../build/relate.ts";
import { BuildState } from "../build/state.ts";
import { digestOf } from "../cache/keys/digest.ts";
import type { LastBuild, Stamp } from "../cache/record/records.ts";
import { PackReader } from "../cache/store/packs.ts";
import { type Scan, scan } from "../content/scan.ts";
import { readSettings, type SettingsFile } from "../content/settings-file.ts";
import type { Card, SourceFile } from "../model/article.ts";
import { isError } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import { loadSite } from "../site/load-site.ts";

export interface BuiltArchive {
  /** Articles without static pages, in the order of their files. */
  readonly cards: readonly Card[];
  readonly site: Site;
  /** False when files or settings in content/ have changed since the build. */
  readonly current: boolean;
  readonly relatedTo: RelatedArticles["relatedTo"];
  /** Finds words of an article by the hashes of their terms, as spelt in its text. */
  readonly wordsOf: (card: Card) => (term: number) => string | undefined;
  readonly close: () => void;
}

/**
 * @returns Null when there was no build, its record is damaged, or the settings are in error.
 * @throws StoreDamaged when the texts are not what the record says.
 */
export async function openBuiltArchive(root: string): Promise<BuiltArchive | null> {
  const state = new BuildState(join(root, ".warraq"));
  const { folder, packs } = state;
  const { last } = state.last();
  const sources = scan(join(root, "content")).value;
  const settings = readSettings(join(root, "content"));
  const site = loadSite(settings.text, settings.file).value;
  if (!last || !sources || !site) return null;
  const cards = cardsOf(last, settings);
  const reader = new PackReader(packs);
  const { relatedTo } = await relateArchive({ cards, links: site.related, folder, packs, keep: false });
  return {
    cards,
    site,
    current: isCurrent(sources, last),
    relatedTo,
    wordsOf: ({ terms }) => surfaceFinder(reader.get(terms)),
    close: () => reader.close(),
  };
}

function cardsOf({ sources }: LastBuild, settings: SettingsFile): readonly Card[] {
  const sound = [...sources.values()].filter(({ diagnostics }) => !diagnostics.some(isError));
  const resolved = resolveAddresses(
    sound.flatMap(({ card }) => card ?? []),
    digestOf,
    settings.file,
  );
  return (resolved.value ?? []).filter(({ isStatic }) => !isStatic);
}

/** Times may differ by less than a millisecond: copying an archive may round them. */
const sameStamp = (file: SourceFile, known: Stamp): boolean =>
  file.size === known.size && Math.abs(file.modified - known.modified) < 1;

function isCurrent({ articles, sidecars, settings }: Scan, { sources, scanned }: LastBuild): boolean {
  return (
    articles.length === sources.size &&
    (settings?.modified ?? 0) <= scanned &&
    articles.every((file) => {
      const known = sources.get(file.path);
      const sidecar = sidecars.get(file.path);
      if (!known || !sameStamp(file, known)) return false;
      return sidecar && known.sidecar ? sameStamp(sidecar, known.sidecar) : !sidecar && !known.sidecar;
    })
  );
}
