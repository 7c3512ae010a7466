/** `warraq dev`: the preview, with a summary of each build in the terminal. An article in error never stops it. */

import { isolate } from "../arabic/typography/bidi.ts";
import type { Drafts } from "../build/ahead/drafts.ts";
import { Builder } from "../build/build.ts";
import type { BuildReport } from "../build/report.ts";
import { startPreview } from "../dev/dev.ts";
import { DRAFT_LIST } from "../dev/draft-mark.ts";
import { counted } from "../model/counted.ts";
import { isError } from "../model/diagnostic.ts";
import { baseOf } from "./base.ts";
import { type FolderOptions, foldersOf, hasContent, OWN_TEMPLATES } from "./folders.ts";
import { print, printDiagnostics, printError } from "./print.ts";
import { untilStopped } from "./until-stopped.ts";

interface DevCommandOptions extends FolderOptions {
  readonly port: number;
  readonly host: string;
}

function describe({ diagnostics, written, removed, seconds, published }: BuildReport): string {
  const changes = published ? `${written.length} written, ${removed.length} removed` : "nothing published";
  const errors = diagnostics.filter(isError).length;
  return `Built in ${Math.round(seconds * 1000)} ms: ${changes}${errors > 0 ? `; ${errors} in error` : ""}.`;
}

/** Drafts that are listed one by one. */
const NAMED = 8;

/** Where drafts can be seen. @param url Of the home page. */
function draftsText(list: Drafts["list"], url: string): string {
  const more = list.length - NAMED;
  return [
    `${counted(list.length, "draft")}, shown here and not published:`,
    ...list.slice(0, NAMED).map((one) => `  ${url}${encodeURI(one.url.slice(1))}  ${isolate(one.title)}`),
    ...(more > 0 ? [`  … and ${more.toLocaleString("en")} more`] : []),
    `  All drafts: ${url}${DRAFT_LIST}`,
  ].join("\n");
}

export async function devCommand(options: DevCommandOptions): Promise<void> {
  const folders = foldersOf(options);
  if (!hasContent(folders)) return;
  const builder = new Builder({ ...folders, templates: OWN_TEMPLATES, keepGoing: true });
  const stopped = untilStopped();
  let home = "";
  let named = "";
  const preview = await startPreview({
    ...folders,
    host: options.host,
    port: options.port,
    base: () => baseOf(folders.root),
    drafts: builder.drafts,
    build: (hints) => builder.build(hints),
    serving: (url) => {
      home = url;
      print(`The site is at ${url}  (Ctrl-C ends it)`);
    },
    built: (report) => {
      printDiagnostics(report.diagnostics);
      print(describe(report));
      const { list = [] } = builder.drafts() ?? {};
      const text = list.length > 0 ? draftsText(list, home) : "";
      if (text !== named && text !== "") print(text);
      named = text;
      // An unchanged archive needs no record; it is read now so that the first edit does not wait for it.
      void builder.recall();
    },
    notice: printError,
  });
  await stopped;
  await preview.close();
  await builder.close();
}
