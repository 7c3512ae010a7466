/** An index of the items of exports, complete before any is written: their files, attachments and shared blocks. */
import { ItemFiles } from "../item-files.ts";
import { pathOf } from "../old-address.ts";
import { dateOf, leftOutFor, plainText } from "./items.ts";
import type { Attachment } from "./shortcodes.ts";
import type { WxrItem } from "./wxr.ts";

const keyOf = ({ place }: WxrItem, nth: number): string => `${nth} ${place.offset}`;
const identityOf = ({ type, title, link, date }: WxrItem): string => [type, title, link, date].join("\n");

export class ItemIndex {
  /** Files below content/ by place in the exports; below, by number and by path of the old address. */
  readonly #byPlace = new Map<string, string>();
  readonly #byNumber = new Map<number, string>();
  /** By number: what distinguishes two items of one number, as in damaged exports and in two blogs. */
  readonly #identities = new Map<number, string>();
  readonly #byPath = new Map<string, string>();
  readonly #attachments = new Map<number, Attachment & { readonly parent: number }>();
  /** Numbers of attachments by the post they were uploaded to. */
  readonly #attached = new Map<number, Set<number>>();
  readonly #blocks = new Map<number, string>();
  readonly #itemFiles: ItemFiles;

  constructor(files = new ItemFiles()) {
    this.#itemFiles = files;
  }

  /** Items in the order of the export: of two with one name, the first keeps it. @param nth Which of several exports. */
  add(item: WxrItem, nth = 0): void {
    if (item.type === "attachment") this.#attach(item);
    if (item.type === "wp_block") this.#blocks.set(item.id, item.content);
    if (leftOutFor(item) !== null) return;
    const same =
      item.id > 0 && this.#identities.get(item.id) === identityOf(item) && this.#byNumber.get(item.id);
    const file =
      same ||
      this.#itemFiles.take({
        ...{ slug: item.slug, title: plainText(item.title), day: dateOf(item)?.slice(0, 10) },
        ...{ isPage: item.type === "page", otherwise: `${item.type}-${item.id}` },
      });
    this.#byPlace.set(keyOf(item, nth), file);
    if (item.id > 0 && !this.#byNumber.has(item.id)) {
      this.#byNumber.set(item.id, file);
      this.#identities.set(item.id, identityOf(item));
    }
    const path = pathOf(item.link);
    if (path && !this.#byPath.has(path)) this.#byPath.set(path, file);
  }

  /** Undefined for items that are left out. */
  fileOf(item: WxrItem, nth = 0): string | undefined {
    return this.#byPlace.get(keyOf(item, nth));
  }

  /** The file of the article that an address of the old site leads to. */
  fileAt(address: string): string | undefined {
    const id = /[?&](?:p|page_id)=(\d+)/.exec(address)?.[1];
    return id ? this.#byNumber.get(Number(id)) : this.#byPath.get(pathOf(address) ?? "");
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

  /** The text of a reusable block. */
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
}
