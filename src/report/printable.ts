/**
 * Text of files → text that is safe to print: control characters could move a terminal's cursor or change its title or
 * colours, and direction marks that are never closed would reorder what follows them.
 */

const code = (char: string): string => {
  const number = char.charCodeAt(0);
  return number < 256
    ? `\\x${number.toString(16).padStart(2, "0")}`
    : `\\u${number.toString(16).padStart(4, "0")}`;
};

/** C0, DEL and C1 except tab and `\n`; other line ends; direction embeddings and overrides (UAX #9, 2.1, 2.2). */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e]/gu;
/** Direction isolates and the mark that closes them (UAX #9, 2.4). */
const ISOLATES = /[\u2066-\u2069]/g;
const CLOSES = "\u2069";

/** Keeps isolates that are paired within the line, as ours are. */
function pairedIsolates(line: string): string {
  const alone = new Set<number>();
  const open: number[] = [];
  for (const { 0: mark, index } of line.matchAll(ISOLATES)) {
    if (mark !== CLOSES) open.push(index);
    else if (open.pop() === undefined) alone.add(index);
  }
  for (const index of open) alone.add(index);
  if (alone.size === 0) return line;
  return line.replace(ISOLATES, (mark, index: number) => (alone.has(index) ? code(mark) : mark));
}

/** Escapes control characters as `\x1b` or `\u202e`; line ends are kept. */
export function printable(text: string): string {
  const visible = text.replace(CONTROLS, code);
  return /[\u2066-\u2069]/.test(visible) ? visible.split("\n").map(pairedIsolates).join("\n") : visible;
}

/** The same for a name, or a line of a file, which must stay on one line. */
export const printableLine = (text: string): string =>
  printable(text).replaceAll("\n", "\\x0a").replaceAll("\t", " ");

/** The same data as JSON without control characters. */
export const printableJson = (value: unknown, replacer?: (key: string, value: unknown) => unknown): string =>
  JSON.stringify(value, replacer).replace(
    /\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
