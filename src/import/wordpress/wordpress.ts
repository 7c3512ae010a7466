/** WordPress exports as a form that can be imported. Each is gone through twice, so that no text is held in memory. */
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Account, ImportContext, Importer, ImportItem } from "../importer.ts";
import { damageOf } from "./faults.ts";
import { WordPressIndex } from "./index.ts";
import { aheadOf, passedOver, plainText } from "./items.ts";
import { convertPost } from "./post.ts";
import { itemsOf, readExport } from "./read-export.ts";
import { UnknownStates } from "./unknown-states.ts";
import { isWxr, type StrayItem, type WxrItem, type WxrSite } from "./wxr.ts";

/** Of the clocks that items show, the one that most do. */
function mostCommon(minutes: ReadonlyMap<number, number>): number {
  const [[most = 0] = []] = [...minutes].sort(([, a], [, b]) => b - a);
  return most;
}

class WordPressArchive {
  readonly #sources: readonly string[];
  readonly #context: ImportContext;
  readonly #index: WordPressIndex;
  readonly #states = new UnknownStates();
  readonly #sites: WxrSite[] = [];
  readonly #lost: (StrayItem & { readonly source: string })[] = [];

  constructor(sources: readonly string[], context: ImportContext) {
    this.#sources = sources;
    this.#context = context;
    this.#index = new WordPressIndex(context.files);
  }

  /** The first pass: where each item will lie, and what is damaged. */
  async readAll(): Promise<Account> {
    const clocks = new Map<number, number>();
    const diagnostics: Diagnostic[] = [];
    for (const [nth, source] of this.#sources.entries()) {
      const read = await readExport(source, (item) => {
        this.#index.add(item, nth);
        this.#states.add(item, source, nth);
        const minutes = passedOver(item) ? null : aheadOf(item);
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
        convert: () => ({
          ...{ outcome: "lost", code: "item-lost" },
          message: "It begins here, and could not be read to its end.",
          hint: "Export it again, or copy the article from the old site.",
        }),
      };
    for (const [nth, source] of this.#sources.entries())
      for await (const item of itemsOf(source)) {
        // A part of the article that shows it.
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
        const passed = passedOver(item);
        if (passed || file === undefined) return { outcome: "left-out", rule: passed?.name ?? item.type };
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
