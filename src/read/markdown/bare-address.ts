/**
 * Where an address that stands in running text ends. GitHub's rules (GFM, "Autolinks (extension)") end it before `? ! . , : *`
 * and a bracket that is not opened in it, where a space follows; here it ends also before any sign that only Arabic and
 * typography have (، ؛ ؟ » ” …), wherever it stands, and a host is never joined to the word that follows it.
 */
import { domainToUnicode } from "node:url";

/** In UTF-16 units, as Markdown is read: signs and spaces beyond ASCII, and the first halves of emoji. */
const SIGN = /(?![\p{ASCII}\p{Cs}\p{Cn}])[\p{P}\p{S}\p{C}\p{Z}]|[\ud83c-\ud83e]/u;
/** May stand within a path, between its letters: hyphens, as in 2010–2015, the middle dot, and what parts letters of Persian. */
const WITHIN_PATH = /[\u00b7\u2010-\u2013\u200c\u200d]/;
/** A part of a host that begins in Latin holds none of these (RFC 5893, rule 5): a word begins that was typed without a space. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const ASCII = /^[\x20-\x7f]$/;
const LATIN_START = /^[\da-z]/i;

/** Reads an address a sign at a time and says where it ends. A sign may be shown to it again: parsers step back. */
export class BareAddressReader {
  #next = 0;
  #end = Number.POSITIVE_INFINITY;
  #phase: "scheme" | "host" | "path";
  /** The part of the host that is being read, and how many of Latin letters stand before it, without `www`. */
  #label = "";
  #latinLabels = 0;
  #last = "";
  /** Brackets that are opened and not closed; below 0 where more are closed. */
  #open = 0;

  /** @param scheme Whether the address begins with `http:` or `https:`, and not with its host. */
  constructor(scheme: boolean) {
    this.#phase = scheme ? "scheme" : "host";
  }

  /** @param at Place of the sign within the address, counted from 0. @returns Whether the address ends before it. */
  endsBefore(sign: string, at: number): boolean {
    if (at === this.#next && at < this.#end) {
      if (this.#isEnd(sign)) this.#end = at;
      else this.#take(sign);
      this.#next += 1;
    }
    return at >= this.#end;
  }

  #isEnd(sign: string): boolean {
    if (ASCII.test(sign)) return false;
    // A closing sign to which a word was joined: `(www.example.org/a)ثم`.
    if (/["\]}]/.test(this.#last) || (this.#last === ")" && this.#open < 0)) return true;
    if (SIGN.test(sign)) return this.#phase !== "path" || !WITHIN_PATH.test(sign);
    if (this.#phase !== "host") return false;
    // A sentence ended with the host, and no space follows its full stop.
    if (this.#label === "") return this.#latinLabels > 1 || !/\p{L}/u.test(sign);
    return LATIN_START.test(this.#label) && RIGHT_TO_LEFT.test(sign);
  }

  #take(sign: string): void {
    if (this.#phase === "scheme") {
      if (sign === "/" && this.#last === "/") this.#phase = "host";
    } else if (/[/?#]/.test(sign)) this.#phase = "path";
    else if (sign === ".") {
      const isLatin = LATIN_START.test(this.#label) && this.#label.toLowerCase() !== "www";
      this.#latinLabels = isLatin ? this.#latinLabels + 1 : 0;
      this.#label = "";
    } else if (this.#phase === "host") this.#label += sign;
    if (sign === "(") this.#open += 1;
    if (sign === ")") this.#open -= 1;
    this.#last = sign;
  }
}

const TRAIL = /[!"&'*,.:;<>?\]_}~\u00b7\u2010-\u2013\u200c\u200d]/;

/** Without the signs that a sentence put behind it: GFM, "extended autolink path validation". */
function withoutTrail(address: string): string {
  let open = 0;
  for (const sign of address) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] as string;
    if (last === ")" && open < 0) open += 1;
    else if (!TRAIL.test(last)) break;
  }
  return address.slice(0, end);
}

/** What a name of a host may hold; a parser of addresses takes a bracket for part of one too. */
const HOST = /^[\p{L}\p{M}\p{N}._-]+$/u;
const SCHEME = /^https?:\/\//i;

/** The beginning of a text that is an address, without what follows it. @param text Begins with `www.` or a scheme. */
export function bareAddressAt(text: string): string {
  const reader = new BareAddressReader(SCHEME.test(text));
  let end = 0;
  while (
    end < text.length &&
    !/[\s<]/.test(text[end] as string) &&
    !reader.endsBefore(text[end] as string, end)
  )
    end += 1;
  return withoutTrail(text.slice(0, end));
}

/** What a browser would go to; null where that is not the host that is written, or is none. */
export function bareAddressHref(address: string): string | null {
  const href = SCHEME.test(address) ? address : `http://${address}`;
  const [, written = ""] = /^https?:\/\/([^/?#:]+)/i.exec(href) ?? [];
  if (!HOST.test(written)) return null;
  try {
    const { hostname } = new URL(href);
    // The last part of a name is of one script (ICANN); a letter of another there was typed without a space.
    const top = written.split(".").at(-1) ?? "";
    if (/[a-z]/i.test(top) && !/^[\p{ASCII}\p{Script=Latin}]+$/u.test(top)) return null;
    const named = domainToUnicode(hostname).normalize("NFC");
    return named === written.toLowerCase().normalize("NFC") ? href : null;
  } catch {
    return null;
  }
}

export interface BareAddress {
  /** As written, from `start` on. */
  readonly text: string;
  readonly start: number;
  readonly href: string;
}

const CANDIDATE =
  /(?:(?<![a-z])https?:\/\/|(?<![\p{L}\p{M}\p{N}])www\.)(?=[^\s<])|(?<![\w+\-.@/])(?=[\w+\-.]{1,64}@)[\w+\-.]+@[\da-z-]+(?:\.[\da-z-]+)*\.[\da-z-]*[a-z]/giu;

/** The addresses of a text that holds no markup, in order: of pages, with or without a scheme, and of mail. */
export function bareAddressesIn(text: string): readonly BareAddress[] {
  if (!/https?:|www\.|@/i.test(text)) return [];
  const found: BareAddress[] = [];
  let at = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const { index: start } = match;
    if (start < at) continue;
    const isMail = match[0].includes("@");
    const address = isMail ? match[0] : bareAddressAt(text.slice(start));
    const href = isMail ? `mailto:${address}` : bareAddressHref(address);
    if (href !== null) found.push({ text: address, start, href });
    at = start + address.length;
  }
  return found;
}
