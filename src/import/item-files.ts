/** Names of the files that items become: safe on every disk and as a step of an address, and none of them twice. */
import { SLUG_BYTES } from "../arabic/letters/slug.ts";
import { isDevice, isStep } from "../model/address-step.ts";
import { decodedSlug } from "./old-address.ts";

/** What no name of a file holds; such a slug is dropped rather than guessed at. */
const CONTROL = /[\p{Cc}\p{Cs}]/u;
/** A name of a file that every disk takes. */
export const fileNameOf = (step: string): string => (isDevice(step) ? step.replace(/^[^.]+/, "$&-1") : step);

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

/** The files of one import. The same items in the same order get the same names, so a second run finds them written. */
export class ItemFiles {
  readonly #taken = new Set<string>();
  /** The first number that a name may still be free with. */
  readonly #next = new Map<string, number>();

  /** The path of a Markdown file below content/ that no other item has. @param name See {@link fileNameOf}. */
  take(folder: string, name: string): string {
    const wanted = `${folder}/${name}`.toLowerCase();
    for (let nth = this.#next.get(wanted) ?? 1; ; nth++) {
      this.#next.set(wanted, nth + 1);
      const file = `${folder}/${nth === 1 ? name : `${name}-${nth}`}.md`;
      // Some disks hold no two names that differ in case alone.
      const key = file.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return file;
    }
  }
}
