/** Digests and keys. A key is the digest of a list of parts, each prefixed with its length, so that `["ab", "c"]` and `["a", "bc"]` differ. */
import { hash } from "node:crypto";
import { type Digest, digest } from "../../model/brands.ts";

/** The first 128 bits of SHA-256 (FIPS 180-4) as base64url; text is encoded as UTF-8. */
export const digestOf = (data: string | Uint8Array): Digest =>
  digest(hash("sha256", data, "base64url").slice(0, 22));

/** One digest for an ordered list of parts. */
export const keyOf = (parts: readonly string[]): Digest =>
  digestOf(parts.map((part) => `${part.length}:${part}`).join(""));
