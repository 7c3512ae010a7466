/**
 * The files of `public/`, which are carried into the site as they are. Their size and times stand for their content,
 * save for one so young that it may change again within the same tick of the clock: that one is read too.
 */
import { accessSync, constants, realpathSync, type Stats, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isOlder } from "../disk/is-older.ts";
import { listFolder } from "../disk/list-folder.ts";
import { unreadable } from "../disk/unreadable.ts";
import { foldedPath } from "../model/address-step.ts";
import { type OutputPath, outputPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { fileFault } from "../model/diagnostics/files.ts";
import { pathWithin } from "../model/path-within.ts";
import { sha256OfFile } from "./stream-file.ts";

export interface PublicFile {
  /** Composed (NFC), as links ask for it, whichever way the disk spells it. */
  readonly path: OutputPath;
  /** On the disk, absolute. */
  readonly from: string;
  /** As messages name it, below the root, as the disk spells it: `public/images/a.jpg`. */
  readonly file: string;
  /** Bytes, and milliseconds since 1970. */
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  /** Changes when the file does, and once more when a young file has grown old. */
  readonly version: string;
}

/** Names that begin with a dot and that hosts read. */
const FOR_HOSTS: ReadonlySet<string> = new Set([
  ".htaccess",
  ".nojekyll",
  ".well-known",
  ".domains",
  ".user.ini",
]);
/** Those that systems and editors leave behind. */
const LEFT_BEHIND =
  /^\.(?:DS_Store|localized|_.*|Apple.*|Spotlight-.*|Trash.*|fseventsd|TemporaryItems|directory|git.*|hg.*|svn|bzr|idea|vscode|vs|editorconfig|keep|~.*|#.*|.*\.sw[a-p]x?|.*~|.*\.(?:tmp|bak|kate-swp)|nfs.*|fuse_hidden.*)$/i;
/** The most bytes of a name that file systems take. */
const LONGEST_NAME = 255;
const CONTROL = /\p{Cc}/u;

class Walk {
  readonly files: PublicFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #folder: string;
  readonly #name: string;
  readonly #home: string;
  /** Links that lead back, each told once by whatever way it is met. */
  readonly #loops = new Set<string>();

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.#home = realpathSync(folder);
  }

  /** @param above The folders that links on the way to it led to. */
  visit(inner: string, above: readonly string[]): void {
    const { entries, diagnostics } = listFolder(
      join(this.#folder, inner),
      inner === "" ? this.#name : `${this.#name}/${inner}`,
    );
    this.diagnostics.push(...diagnostics);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
      if (!this.#isWanted(entry.name, `${this.#name}/${path}`)) continue;
      try {
        const led = entry.isSymbolicLink() ? this.#ledTo(path, above) : above;
        if (led) this.#take(path, led);
      } catch (error) {
        this.diagnostics.push(unreadable(`${this.#name}/${path}`, error));
      }
    }
  }

  #isWanted(entry: string, file: string): boolean {
    if (CONTROL.test(entry) || Buffer.byteLength(entry.normalize("NFC")) > LONGEST_NAME) {
      this.diagnostics.push(fileFault("bad-name", { file }));
      return false;
    }
    if (!entry.startsWith(".") || FOR_HOSTS.has(entry)) return true;
    if (!LEFT_BEHIND.test(entry))
      this.diagnostics.push(fileFault("hidden-file", { file }, { folder: this.#name, read: [...FOR_HOSTS] }));
    return false;
  }

  /** A link is followed within the folder; one that leads out would publish what nobody put there. Null where it is not. */
  #ledTo(path: string, above: readonly string[]): readonly string[] | null {
    const from = join(this.#folder, path);
    const file = `${this.#name}/${path}`;
    let real: string;
    try {
      real = realpathSync(from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ELOOP") this.#loop(file, from);
      else this.#out(file);
      return null;
    }
    if (pathWithin(this.#home, real) === null) {
      this.#out(file);
      return null;
    }
    const at = realpathSync(dirname(from));
    if (!above.includes(real) && pathWithin(real, at) === null) return [...above, real];
    this.#loop(file, join(at, path.split("/").pop() ?? ""));
    return null;
  }

  #out(file: string): void {
    this.diagnostics.push(fileFault("link-out", { file }, { of: "public" }));
  }

  #loop(file: string, link: string): void {
    if (this.#loops.has(link)) return;
    this.#loops.add(link);
    this.diagnostics.push(fileFault("link-loop", { file }, { of: "public" }));
  }

  /** What is neither file nor folder (a pipe, a socket, a device) is passed over: to open it might never end. */
  #take(path: string, above: readonly string[]): void {
    const from = join(this.#folder, path);
    const found = statSync(from);
    if (found.isDirectory()) this.visit(path, above);
    else if (found.isFile()) {
      accessSync(from, constants.R_OK);
      this.files.push(
        publicFile(outputPath(path.normalize("NFC")), { from, file: `${this.#name}/${path}` }, found),
      );
    }
  }
}

/** Of two that would be one file of the site, composed, the first; those that some disks take for one are told of. */
function apart(files: readonly PublicFile[]): Required<Outcome<readonly PublicFile[]>> {
  const first = new Map<string, PublicFile>();
  const diagnostics: Diagnostic[] = [];
  const value = files.filter((one) => {
    const other = first.get(foldedPath(one.path));
    if (!other) {
      first.set(foldedPath(one.path), one);
      return true;
    }
    const at = { file: one.file, others: [other.file] };
    if (other.path === one.path) {
      diagnostics.push(fileFault("name-twice", at, { other: other.file, by: "composition" }));
      return false;
    }
    diagnostics.push(fileFault("name-alike", at, { other: other.file }));
    return true;
  });
  return { value, diagnostics };
}

/** Sorted by path. What cannot be published is told, and left where it is. @param name Of the folder, in messages. */
export function scanPublic(folder: string, name: string): Outcome<readonly PublicFile[]> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { value: [], diagnostics: [] };
  const walk = new Walk(folder, name);
  walk.visit("", []);
  const { value, diagnostics } = apart(walk.files);
  return { value, diagnostics: [...walk.diagnostics, ...diagnostics] };
}

function publicFile(
  path: OutputPath,
  { from, file }: Pick<PublicFile, "from" | "file">,
  found: Stats,
): PublicFile {
  const stamp = { size: found.size, modified: found.mtimeMs, changed: found.ctimeMs };
  return { ...{ path, from, file }, ...stamp, version: fileVersion(from, stamp) };
}

/**
 * Changes when the file does. One that may yet change within its tick of the clock is told by its bytes too, which the next
 * build will not ask for: then its version is another, and what was made of it is looked at once more.
 * @throws Error of the file system.
 */
export function fileVersion(
  file: string,
  { size, modified, changed }: Pick<PublicFile, "size" | "modified" | "changed">,
): string {
  const stamp = `${size}-${modified}-${changed}`;
  return isOlder({ modified, changed }, Date.now()) ? stamp : `${stamp}-${sha256OfFile(file)}`;
}
