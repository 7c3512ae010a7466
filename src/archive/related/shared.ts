/** Typed arrays that threads look at together: nothing is copied when they are handed over. */

export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));
export const sharedWords = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * 4));
export const sharedIntegers = (length: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(length * 4));

/** The same values with room for more. */
export function widened(array: Uint32Array, room: number): Uint32Array {
  const wider = sharedWords(room);
  wider.set(array);
  return wider;
}
