/** Decides whether the page open in the editor's browser must reload, or go elsewhere, after a build. */
import type { News } from "../../model/news.ts";

/** Files that any page may use, so that every open page reloads when one changes. */
const SHARED = /\.(?:css|js|svg|png|jpe?g|gif|webp|avif|ico|woff2)$/i;

export type Told = Pick<News, "base" | "changed" | "removed" | "moved" | "errors">;

export class ShownPage {
  /** The decoded path of its address. */
  readonly #path: string;
  #inError: ReadonlySet<string> = new Set();
  /** After the page was removed, the files that had new errors in that build; none where its source was deleted or moved. Null while it exists. */
  #goneFor: readonly string[] | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Returns the decoded address to go to: its own to reload, another where its source has another page now; null to stay.
   * A page that was removed because its source has an error stays, with the error as an overlay.
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

  /** The file of the site that the page was loaded from. */
  #fileIn(base: string): string {
    const path = this.#path.slice(base.length);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  }
}
