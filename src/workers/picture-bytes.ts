/** A picture by its path below the root → its bytes: those of a file, or those embedded in a source. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../content/decode.ts";
import { bytesIn, embeddedIn, embeddedName } from "../model/links/embedded-picture.ts";

/** The source read last: the pictures of a source are asked for one after another. */
let last: {
  readonly path: string;
  readonly text: Buffer;
  readonly addresses: ReadonlyMap<string, string>;
} | null = null;

/** @throws Error of the file system. */
export function pictureBytes(root: string, from: string): Uint8Array {
  const name = embeddedName(from);
  if (name === null) return readFileSync(join(root, from));
  const source = from.slice(0, -name.length - 1);
  const path = join(root, source);
  const text = readFileSync(path);
  if (last?.path !== path || !last.text.equals(text)) {
    const found = embeddedIn(decode(text, source).value ?? "");
    last = { path, text, addresses: new Map(found.map((one) => [one.name, one.address])) };
  }
  return bytesIn(last.addresses.get(name) ?? "");
}
