/** The page that a browser of whoever edits shows → what the news of a build asks of it. */
import type { News } from "../../model/news.ts";

/** Files that a page may show without the server knowing which page. */
const SHARED = /\.(?:css|js|svg|png|jpe?g|gif|webp|avif|ico|woff2)$/i;

export type Told = Pick<News, "base" | "changed" | "removed" | "moved" | "errors">;

export class ShownPage {
  /** The decoded path of its address. */
  readonly #path: string;
  #inError: ReadonlySet<string> = new Set();
  /** Where the page went: the files that came to be in error with that. None: its source was deleted, or told otherwise. */
  #goneFor: readonly string[] | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * An address to go to, decoded: its own where it is to be loaded again, another where its source has another page now;
   * null where it may stay. A page that went because its source is in error stays, under what is wrong with it.
   */
  hear({ base, changed, removed, moved, errors }: Told): string | null {
    const own = this.#fileIn(base);
    const inError = new Set(errors.map(({ file }) => file));
    if (removed.includes(own)) this.#goneFor = [...inError].filter((file) => !this.#inError.has(file));
    this.#inError = inError;
    if (changed.some((file) => file === own || SHARED.test(file))) return this.#path;
    const to = moved[own];
    if (to !== undefined) return `${base}${to.slice(1)}`;
    const stays = this.#goneFor === null || this.#goneFor.some((file) => inError.has(file));
    return stays ? null : this.#path;
  }

  /** The file of the site that it was made of. */
  #fileIn(base: string): string {
    const path = this.#path.slice(base.length);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }
}
