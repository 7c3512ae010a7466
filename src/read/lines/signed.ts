/** A writer's name with an address for letters right below it, under the headline or below the text, as columns have it. */
import { isOrganisation } from "../../arabic/grammar/organisation.ts";
import { isProse, NAME } from "./line.ts";

const LETTERS_TO = /^(?:[\p{L} -]{2,20}\s?[:：]\s?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u;

export interface Signed {
  readonly author: string;
  /** The two lines, and all others. */
  readonly lines: readonly string[];
  readonly rest: readonly string[];
}

const isPerson = (name: string): boolean =>
  NAME.test(name) && name.includes(" ") && !name.startsWith("ال") && !isOrganisation(name);

/** @param lines Those below the headline. Null where no such lines stand before the first paragraph or after the last. */
export function signedLines(lines: readonly string[]): Signed | null {
  const first = lines.findIndex(isProse);
  if (first < 0) return null;
  const last = lines.findLastIndex(isProse);
  const at = lines.findIndex((line, i) => {
    const name = lines[i - 1] ?? "";
    const isOutside = i < first || i - 1 > last;
    return isOutside && LETTERS_TO.test(line) && isPerson(name);
  });
  if (at < 0) return null;
  const author = lines[at - 1] as string;
  return {
    author,
    lines: [author, lines[at] as string],
    rest: lines.filter((_, i) => i !== at && i !== at - 1),
  };
}
