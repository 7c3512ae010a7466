/** The result of a build, as its caller gets it. */
import type { OutputPath, UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { StageName } from "./stages.ts";

export interface BuildReport {
  /** False when anything is in error, whether or not a site was published. */
  readonly ok: boolean;
  readonly published: boolean;
  /** Sorted: errors first, then by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articles: number;
  /** Sources that are not published because they say they are drafts. */
  readonly drafts: number;
  readonly pages: number;
  /** Whether the settings give the site's address; without it there is no sitemap. */
  readonly addressed: boolean;
  readonly written: readonly OutputPath[];
  readonly removed: readonly OutputPath[];
  /** By the file of a removed page, the address that its source's page has now. */
  readonly moved: Readonly<Record<OutputPath, UrlPath>>;
  readonly seconds: number;
  readonly stages: readonly { readonly name: StageName; readonly seconds: number }[];
}

/** All but what is known only at the end. */
export type BuildResult = Omit<BuildReport, "ok" | "seconds" | "stages">;

export const NOTHING = {
  published: false,
  articles: 0,
  drafts: 0,
  pages: 0,
  addressed: false,
  written: [],
  removed: [],
  moved: {},
} as const;
