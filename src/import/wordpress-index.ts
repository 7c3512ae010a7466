/** Where everything of an export will lie, learnt before any of it is written. */
import { slugOf } from "../arabic/slug.ts";
import { pathOf } from "./old-address.ts";
import type { Attachment } from "./shortcodes.ts";
import { dateOf, passedOver, plainText, stepOf } from "./wordpress.ts";
import type { WxrItem } from "./wxr.ts";

export class WordPressIndex {
  /** File of each article and page within content/, by number and by path of its old address. */
  readonly #files = new Map<number, string>();
  readonly #addresses = new Map<string, number>();
  readonly #attachments = new Map<number, Attachment & { readonly parent: number }>();
  readonly #blocks = new Map<number, string>();
  readonly #taken = new Set<string>();

  /** Items in the order of the export: of two with one name, the first has it. */
  add(item: WxrItem): void {
    if (item.type === "attachment")
      this.#attachments.set(item.id, {
        url: item.attachmentUrl,
        alt: plainText(item.meta.get("_wp_attachment_image_alt") ?? ""),
        caption: item.excerpt,
        parent: item.parent,
      });
    if (item.type === "wp_block") this.#blocks.set(item.id, item.content);
    if (passedOver(item)) return;
    this.#files.set(item.id, this.#fileOf(item));
    const path = pathOf(item.link);
    if (path && !this.#addresses.has(path)) this.#addresses.set(path, item.id);
  }

  fileOf(id: number): string | undefined {
    return this.#files.get(id);
  }

  /** The file of the article that an address of the old site leads to. */
  fileAt(address: string): string | undefined {
    const id = /[?&](?:p|page_id)=(\d+)/.exec(address)?.[1];
    return this.#files.get(id ? Number(id) : (this.#addresses.get(pathOf(address) ?? "") ?? Number.NaN));
  }

  attachment(id: number): Attachment | undefined {
    return this.#attachments.get(id);
  }

  attachmentsOf(post: number): readonly Attachment[] {
    return [...this.#attachments.values()].filter(({ parent }) => parent === post);
  }

  /** The text of a block that several articles share. */
  block(id: number): string | undefined {
    return this.#blocks.get(id);
  }

  #fileOf(item: WxrItem): string {
    const day = dateOf(item)?.slice(0, 10).replaceAll("-", "/");
    const folder = item.type === "page" ? "pages" : (day ?? "undated");
    const name = stepOf(item.slug) ?? slugOf(plainText(item.title), "arabic") ?? `${item.type}-${item.id}`;
    for (let nth = 1; ; nth++) {
      const file = `${folder}/${nth === 1 ? name : `${name}-${nth}`}.md`;
      // Some disks hold no two names that differ in case alone.
      const key = file.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return file;
    }
  }
}
