/**
 * Whether the published site is up to date: nothing that it is made of has changed since the last build, and every file
 * of it is as it was written. Then nothing has to be read, related, planned or written.
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
import { CHECKSUMS } from "../output/output-folder.ts";
import { isThere } from "../output/publish.ts";
import type { Found } from "./discover.ts";
import type { Run } from "./run.ts";

/** Whether the records of articles and pictures are the same objects as the last build's. */
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

function* filesOf({ articles, sidecars, makes, pictures, documents, others }: Scan): Generator<SourceFile> {
  yield* articles;
  yield* sidecars.values();
  yield* makes;
  yield* pictures;
  yield* documents;
  yield* others;
}

/** Digest of the names, sizes and times of all sources. */
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

/** The sizes of all files of the site, in the order of the checksums. */
function sizesOf(pages: LastBuild["pages"]): number[] {
  const files: FileRecord[] = [];
  for (const page of pages.values())
    for (const file of page.files) if (file.path !== CHECKSUMS) files.push(file);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ size }) => size);
}

/** To be called with the report of a build, once its site is published and recorded. */
export type RememberSite = (
  report: Pick<LastSite, "articles" | "drafts" | "addressed" | "diagnostics">,
) => void;

/** Ends the build where the published site is up to date, with the report of the build that published it. */
export function compareWithLastSite(run: Run, found: Found): RememberSite {
  const { state, session, hints } = run;
  const { out, keepGoing } = run.options;
  const { sources, publicFiles = [], scanned, inputs } = found;
  const { site: last, diagnostics: damage } = state.lastSite();
  const all = keyOf([inputs ?? "", String(keepGoing), JSON.stringify(found.diagnostics)]);
  let digested: Digest | undefined;
  const ofSources = (): Digest => {
    digested ??= sourcesDigest(sources);
    return digested;
  };
  const isSame = ({ scanned: before, ...site }: LastSite): boolean => {
    if (inputs === null || site.inputs !== all || site.record !== state.recordFiles()) return false;
    for (const file of filesOf(sources)) if (!isOlder(file, before)) return false;
    for (const file of publicFiles) if (!isOlder(file, before)) return false;
    return site.sources === ofSources() && isIntact(out, site);
  };
  // Previewing drafts needs what only a whole build knows of them, once.
  const isWhole = !hints || last?.drafts === 0 || session.drafts !== null;
  if (last && isWhole && isSame(last)) {
    const { articles, drafts, pages, addressed, diagnostics } = last;
    throw run.end({ articles, drafts, pages, addressed, diagnostics, published: true });
  }
  run.report(damage);
  return ({ articles, drafts, addressed, diagnostics }) => {
    const { last: recorded } = state.last();
    const checksums = recorded?.pages.get(outputPath(CHECKSUMS))?.key;
    if (!recorded || checksums === undefined) return;
    // The permission to read a file may come back without any change of the file's time.
    if (diagnostics.some(({ code }) => code === "unreadable")) return;
    state.keepSite({
      ...{ inputs: all, sources: ofSources(), record: state.recordFiles() },
      ...{ scanned, made: recorded.made, checksums, sizes: sizesOf(recorded.pages) },
      ...{ articles, drafts, addressed, pages: recorded.pages.size },
      // Damaged parts of the cache have been replaced.
      diagnostics: diagnostics.filter(({ code }) => code !== "cache-damaged"),
    });
  };
}

/** Whether every file is there unaltered: one that was removed or written to must be rendered again. */
function isIntact(
  out: string,
  { checksums, sizes, made }: Pick<LastSite, "checksums" | "sizes" | "made">,
): boolean {
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
