/** Everything that the program prints; control characters in names and texts are made visible. */
import { once } from "node:events";
import type { Diagnostic } from "../model/diagnostic.ts";
import { printable, printableJson } from "../report/printable.ts";
import { diagnosticsText } from "../report/text.ts";

export const print = (text: string): void => console.log(printable(text));
export const printError = (text: string): void => console.error(printable(text));

/** Prints JSON on one line. */
export const printJson = (...data: Parameters<typeof printableJson>): void =>
  console.log(printableJson(...data));

/** Prints what went wrong with a command, and sets exit code 1. */
export function fail(message: string): void {
  printError(message);
  process.exitCode = 1;
}

/** In colours where stderr is a terminal; prints nothing when there are none. */
export function printDiagnostics(found: readonly Diagnostic[]): void {
  if (found.length > 0) console.error(diagnosticsText(found, { colour: process.stderr.isTTY === true }));
}

/** Prints lines as they are computed, no faster than they are read: an archive's are too many to keep in memory. */
export async function printSlowly(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code !== "EPIPE") throw fault;
    process.exit();
  });
  for await (const line of lines) if (!process.stdout.write(`${line}\n`)) await once(process.stdout, "drain");
}
