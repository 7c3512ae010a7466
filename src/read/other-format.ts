/** Files that end in `.txt` and hold something else than a text: pages, and what programs write for programs. */
import type { Diagnostic } from "../model/diagnostic.ts";

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

const OWN_FILE =
  "Write each article into a file of its own: a .md file with title: and date: above its text, or a .txt file with its headline in the first line.";

/** What is wrong with a `.txt` file that holds no text as it is read, and what to do; null for text. */
export function otherFormat(text: string, file: string): Diagnostic | null {
  const fault = (what: string, hint: string): Diagnostic => ({
    ...{ severity: "error", code: "not-plain-text", file },
    ...{ message: `This file is ${what}.`, hint },
  });
  if (/^\s*\{\\rtf\d/.test(text))
    return fault("RTF, as word processors save it", "Open it in one, and save it as plain text in UTF-8.");
  if (isJson(text)) return fault("data (JSON), and no text as one reads it", OWN_FILE);
  return isTable(text) ? fault("a table (CSV) of articles, and no text of one", OWN_FILE) : null;
}
