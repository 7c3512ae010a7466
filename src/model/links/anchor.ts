/** Ids within the text of an article. Their prefix keeps them apart from the ids of templates. */

/** Prefix of every id of a text, except those of footnotes. */
const PREFIX = "t-";
/** Prefix of the ids of Markdown's footnotes. */
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
 * Converts an `id`, a `name` or the fragment of a link in a source to an id of the page. Case is ignored, as in the ids
 * that GitHub gives headings.
 */
export function anchorId(written: string): string {
  const name = decoded(written).normalize("NFC").trim().toLowerCase();
  return OF_NOTE.test(name) ? name : PREFIX + name.replace(/[^\p{L}\p{M}\p{N}_.:-]+/gu, "-");
}

/** `#` alone and `#top` lead to the top of a page (HTML Standard, "select the indicated part"). */
export const isTop = (fragment: string): boolean => /^(?:top)?$/i.test(fragment);

/** The fragment of an address that leads to an id. @param id As returned by `anchorId`. */
export const anchorFragment = (id: string): string => `#${encodeURIComponent(id)}`;
