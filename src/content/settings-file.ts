/**
 * Finds and reads the settings of a site in content/: `site.yaml`, or else `site.yml`, or else either name in other
 * letter case.
 */
import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { unreadable } from "../disk/unreadable.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import { decode } from "./decode.ts";

export interface SettingsFile {
  /** Its name in diagnostics: `content/site.yaml`, also where there is none yet. */
  readonly file: string;
  /** Null where there is none. */
  readonly text: string | null;
  /** Why it could not be read as it was meant. */
  readonly diagnostics: readonly Diagnostic[];
}

const NAMES = ["site.yaml", "site.yml"] as const;

/** Whether a file name directly below content/ is that of settings. */
export const isSettings = (name: string): boolean => /^site\.ya?ml$/i.test(name);

/** Which of several is read: the usual name before others. Null if there are none. */
export const settingsAmong = (names: readonly string[]): string | null =>
  NAMES.find((name) => names.includes(name)) ?? [...names].sort()[0] ?? null;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function nameOf(content: string): string | null {
  const usual = NAMES.find((name) => isFile(join(content, name)));
  if (usual || !statSync(content, { throwIfNoEntry: false })?.isDirectory()) return usual ?? null;
  return settingsAmong(
    readdirSync(content).filter((name) => isSettings(name) && isFile(join(content, name))),
  );
}

/** Reports a folder or pipe of the usual name, which an editor would take for the settings. */
function notAFile(content: string): SettingsFile | null {
  const name = NAMES.find((one) => statSync(join(content, one), { throwIfNoEntry: false }));
  if (name === undefined) return null;
  const file = `content/${name}`;
  const fault = fileFault("unreadable", { file }, { cause: "settings", reason: file });
  return { file, text: "", diagnostics: [fault] };
}

/** @param content The folder. @throws Error of the file system other than of this file. */
export function readSettings(content: string): SettingsFile {
  let file = `content/${NAMES[0]}`;
  try {
    const name = nameOf(content);
    if (name === null) return notAFile(content) ?? { file, text: null, diagnostics: [] };
    file = `content/${name}`;
    const bytes = readFileSync(join(content, name));
    if (isUtf8(bytes)) return { file, text: bytes.toString("utf8"), diagnostics: [] };
    const { value, diagnostics } = decode(bytes, file);
    return { file, text: value ?? "", diagnostics };
  } catch (error) {
    return { file, text: "", diagnostics: [unreadable(file, error)] };
  }
}
