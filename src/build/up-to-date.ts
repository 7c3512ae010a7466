/**
 * Whether a build would come to the site that stands: nothing that it is made of differs from what the last one was made
 * of, and every file of it lies there as it was made. Then there is nothing to read, relate, plan or write down.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { keyOf } from "../cache/keys/digest.ts";
import type { LastSite } from "../cache/record/last-site.ts";
import type { FileRecord, LastBuild } from "../cache/record/records.ts";
import type { Scan } from "../content/scan.ts";
import { isOlder } from "../disk/is-older.ts";
import type { SourceFile } from "../model/article.ts";
import { type Digest, digest, outputPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { CHECKSUMS } from "../output/output-folder.ts";
import { isThere } from "../output/publish.ts";
import type { Discovered } from "./discover.ts";
import type { Memory } from "./state.ts";

/** Whether articles and pictures are the very records that the last build left. */
export function isKnown(
  now: Pick<LastBuild, "sources" | "pictures">,
  last: LastBuild | null,
): last is LastBuild {
  const same = <K, V>(some: ReadonlyMap<K, V>, before: ReadonlyMap<K, V>): boolean => {
    if (some.size !== before.size) return false;
    for (const [key, value] of some) if (before.get(key) !== value) return false;
    return true;
  };
  return last !== null && same(now.sources, last.sources) && same(now.pictures, last.pictures);
}

function* filesOf({ articles, sidecars, pictures, documents, others }: Scan): Generator<SourceFile> {
  yield* articles;
  yield* sidecars.values();
  yield* pictures;
  yield* documents;
  yield* others;
}

/** Of the names, sizes and times of all sources. */
function sourcesDigest(sources: Scan): Digest {
  const sha = createHash("sha256");
  let lines = "";
  for (const { path, size, modified } of filesOf(sources)) {
    lines += `${path}\n${size} ${modified}\n`;
    if (lines.length > 65_536) {
      sha.update(lines);
      lines = "";
    }
  }
  return digest(sha.update(lines).digest("base64url").slice(0, 22));
}

/** What of the last site is told of its files: their sizes in the order of the checksums. */
function sizesOf(pages: LastBuild["pages"]): number[] {
  const files: FileRecord[] = [];
  for (const page of pages.values())
    for (const file of page.files) if (file.path !== CHECKSUMS) files.push(file);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ size }) => size);
}

/** What a build remembers of its site, and is held against it. */
type Report = Pick<LastSite, "articles" | "drafts" | "pages" | "addressed" | "diagnostics">;
export interface LastSiteBeside {
  /** What this build would come to, if that is the site that stands. */
  readonly same: () => Report | null;
  readonly diagnostics: readonly Diagnostic[];
  /** To be called once the site stands and is recorded. */
  readonly remember: (report: Omit<Report, "pages">) => void;
}

interface Now extends Pick<Discovered, "inputs" | "publicFiles" | "diagnostics"> {
  readonly sources: Scan;
  readonly scanned: number;
}

/** @param now What this build is made of. @param out The folder of the site. */
export function besideLast(
  memory: Memory,
  {
    out,
    keepGoing,
    now: { sources, publicFiles = [], scanned, inputs, diagnostics: found },
  }: { readonly out: string; readonly keepGoing: boolean; readonly now: Now },
): LastSiteBeside {
  const { site: last, diagnostics } = memory.lastSite();
  const all = keyOf([inputs ?? "", String(keepGoing), JSON.stringify(found)]);
  let digested: Digest | undefined;
  const ofSources = (): Digest => {
    digested ??= sourcesDigest(sources);
    return digested;
  };
  return {
    diagnostics,
    same: () => {
      if (!last || inputs === null || last.inputs !== all || last.record !== memory.recordFiles())
        return null;
      for (const file of filesOf(sources)) if (!isOlder(file, last.scanned)) return null;
      for (const file of publicFiles) if (!isOlder(file, last.scanned)) return null;
      if (last.sources !== ofSources() || !stands(out, last)) return null;
      const { articles, drafts, pages, addressed, diagnostics: told } = last;
      return { articles, drafts, pages, addressed, diagnostics: told };
    },
    remember: ({ articles, drafts, addressed, diagnostics: faults }) => {
      const { last: recorded } = memory.last();
      const checksums = recorded?.pages.get(outputPath(CHECKSUMS))?.key;
      if (!recorded || checksums === undefined) return;
      // The right to read a file may come back without a change of it.
      if (faults.some(({ code }) => code === "unreadable")) return;
      memory.keepSite({
        ...{ inputs: all, sources: ofSources(), record: memory.recordFiles() },
        ...{ scanned, made: recorded.made, checksums, sizes: sizesOf(recorded.pages) },
        ...{ articles, drafts, addressed, pages: recorded.pages.size },
        // What was damaged has been made again.
        diagnostics: faults.filter(({ code }) => code !== "cache-damaged"),
      });
    },
  };
}

/** Every file is looked at: one that was taken away or written to must be made again. */
function stands(out: string, { checksums, sizes, made }: LastSite): boolean {
  let text: string;
  try {
    text = readFileSync(join(out, CHECKSUMS), "utf8");
  } catch {
    return false;
  }
  if (createHash("sha256").update(text).digest("hex") !== checksums) return false;
  const lines = text.trimEnd().split("\n");
  const start = "  ".length + checksums.length;
  return (
    lines.length === sizes.length &&
    lines.every((line, i) =>
      isThere(out, { path: outputPath(line.slice(start)), size: sizes[i] as number }, made),
    )
  );
}
