/** Extracts search words and a year from an address that was not found. Accepts any address a reader can type. */

/** Common steps and extensions in the addresses of news sites, which say nothing of the article. */
const BOILERPLATE =
  /^(?:index|default|page|pages|post|posts|article|articles|news|story|category|section|tag|tags|author|authors|archives?|undated|on|this|day|amp|feed|rss|html?|php|aspx?|p|id|www|com|net|org)$/i;

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step.replace(/%[0-9a-f]{0,2}/gi, " ");
  }
}

/** Words of the last step that has any, at most eight, separated by spaces; "" where there are none. */
export function wordsOf(path: string): string {
  for (const step of path.split("/").reverse()) {
    const words = decoded(step)
      .normalize("NFC")
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => /\p{L}/u.test(word) && !BOILERPLATE.test(word));
    if (words.length > 0) return words.slice(0, 8).join(" ");
  }
  return "";
}

/** The first year from 1800 to 2199 in the address, as a step or at the beginning of a date; null for none. */
export function yearOf(path: string): number | null {
  const year = /[/_-]((?:18|19|20|21)\d\d)(?=[/_-]|\d{4}\b|$)/.exec(path)?.[1];
  return year ? Number(year) : null;
}
