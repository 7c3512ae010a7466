/** Where everything of an export will lie, learnt before any of it is written. */
import { slugOf } from "../../arabic/letters/slug.ts";
import { fileNameOf, ItemFiles, stepOf } from "../item-files.ts";
import { pathOf } from "../old-address.ts";
import { dateOf, passedOver, plainText } from "./items.ts";
import type { Attachment } from "./shortcodes.ts";
import type { WxrItem } from "./wxr.ts";

const keyOf = ({ place }: WxrItem, nth: number): string => `${nth} ${place.offset}`;
const identityOf = ({ type, title, link, date }: WxrItem): string => [type, title, link, date].join("\n");

export class WordPressIndex {
  /** File of each article and page within content/, by its place in the exports, by number and by path of its old address. */
  readonly #placed = new Map<string, string>();
  readonly #files = new Map<number, string>();
  /** What tells an item from another of its number, which damaged exports and two halves of one site give twice. */
  readonly #known = new Map<number, string>();
  readonly #addresses = new Map<string, string>();
  readonly #attachments = new Map<number, Attachment & { readonly parent: number }>();
  /** Numbers of attachments by the post they were handed in with. */
  readonly #attached = new Map<number, Set<number>>();
  readonly #blocks = new Map<number, string>();
  readonly #itemFiles: ItemFiles;

  constructor(files = new ItemFiles()) {
    this.#itemFiles = files;
  }

  /** Items in the order of the export: of two with one name, the first has it. @param nth Which of several exports. */
  add(item: WxrItem, nth = 0): void {
    if (item.type === "attachment") this.#attach(item);
    if (item.type === "wp_block") this.#blocks.set(item.id, item.content);
    if (passedOver(item)) return;
    const same = item.id > 0 && this.#known.get(item.id) === identityOf(item) && this.#files.get(item.id);
    const file = same || this.#fileOf(item);
    this.#placed.set(keyOf(item, nth), file);
    if (item.id > 0 && !this.#files.has(item.id)) {
      this.#files.set(item.id, file);
      this.#known.set(item.id, identityOf(item));
    }
    const path = pathOf(item.link);
    if (path && !this.#addresses.has(path)) this.#addresses.set(path, file);
  }

  /** Undefined for what is passed over. */
  fileOf(item: WxrItem, nth = 0): string | undefined {
    return this.#placed.get(keyOf(item, nth));
  }

  /** The file of the article that an address of the old site leads to. */
  fileAt(address: string): string | undefined {
    const id = /[?&](?:p|page_id)=(\d+)/.exec(address)?.[1];
    return id ? this.#files.get(Number(id)) : this.#addresses.get(pathOf(address) ?? "");
  }

  attachment(id: number): Attachment | undefined {
    return this.#attachments.get(id);
  }

  attachmentsOf(post: number): readonly Attachment[] {
    return [...(this.#attached.get(post) ?? [])].flatMap((id) => {
      const one = this.#attachments.get(id);
      return one?.parent === post ? [one] : [];
    });
  }

  /** The text of a block that several articles share. */
  block(id: number): string | undefined {
    return this.#blocks.get(id);
  }

  #attach({ id, parent, attachmentUrl, meta, excerpt }: WxrItem): void {
    const alt = plainText(meta.get("_wp_attachment_image_alt") ?? "");
    this.#attachments.set(id, { url: attachmentUrl, alt, caption: excerpt, parent });
    const same = this.#attached.get(parent);
    if (same) same.add(id);
    else this.#attached.set(parent, new Set([id]));
  }

  #fileOf(item: WxrItem): string {
    const day = dateOf(item)?.slice(0, 10).replaceAll("-", "/");
    const folder = item.type === "page" ? "pages" : (day ?? "undated");
    const name = fileNameOf(
      stepOf(item.slug) ?? slugOf(plainText(item.title), "arabic") ?? `${item.type}-${item.id}`,
    );
    return this.#itemFiles.take(folder, name);
  }
}
