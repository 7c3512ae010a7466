/**
 * Digests of the program itself, one a room, taken when it is compiled: they are part of every key, so that a changed
 * parser parses again and there is no version number to remember.
 */
import { readFileSync } from "node:fs";
import { type Digest, digest } from "../model/brands.ts";
import { keyOf } from "./digest.ts";

let rooms: Readonly<Record<string, string>> | undefined;

/**
 * One digest for the code of the named rooms.
 * @throws Error when the program was not compiled by scripts/compile.mjs, or has no such room.
 */
export function roomsDigest(names: readonly string[]): Digest {
  const compiled = import.meta.url.endsWith(".ts") ? "../../lib/rooms.json" : "../rooms.json";
  rooms ??= JSON.parse(readFileSync(new URL(compiled, import.meta.url), "utf8")) as Record<string, string>;
  const table = rooms;
  return keyOf(
    names.map((name) => {
      const found = table[name];
      if (found === undefined) throw new Error(`no room named ${name} in rooms.json`);
      return digest(found);
    }),
  );
}
