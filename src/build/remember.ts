/** A published site → the result of its build, and what the next one begins with. */
import type { Archive } from "../model/archive.ts";
import type { OutputPath, UrlPath } from "../model/brands.ts";
import { draftsOf } from "./ahead/drafts.ts";
import type { SitePlan } from "./plan.ts";
import type { PublishResult } from "./publish.ts";
import type { BuildResult } from "./report.ts";
import type { Resolved } from "./resolve/resolve.ts";
import type { Run } from "./run.ts";
import type { RememberSite } from "./up-to-date.ts";

interface Done {
  readonly archive: Archive;
  readonly plan: SitePlan;
  readonly published: PublishResult;
  readonly rememberSite: RememberSite;
}

export function remember(
  run: Run,
  resolved: Resolved,
  { archive, plan, published, rememberSite }: Done,
): BuildResult {
  const { options, state, session, hints, diagnostics } = run;
  const { cards, articles, site } = resolved;
  const { last } = state.last();
  session.earlier = last && { last, archive, found: diagnostics };
  if (hints && last)
    session.drafts = draftsOf({
      ...{ root: options.root, packs: state.packs, context: plan.context, last, cards },
    });
  const moved = movedPages(published.removed, resolved);
  const result = run.result({
    ...published,
    moved,
    published: true,
    articles,
    addressed: site.origin !== "",
  });
  rememberSite(result);
  return result;
}

/** Removed pages → the page that their source has now: its headline, date or slug was edited; by the file of the removed page. */
function movedPages(
  removed: readonly OutputPath[],
  { last, cards }: Resolved,
): Readonly<Record<OutputPath, UrlPath>> {
  const moved: Record<OutputPath, UrlPath> = {};
  if (removed.length === 0 || !last) return moved;
  const gone = new Set<string>(removed);
  for (const { source, url } of cards) {
    const before = last.sources.get(source)?.card?.url;
    if (before === undefined || before === url) continue;
    const file = `${before.slice(1)}index.html` as OutputPath;
    if (gone.has(file)) moved[file] = url;
  }
  return moved;
}
