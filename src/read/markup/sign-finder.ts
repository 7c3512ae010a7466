/** A line that begins a block of HTML within Markdown (CommonMark, 4.6). */
const BEGINS_HTML =
  /^[ \t>]*<(?:\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|script|pre|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)|[!?]|\/?[a-z][^>\n]*>[ \t]*$)/gim;

/** Where signs stand in a text: each is sought through the text once, however often it is asked for. */
export class SignFinder {
  readonly #text: string;
  readonly #places = new Map<string, readonly number[]>();
  constructor(text: string) {
    this.#text = text;
  }
  /** Where a sign stands at or after a place; -1 where it does not. */
  after(sign: string, from: number): number {
    return this.#after(sign, from, () => placesOf(this.#text, sign));
  }
  /** Where `</name` stands, in letters of any case. */
  endTag(name: string, from: number): number {
    return this.#after(`</${name}`, from, () =>
      matchesOf(this.#text, new RegExp(`</${name}(?=[\\s/>])`, "gi")),
    );
  }
  /** Where the text, or the block of Markdown that a place stands in, ends. */
  blankLine(from: number): number {
    const found = this.#after("\n\n", from, () => matchesOf(this.#text, /\n[ \t]*(?=\n)/g));
    return found < 0 ? this.#text.length : found;
  }
  /** Where the line ends that a place stands in. */
  lineEnd(from: number): number {
    const end = this.after("\n", from);
    return end < 0 ? this.#text.length : end;
  }
  /** Where a line begins with a tag. */
  tagLine(from: number): number {
    return this.#after("\n<", from, () => matchesOf(this.#text, BEGINS_HTML));
  }
  /** Where the block of Markdown begins that a place stands in. */
  blockAt(place: number): number {
    this.blankLine(place);
    const blanks = this.#places.get("\n\n") ?? [];
    return blanks[this.#count(blanks, place) - 1] ?? 0;
  }
  #after(key: string, from: number, find: () => readonly number[]): number {
    const places = this.#places.get(key) ?? find();
    this.#places.set(key, places);
    return places[this.#count(places, from)] ?? -1;
  }
  /** How many of them stand before a place. */
  #count(places: readonly number[], from: number): number {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
function placesOf(text: string, sign: string): readonly number[] {
  const places: number[] = [];
  for (let i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) places.push(i);
  return places;
}
const matchesOf = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);
