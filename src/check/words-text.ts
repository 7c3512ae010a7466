/** Where the words of each source went → text for a terminal: a line a file, the lost words, and the sums. */
import { counted } from "../model/counted.ts";
import type { WordsOfFile, WordsOfSource } from "./words.ts";

/** With more files than this, those that lose no word are only counted. */
const LISTED = 50;
/** Lost words of one file that are printed at most. */
const SHOWN = 12;

const number = (n: number): string => n.toLocaleString("en");

/** `12 in its headline and other keys, 30 set aside (related-title 24, button 6)`. */
function account({ total, inText, inKeys, setAside, lost }: Omit<WordsOfSource, "lost"> & { lost: number }) {
  const kinds = Object.entries(setAside).sort(([, a], [, b]) => b - a);
  const aside = kinds.reduce((sum, [, count]) => sum + count, 0);
  const why = kinds.map(([kind, count]) => `${kind} ${number(count)}`).join(", ");
  return [
    `${counted(total, "word")}: ${number(inText)} in the text`,
    `${number(inKeys)} in headlines and other keys`,
    `${number(aside)} set aside${why ? ` (${why})` : ""}`,
    `${number(lost)} lost`,
  ].join(", ");
}

function sumOf(files: readonly WordsOfFile[]): Parameters<typeof account>[0] {
  const setAside: Record<string, number> = {};
  const sum = { total: 0, inText: 0, inKeys: 0, lost: 0 };
  for (const file of files) {
    sum.total += file.total;
    sum.inText += file.inText;
    sum.inKeys += file.inKeys;
    sum.lost += file.lost.length;
    for (const [why, count] of Object.entries(file.setAside)) setAside[why] = (setAside[why] ?? 0) + count;
  }
  return { ...sum, setAside };
}

function lineOf(file: WordsOfFile): string {
  const line = `${file.file}: ${account({ ...file, lost: file.lost.length })}`;
  if (file.lost.length === 0) return line;
  const more = file.lost.length > SHOWN ? " …" : "";
  return `${line}\n  lost: \u2068${file.lost.slice(0, SHOWN).join(" ")}\u2069${more}`;
}

/** @param files Sorted. @returns One text, without a newline at its end. */
export function wordsText(files: readonly WordsOfFile[]): string {
  const listed = files.length <= LISTED ? files : files.filter(({ lost }) => lost.length > 0);
  const rest = files.length - listed.length;
  return [
    ...listed.map(lineOf),
    ...(rest > 0
      ? [
          `${counted(rest, "file")} ${rest === 1 ? "accounts for all its" : "account for all their"} words; --json lists each.`,
        ]
      : []),
    `In all ${counted(files.length, "file")}: ${account(sumOf(files))}.`,
  ].join("\n");
}
