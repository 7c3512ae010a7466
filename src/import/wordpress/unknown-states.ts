/** Items that may never have been public become drafts, and are reported. */
import type { Diagnostic } from "../../model/diagnostic.ts";
import { importFault } from "../../model/diagnostics/import.ts";
import { isUnknownStatus, leftOutFor, plainText } from "./items.ts";
import type { WxrItem } from "./wxr.ts";

interface StatedItem {
  readonly item: Pick<WxrItem, "title" | "link" | "place" | "status">;
  readonly file: string;
}

/** Takes each item of the exports in the first pass; then says which of them become drafts. */
export class UnknownStates {
  readonly #byStatus = new Map<string, StatedItem[]>();
  /** Published items without the field of the password, by export; and the exports that write it even where it is empty. */
  readonly #withoutPassword = new Map<number, StatedItem[]>();
  readonly #writesPasswords = new Set<number>();

  add(item: WxrItem, file: string, nth: number): void {
    if (item.password === "") this.#writesPasswords.add(nth);
    if (leftOutFor(item) !== null) return;
    const { title, link, place, status } = item;
    const stated = { item: { title, link, place, status }, file };
    if (isUnknownStatus(item)) this.#put(this.#byStatus, status, stated);
    else if (item.password === null && status === "publish") this.#put(this.#withoutPassword, nth, stated);
  }

  /** The item, without its state where an export that always writes the field of the password lacks this one's. */
  decided(item: WxrItem, nth: number): WxrItem {
    const isLost = item.password === null && item.status === "publish" && this.#writesPasswords.has(nth);
    return isLost ? { ...item, status: "" } : item;
  }

  /** One warning for each state, naming the first item that has it. */
  findings(): Diagnostic[] {
    for (const nth of this.#writesPasswords)
      for (const stated of this.#withoutPassword.get(nth) ?? []) this.#put(this.#byStatus, "", stated);
    this.#withoutPassword.clear();
    return [...this.#byStatus].map(([status, [first, ...more]]) => {
      const { item, file } = first as StatedItem;
      const named = { title: plainText(item.title), address: item.link };
      const at = { file, place: { line: item.place.line, column: 1 } };
      return importFault("status-unknown", at, { item: named, status, more: more.length });
    });
  }

  #put<Key>(into: Map<Key, StatedItem[]>, key: Key, stated: StatedItem): void {
    const same = into.get(key);
    if (same) same.push(stated);
    else into.set(key, [stated]);
  }
}
