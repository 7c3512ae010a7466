/** sharp, loaded for the first picture, and configured so that its output is the same for any number of threads. */
import type { Sharp, SharpOptions } from "sharp";

export type Open = (bytes: Uint8Array | string, options?: SharpOptions) => Sharp;
let open: Promise<Open> | undefined;

/** Most pixels of a picture: more is no photograph and would exhaust memory. */
export const MOST_PIXELS = 150_000_000;
/** Pixels of a side: WebP says it in 14 bits (RFC 9649, 2.5), and the encoder of AVIF takes as many. */
export const LONGEST_SIDE = 16_383;

/** @throws Error when sharp has no binary for this machine. */
export function loadEngine(): Promise<Open> {
  open ??= import("sharp").then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return (bytes, options) => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", ...options });
  });
  return open;
}
