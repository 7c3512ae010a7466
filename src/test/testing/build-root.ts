/** A temporary root whose builds run within the test, without a process or threads: for tests of many small builds. */
import { utimesSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, check, plan } from "../../build/build.ts";
import type { BuildReport } from "../../build/report.ts";
import { type Files, REPOSITORY, Root } from "./program.ts";

const made: BuildRoot[] = [];
/** Removes every root made since the last call. */
export function removeRoots(): void {
  for (const root of made.splice(0)) root.remove();
}

export class BuildRoot extends Root {
  /** Each write is a second younger than the last, as an editor's would be. Seconds since 1970. */
  #time = Math.floor(Date.now() / 1000) - 100_000.5;

  constructor(files: Files = {}) {
    super();
    made.push(this);
    this.write({ "content/.keep": "", ...files });
  }

  override write(files: Files): this {
    super.write(files);
    for (const name of Object.keys(files)) {
      this.#time += 1;
      utimesSync(join(this.path, name), this.#time, this.#time);
    }
    return this;
  }

  #options(changed: Partial<BuildOptions>): BuildOptions {
    return {
      ...{ root: this.path, out: join(this.path, "dist"), outName: "dist" },
      ...{ templates: join(REPOSITORY, "templates"), keepGoing: false, ...changed },
    };
  }

  build(options: Partial<BuildOptions> = {}): Promise<BuildReport> {
    return build(this.#options(options));
  }

  check(options: Partial<BuildOptions> = {}): Promise<BuildReport> {
    return check(this.#options(options));
  }

  plan(use: Parameters<typeof plan>[1]): Promise<BuildReport> {
    return plan(this.#options({}), use);
  }

  /** What a build from nothing gives, by path; it leaves nothing behind. */
  async clean(): Promise<Readonly<Record<string, string>>> {
    const folder = (name: string): string => join(this.path, name);
    await this.build({ out: folder("fresh"), outName: "fresh", cache: folder("fresh-cache") });
    const state = this.state("fresh");
    this.remove("fresh").remove("fresh-cache");
    return state;
  }
}

/** Markdown of an article with a title in quotation marks; `more` are lines of front matter. */
export const article = (
  title: string,
  more = "",
  text = `نص مقال ${title} عن المدينة والنهر والسوق.`,
): string => `---\ntitle: ${JSON.stringify(title)}\n${more}---\n\n${text}\n`;

export const codes = ({ diagnostics }: BuildReport): string[] =>
  diagnostics.map(({ severity, code, file }) => `${severity} ${code} ${file}`);
