/** Splits the articles of a list into pages with their cards and the addresses of the pages beside them. */

import { listUrl } from "../../model/addresses.ts";
import type { Card } from "../../model/article.ts";
import { fileFor, type UrlPath } from "../../model/brands.ts";
import type { Page, Slice } from "../../model/page.ts";
import { paginate } from "./paginate.ts";

interface SlicePage {
  readonly path: Page["path"];
  readonly cards: readonly Card[];
  readonly stored: readonly never[];
  readonly slice: Slice;
}

/** @param front The address of the list, which is that of its newest page. @param size Articles of a numbered page. */
export function* slicesOf(front: UrlPath, oldestFirst: readonly Card[], size: number): Generator<SlicePage> {
  for (const { number, items, newer, older } of paginate(oldestFirst, size)) {
    yield {
      path: fileFor(listUrl(front, number)),
      cards: items,
      stored: [],
      slice: {
        number,
        newer: newer === null ? null : listUrl(front, newer === "front" ? null : newer),
        older: older === null ? null : listUrl(front, older),
        total: number === null ? oldestFirst.length : null,
      },
    };
  }
}
