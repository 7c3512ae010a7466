/** A kind of page: which pages of it an archive has and where they are, and how one is rendered. */
import type { Archive } from "../model/archive.ts";
import type { Page, PageKind } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { Rendering } from "../render/rendering.ts";

/** Yields pages lazily, as plain data; it never writes. */
export type Emitter = (archive: Archive, site: Site) => Iterable<Page>;

export type Kind<K extends PageKind> = Rendering<K> & {
  /** Where its pages are, as docs/templates.md says it; a word in capitals stands for one step. */
  readonly address: string;
  /** Kinds that are planned together have the same. Null where build/plan.ts plans it of more than archive and settings. */
  readonly plan: Emitter | null;
};
