/**
 * A folder on disk → its entries. A name that is not UTF-8, as in archives packed on old systems, cannot be written as
 * text without becoming another name: it is reported, and its file is left out.
 */
import { isUtf8 } from "node:buffer";
import { type Dirent, readdirSync } from "node:fs";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import { unreadable } from "./unreadable.ts";

export interface FolderList {
  /** In the system's order. */
  readonly entries: readonly Dirent[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The character that invalid UTF-8 is decoded to. */
const REPLACED = "\uFFFD";
/** Names that are listed of one folder. */
const SHOWN = 3;

/** `سوق` in Windows-1256 → `\xd3\xe6\xde`, and its decoding where that is Arabic. */
function shown(name: Uint8Array): string {
  const bytes = [...name]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, "0")}`,
    )
    .join("");
  const arabic = new TextDecoder("windows-1256").decode(name);
  return /\p{Script=Arabic}{2}/u.test(arabic) ? `${bytes} (\u2068${arabic}\u2069 in Windows-1256)` : bytes;
}

function notUtf8(names: readonly Uint8Array[], file: string): Diagnostic {
  const some = names.slice(0, SHOWN).map(shown);
  return fileFault("name-not-utf8", { file }, { count: names.length, names: some, folder: file });
}

/**
 * @param path On disk. @param file Its name in messages. A folder that cannot be read is reported, and has no entries.
 * @throws Error of the file system other than of this folder.
 */
export function listFolder(path: string, file: string): FolderList {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, { withFileTypes: true });
    // Names are read as bytes only where one may be invalid: there may be 100,000 of them.
    if (!entries.some(({ name }) => name.includes(REPLACED))) return { entries, diagnostics: [] };
    const names = readdirSync(path, { encoding: "buffer" });
    const odd = names.filter((name) => !isUtf8(name));
    if (odd.length === 0) return { entries, diagnostics: [] };
    const sound = new Set(names.filter((name) => isUtf8(name)).map((name) => name.toString("utf8")));
    return { entries: entries.filter(({ name }) => sound.has(name)), diagnostics: [notUtf8(odd, file)] };
  } catch (fault) {
    return { entries: [], diagnostics: [unreadable(file, fault)] };
  }
}
