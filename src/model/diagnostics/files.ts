/** Names, bytes and encodings of the user's files. */
import { andMore, error, faultOf, isolated, warning } from "./entry.ts";

const OWNER = "Check who owns it: give whoever builds the right to read it (chmod u+rX), or take it away.";
/** By the system's code of the error, or what else was the cause. */
const TO_READ_IT: Readonly<Record<string, string>> = {
  EACCES: OWNER,
  EPERM: OWNER,
  ENOENT: "It was removed meanwhile. Build again.",
  EISDIR: "It became a folder meanwhile. Build again.",
  ENOTDIR: "It became a file meanwhile. Build again.",
  ELOOP: "It is a link that leads back to itself. Take it away.",
  ENAMETOOLONG: "Its path is longer than this system takes. Move it up some folders.",
  EIO: "The disk cannot be read here. Copy the file from another one.",
  packing: "Take it from the old site again.",
};

const IN_PLACE_OF_OTHERS = {
  media:
    "Documents, sound and film are published where an article links to them by their file, or from public/.",
  "word-processor":
    "Open it in the program it is of and save it as plain text (.txt, UTF-8), or write it as .md; a new name alone does not change what is in it.",
  markdown: "If it is Markdown, name it .md.",
  page: "If it is a web page, open it in a browser and save it as .html; a new name alone does not change what is in it.",
  export:
    "If articles are in it, take them out, one file each (.md, .txt or .html); a new name alone does not change what is in it. If not, move it out of content/.",
  unknown: "If it is text, name it .txt or .md; if not, move it out of content/.",
};
/** What a file is that is no article, by its extension. */
export type OtherKind = keyof typeof IN_PLACE_OF_OTHERS;

const NOT_TEXT = {
  encoding: "This file is not text in UTF-8, nor in an encoding Arabic is written in.",
  nul: "This file holds NUL bytes: it is no text.",
};

/** The likeliest encoding, and how the text begins in it. */
interface Guess {
  readonly encoding: string;
  readonly begins: string;
}
/** A text that was saved as what another encoding shows of its bytes. */
interface Misread {
  readonly as: readonly [encoding: string, readAs: string];
  readonly looks: string;
  readonly whole: boolean;
}

/** Quotes a path for a shell. */
const inShell = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** The folder that a file of the user's lies in. */
type Folder = "content" | "public";

