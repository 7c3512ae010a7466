/** A lost address → the words in it that may find what it led to. Tolerates any address a reader can type. */

/** Steps and endings that name a kind of page or file, in the addresses of news sites of all kinds. */
const FURNITURE =
  /^(?:index|default|page|pages|post|posts|article|articles|news|story|category|section|tag|tags|author|authors|archives?|undated|on|this|day|amp|feed|rss|html?|php|aspx?|p|id|www|com|net|org)$/i;

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step.replace(/%[0-9a-f]{0,2}/gi, " ");
  }
}

/** Words of the last step that has any, at most eight, parted by spaces; "" where there are none. */
export function wordsOf(path: string): string {
  for (const step of path.split("/").reverse()) {
    const words = decoded(step)
      .normalize("NFC")
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => /\p{L}/u.test(word) && !FURNITURE.test(word));
    if (words.length > 0) return words.slice(0, 8).join(" ");
  }
  return "";
}

/** The first year from 1800 to 2199 that stands in the address as a step or at the head of a date; null for none. */
export function yearOf(path: string): number | null {
  const year = /[/_-]((?:18|19|20|21)\d\d)(?=[/_-]|\d{4}\b|$)/.exec(path)?.[1];
  return year ? Number(year) : null;
}
