/**
 * What may stand as one step of an address: `/step/`. A step is a folder of the site too, so what no disk takes, or what
 * some disk takes for another name, is none.
 */

/** Bytes of a step that somebody states, in UTF-8: file systems take 255, and a suffix may be added. */
const LONGEST = 120;
/** Signs that end a step, cannot be seen, or are half a character. */
const NO_SIGN = /[\p{Cc}\p{Cs}\s/\\?#%]/u;
/** Windows drops a dot at the end, and takes these names for devices whatever follows them ("Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
/** The file that a host serves for a folder. */
const INDEX = /^index\.html$/i;

export const isIndex = (step: string): boolean => INDEX.test(step);
export const isDevice = (step: string): boolean => DEVICE.test(step);

/** Whether it may be a step that somebody states: a slug. */
export const isStep = (text: string): boolean =>
  text !== "" &&
  !NO_SIGN.test(text) &&
  !/^\.|\.\.|\.$/.test(text) &&
  !isDevice(text) &&
  !isIndex(text) &&
  Buffer.byteLength(text) <= LONGEST;

/** What a disk takes an address or a path for that tells neither capital letters apart nor ways to compose one. */
export const foldedPath = (path: string): string => path.normalize("NFC").toLowerCase();
