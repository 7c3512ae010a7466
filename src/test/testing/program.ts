/**
 * The compiled command `warraq` and a temporary root to run it on, for tests that look at it from outside, as a user
 * does: what it prints, its exit code, and the files it leaves.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
const PROGRAM = join(REPOSITORY, "bin", "warraq.cjs");
/** Milliseconds after which a program that should have said or done something has not. */
const PATIENCE = 30_000;

/** File contents by path, relative to the root. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder holding these files. */
export class Root {
  readonly path = mkdtempSync(join(tmpdir(), "warraq-"));

  constructor(files: Files = {}) {
    this.write(files);
  }

  write(files: Files): this {
    for (const [name, contents] of Object.entries(files)) {
      const file = join(this.path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents);
    }
    return this;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  remove(name = ""): this {
    rmSync(join(this.path, name), { recursive: true, force: true });
    return this;
  }

  /** Digests of every file under a folder, by path: two states are the same when these are. */
  state(folder = "dist"): Readonly<Record<string, string>> {
    const top = join(this.path, folder);
    if (!existsSync(top)) return {};
    return Object.fromEntries(
      readdirSync(top, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [relative(top, file), createHash("sha256").update(readFileSync(file)).digest("hex")]),
    );
  }
}

/** Markdown of an article; `keys` are lines of front matter. */
export const markdown = (title: string, keys = "", text = "نص المقال."): string =>
  `---\ntitle: ${title}\n${keys}---\n\n${text}\n`;

/** What a program runs in: modules loaded before it, variables, another user (which only root may ask for). */
export interface Surroundings {
  /** Its entry file, where it is not the one compiled from this repository. */
  readonly program?: string;
  readonly loaded?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** A program that runs: what it has printed so far, and how it ends. */
export class Running {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #printed = "";

  constructor(args: readonly string[], folder: string, surroundings: Surroundings = {}) {
    const { program = PROGRAM, loaded = [], env = {}, uid } = surroundings;
    const imports = loaded.flatMap((one) => ["--import", pathToFileURL(one).href]);
    this.#child = spawn(process.execPath, [...imports, program, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#printed += text;
      });
    this.#ended = new Promise((ended) => this.#child.once("close", ended));
    // A program that cannot be started says why, and has ended.
    this.#child.once("error", (fault) => {
      this.#printed += `${fault.message}\n`;
    });
  }

  get printed(): string {
    return this.#printed;
  }

  /** Waits for words to be printed. @throws Error with all that was printed instead. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    for (const start = performance.now(); performance.now() - start < PATIENCE; ) {
      const match = words.exec(this.#printed);
      if (match) return match;
      if (this.#child.exitCode !== null) break;
      await new Promise((later) => setTimeout(later, 10));
    }
    throw new Error(`${words} was not printed, but:\n${this.#printed}`);
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** The exit code, once it has ended by itself or by a signal that was sent; null when a signal killed it. */
  async ended(): Promise<number | null> {
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), PATIENCE);
    const code = await this.#ended;
    clearTimeout(timer);
    return code;
  }
}

/** Runs a command of `warraq` in a folder, to its end. */
export async function warraq(
  folder: string,
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly printed: string }> {
  const running = new Running(args, folder);
  const code = await running.ended();
  return { code, printed: running.printed };
}
