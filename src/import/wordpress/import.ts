/**
 * WordPress exports → files under content/, and the pictures they show from the folder of uploads. An export is gone through
 * twice, so that links lead to where their articles will lie and no text is held. What is there already is never written
 * over: it may have been mended by hand.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { readSettings } from "../../content/settings-file.ts";
import { listFolder } from "../../disk/list-folder.ts";
import { unreadable } from "../../disk/unreadable.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isDeepHtml, tooDeep } from "../../read/limits/depth.ts";
import { shortenRuns } from "../../read/limits/long-runs.ts";
import { reopenedElements } from "../../read/limits/reopened.ts";
import { frontMatterOf } from "../front-matter.ts";
import { damageOf, lose } from "./faults.ts";
import { WordPressIndex } from "./index.ts";
import { aheadOf, isOfWordPress, metadataOf, passedOver, plainText, titleOf } from "./items.ts";
import { hostOf, uploadOf } from "./old-address.ts";
import { markdownOfPost } from "./post-to-markdown.ts";
import { readExport, refusalOf } from "./read-export.ts";
import { emptyReport, type ImportReport } from "./report.ts";
import { expandShortcodes } from "./shortcodes.ts";
import { UnknownStates } from "./unknown-states.ts";
import type { WxrItem, WxrSite } from "./wxr.ts";

export interface ImportRequest {
  readonly root: string;
  /** Exports, packed with gzip or not; WordPress cuts a large one into several. */
  readonly files: readonly string[];
  /** The folder `wp-content/uploads` of the old site; null where there is none at hand. */
  readonly uploads: string | null;
}
const count = (of: Map<string, number>, name: string): void => {
  of.set(name, (of.get(name) ?? 0) + 1);
};

/** All that is the same for each item. */
interface Import {
  readonly content: string;
  readonly uploads: string | null;
  readonly site: WxrSite;
  readonly index: WordPressIndex;
  readonly report: ImportReport;
  /** The export, and which of several it is. */
  readonly file: string;
  readonly nth: number;
}

/** Also false for what no file can be called: a step below a file, a name too long or with a NUL in it. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** WordPress shows pictures in smaller copies, `a-300x200.jpg`, of the one that was handed in. */
const withoutSize = (path: string): string => path.replace(/-\d+x\d+(?=\.\w+$)/, "");

/** The address below public/, under the path it had, of a file of the old site that is among the uploads; null of others. */
function uploaded(address: string, { uploads, report }: Import): string | null {
  const path = uploadOf(address);
  if (path === null || uploads === null) return null;
  const found = [withoutSize(path), path].find((one) => isFile(join(uploads, one)));
  if (found === undefined) return null;
  report.uploads.add(found);
  return encodeURI(`/wp-content/uploads/${found}`);
}

/** The first of the addresses of a picture that is among the uploads, or else the last. */
function placed(addresses: readonly string[], at: Import): string {
  for (const address of addresses) {
    const here = uploaded(address, at);
    if (here !== null) return here;
  }
  const last = addresses.at(-1) ?? "";
  if (uploadOf(last) !== null) at.report.elsewhere.add(last);
  return last;
}

/** Links to articles of the old site lead to their files, others of it to where they led. */
function led(address: string, file: string, at: Import): string {
  const { site, index } = at;
  const isPath = /^\/(?!\/)/.test(address);
  if (!isPath && hostOf(address) !== hostOf(site.address)) return address;
  const target = index.fileAt(address);
  const fragment = /#.*$/s.exec(address)?.[0] ?? "";
  if (target === file && fragment.length > 1) return fragment;
  if (target !== undefined && target !== file) return posix.relative(posix.dirname(file), target) + fragment;
  return uploaded(address, at) ?? (isPath ? site.address.replace(/\/+$/, "") + address : address);
}

