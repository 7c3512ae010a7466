/** Plans the paged lists of sections, tags, authors and undated articles, and the indexes of sections, tags and authors. */

import { initialOf } from "../../arabic/letters/collation.ts";
import { authorUrl, indexUrl, listUrl, sectionUrl, tagUrl, undatedUrl } from "../../model/addresses.ts";
import type { Group } from "../../model/archive.ts";
import { fileFor, type UrlPath } from "../../model/brands.ts";
import type { Count, Page, PropsOf } from "../../model/page.ts";
import type { Emitter } from "../emitter.ts";
import { slicesOf } from "./slices.ts";

type IndexOf = PropsOf["index"]["of"];

export const sections: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.sections) {
    const dated = articles.some(({ published }) => published !== null);
    const description = site.sections.find(({ slug }) => slug === label.slug)?.description ?? null;
    for (const { slice, ...page } of slicesOf(sectionUrl(label), articles, site.pageSizes.list))
      yield { ...page, kind: "section", props: { label, description, slice, dated } };
  }
};

export const tags: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.tags)
    for (const { slice, ...page } of slicesOf(tagUrl(label), articles, site.pageSizes.list))
      yield { ...page, kind: "tag", props: { label, slice } };
};

export const authors: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.authors)
    for (const { slice, ...page } of slicesOf(authorUrl(label), articles, site.pageSizes.list))
      yield { ...page, kind: "author", props: { label, slice } };
};

export const undated: Emitter = function* (archive, site) {
  for (const { slice, ...page } of slicesOf(undatedUrl, archive.undated.toReversed(), site.pageSizes.list))
    yield { ...page, kind: "undated", props: { slice } };
};

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
    yield {
      path: fileFor(urlAt(n) as UrlPath),
      kind: "index",
      cards: [],
      needs: [],
      props: {
        of,
        entries: names.slice((n - 1) * size, n * size),
        number: n === 1 ? null : n,
        previous: urlAt(n - 1),
        next: urlAt(n + 1),
        initials: [...initials.values()],
      },
    };
}

export const indexes: Emitter = function* (archive, { pageSizes: { index } }) {
  yield* indexPages("sections", counts(archive.sections, sectionUrl), index);
  yield* indexPages("tags", counts(archive.tags, tagUrl), index);
  yield* indexPages("authors", counts(archive.authors, authorUrl), index);
};
