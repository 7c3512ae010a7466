/**
 * Digests of the program itself, one a room, taken when it is compiled: they are part of every key, so that a changed
 * parser parses again and there is no version number to remember.
 */
import { readFileSync } from "node:fs";
import { type Digest, digest } from "../model/brands.ts";
import { keyOf } from "./digest.ts";

let rooms: Readonly<Record<string, string>> | undefined;

function table(): Readonly<Record<string, string>> {
  const compiled = import.meta.url.endsWith(".ts") ? "../../lib/rooms.json" : "../rooms.json";
  rooms ??= JSON.parse(readFileSync(new URL(compiled, import.meta.url), "utf8")) as Record<string, string>;
  return rooms;
}

/** One digest for the whole program. @throws Error when it was not compiled by scripts/compile.mjs. */
export const programDigest = (): Digest => keyOf(Object.entries(table()).flat());

/**
 * One digest for the code of the named rooms.
 * @throws Error when the program was not compiled by scripts/compile.mjs, or has no such room.
 */
export function roomsDigest(names: readonly string[]): Digest {
  const digests = table();
  return keyOf(
    names.map((name) => {
      const found = digests[name];
      if (found === undefined) throw new Error(`no room named ${name} in rooms.json`);
      return digest(found);
    }),
  );
}
