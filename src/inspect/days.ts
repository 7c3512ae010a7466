/** The articles of the last build or check → those whose date is in the future. */
import { join } from "node:path";
import { daysToCome } from "../archive/days-to-come.ts";
import { BuildState } from "../build/state.ts";
import { readSettings } from "../content/settings-file.ts";
import type { CivilDate } from "../model/civil-date.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { loadSite } from "../site/load-site.ts";

/**
 * @param root Of an archive that was just read, so that its record exists.
 * @param todayIn Today's date in a time zone; null where the settings state none.
 */
export function checkDays(
  root: string,
  todayIn: (timeZone: string | null) => CivilDate,
): readonly Diagnostic[] {
  const { last } = new BuildState(join(root, ".warraq")).last();
  const cards = [...(last?.sources.values() ?? [])].flatMap(({ card }) => card ?? []);
  const { text, file } = readSettings(join(root, "content"));
  return daysToCome(cards, todayIn(loadSite(text, file).readBy.locale.timeZone));
}
