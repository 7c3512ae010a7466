/**
 * Rules for one step of an address: `/step/`. A step is also a folder of the site, so names that some file system refuses
 * or takes for another name are not allowed.
 */

/** Bytes of a stated step in UTF-8: file systems allow 255, and a suffix may be added. */
const LONGEST = 120;
/** Characters that end a step or are invisible, and lone surrogates. */
const NO_SIGN = /[\p{Cc}\p{Cs}\s/\\?#%]/u;
/** Windows drops a trailing dot, and reads these names as devices whatever extension follows ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
/** The file that a host serves for a folder. */
const INDEX = /^index\.html$/i;

export const isIndex = (step: string): boolean => INDEX.test(step);
export const isDevice = (step: string): boolean => DEVICE.test(step);

/** Whether an editor may state it as a slug. */
export const isStep = (text: string): boolean =>
  text !== "" &&
  !NO_SIGN.test(text) &&
  !/^\.|\.\.|\.$/.test(text) &&
  !isDevice(text) &&
  !isIndex(text) &&
  Buffer.byteLength(text) <= LONGEST;

/** The path as a file system compares it that ignores case and Unicode composition. */
export const foldedPath = (path: string): string => path.normalize("NFC").toLowerCase();
