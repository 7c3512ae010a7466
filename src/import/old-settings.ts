/** What an old site says of itself → the settings of the archive. */
import type { OldSite } from "./importer.ts";

/** A zone that is so many minutes ahead of UTC; those of whole hours have names, whose signs are the other way round (tz database). */
function zoneLines(minutes: number): readonly string[] {
  const hours = minutes / 60;
  if (minutes === 0) return [];
  const line = `  time_zone: ${Number.isInteger(hours) ? `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}` : "UTC"}`;
  return [
    "locale:",
    `${line}   # the old site's clock, ${hours} hours from UTC; better its city, as Asia/Baghdad`,
  ];
}

/** The text of `site.yaml`: the name, the line and the clock of the old site. */
export function settingsOf({ title, description, minutesAhead }: OldSite): string {
  const lines = [
    title && `title: ${JSON.stringify(title)}`,
    description && `description: ${JSON.stringify(description)}`,
    "# url: https://example.org/   # where the archive will stand",
    ...zoneLines(minutesAhead),
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}
