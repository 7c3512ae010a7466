/**
 * Shards are too many to plan one by one for every piece: they are stored and rendered in up to 32 stripes of
 * neighbouring shards.
 */
import { Bytes } from "./bytes.ts";
import { type Cursor, readVarint } from "./query/format.ts";

const STRIPE_BITS = 5;
export const stripesOf = (shardBits: number): number => 2 ** Math.min(STRIPE_BITS, shardBits);
export const shardsOfStripe = (shardBits: number): number => 2 ** shardBits / stripesOf(shardBits);

/** The parts of a piece by shard → one value per stripe: each part preceded by its length. */
export function packParts(parts: ReadonlyMap<number, Uint8Array>, shardBits: number): Uint8Array[] {
  const each = shardsOfStripe(shardBits);
  return Array.from({ length: stripesOf(shardBits) }, (_, stripe) => {
    const value = new Bytes(4096);
    for (let shard = stripe * each; shard < (stripe + 1) * each; shard++) {
      const part = parts.get(shard);
      value.varint(part?.length ?? 0);
      if (part) value.append(part);
    }
    return value.taken();
  });
}

/** The parts of one value of `packParts`, in order of shard. */
export function unpackParts(value: Uint8Array, shardBits: number): Uint8Array[] {
  const cursor: Cursor = { bytes: value, at: 0 };
  return Array.from({ length: shardsOfStripe(shardBits) }, () => {
    const length = readVarint(cursor);
    cursor.at += length;
    return value.subarray(cursor.at - length, cursor.at);
  });
}
