/** Finds the form of a source by what is in it, whatever its name; says of a source that has none what it is instead. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { decode } from "../../content/decode.ts";
import { listFolder } from "../../disk/list-folder.ts";
import { unreadable } from "../../disk/unreadable.ts";
import { type Diagnostic, isError, type Outcome } from "../../model/diagnostic.ts";
import { fileFault } from "../../model/diagnostics/files.ts";
import { importFault } from "../../model/diagnostics/import.ts";
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
  return decode(plain, file).diagnostics.find(isError) ?? null;
}

const refused = (why: Diagnostic): Outcome<Importer> => ({ diagnostics: [why] });

/** @throws Error that is the machine's and not of this source. */
export async function recognise(file: string, importers: readonly Importer[]): Promise<Outcome<Importer>> {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return refused(importFault("not-found", { file }, { what: "file" }));
    if (found.isDirectory()) {
      const names = listFolder(file, file).entries.map(({ name }) => name);
      const value = importers.find((one) => one.detect({ names, bytes: new Uint8Array(), text: "" }));
      return value
        ? { value, diagnostics: [] }
        : refused(importFault("not-an-export", { file }, { is: { files: join(file, "*.xml") } }));
    }
    if (!found.isFile()) return refused(importFault("not-an-export", { file }, { is: "device" }));
    const beginning = await beginningOf(file);
    const { bytes, isPackingDamaged } = beginning;
    const value = importers.find((one) => one.detect(beginning));
    if (isPackingDamaged && !value) throw new Error("its packing is damaged");
    if (!value) {
      const is = packedForm(bytes) ?? otherForm(beginning.text);
      return refused(importFault("not-an-export", { file }, { is }));
    }
    if (encodingOf(bytes) === null)
      return refused(fileFault("not-text", { file }, { why: { encoding: declaredEncoding(bytes) } }));
    const other = otherEncoding(beginning, file);
    return other ? refused(other) : { value, diagnostics: [] };
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return refused(
      /^E[A-Z]+$/.test(code ?? "")
        ? unreadable(file, cause)
        : fileFault("unreadable", { file }, { cause: "packing", reason: message }),
    );
  }
}
