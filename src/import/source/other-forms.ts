/** Forms that cannot be imported, recognised by their first bytes. */
import type { OtherForm } from "../../model/diagnostics/import.ts";

/** By bytes, as Latin-1, at the beginning or at an offset, whatever text follows. */
const PACKED: readonly {
  readonly bytes: readonly string[];
  readonly at?: number;
  readonly form: OtherForm;
}[] = [
  { bytes: ["PK\x03\x04", "PK\x05\x06"], form: "zip" },
  { bytes: ["BZh", "\xfd7zXZ", "7z\xbc\xaf", "Rar!", "\x28\xb5\x2f\xfd"], form: "packed" },
  { bytes: ["ustar"], at: 257, form: "tar" },
  { bytes: ["SQLite format 3"], form: "database" },
  { bytes: ["%PDF-"], form: "pdf" },
  { bytes: ["WARC/"], form: "warc" },
];

/** By how their text begins. */
const TEXTS: readonly (readonly [begins: RegExp, form: OtherForm])[] = [
  [/^\s*$/, "empty"],
  [
    /^(?:(?:From|MIME-Version|Subject|Snapshot-Content-Location|Date|Content-Type):.*\n[\s\S]*?)?Content-Type:\s*multipart\/related/i,
    "mhtml",
  ],
  [/\b(?:CREATE TABLE|INSERT INTO)\b[^\n]*_posts\b/i, "wordpress-sql"],
  [/^\s*(?:--|\/\*)|^\s*(?:CREATE|INSERT|DROP|SET|USE)\s/i, "sql"],
  [/<feed\b[^>]*>/, "atom"],
  [/<rss\b[^>]*>|<rdf:RDF\b/, "rss"],
  [/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i, "html"],
  [/^\s*<\?xml\b|^\s*<[a-z]/i, "xml"],
  [/^\s*[[{]\s*(?:["[{\]}]|$)/, "json"],
  [/^[^\n,;\t]+(?:[,;\t][^\n,;\t]*)+\n/, "table"],
];

/** A form that is packed or no text, even where the text of an export can be read in it. @param beginning Its first bytes. */
export function packedForm(beginning: Uint8Array): OtherForm | undefined {
  const text = Buffer.from(beginning.subarray(0, 512)).toString("latin1");
  return PACKED.find(({ bytes, at }) => bytes.some((one) => text.startsWith(one, at ?? 0)))?.form;
}

/** @param text The first kilobytes of a file that no importer takes, lines ended by `\n`. */
export const otherForm = (text: string): OtherForm =>
  TEXTS.find(([begins]) => begins.test(text))?.[1] ?? "unknown";
