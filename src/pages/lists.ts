/** Sections, tags, authors and the undated as paged lists, and the pages that name them all. */

import type { Group } from "../model/archive.ts";
import type { Card } from "../model/article.ts";
import { fileFor, type UrlPath, urlPath } from "../model/brands.ts";
import type { Count, Page, Slice } from "../model/page.ts";
import { authorUrl, listUrl, sectionUrl, tagUrl, undatedUrl } from "./addresses.ts";
import type { Emitter } from "./emitter.ts";
import { paginate } from "./paginate.ts";

interface ListPage {
  readonly path: Page["path"];
  readonly cards: readonly Card[];
  readonly needs: readonly never[];
  readonly slice: Slice;
}

function* listPages(front: UrlPath, oldestFirst: readonly Card[], size: number): Generator<ListPage> {
  for (const { number, items, newer, older } of paginate(oldestFirst, size)) {
    yield {
      path: fileFor(listUrl(front, number)),
      cards: items,
      needs: [],
      slice: {
        number,
        newer: newer === null ? null : listUrl(front, newer === "front" ? null : newer),
        older: older === null ? null : listUrl(front, older),
        total: number === null ? oldestFirst.length : null,
      },
    };
  }
}

export const sections: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.sections) {
    const dated = articles.some(({ published }) => published !== null);
    const description = site.sections.find(({ slug }) => slug === label.slug)?.description ?? null;
    for (const { slice, ...page } of listPages(sectionUrl(label.slug), articles, site.pageSize))
      yield { ...page, recipe: "section", facts: { label, description, slice, dated } };
  }
};

export const tags: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.tags)
    for (const { slice, ...page } of listPages(tagUrl(label.slug), articles, site.pageSize))
      yield { ...page, recipe: "tag", facts: { label, slice } };
};

export const authors: Emitter = function* (archive, site) {
  for (const { label, articles } of archive.authors)
    for (const { slice, ...page } of listPages(authorUrl(label.slug), articles, site.pageSize))
      yield { ...page, recipe: "author", facts: { label, slice } };
};

export const undated: Emitter = function* (archive, site) {
  for (const { slice, ...page } of listPages(undatedUrl, archive.undated.toReversed(), site.pageSize))
    yield { ...page, recipe: "undated", facts: { slice } };
};

const counts = (
  groups: readonly Group[],
  urlOf: (slug: Group["label"]["slug"]) => UrlPath,
): readonly Count[] =>
  groups.map(({ label, articles }) => ({ label, url: urlOf(label.slug), count: articles.length }));

export const indexes: Emitter = function* (archive) {
  const index = (of: "sections" | "tags" | "authors", entries: readonly Count[]): Page => ({
    path: fileFor(urlPath(`/${of}/`)),
    recipe: "index",
    cards: [],
    needs: [],
    facts: { of, entries },
  });
  yield index("sections", counts(archive.sections, sectionUrl));
  yield index("tags", counts(archive.tags, tagUrl));
  yield index("authors", counts(archive.authors, authorUrl));
};
