/** The indexes of all sections, tags and authors, by name. */
import { initialOf } from "../../arabic/letters/collation.ts";
import { authorUrl, indexUrl, listUrl, sectionUrl, tagUrl } from "../../model/addresses.ts";
import type { Group } from "../../model/archive.ts";
import type { UrlPath } from "../../model/brands.ts";
import { type Count, type Page, type PropsOf, plainPage } from "../../model/page.ts";
import { strings } from "../../render/strings.ts";
import { bdiHtml } from "../../render/view.ts";
import type { Kind } from "../kind.ts";

type IndexOf = PropsOf["index"]["of"];

const counts = (groups: readonly Group[], urlOf: (label: Group["label"]) => UrlPath): readonly Count[] =>
  groups.map(({ label, articles }) => ({ label, url: urlOf(label), count: articles.length }));

/** Splits sorted names into pages numbered from the first name, unlike lists: readers look names up. */
function* indexPages(of: IndexOf, names: readonly Count[], size: number): Generator<Page> {
  const last = Math.max(1, Math.ceil(names.length / size));
  const urlAt = (n: number) => (n < 1 || n > last ? null : listUrl(indexUrl(of), n === 1 ? null : n));
  const initials = new Map<string | null, PropsOf["index"]["initials"][number]>();
  for (const [i, { label, url }] of names.entries()) {
    const initial = initialOf(label.name);
    const page = urlAt(Math.floor(i / size) + 1);
    if (page && last > 1 && !initials.has(initial)) initials.set(initial, { initial, page, first: url });
  }
  for (let n = 1; n <= last; n++)
    yield plainPage("index", urlAt(n) as UrlPath, {
      of,
      entries: names.slice((n - 1) * size, n * size),
      number: n === 1 ? null : n,
      previous: urlAt(n - 1),
      next: urlAt(n + 1),
      initials: [...initials.values()],
    });
}

export const nameIndex: Kind<"index"> = {
  address: "/sections/ or /tags/ or /authors/",
  template: "index",
  *plan(archive, { pageSizes: { index } }) {
    yield* indexPages("sections", counts(archive.sections, sectionUrl), index);
    yield* indexPages("tags", counts(archive.tags, tagUrl), index);
    yield* indexPages("authors", counts(archive.authors, authorUrl), index);
  },
  view({ props }, viewer) {
    const name = { sections: strings.sections, tags: strings.tags, authors: strings.authors }[props.of];
    const { previous, next, initials } = props;
    const label = viewer.pageLabel(props.number);
    const initialOf = ({ initial }: (typeof initials)[number]) => initial ?? strings.numbers;
    const beginsAt = new Map(initials.map((one) => [one.first, initialOf(one)]));
    return {
      heading: label ? `${name} – ${label}` : name,
      description: `${name} – ${viewer.chrome.title}`,
      breadcrumbs: [{ name, url: indexUrl(props.of) }],
      content: {
        entries: props.entries.map(({ label, url, count }) => ({
          ...{ name: label.name, nameHtml: bdiHtml(label.name), href: viewer.href(url) },
          count: viewer.count(count, "article"),
          initial: beginsAt.get(url) ?? null,
        })),
        initials: initials.map((one) => ({
          href: `${viewer.href(one.page)}#${encodeURIComponent(initialOf(one))}`,
          name: initialOf(one),
        })),
        paging: {
          ...{ previous: previous && viewer.href(previous), next: next && viewer.href(next) },
          label,
        },
      },
    };
  },
};
