/** Ids within the text of an article. They begin as no id of a template does, so that neither is ever taken for the other. */

/** What every id of a text begins with, but for those of footnotes. */
const PREFIX = "t-";
/** What ids of Markdown's footnotes begin with. */
export const NOTE_ID = "note-";
const OF_NOTE = new RegExp(`^${NOTE_ID}fn(?:ref)?-`);

export const isAnchorId = (id: string): boolean => id.startsWith(PREFIX) || OF_NOTE.test(id);

const decoded = (fragment: string): string => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

/**
 * The id of what a source names by `id`, `name` or the fragment of a link; capital and small letters are one, as GitHub has
 * them in the ids it makes of headings.
 */
export function anchorId(written: string): string {
  const name = decoded(written).normalize("NFC").trim().toLowerCase();
  return OF_NOTE.test(name) ? name : PREFIX + name.replace(/[^\p{L}\p{M}\p{N}_.:-]+/gu, "-");
}

/** `#` alone and `#top` lead to the top of a page (HTML Standard, "select the indicated part"). */
export const isTop = (fragment: string): boolean => /^(?:top)?$/i.test(fragment);

/** The fragment of an address that leads there. @param id By `anchorId`. */
export const anchorFragment = (id: string): string => `#${encodeURIComponent(id)}`;
