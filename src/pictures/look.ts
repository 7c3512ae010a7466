/**
 * The bytes of a picture → its size, kind and tint, or why it cannot be published. Decodes all of it, so that a damaged
 * one is found here.
 */
import type { Diagnostic } from "../model/diagnostic.ts";
import { linkFault } from "../model/diagnostics/links.ts";
import { type PictureFacts, tintOf, widthsOf } from "../model/picture.ts";
import { readDrawing } from "./drawing.ts";
import { LONGEST_SIDE, loadEngine, MOST_PIXELS, type Open } from "./engine.ts";

export interface Look {
  readonly facts: PictureFacts | null;
  readonly fault: Diagnostic | null;
}

const refused = (fault: Diagnostic): Look => ({ facts: null, fault });

const KINDS: Readonly<Record<string, "jpg" | "png" | "webp">> = { jpeg: "jpg", png: "png", webp: "webp" };

/** Animated pictures have several frames; an animated PNG, which looks like a still one, has an `acTL` chunk. */
const isApng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4096)).includes("acTL");

/** Whether a file begins as text: often the error page of a server instead of a deleted picture. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 512).every((byte) => byte === 9 || byte === 10 || byte === 13 || byte >= 32);

function lookAtDrawing(bytes: Uint8Array, file: string): Look {
  const { drawing, fault } = readDrawing(bytes);
  if (!drawing) return refused(linkFault("picture-unreadable", { file }, { why: "no-drawing", said: fault }));
  const { size, active } = drawing;
  if (!size) return refused(linkFault("picture-unreadable", { file }, { why: "no-size" }));
  if (file.startsWith("content/") && active) {
    const { what, line, column } = active;
    return refused(linkFault("picture-active", { file, place: { line, column } }, { what }));
  }
  return { facts: { ...size, kind: "as-is", tint: null, ...endingOf(file, "svg") }, fault: null };
}

/** The file extension to publish under, where the name has none of a picture. */
const endingOf = (file: string, format: string): Pick<PictureFacts, "ending"> =>
  /\.(?:jpe?g|png|gif|svg|webp|avif)$/i.test(file) ? {} : { ending: `.${format}` };
const IS_DRAWING = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<svg[\s>]/i;

/**
 * @param file Its path below the root.
 * @throws Error when sharp has no binary for this machine.
 */
export async function lookAt(bytes: Uint8Array, file: string): Promise<Look> {
  if (/\.svg$/i.test(file) || IS_DRAWING.test(Buffer.from(bytes.subarray(0, 300)).toString()))
    return lookAtDrawing(bytes, file);
  const open = await loadEngine();
  try {
    const facts = await factsOf(bytes, file, open);
    if (isTooLong(facts)) return tooLong(file);
    return { facts, fault: null };
  } catch (fault) {
    return explained(bytes, file, (fault as Error).message);
  }
}

/** @throws Error of sharp. */
async function factsOf(bytes: Uint8Array, file: string, open: Open): Promise<PictureFacts> {
  const { format, pages = 1, hasAlpha, autoOrient } = await open(bytes).metadata();
  const { width, height } = autoOrient;
  if (pages > 1 || (format === "png" && isApng(bytes)))
    return { width, height, kind: "as-is", tint: null, ...endingOf(file, format) };
  const kind = KINDS[format] ?? (hasAlpha || format === "gif" ? "png" : "jpg");
  const { isOpaque } = hasAlpha ? await open(bytes).stats() : { isOpaque: true };
  const pixel = await open(bytes)
    .resize(1, 1, { fit: "fill" })
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return { width, height, kind, tint: isOpaque ? tintOf([red, green, blue]) : null };
}

/** It can be decoded, and a file for readers cannot be made of it: one that is very high, however narrow. */
const isTooLong = ({ width, height, kind }: PictureFacts): boolean =>
  kind !== "as-is" && widthsOf({ width }).some((one) => (height * one) / width > LONGEST_SIDE);
const tooLong = (file: string): Look =>
  refused(linkFault("picture-too-large", { file }, { by: "height", most: LONGEST_SIDE }));

function explained(bytes: Uint8Array, file: string, said: string): Look {
  const reason = said.replace(/\s+/g, " ").trim();
  if (/pixel limit/i.test(reason))
    return refused(linkFault("picture-too-large", { file }, { by: "pixels", most: MOST_PIXELS }));
  const why = bytes.length === 0 ? "empty" : isText(bytes) ? "text" : "damaged";
  return refused(linkFault("picture-unreadable", { file }, { why, said: reason }));
}