interface FileText {
  readonly text: string;
  readonly isDraft: boolean;
}
/** Why a post is given to no parser, by the bounds that saved pages are held to; null where it is. */
const unread = (html: string, file: string): Diagnostic | null =>
  isDeepHtml(html) ? tooDeep(file) : reopenedElements(html, html, file);

/** The file of one item, or why its text is not read. With the text that stands in for a missing headline. */
function fileTextOf(item: WxrItem, file: string, at: Import): FileText | Diagnostic {
  const { site, index, report } = at;
  const content = shortenRuns(item.content).replace(
    /<!--\s*wp:block\s+\{"ref":(\d+)[^<>]*\/-->/g,
    (whole, id: string) => index.block(Number(id)) ?? whole,
  );
  const { html, unknown } = expandShortcodes(content, {
    gallery: (ids) => ids?.flatMap((id) => index.attachment(id) ?? []) ?? index.attachmentsOf(item.id),
  });
  const fault = unread(html, at.file);
  if (fault) return fault;
  for (const name of unknown) count(report.shortcodes, name);
  const { markdown, plain } = markdownOfPost(html, {
    place: (addresses) => placed(addresses, at),
    link: (address) => led(address, file, at),
  });
  const { title, isStated } = titleOf(item, plain);
  if (!isStated) report.untitled.push(file);
  const thumbnail = index.attachment(Number(item.meta.get("_thumbnail_id")));
  const image = thumbnail && { ...thumbnail, address: placed([thumbnail.url], at) };
  const metadata = metadataOf(item, { site, file, title, summary: plainText(item.excerpt), image });
  return { text: `${frontMatterOf(metadata)}\n${markdown}\n`, isDraft: metadata.draft === true };
}

/** Writes what is not there yet. @throws Error of the file system. */
function put(file: string, text: string, { content, report }: Import): void {
  const path = join(content, file);
  if (existsSync(path)) {
    if (readFileSync(path, "utf8") === text) report.unchanged += 1;
    else report.kept.push(file);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
  report.written.push(file);
}

/** One file that cannot be copied keeps none of the others from it. */
function putUploads({ root, uploads }: ImportRequest, { uploads: paths, diagnostics }: ImportReport): void {
  for (const path of paths) {
    const to = join(root, "public/wp-content/uploads", path);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    const from = join(uploads as string, path);
    try {
      copyFileSync(from, to);
    } catch (fault) {
      // A disk that is full, or a folder that nothing may be written to, is no fault of the upload.
      if ((fault as NodeJS.ErrnoException).path !== from || existsSync(to)) throw fault;
      diagnostics.push(unreadable(from, fault));
    }
  }
}

/** Folders of uploads that cannot be read, and names in them that no address of an article can mean. */
function unreadUploads(folder: string): readonly Diagnostic[] {
  const { entries, diagnostics } = listFolder(folder, folder);
  const inner = entries.filter((entry) => entry.isDirectory());
  return [...diagnostics, ...inner.flatMap(({ name }) => unreadUploads(join(folder, name)))];
}

/** A zone that is so many minutes ahead of UTC; those of whole hours have names, whose signs are the other way round (tz database). */
function zoneLines(ahead: ReadonlyMap<number, number>): readonly string[] {
  const [[minutes = 0] = []] = [...ahead].sort(([, a], [, b]) => b - a);
  const hours = minutes / 60;
  if (minutes === 0) return [];
  const line = `  time_zone: ${Number.isInteger(hours) ? `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}` : "UTC"}`;
  return [
    "locale:",
    `${line}   # the old site's clock, ${hours} hours from UTC; better its city, as Asia/Baghdad`,
  ];
}

/** The name, the line and the clock of the old site, where no settings are there. */
function putSettings({ content, site, report }: Import, ahead: ReadonlyMap<number, number>): void {
  if (readSettings(content).text !== null) return;
  const lines = [
    site.title && `title: ${JSON.stringify(plainText(site.title))}`,
    site.description && `description: ${JSON.stringify(plainText(site.description))}`,
    "# url: https://example.org/   # where the archive will stand",
    ...zoneLines(ahead),
  ];
  writeFileSync(join(content, "site.yaml"), `${lines.filter(Boolean).join("\n")}\n`, { flag: "wx" });
  report.written.push("site.yaml");
}

/** Nothing is written where one of the files is no export, or the folder of uploads is not there. @throws Error of the file system. */
export async function importWordPress(request: ImportRequest): Promise<ImportReport> {
  const { root, files, uploads } = request;
  const report = emptyReport();
  for (const file of files) {
    const refusal = await refusalOf(file);
    if (refusal) report.diagnostics.push(refusal);
  }
  if (uploads !== null && !statSync(uploads, { throwIfNoEntry: false })?.isDirectory())
    report.diagnostics.push({
      ...{
        severity: "error",
        code: "not-found",
        file: uploads,
        message: "There is no such folder of uploads.",
      },
      hint: "Name the folder wp-content/uploads of the old site, or leave --uploads out.",
    });
  if (report.diagnostics.length > 0) return report;
  const index = new WordPressIndex();
  const sites: WxrSite[] = [];
  const states = new UnknownStates();
  const ahead = new Map<number, number>();
  for (const [nth, file] of files.entries()) {
    const read = await readExport(file, (item) => {
      index.add(item, nth);
      states.add(item, file, nth);
      const minutes = passedOver(item) ? null : aheadOf(item);
      if (minutes !== null) ahead.set(minutes, (ahead.get(minutes) ?? 0) + 1);
    });
    sites.push(read.site);
    report.diagnostics.push(...damageOf(file, read));
    for (const item of read.lost)
      lose(
        { ...item, title: plainText(item.title) },
        {
          code: "item-lost",
          message: "It begins here, and could not be read to its end.",
          hint: "Export it again, or copy the article from the old site.",
        },
        { report, file },
      );
  }
  report.diagnostics.push(...states.findings());
  const content = join(root, "content");
  mkdirSync(content, { recursive: true });
  for (const [nth, file] of files.entries()) {
    const at: Import = { content, uploads, index, report, file, nth, site: sites[nth] as WxrSite };
    await readExport(file, (item) => takeGuarded(states.decided(item, nth), at));
    putSettings(at, ahead);
  }
  putUploads(request, report);
  if (uploads !== null) report.diagnostics.push(...unreadUploads(uploads));
  return report;
}

/** Whatever one item runs into, the others are taken. */
function takeGuarded(item: WxrItem, at: Import): void {
  try {
    take(item, at);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const named = { title: plainText(item.title), address: item.link, line: item.place.line };
    const isDisk = /^E[A-Z]+$/.test(code ?? "");
    const hint = isDisk
      ? "Mend what the disk says, and import again: what is written stays."
      : "This is a fault of Warraq's own: please report it with the item. Copy the article from the old site meanwhile.";
    lose(named, { code: isDisk ? "disk" : "item-failed", message: `${message}.`, hint }, at);
  }
}

function take(item: WxrItem, at: Import): void {
  const { index, report } = at;
  const passed = passedOver(item);
  const file = index.fileOf(item, at.nth);
  if (passed || file === undefined) {
    if (item.type !== "attachment") count(report.passedOver, passed?.name ?? item.type);
    return;
  }
  const made = fileTextOf(item, file, at);
  if ("code" in made) {
    const { code, message, hint } = made;
    const named = { title: plainText(item.title), address: item.link, line: item.place.line };
    lose(named, { code, message, ...(hint === undefined ? {} : { hint }) }, at);
    return;
  }
  const { text, isDraft } = made;
  put(file, text, at);
  report.comments += item.comments;
  if (item.type === "page") report.pages += 1;
  else report.articles += 1;
  if (isDraft) report.drafts += 1;
  if (!isOfWordPress(item.type)) count(report.kinds, item.type);
}
