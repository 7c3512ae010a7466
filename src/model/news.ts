/** The message that the dev server sends to open pages after a build, as JSON. */
import type { UrlPath } from "./brands.ts";
import type { Diagnostic } from "./diagnostic.ts";

export interface News {
  /** Identifies one run of the dev server. */
  readonly run: string;
  /** How many times the site has changed during this run. */
  readonly build: number;
  /** `changed` and `removed` cover the builds after this one: a page from an earlier build has missed some. */
  readonly since: number;
  /** Files of the site written since, and files removed since. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** For the file of a removed page, the address within the site of the page that replaces it. */
  readonly moved: Readonly<Record<string, UrlPath>>;
  /** The base path of the site. */
  readonly base: string;
  readonly errors: readonly Diagnostic[];
}
