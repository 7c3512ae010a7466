/** Digests: what is equal by digest is equal. Keys are digests of parts, each led by its length, so that no two lists of parts read alike. */
import { hash } from "node:crypto";
import { type Digest, digest } from "../../model/brands.ts";

/** The first 128 bits of SHA-256 (FIPS 180-4) as base64url; text is taken as UTF-8. */
export const digestOf = (data: string | Uint8Array): Digest =>
  digest(hash("sha256", data, "base64url").slice(0, 22));

/** One digest for an ordered list of parts. */
export const keyOf = (parts: readonly string[]): Digest =>
  digestOf(parts.map((part) => `${part.length}:${part}`).join(""));
