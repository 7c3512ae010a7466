/** What search asks of a host, or of a disk: a file of the index, or a range of it. */

export interface FileRequest {
  /** Bytes wanted; the answer may hold more, then it is the whole file. */
  readonly range?: { readonly from: number; readonly length: number };
  /** Files of one name differ with it: a host that leaves old ones in caches must be asked for this one. */
  readonly version?: number;
  /** Past any cache: what was kept is from an older site. */
  readonly fresh?: boolean;
}
/** What a host answered: the bytes, and where in the file they begin. Null when there is no such file, or no network. */
export type FetchFile = (
  file: string,
  request: FileRequest,
) => Promise<{ readonly bytes: Uint8Array; readonly from: number } | null>;
