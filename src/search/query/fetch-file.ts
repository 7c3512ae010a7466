/** The interface between search and a host or disk: fetches a file of the index, or a range of it. */

export interface FileRequest {
  /** The bytes wanted; a host without ranges returns the whole file. */
  readonly range?: { readonly from: number; readonly length: number };
  /** Added to the address, so that caches do not return another version of the file. */
  readonly version?: number;
  /** Bypass caches: the cached file belongs to an older site. */
  readonly fresh?: boolean;
}
/** Returns the bytes and their offset in the file; null when the file or the network is missing. */
export type FetchFile = (
  file: string,
  request: FileRequest,
) => Promise<{ readonly bytes: Uint8Array; readonly from: number } | null>;
