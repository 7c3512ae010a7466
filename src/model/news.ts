/** What the preview tells the browsers that listen: plain data, posted as JSON. */
import type { UrlPath } from "./brands.ts";
import type { Diagnostic } from "./diagnostic.ts";

export interface News {
  /** Tells one start of the preview from another. */
  readonly run: string;
  /** How many times the site changed since that start. */
  readonly build: number;
  /** What changed is told from after this build on: whoever knows no later one than an earlier has missed something. */
  readonly since: number;
  /** Files of the site that were written since, and that were taken away. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** The address, within the site, of the page that stands for one that was taken away, by the file of that. */
  readonly moved: Readonly<Record<string, UrlPath>>;
  /** The path the site lives under. */
  readonly base: string;
  readonly errors: readonly Diagnostic[];
}
