/**
 * Prints numbers in the digits of the site: `latn` (2017) or `arab` (٢٠١٧). Own tables, because ICU's default digits
 * for a country have changed before; the separators are those of CLDR for Arabic in each digit set.
 */
import type { Digits } from "../../model/site.ts";

const LATN = /[0-9]/g;
/** Arabic-Indic (U+0660) and extended Arabic-Indic (U+06F0, of Persian and Urdu) digits. */
const ARAB = /[\u0660-\u0669\u06F0-\u06F9]/g;
const EXTENDED = /[\u06F0-\u06F9]/g;
const ARABIC_ZERO = 0x0660;

const toArab = (digit: string): string => String.fromCharCode(ARABIC_ZERO + (digit.charCodeAt(0) & 15));
const toLatn = (digit: string): string => String(digit.charCodeAt(0) & 15);

/** The text with every digit in one set. Nothing else changes, separators included. */
export const printDigits = (text: string, digits: Digits): string =>
  digits === "latn" ? text.replace(ARAB, toLatn) : text.replace(LATN, toArab).replace(EXTENDED, toArab);

interface Separators {
  readonly group: string;
  readonly decimal: string;
  /** The minus sign after a directional mark that keeps it at the start of the number. */
  readonly minus: string;
}
const SEPARATORS: Readonly<Record<Digits, Separators>> = {
  latn: { group: ",", decimal: ".", minus: "\u200E-" },
  arab: { group: "\u066C", decimal: "\u066B", minus: "\u061C-" },
};
const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * A number as readers expect it: 12,345.5 or ١٢٬٣٤٥٫٥; at most three decimals. Years are not grouped: print them with
 * `printDigits`.
 * @throws RangeError for NaN and the infinities.
 */
export function printNumber(n: number, digits: Digits): string {
  if (!Number.isFinite(n)) throw new RangeError(`not a number that can be printed: ${n}`);
  const { group, decimal, minus } = SEPARATORS[digits];
  if (Number.isInteger(n) && n >= 0 && n < 1000) return printDigits(String(n), digits);
  const rounded = Math.abs(Number.isInteger(n) ? n : Math.round(n * 1000) / 1000);
  const whole = BigInt(Math.trunc(rounded)).toString().replace(THOUSANDS, group);
  const fraction = rounded % 1 === 0 ? "" : decimal + rounded.toFixed(3).split(".")[1]?.replace(/0+$/, "");
  const sign = n < 0 && rounded !== 0 ? minus : "";
  return sign + printDigits(whole + fraction, digits);
}
