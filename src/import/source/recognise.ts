/** Finds the form of a source by what is in it, whatever its name; says of a source that has none what it is instead. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../content/decode.ts";
import { listFolder } from "../../disk/list-folder.ts";
import { unreadable } from "../../disk/unreadable.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { Importer, Sample } from "../importer.ts";
import { declaredEncoding, encodingOf } from "./encoding.ts";
import { otherForm, packedForm } from "./other-forms.ts";
import { PIECE, textPieces } from "./text-pieces.ts";

interface Beginning extends Sample {
  readonly isPackingDamaged: boolean;
}

/** @throws Error of the file system or of the packing. */
async function beginningOf(file: string): Promise<Beginning> {
  let text = "";
  let bytes: Uint8Array = new Uint8Array();
  let isPackingDamaged = false;
  const pieces = textPieces(
    file,
    () => {
      isPackingDamaged = true;
    },
    (first) => {
      bytes = first;
    },
  );
  for await (const piece of pieces) {
    text += piece;
    if (text.length >= PIECE) break;
  }
  return { names: null, text: packedForm(bytes) ? "" : text, bytes, isPackingDamaged };
}

/** Fewer characters that could not be decoded are accepted, and reported where they stand. */
const FEW = 20;
/** Evidence that a text is in another encoding than it states; null where there is none. */
function otherEncoding({ text, bytes }: Beginning, file: string): Diagnostic | null {
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost < FEW || lost * 10 < (text.match(/\p{Script=Arabic}/gu)?.length ?? 0)) return null;
  // The signs of tags say nothing of the encoding, and would be taken for a sign that it is none of Arabic.
  const plain = bytes.map((byte) => (/[<>=]/.test(String.fromCharCode(byte)) ? 0x20 : byte));
  return decode(plain, file).diagnostics.find(({ severity }) => severity === "error") ?? null;
}

const refused = (file: string, code: string, message: string, hint: string): Outcome<Importer> => ({
  diagnostics: [{ severity: "error", code, file, message, hint }],
});

/** @throws Error that is the machine's and not of this source. */
export async function recognise(file: string, importers: readonly Importer[]): Promise<Outcome<Importer>> {
  const hint = "Name the file that WordPress gave under Tools → Export.";
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return refused(file, "not-found", "There is no such file.", hint);
    if (found.isDirectory()) {
      const names = listFolder(file, file).entries.map(({ name }) => name);
      const value = importers.find((one) => one.detect({ names, bytes: new Uint8Array(), text: "" }));
      const pattern = join(file, "*.xml");
      return value
        ? { value, diagnostics: [] }
        : refused(file, "not-an-export", "This is a folder.", `Name the files in it: ${pattern}`);
    }
    if (!found.isFile())
      return refused(
        ...([file, "not-an-export", "This is no file, but a pipe or a device."] as const),
        "Save what comes out of it into a file, and name that.",
      );
    const beginning = await beginningOf(file);
    const { bytes, isPackingDamaged } = beginning;
    const value = importers.find((one) => one.detect(beginning));
    if (isPackingDamaged && !value) throw new Error("its packing is damaged");
    if (!value) {
      const { what, hint } = packedForm(bytes) ?? otherForm(beginning.text);
      return refused(file, "not-an-export", `This is no export of WordPress, but ${what}.`, hint);
    }
    if (encodingOf(bytes) === null)
      return refused(
        ...([file, "not-text"] as const),
        `It says that it is kept in the encoding ${JSON.stringify(declaredEncoding(bytes))}, which nobody knows.`,
        "Find out which one it is, write that into its first line, and import it again.",
      );
    const other = otherEncoding(beginning, file);
    return other ? { diagnostics: [other] } : { value, diagnostics: [] };
  } catch (cause) {
    if (/^E[A-Z]+$/.test((cause as NodeJS.ErrnoException).code ?? ""))
      return { diagnostics: [unreadable(file, cause)] };
    const message = `It cannot be read: ${(cause as Error).message}.`;
    return refused(file, "unreadable", message, "Take it from the old site again.");
  }
}
