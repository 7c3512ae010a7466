/** What stands in the way of a build beside the articles: templates, styles, the folder of the site, the machine. */
import { andMore, error, faultOf, type Words, warning } from "./entry.ts";

/** By the system's code of the error. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full. Free some space and build again",
  EDQUOT: "Your quota of disk space is used up. Free some and build again",
  EACCES: "Check who owns the folder",
  EPERM: "Check who owns the folder",
  EROFS: "The disk is read-only. Name another folder with --out or --root",
  EEXIST: "A file stands where a folder is needed. Move it away",
  ENOTDIR: "A file stands where a folder is needed. Move it away",
  EISDIR: "A folder stands where a file is needed. Move it away",
  ENAMETOOLONG: "Its path is longer than this system takes. Move the archive up some folders",
  ENOENT: "It was removed while the build ran. Build again",
  ELOOP: "It is a link that leads back to itself. Take it away",
  EMFILE: "Too many files are open. Close other programs, or build with --workers 1",
  EIO: "The disk cannot be read or written. Check it, or build on another",
};
const AS_IT_WAS = "the old site is as it was.";

/** @param system The system's code of the error. @param reason The system's message. */
interface OfDisk {
  readonly system: string;
  readonly reason: string;
}
const ofDisk = ({ system, reason }: OfDisk, then: string): Words => [
  reason,
  `${REMEDIES[system] ?? "Look at what lies there, then build again"}; ${then}`,
];

const DAMAGED = {
  "": "The cache of earlier builds",
  "last-build.jsonl": "The record of the last build",
  "last-site.json": "What was told of the last site",
  "publishing.jsonl": "The journal of a publishing",
  "related.bin": "What the last build found related",
  kept: "A picture that an earlier build had made",
};
/** A part of the cache, by its name in it; empty for all of it. */
export type PartOfCache = keyof typeof DAMAGED;

/** Who wants the same file. @param more Other files of public/ in the way of the same one. */
type Clash =
  | { readonly between: "pages"; readonly file: string; readonly one: string; readonly other: string }
  | {
      readonly between: "file-and-page";
      readonly how: "same" | "folder-wanted-here" | "folder-wanted-there";
      /** Of the page, and of the file of public/, within the site. */
      readonly path: string;
      readonly publicPath: string;
      readonly more: number;
      readonly page: string;
      /** The article or static page, if the path is that of one. */
      readonly source: string | null;
    };
function clashOf(clash: Clash): Words {
  if (clash.between === "pages")
    return [
      `Two things want to be the file ${clash.file}: ${clash.one} and ${clash.other}.`,
      "Give one of the articles, pages or sections another slug.",
    ];
  const { how, path, publicPath, more, page, source } = clash;
  const message = {
    same: `It would be the file ${path}, and so would ${page}.`,
    "folder-wanted-here": `It${andMore(more, " beside it")} would need a folder ${path}, which is a file: ${page}.`,
    "folder-wanted-there": `It would be the file ${publicPath}, and ${page} needs a folder of that name for ${path}.`,
  };
  const otherwise = source ? `, or give ${source} another slug` : `: ${path} is made by the program`;
  return [message[how], `Rename or move the file in public/${otherwise}.`];
}

export const BUILD = {
  "template-fault": error(({ name, reason }: { name: string; reason: string }) => [
    `The template ${name} failed: ${reason}`,
    "What a template may use is listed in docs/templates.md.",
  ]),
  "template-unused": warning(({ near }: { near: string | null }) => [
    "No page uses this template.",
    near
      ? `Did you mean templates/${near}.eta?`
      : "Include it in another template, or give it the name of the one it stands before.",
  ]),
  "missing-template": error(({ name, isIncluded }: { name: string; isIncluded: boolean }) => [
    `There is no template ${name}.eta${isIncluded ? ", which is included here" : ""}.`,
    `Write templates/${name}.eta, or take your own templates/ away to have the one that comes with the program.`,
  ]),
  "style-fault": error((fault: { sign: string; is: "opened" | "closing" } | { reason: string }) => [
    "reason" in fault
      ? `This is no CSS: ${fault.reason}`
      : `${fault.sign} ${fault.is === "opened" ? "is opened here and never closed." : "closes nothing here."}`,
    "Mend it, or take the file away to have the one that comes with the program.",
  ]),
  "file-clash": error(clashOf),
  "output-unwritable": error(({ folder, reason }: { folder: string; reason: string }) => [
    `${folder} cannot be written: ${reason}`,
    "Check who owns the folder and its disk, or name another one with --out.",
  ]),
  "output-not-a-folder": error(({ folder }: { folder: string }) => [
    `${folder} is a file; the site needs a folder.`,
    "Move it away, or name another with --out.",
  ]),
  "output-foreign": error(({ folder, files }: { folder: string; files: readonly string[] }) => [
    `${folder} holds files that Warraq did not make (${files.join(", ")}), and would be mixed with the site.`,
    "Name an empty folder with --out, or move those files away.",
  ]),
  "output-overlaps": error(
    ({ folder, read, isInside }: { folder: string; read: string; isInside: boolean }) => [
      isInside
        ? `The site would go to ${folder}, which lies in ${read}/: builds read what is there, and would read the site too.`
        : `The site would go to ${folder}, in which ${read}/ lies: your own files would be mixed with it.`,
      "Name a folder beside them with --out, as dist is; a symbolic link leads where it leads.",
    ],
  ),
  "build-running": error(({ pid }: { pid: number }) => [
    `Another build of this archive is running (process ${pid}).`,
    "Wait until it has ended, then build again.",
  ]),
  "lock-unreadable": error(({ reason }: { reason: string }) => [
    `Whether another build is running cannot be told: ${reason}.`,
    "If none is, take .warraq/lock away (and .warraq/lock.dead), or all of .warraq, and build again.",
  ]),
  "memory-short": error([
    "The archive is too large for the memory that Node gives a program.",
    `Give it more, in megabytes, about 5 for a thousand articles: NODE_OPTIONS=--max-old-space-size=8000 npx warraq build; ${AS_IT_WAS}`,
  ]),
  disk: error((fault: OfDisk & { isImport?: boolean }) =>
    fault.isImport
      ? [fault.reason, "Mend what the disk says, and import again: what is written stays."]
      : ofDisk(fault, AS_IT_WAS),
  ),
  /** Some files of the site are new and some old. */
  "half-published": error((fault: OfDisk) =>
    ofDisk(fault, "the site is half old and half new until then, each file of it whole."),
  ),
  "cache-damaged": warning(({ part }: { part: PartOfCache }) => [
    `${DAMAGED[part]} was damaged, and was made again.`,
  ]),
  internal: error(({ reason }: { reason: string }) => [
    `Internal error: ${reason}`,
    "This is a fault of the program, not of your files: the terminal shows where. It builds again at the next change.",
  ]),
};
export const buildFault = faultOf(BUILD);
