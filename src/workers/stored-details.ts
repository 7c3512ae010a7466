/** What pages show of an article beside its text ⇄ its stored value: JSON in UTF-16, as the engine holds strings. */
import type { CardDetails } from "../model/article.ts";

export const encodeDetails = (details: CardDetails): Uint8Array =>
  Buffer.from(JSON.stringify(details), "utf16le");

export const decodeDetails = (bytes: Buffer): CardDetails =>
  JSON.parse(bytes.toString("utf16le")) as CardDetails;