export const FILES = {
  unreadable: error(({ cause, reason }: { cause: string; reason: string }) =>
    cause === "settings"
      ? [
          "This is no file, so the settings cannot be read from it.",
          `Move it away, or give it another name: ${reason} is the file of the settings.`,
        ]
      : [`It cannot be read: ${reason}.`, TO_READ_IT[cause] ?? "Look at what it is, or take it away."],
  ),
  "name-not-utf8": error(
    ({ count, names, folder }: { count: number; names: readonly string[]; folder: string }) => [
      `${count === 1 ? "A name in this folder is" : `${count} names in this folder are`} not UTF-8, and not read: ${names.join(", ")}${andMore(count - names.length)}.`,
      `Rename what is called so, by hand or all at once: convmv -f cp1256 -t utf8 -r --notest ${folder}`,
    ],
  ),
  "not-an-article": warning(({ more, folder, kind }: { more: number; folder: string; kind: OtherKind }) => [
    `Not read: this${andMore(more, ` like it in ${folder}`)} is not .md, .txt or .html.`,
    IN_PLACE_OF_OTHERS[kind],
  ]),
  "too-large": error(({ size, most }: { size: number; most: number }) => [
    `This file is ${(size / 1e6).toFixed(0)} MB; an article is under ${most / 1e6} MB.`,
    "If it holds many articles, cut it into one file each.",
  ]),
  "settings-twice": warning(({ read }: { read: string }) => [
    `Not read: the settings are those of ${read}.`,
    `Move what is wanted of it into ${read}, and remove this file.`,
  ]),
  "sidecar-alone": warning(({ article, named }: { article: string; named: string | undefined }) => [
    "This sidecar stands beside no article.",
    named
      ? `The sidecar of ${article} is named ${named}.yaml.`
      : `It belongs beside ${article}.txt, .md or .html.`,
  ]),
  "sidecar-twice": error(({ read }: { read: string }) => [
    `This sidecar and ${read} are of one article; only the other one is read.`,
    "Put what is right in one of the two, and remove the other.",
  ]),
  "name-twice": error(({ other, by }: { other: string; by: "ending" | "composition" }) =>
    by === "ending"
      ? [
          `This file and ${other} differ only in their ending, so they would be one article: only one of them can be published.`,
          "Rename one of the two, and the sidecar that belongs to it; or remove the one that is not wanted.",
        ]
      : [
          `Its name and that of ${other} are the same letters, composed in two ways: only the other one is published.`,
          "Remove one of the two, or rename it.",
        ],
  ),
  "name-alike": warning(({ other }: { other: string }) => [
    `Its name and that of ${other} differ in capital letters alone: on many disks they are one file.`,
    "Rename one of the two.",
  ]),
  "bad-name": error([
    "Its name holds a control character, or is too long when its letters are composed: it is not published.",
    "Rename it.",
  ]),
  "hidden-file": warning(({ folder, read }: { folder: string; read: readonly string[] }) => [
    "Not published: its name begins with a dot, and it is none of those that hosts read.",
    `Name it without the dot, or move it out of ${folder}/. Hosts read: ${read.join(", ")}.`,
  ]),
  "link-broken": error(["This symbolic link leads nowhere.", "Remove it, or put the file itself here."]),
  "link-out": error(({ of }: { of: Folder }) =>
    of === "content"
      ? [
          "This symbolic link leads out of content/.",
          "Put the file itself here: only what lies in content/ is published.",
        ]
      : ["This symbolic link leads out of the folder, or nowhere.", "Put the file itself here."],
  ),
  "link-loop": error(({ of }: { of: Folder }) => [
    `This symbolic link leads back to a folder that it lies in${of === "public" ? ", or to itself" : ""}; it is not followed.`,
    "Remove it.",
  ]),
  empty: error(({ isKeys }: { isKeys: boolean }) => [
    "This file is empty.",
    isKeys
      ? "State a key in it, as date: 2017-11-22, or remove the file."
      : "Write the article, or remove the file.",
  ]),
  "broken-utf8": warning(({ count }: { count: number }) => [
    `Some bytes of this file are no UTF-8; where they stood, the text has \ufffd (${count}).`,
    "Look for \ufffd in it, write what stood there, and save it as UTF-8.",
  ]),
  "not-utf8": error(({ looks, file }: { looks: Guess | null; file: string }) =>
    looks
      ? [
          `This file is not UTF-8. It looks like ${looks.encoding}, where it begins: ${isolated(`«${looks.begins}»`)}`,
          `If that reads right, save it as UTF-8: iconv -f ${looks.encoding.toUpperCase()} -t UTF-8 ${inShell(file)} > new.txt && mv new.txt ${inShell(file)}`,
        ]
      : ["This file is not UTF-8.", "Save it as UTF-8: its Arabic would be unreadable on every page."],
  ),
  "not-text": error(({ why }: { why: keyof typeof NOT_TEXT | { readonly encoding: string | null } }) =>
    typeof why === "string"
      ? [NOT_TEXT[why], "If it is an article, save it as UTF-8; if not, move it out of content/."]
      : [
          `It says that it is kept in the encoding ${JSON.stringify(why.encoding)}, which nobody knows.`,
          "Find out which one it is, write that into its first line, and import it again.",
        ],
  ),
  "encoded-twice": warning(({ as: [encoding, readAs], looks, whole }: Misread) => [
    `This text was ${encoding} that something read as ${readAs} and saved again (${isolated(looks)}); ${whole ? "it was turned back without loss." : "it was turned back, but some letters of it were lost on the way."}`,
    whole
      ? "Nothing needs doing; to mend the file itself, save the text as the page shows it."
      : "Look for odd signs in the page, and take the text from where it came from once more.",
  ]),
};
export const fileFault = faultOf(FILES);
