/** A sidecar `NAME.yaml` → what an editor states of the article beside it, where the page itself does not say. */
import type { Metadata } from "../../model/article.ts";
import type { Outcome } from "../../model/diagnostic.ts";
import { readMetadata } from "./metadata.ts";

/** @param file Its name in diagnostics. */
export const readSidecar = (text: string, file: string): Outcome<Metadata> =>
  readMetadata({ yaml: text, whole: text, offset: 0, file });
