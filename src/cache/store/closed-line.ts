/** Files of one line of JSON followed by its digest, renamed into place: a truncated or altered file is detected. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "../keys/digest.ts";

const closed = (line: string): string => `${line}\n${digestOf(line)}\n`;

/** @throws Error of the file system when the disk is full or the folder cannot be written. */
export function writeClosed(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, closed(JSON.stringify(value)));
  renameSync(`${file}.new`, file);
}

/** Null when there is no such file. */
export function readClosed(file: string): { readonly value: unknown } | "damaged" | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  const [line = ""] = text.split("\n", 1);
  return text === closed(line) ? { value: JSON.parse(line) } : "damaged";
}
