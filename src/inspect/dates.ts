/** Undated articles of the last build or check → what their texts suggest about their dates, for an editor to use. */
import { join } from "node:path";
import { BuildState } from "../build/state.ts";
import { PackReader } from "../cache/store/packs.ts";
import type { DatesOfFile } from "../check/dates-text.ts";
import type { Parsed, Stored } from "../model/article.ts";
import { evidenceIn } from "../read/lines/printed-date.ts";
import { decodeBody } from "../workers/stored-body.ts";

/**
 * By file, whether or not the text suggests anything.
 * @param root Of an archive that was just read, so that its record and store exist.
 * @throws StoreDamaged when the store does not hold what the record says.
 */
export function checkDates(root: string): readonly DatesOfFile[] {
  const state = new BuildState(join(root, ".warraq"));
  const { last } = state.last();
  const reader = new PackReader(state.packs);
  try {
    return [...(last?.sources.values() ?? [])]
      .flatMap(({ path, card, parsed }) =>
        card && parsed && !card.isStatic && card.published === null
          ? [{ file: `content/${path}`, evidence: evidenceOf(parsed, card.body, reader) }]
          : [],
      )
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  } finally {
    reader.close();
  }
}

/** A raw page's parse has it, including lines that are not part of the text; for other sources the text is searched. */
function evidenceOf(at: Stored, body: Stored, reader: PackReader): DatesOfFile["evidence"] {
  const { parsed } = JSON.parse(reader.get(at).toString("utf8")) as { parsed: Parsed };
  if (parsed.evidence.length > 0) return parsed.evidence;
  return evidenceIn([decodeBody(reader.get(body)).html.replace(/<[^>]*>/g, " ")]);
}
