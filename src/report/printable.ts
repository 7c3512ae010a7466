/**
 * Text of files → text that a terminal shows and does not obey: control characters move its cursor, change its title or
 * its colours, and marks of direction that are never closed turn round what follows them.
 */

const code = (char: string): string => {
  const number = char.charCodeAt(0);
  return number < 256
    ? `\\x${number.toString(16).padStart(2, "0")}`
    : `\\u${number.toString(16).padStart(4, "0")}`;
};

/** C0, DEL and C1, but for tabs and ends of lines; other ends of lines; embeddings and overrides of direction (UAX #9, 2.1, 2.2). */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u2028\u2029\u202a-\u202e]/gu;
/** Isolates of direction and what closes them (UAX #9, 2.4). */
const ISOLATES = /[\u2066-\u2069]/g;
const CLOSES = "\u2069";

/** Isolates are kept where they are in pairs, as ours are. */
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

/** Shows each as `\x1b` or `\u202e`. Lines stay lines. */
export function printable(text: string): string {
  const visible = text.replace(CONTROLS, code);
  return /[\u2066-\u2069]/.test(visible) ? visible.split("\n").map(pairedIsolates).join("\n") : visible;
}

/** Of a name or a line of a file, which must not begin a line of its own. */
export const printableLine = (text: string): string =>
  printable(text).replaceAll("\n", "\\x0a").replaceAll("\t", " ");

/** JSON that says the same in characters that do nothing to a terminal. */
export const printableJson = (value: unknown, replacer?: (key: string, value: unknown) => unknown): string =>
  JSON.stringify(value, replacer).replace(
    /\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
