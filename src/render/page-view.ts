/** What every page shows whatever its kind: a heading, a description, the way down to it, and the content of its kind. */
import { type UrlPath, urlPath } from "../model/brands.ts";
import { strings } from "./strings.ts";

/** A step from the first page down to this one. */
export interface Crumb {
  readonly name: string;
  readonly url: UrlPath;
}
/** Heading, description and crumbs that every page has, and fields of its kind. */
export interface PageView {
  readonly heading: string;
  readonly description: string;
  readonly crumbs: readonly Crumb[];
  readonly content: object;
}

export const home: Crumb = { name: strings.home, url: urlPath("/") };
