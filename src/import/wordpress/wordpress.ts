/** WordPress exports as a form that can be imported. Each is gone through twice, so that no text is held in memory. */
import type { Diagnostic } from "../../model/diagnostic.ts";
import { importFault } from "../../model/diagnostics/import.ts";
import type { Account, ImportContext, Importer, ImportItem } from "../importer.ts";
import { damageOf } from "./faults.ts";
import { ItemIndex } from "./item-index.ts";
import { aheadOf, leftOutFor, plainText } from "./items.ts";
import { convertPost } from "./post.ts";
import { itemsOf, readExport } from "./read-export.ts";
import { UnknownStates } from "./unknown-states.ts";
import { isWxr, type StrayItem, type WxrItem, type WxrSite } from "./wxr.ts";

/** The difference that most items show; 0 where none shows any. */
function mostCommon(minutes: ReadonlyMap<number, number>): number {
  const [[most = 0] = []] = [...minutes].sort(([, a], [, b]) => b - a);
  return most;
}

class WordPressArchive {
  readonly #sources: readonly string[];
  readonly #context: ImportContext;
  readonly #index: ItemIndex;
  readonly #states = new UnknownStates();
  readonly #sites: WxrSite[] = [];
  readonly #lost: (StrayItem & { readonly source: string })[] = [];

  constructor(sources: readonly string[], context: ImportContext) {
    this.#sources = sources;
    this.#context = context;
    this.#index = new ItemIndex(context.files);
  }

  /** The first pass: where each item will lie, and what is damaged. */
  async readAll(): Promise<Account> {
    const clocks = new Map<number, number>();
    const diagnostics: Diagnostic[] = [];
    for (const [nth, source] of this.#sources.entries()) {
      const read = await readExport(source, (item) => {
        this.#index.add(item, nth);
        this.#states.add(item, source, nth);
        const minutes = leftOutFor(item) === null ? aheadOf(item) : null;
        if (minutes !== null) clocks.set(minutes, (clocks.get(minutes) ?? 0) + 1);
      });
      this.#sites.push(read.site);
      diagnostics.push(...damageOf(source, read));
      for (const stray of read.lost) this.#lost.push({ ...stray, source });
    }
    diagnostics.push(...this.#states.findings());
    const [{ title, description } = { title: "", description: "" }] = this.#sites;
    return {
      site: {
        title: plainText(title),
        description: plainText(description),
        minutesAhead: mostCommon(clocks),
      },
      diagnostics,
    };
  }

  /** The second pass. */
  async *items(): AsyncGenerator<ImportItem> {
    for (const { title, address, source, line } of this.#lost)
      yield {
        ...{ title: plainText(title), address, source, line },
        convert: () => ({ outcome: "lost", why: importFault("item-lost", { file: source }) }),
      };
    for (const [nth, source] of this.#sources.entries())
      for await (const item of itemsOf(source)) {
        // Taken with the articles that show it.
        if (item.type === "attachment") continue;
        yield this.#importItem(this.#states.decided(item, nth), nth);
      }
  }

  #importItem(item: WxrItem, nth: number): ImportItem {
    const source = this.#sources[nth] as string;
    return {
      ...{ title: plainText(item.title), address: item.link, source, line: item.place.line },
      convert: () => {
        const file = this.#index.fileOf(item, nth);
        if (file === undefined) return { outcome: "left-out", rule: leftOutFor(item) ?? item.type };
        const { isUploaded } = this.#context;
        const site = this.#sites[nth] as WxrSite;
        return convertPost(item, file, { path: source, site, index: this.#index, isUploaded });
      },
    };
  }
}

export const wordpress: Importer = {
  name: "wordpress",
  detect: ({ text }) => isWxr(text),
  async open(sources, context) {
    const archive = new WordPressArchive(sources, context);
    const account = await archive.readAll();
    return { account, items: () => archive.items() };
  },
};
