/**
 * Diagnostics → text for a terminal. Under Arabic, carets would be in the wrong column, so the span is marked within its
 * line, isolated (U+2068 … U+2069), by angle brackets that point the right way in either direction.
 */
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { printableLine } from "./printable.ts";

export interface TextOptions {
  /** ANSI colours. */
  readonly colour: boolean;
}

/** Diagnostics of one code that are printed one by one; the rest are only counted. */
const SHOWN = { warning: 8, error: 200 } as const;
/** Characters of a line shown on either side of the span. */
const AROUND = 60;

function lineOf({ text, column, length = 0 }: Place): string | null {
  if (text === undefined || text.trim() === "") return null;
  const start = Math.max(0, column - 1);
  const end = Math.min(text.length, start + length);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const span = length > 0 ? `⟦${text.slice(start, end)}⟧` : "";
  const shown = printableLine(`${before}${span}${after}`);
  return `    \u2068${start > AROUND ? "…" : ""}${shown}${end + AROUND < text.length ? "…" : ""}\u2069`;
}

function one(
  { severity, code, file, place, message, hint }: Diagnostic,
  paint: (text: string, as: string) => string,
): string {
  const name = printableLine(file);
  const at = place ? `${name}:${place.line}:${place.column}` : name;
  const lines = [`${paint(severity, severity)} ${at}  [${code}]`, `  ${printableLine(message)}`];
  const line = place ? lineOf(place) : null;
  if (line) lines.push(line);
  if (hint) lines.push(`  → ${printableLine(hint)}`);
  return lines.join("\n");
}

/** @param diagnostics Sorted. @returns One text, without a newline at its end. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], { colour }: TextOptions): string {
  const codes: Readonly<Record<string, string>> = { error: "\x1b[31m", warning: "\x1b[33m" };
  const paint = (text: string, as: string) => (colour ? `${codes[as] ?? ""}${text}\x1b[0m` : text);
  const seen = new Map<string, number>();
  const blocks: string[] = [];
  for (const diagnostic of diagnostics) {
    const kind = `${diagnostic.severity} ${diagnostic.code}`;
    const nth = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, nth);
    if (nth <= SHOWN[diagnostic.severity]) blocks.push(one(diagnostic, paint));
  }
  for (const [kind, count] of seen) {
    const [severity, code] = kind.split(" ") as [Diagnostic["severity"], string];
    const more = count - SHOWN[severity];
    if (more > 0)
      blocks.push(
        `${paint(severity, severity)} … and ${more.toLocaleString("en")} more [${code}]; --json lists them all`,
      );
  }
  return blocks.join("\n\n");
}
