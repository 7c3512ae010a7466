/** Typed arrays over shared memory: threads read and write them without copying. */

export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length));
export const sharedWords = (length: number): Uint32Array =>
  new Uint32Array(new SharedArrayBuffer(length * 4));
export const sharedIntegers = (length: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(length * 4));

/** A copy with room for `room` values. */
export function widened(array: Uint32Array, room: number): Uint32Array {
  const wider = sharedWords(room);
  wider.set(array);
  return wider;
}
