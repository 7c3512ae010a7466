/** An emitter yields the pages of one kind, lazily, as plain data; it never writes. */
import type { Archive } from "../model/archive.ts";
import type { Page } from "../model/page.ts";
import type { Site } from "../model/site.ts";

export type Emitter = (archive: Archive, site: Site) => Iterable<Page>;
