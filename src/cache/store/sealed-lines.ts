/**
 * Files of lines whose last one is the SHA-256 of all before it: one that was cut short or altered is told, whatever was
 * done to it.
 */
import { transcode } from "node:buffer";
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";

const CHUNK = 4 * 1024 * 1024;
/** Bytes of the last line: hexadecimal digits and its end. */
const SEAL = 65;

/** The file is not what was written. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
}

/**
 * Yields the lines, each valid until the next is asked for, and returns the seal. What was yielded is to be believed only
 * when it has returned.
 * @throws SealBroken at the end at the latest; an error of the file system.
 */
export function* readSealed(path: string): Generator<Buffer, string> {
  const file = openSync(path, "r");
  try {
    const sha = createHash("sha256");
    // The line that is not whole yet stands at the beginning.
    let sheet = Buffer.allocUnsafeSlow(CHUNK);
    let held = 0;
    for (;;) {
      if (held === sheet.length) sheet = Buffer.concat([sheet], sheet.length * 2);
      const got = readSync(file, sheet, held, sheet.length - held, null);
      if (got === 0) break;
      const bytes = sheet.subarray(0, held + got);
      const end = bytes.lastIndexOf(10, bytes.length - SEAL - 1) + 1;
      sha.update(bytes.subarray(0, end));
      for (let from = 0, to = 0; from < end; from = to + 1) {
        to = bytes.indexOf(10, from);
        yield bytes.subarray(from, to);
      }
      held = bytes.length - end;
      sheet.copyWithin(0, end, bytes.length);
    }
    const seal = sha.digest("hex");
    if (sheet.toString("latin1", 0, held) !== `${seal}\n`)
      throw new SealBroken(`${path} is not what was written`);
    return seal;
  } finally {
    closeSync(file);
  }
}

/** What a line of JSON says, read by way of UTF-16, which takes a fifth of the time. @throws Error where it is none. */
export const parsedLine = (line: Buffer): unknown =>
  JSON.parse(transcode(line, "utf8", "utf16le").toString("utf16le"));

/**
 * Writes a file and returns its seal.
 * @param lines Without their ends.
 * @throws Error of the file system; nothing is left of the file then.
 */
export function writeSealed(path: string, lines: Iterable<string>): string {
  const file = openSync(path, "w");
  try {
    const sha = createHash("sha256");
    const write = (bytes: Uint8Array) => {
      sha.update(bytes);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    };
    // One sheet for all lines: what is made anew for each is given back only when somebody looks for room.
    let sheet = Buffer.allocUnsafeSlow(0);
    for (const line of lines) {
      if (line.length * 3 >= sheet.length) sheet = Buffer.allocUnsafeSlow(line.length * 4 + 1);
      write(sheet.subarray(0, sheet.write(`${line}\n`)));
    }
    const seal = sha.digest("hex");
    writeSync(file, `${seal}\n`);
    return seal;
  } catch (fault) {
    rmSync(path, { force: true });
    throw fault;
  } finally {
    closeSync(file);
  }
}
