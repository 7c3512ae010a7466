/**
 * Finds where items begin in the raw text of an export, independently of {@link WxrReader}: an item that begins here and is
 * never returned by the reader is lost, whatever the reason.
 */
import type { ItemPlace } from "./wxr.ts";

const MARK = /<item(?=[\s>])|<!\[CDATA\[|\]\]>|<\/(?:content:encoded|excerpt:encoded|wp:\w+)>|\n/g;
/** Longer than any mark with the character after it. */
const LONGEST = 64;

export class ItemOpenings {
  /** Items not read so far, by offset. */
  readonly left = new Map<number, ItemPlace>();
  /** Offsets of items that were read before their beginnings were found. */
  readonly #early = new Set<number>();
  /** Offsets of all items, in order. */
  readonly #offsets: number[] = [];
  #rest = "";
  #offset = 0;
  #line = 1;
  #isCdata = false;

  /** @param text A piece, lines ended by `\n`. */
  write(text: string): void {
    const whole = this.#rest + text;
    this.#scan(whole, Math.max(0, whole.length - LONGEST));
  }

  end(): void {
    this.#scan(this.#rest, this.#rest.length);
  }

  taken({ offset }: ItemPlace): void {
    if (!this.left.delete(offset)) this.#early.add(offset);
  }

  /** Whether an item begins between two offsets. */
  isAnyBetween(from: number, until: number): boolean {
    let low = 0;
    for (let high = this.#offsets.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] as number) <= from) low = middle + 1;
      else high = middle;
    }
    return (this.#offsets[low] ?? Infinity) < until;
  }

  /** Marks that begin before `until`. */
  #scan(whole: string, until: number): void {
    MARK.lastIndex = 0;
    for (let match = MARK.exec(whole); match && match.index < until; match = MARK.exec(whole)) {
      const [mark] = match;
      const offset = this.#offset + match.index;
      if (mark === "\n") this.#line += 1;
      else if (mark === "<item") {
        if (this.#isCdata) continue;
        this.#offsets.push(offset);
        if (!this.#early.delete(offset)) this.left.set(offset, { offset, line: this.#line });
      } else this.#isCdata = mark.startsWith("<!");
    }
    this.#rest = whole.slice(until);
    this.#offset += until;
  }
}
