/** The paged lists of articles: of a section, a tag, an author, and of those without a date. */
import { authorUrl, indexUrl, sectionUrl, tagUrl, undatedUrl } from "../../model/addresses.ts";
import type { ShownPageOf } from "../../model/page.ts";
import type { PageView } from "../../render/rendering.ts";
import { strings } from "../../render/strings.ts";
import type { Viewer } from "../../render/view.ts";
import type { Emitter, Kind } from "../kind.ts";
import { slicesOf } from "./slices.ts";

const sections: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.sections) {
    const dated = articles.some(({ published }) => published !== null);
    const description = site.sections.find(({ slug }) => slug === label.slug)?.description ?? null;
    for (const { slice, ...page } of slicesOf(sectionUrl(label), articles, site.pageSizes.list))
      yield { ...page, kind: "section", props: { label, description, slice, dated } };
  }
};

const listsOf = (kind: "tag" | "author", urlOf: typeof tagUrl): Emitter =>
  function* (archive, site) {
    for (const { label, articles } of archive[`${kind}s`])
      for (const { slice, ...page } of slicesOf(urlOf(label), articles, site.pageSizes.list))
        yield { ...page, kind, props: { label, slice } };
  };

const undatedPages: Emitter = function* (archive, site) {
  for (const { slice, ...page } of slicesOf(undatedUrl, archive.undated.toReversed(), site.pageSizes.list))
    yield { ...page, kind: "undated", props: { slice } };
};

function view(
  page: ShownPageOf<"section"> | ShownPageOf<"tag"> | ShownPageOf<"author"> | ShownPageOf<"undated">,
  viewer: Viewer,
): PageView {
  const { slice } = page.props;
  const parents = {
    section: [],
    undated: [],
    tag: [{ name: strings.tags, url: indexUrl("tags") }],
    author: [{ name: strings.authors, url: indexUrl("authors") }],
  };
  const name = page.kind === "undated" ? strings.undated : page.props.label.name;
  const url =
    page.kind === "undated"
      ? undatedUrl
      : { section: sectionUrl, tag: tagUrl, author: authorUrl }[page.kind](page.props.label);
  const paging = viewer.paging(slice);
  const note =
    page.kind === "section" ? page.props.description : page.kind === "undated" ? strings.undatedNote : null;
  return {
    heading: paging.label ? `${name} – ${paging.label}` : name,
    description: note ?? `${name} – ${viewer.chrome.title}`,
    breadcrumbs: [...parents[page.kind], { name, url }],
    content: {
      kind: page.kind,
      name,
      note,
      total: slice.total === null ? null : viewer.count(slice.total, "article"),
      cards: page.cards.map((card) => viewer.card(card)),
      paging,
    },
  };
}

const list = { template: "list", view } as const;
export const section: Kind<"section"> = { address: "/SECTION/", plan: sections, ...list };
export const tag: Kind<"tag"> = { address: "/tags/TAG/", plan: listsOf("tag", tagUrl), ...list };
export const author: Kind<"author"> = {
  address: "/authors/AUTHOR/",
  plan: listsOf("author", authorUrl),
  ...list,
};
export const undated: Kind<"undated"> = { address: undatedUrl, plan: undatedPages, ...list };
