/** The result of a build, as its caller gets it, and the progress and timing of its stages. */
import type { OutputPath, UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** A folder of content/ whose raw pages are read one by one. */
export interface Unlearned {
  /** Its first step within content/; `""` for content/ itself. */
  readonly folder: string;
  readonly pages: number;
}

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
  /** A folder whose raw pages may be read better by what they have in common. */
  readonly unlearned?: Unlearned | null;
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

export type StageName =
  | "scan"
  | "read"
  | "pictures"
  | "relate"
  | "index"
  | "plan"
  | "render"
  | "publish"
  | "save";

export interface Progress {
  readonly stage: StageName;
  readonly done: number;
  readonly total: number;
}
export interface Stages {
  /** Also ends the stage before. */
  readonly begin: (stage: StageName) => void;
  /** Seconds of each stage, in order; a stage begun twice is summed. */
  readonly end: () => readonly { readonly name: StageName; readonly seconds: number }[];
}

export function stageClock(): Stages {
  const spent = new Map<StageName, number>();
  let current: StageName | undefined;
  let since = performance.now();
  const stop = () => {
    const now = performance.now();
    if (current) spent.set(current, (spent.get(current) ?? 0) + (now - since) / 1000);
    since = now;
  };
  return {
    begin: (stage) => {
      stop();
      current = stage;
    },
    end: () => {
      stop();
      current = undefined;
      return [...spent].map(([name, seconds]) => ({ name, seconds }));
    },
  };
}
