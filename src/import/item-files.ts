/** Names of the files that items become: safe on every disk and as a step of an address, and none of them twice. */
import { SLUG_BYTES, slugOf } from "../arabic/letters/slug.ts";
import { foldedPath, isDevice, isStep } from "../model/address-step.ts";
import { decodedSlug } from "./old-address.ts";

/** What no name of a file holds; such a slug is dropped rather than guessed at. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;
/** A name of a file that every disk takes. */
const fileNameOf = (step: string): string => (isDevice(step) ? step.replace(/^[^.]+/, "$&-1") : step);

/** A slug of the old site as one step of an address and as a name of a file; null where nothing usable is left. */
export function stepOf(slug: string): string | null {
  const decoded = decodedSlug(slug);
  if (CONTROL.test(decoded)) return null;
  let step = decoded
    .replace(/[/\\?#%\s<>:"|*\u202a-\u202e\u2066-\u2069\ufeff]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.-]+|(?<![.-])[.-]+$/g, "");
  while (Buffer.byteLength(step) > SLUG_BYTES)
    step = step.includes("-") ? step.slice(0, step.lastIndexOf("-")) : step.slice(0, -1);
  if (step === "") return null;
  const safe = fileNameOf(step);
  return isStep(safe) ? safe : `${safe}-1`;
}

/** What the file of an item is named for. */
export interface ItemName {
  /** The item's step of its address on the old site, encoded or not; may be empty. */
  readonly slug: string;
  /** Plain text; may be empty. */
  readonly title: string;
  /** `2017-11-22`; undefined where it is not known. */
  readonly day: string | undefined;
  readonly isPage: boolean;
  /** Where neither slug nor title gives a name: letters, digits and hyphens. */
  readonly otherwise: string;
}

/** The files of one import. The same items in the same order get the same names, so a second run finds them written. */
export class ItemFiles {
  readonly #taken = new Set<string>();
  /** The first number that a name may still be free with. */
  readonly #next = new Map<string, number>();

  /** The path of a Markdown file below content/ that no other item has: in the folder of its day, or of pages. */
  take({ slug, title, day, isPage, otherwise }: ItemName): string {
    const folder = isPage ? "pages" : (day?.replaceAll("-", "/") ?? "undated");
    const name = fileNameOf(stepOf(slug) ?? slugOf(title, "arabic") ?? otherwise);
    // Some disks hold no two names that differ in case alone.
    const wanted = foldedPath(`${folder}/${name}`);
    for (let nth = this.#next.get(wanted) ?? 1; ; nth++) {
      this.#next.set(wanted, nth + 1);
      const file = `${folder}/${nth === 1 ? name : `${name}-${nth}`}.md`;
      const key = foldedPath(file);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return file;
    }
  }
}
