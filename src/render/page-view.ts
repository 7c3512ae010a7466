/** Types of the views of pages: what every kind has in common. */
import { home as homeUrl } from "../model/addresses.ts";
import type { UrlPath } from "../model/brands.ts";
import { strings } from "./strings.ts";

/** One breadcrumb. */
export interface Crumb {
  readonly name: string;
  readonly url: UrlPath;
}
/** Heading, description and breadcrumbs of a page, and in `content` the fields of its kind. */
export interface PageView {
  readonly heading: string;
  readonly description: string;
  readonly crumbs: readonly Crumb[];
  readonly content: object;
}

export const home: Crumb = { name: strings.home, url: homeUrl };
