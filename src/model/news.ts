/** What the preview tells the browsers that listen: plain data, posted as JSON. */
import type { Diagnostic } from "./diagnostic.ts";

export interface News {
  /** Tells one start of the preview from another. */
  readonly run: string;
  /** How many builds changed the site since that start. */
  readonly build: number;
  /** Files of the site that the last build wrote, and that it took away. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** The path the site lives under. */
  readonly base: string;
  readonly errors: readonly Diagnostic[];
}
