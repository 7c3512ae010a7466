/** Files that end in `.txt` and hold something else than a text: pages, and what programs write for programs. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { textFault } from "../model/diagnostics/texts.ts";

const PAGE = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html\b|<html\b)/i;
/** Whether a text is a whole page, whatever its file's name says. */
export const isPageText = (text: string): boolean => PAGE.test(text.slice(0, 4096));

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  const [line = ""] = text.trimStart().split("\n", 1);
  return [text, line].some((one) => {
    try {
      const value: unknown = JSON.parse(one);
      return typeof value === "object" && value !== null && Object.keys(value).length > 0;
    } catch {
      return false;
    }
  });
}

const COLUMN =
  /^(?:id|title|headline|date|time|url|link|body|content|text|article|author|category|section|source|summary|العنوان|عنوان|التاريخ|تاريخ|النص|نص|المحتوى|الرابط|رابط|الكاتب|القسم|المصدر)$/iu;
const SEPARATORS = [",", ";", "\t"];

/** A line of names of columns over lines of as many cells. */
function isTable(text: string): boolean {
  const [head = "", row = ""] = text.split("\n", 2);
  return SEPARATORS.some((sign) => {
    const names = head.split(sign).map((name) => name.replace(/^[\s"]+|(?<![\s"])[\s"]+$/g, ""));
    const known = names.filter((name) => COLUMN.test(name)).length;
    return known > 1 && known * 2 >= names.length && row.split(sign).length >= names.length;
  });
}

/** What is wrong with a `.txt` file that holds no text as it is read, and what to do; null for text. */
export function otherFormat(text: string, file: string): Diagnostic | null {
  const form = /^\s*\{\\rtf\d/.test(text) ? "rtf" : isJson(text) ? "json" : isTable(text) ? "table" : null;
  return form === null ? null : textFault("not-plain-text", { file }, { form });
}
