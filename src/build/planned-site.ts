/** A site that is planned and not rendered, as `warraq why` needs it. */
import type { LastBuild, SourceRecord } from "../cache/record/records.ts";
import type { SourcePath } from "../model/brands.ts";
import type { Page } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import type { Templates } from "../render/templates.ts";
import type { SitePlan } from "./plan.ts";
import type { PublishedSite } from "./published-site.ts";

/** The site as the next build would render it, and what the last build left. */
export interface PlannedSite {
  readonly plan: SitePlan;
  readonly pages: Iterable<Page>;
  readonly standing: PublishedSite;
  readonly last: LastBuild;
  readonly sources: ReadonlyMap<SourcePath, SourceRecord>;
  readonly site: Site;
  readonly templates: Templates;
}
