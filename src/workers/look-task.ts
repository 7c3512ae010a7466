/** Pictures on disk → their records. Bytes that this program has examined before are not examined again. */
import { digestOf } from "../cache/keys/digest.ts";
import type { PictureRecord } from "../cache/record/records.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { Digest } from "../model/brands.ts";
import { lookAt } from "../pictures/look.ts";
import { pictureBytes } from "./picture-bytes.ts";

export interface LookItem {
  /** Its path below the root, size in bytes and time in milliseconds. */
  readonly name: string;
  readonly from: string;
  readonly size: number;
  readonly modified: number;
  readonly known: PictureRecord | null;
}
export interface LookBatch {
  readonly root: string;
  readonly looker: Digest;
  readonly items: readonly LookItem[];
}

/** In the order of the items. @throws Error of the file system other than of one picture, or of sharp. */
export async function lookAtPictures({ root, looker, items }: LookBatch): Promise<readonly PictureRecord[]> {
  const records: PictureRecord[] = [];
  for (const { name, from, size, modified, known } of items) {
    let bytes: Uint8Array;
    try {
      bytes = pictureBytes(root, from);
    } catch (error) {
      // No file has this size, so it is examined again.
      const stamp = { size: -1, modified, digest: digestOf(""), looker };
      records.push({ ...stamp, facts: null, fault: unreadable(from, error) });
      continue;
    }
    const stamp = { size, modified, digest: digestOf(bytes), looker };
    const same = known?.digest === stamp.digest && known.looker === looker ? known : null;
    const { facts, fault } = same ?? (await lookAt(bytes, name));
    records.push({ ...stamp, facts, fault });
  }
  return records;
}
