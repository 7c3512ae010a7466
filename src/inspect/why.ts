/**
 * One page of a planned site and its last record → what it depends on, what the next build would do with it, and which of
 * its inputs have changed. A build decides by the page's key, so this explains the key.
 */

import type { PlannedSite } from "../build/published-site.ts";
import { differingParts, KEY_PARTS, pageKey } from "../cache/keys/page-key.ts";
import type { PageRecord } from "../cache/record/records.ts";
import type { OutputPath, SourcePath } from "../model/brands.ts";
import type { Page, PageKind } from "../model/page.ts";
import { CHECKSUMS } from "../output/output-folder.ts";
import { templateOf } from "../pages/kinds.ts";

/**
 * `leave`: unchanged. `render`: an input differs. `restore`: no input does, but its file is missing or altered. `make`:
 * the last build had no such page. `remove`: it is no longer planned. `sum`: the file of checksums, computed at the end of
 * every build from all other files.
 */
export type NextBuild = "leave" | "render" | "restore" | "make" | "remove" | "sum";

interface PageInput {
  readonly input: (typeof KEY_PARTS)[number];
  /** Null where the last build had no such page. */
  readonly differs: boolean | null;
  /** Its items: files, names of props, or the number of stored values. */
  readonly of: readonly string[];
  /** Those items that were edited since the last build, as far as is known. */
  readonly changed: readonly string[];
}
export interface PageExplained {
  readonly path: OutputPath;
  readonly kind: PageKind | null;
  readonly next: NextBuild;
  /** In the order of the key; empty where the page is not planned. */
  readonly inputs: readonly PageInput[];
}

/** @param files Paths of the page, or of one of its files. @returns Null when no such page is planned or recorded. */
export function explainPage(files: ReadonlySet<string>, planned: PlannedSite): PageExplained | null {
  const { pages, last } = planned;
  const made = [...last.pages].find(([, page]) => page.files.some(({ path }) => files.has(path)));
  const isMeant = (path: OutputPath): boolean => path === made?.[0] || files.has(path);
  for (const page of pages) if (isMeant(page.path)) return explained(page, planned);
  if (!made) return null;
  const next = made[0] === CHECKSUMS ? "sum" : "remove";
  return { path: made[0], kind: null, next, inputs: [] };
}

function explained(page: Page, planned: PlannedSite): PageExplained {
  const { plan, last, published } = planned;
  const key = pageKey(page, plan.maker(page.kind), plan.chrome(page.kind));
  const before = last.pages.get(page.path);
  const differing = before ? differingParts(before.key, key) : null;
  const inputs = KEY_PARTS.map((input) => ({
    input,
    differs: differing?.includes(input) ?? null,
    ...partsOf(page, planned)[input],
  }));
  const whole = published.pageAt(page.path) !== null;
  return { path: page.path, kind: page.kind, next: nextBuild(before, key, whole), inputs };
}

function nextBuild(before: PageRecord | undefined, key: string, whole: boolean): NextBuild {
  if (!before) return "make";
  if (before.key !== key) return "render";
  return whole ? "leave" : "restore";
}

/** The items that each part of the page's key is a digest of. */
function partsOf(
  { kind, props, cards, stored }: Page,
  { plan, last, sources, templates }: PlannedSite,
): Readonly<Record<(typeof KEY_PARTS)[number], Pick<PageInput, "of" | "changed">>> {
  const isNew = (source: SourcePath): boolean =>
    sources.get(source)?.card?.digest !== last.sources.get(source)?.card?.digest;
  const files = (some: readonly SourcePath[]): string[] => some.map((source) => `content/${source}`);
  const shown = cards.map(({ source }) => source);
  const plain = (of: readonly string[]) => ({ of, changed: [] });
  return {
    "program and template": plain(templates.filesOf(templateOf(kind))),
    "site chrome": plain(plan.hasChrome(kind) ? ["settings", "menu", "style sheet", "scripts", "fonts"] : []),
    props: plain(Object.keys(props)),
    articles: { of: files(shown), changed: files(shown.filter(isNew)) },
    "stored text": plain(stored.length > 0 ? [String(stored.length)] : []),
  };
}
