/**
 * The record at the top of a raw page, as scrapers write one: `العنوان: …`, `Date: …`, a label a line. One such line may be
 * text; two or more at the top are a record, and are read as what they say.
 */
import { fold } from "../../arabic/letters/fold.ts";
import type { DateEvidence, Metadata, Removed } from "../../model/article.ts";
import { validAddress } from "../../model/links/href.ts";
import { momentIn } from "../keys/stated-date.ts";
import { creditOf } from "../lines/byline.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { printedDate } from "../lines/printed-date.ts";

type Key = keyof typeof LABELS;
/** Folded when they are read. `aside` tells of the page and not of the article, `lead` and `body` stand before text; `body` ends the record. */
const LABELS = {
  title: "(?:ال)?عنوان(?: (?:ال)?(?:خبر|مقال|مقالة|موضوع|رئيسي))?|(?:ال)?موضوع|title|headline|subject",
  authors: "(?:ال)?(?:كاتب|كاتبة|مؤلف|محرر)|اسم الكاتب|كاتب (?:المقال|الخبر)|بقلم|authors?|by|byline|writer",
  date: "(?:ال)?تاريخ(?: (?:ال)?(?:نشر|خبر|مقال|مقالة|إضافة))?|(?:publish(?:ed|ing)?|publication|posted)?[ _-]?(?:date|at|on|time)|date[ _]published|pubdate|published|posted",
  updated:
    "آخر تحديث|تاريخ (?:آخر )?(?:التحديث|تحديث|التعديل)|(?:last[ _])?(?:updated|modified)(?:[ _]at)?|date[ _]modified",
  section: "(?:ال)?(?:قسم|تصنيف|باب|تبويب|زاوية)|(?:sub)?categor(?:y|ies)|section",
  source:
    "(?:ال)?مصدر(?: الخبر)?|(?:ال)?(?:صحيفة|جريدة)|source|publisher|publication|newspaper|site|website|outlet",
  url: "(?:ال)?رابط(?: (?:ال)?(?:خبر|مقال|مصدر|أصلي|صفحة))?|(?:page|source|original|article)?[ _]?(?:url|link)|permalink",
  tags: "(?:ال)?(?:وسوم|كلمات (?:ال)?(?:مفتاحية|دلالية))|tags?|keywords",
  summary: "(?:ال)?(?:ملخص|خلاصة)(?: (?:ال)?(?:خبر|مقال))?|summary|description|excerpt|abstract",
  aside:
    "رقم (?:ال)?(?:خبر|مقال|تسلسلي)|(?:ال)?(?:معرف|لغة)|عدد الكلمات|(?:ال)?(?:صورة|صور)|رابط الصورة|(?:article |post )?id|no|lang(?:uage)?|word ?count|images?(?: ?url)?|country|البلد|الدولة|crawled|scraped|retrieved|from|to|cc|message-id",
  lead: "(?:ال)?عنوان (?:ال)?(?:فرعي|ثانوي|تمهيدي)|(?:ال)?مقدمة|sub-?title|sub-?head(?:ing|line)?|lead|kicker",
  body: "(?:ال)?نص(?: (?:ال)?(?:خبر|مقال|مقالة|كامل))?|(?:ال)?(?:محتوى|تفاصيل|متن)(?: (?:ال)?(?:خبر|مقال))?|(?:article |full ?)?(?:content|body|text|article)",
} as const;
const LABEL_OF = Object.entries(LABELS).map(
  ([key, labels]) => [key as Key, new RegExp(`^(?:${fold(labels)})$`, "u")] as const,
);
const LINE = /^[#*•-]*\s*\[?([\p{L}][\p{L}\p{M} _-]{1,24}?)(?:\(s\))?[\s*]*(?:[:：=|]|\]\s*:?)[\s*]*(.*)$/u;
/** Nobody knew. */
const NOTHING =
  /^(?:[-–—?.]+|n\/?a|none|null|nan|unknown|undefined|غير (?:معروف|محدد|متوفر|موجود)ة?|لا يوجد|بدون|مجهول)$/iu;
/** What systems write where nobody chose a section, or for a place on the front page. */
const NO_SECTION = new RegExp(
  `^(?:${fold("غير مصنفة?|بدون تصنيف|بلا تصنيف|عام|(?:الصفحة )?الرئيسية|سلايدر|مميز|uncategori[sz]ed|default|general|home(?:page)?|main|slider|featured|none")})$`,
  "u",
);
const MAY_STAND_BELOW: ReadonlySet<Key> = new Set(["title", "authors", "date", "section", "source", "url"]);
const RULE = /^[-=_*~]{3,}$/;

interface Entry {
  readonly key: Key;
  readonly value: string;
  /** The lines it is written in: its value may stand below its label. */
  readonly lines: readonly string[];
  /** Without a colon. */
  readonly isBare: boolean;
}

const keyOf = (label: string): Key | undefined => {
  const name = fold(label).trim();
  return LABEL_OF.find(([, pattern]) => pattern.test(name))?.[0];
};

const isLabelled = (line: string): boolean => keyOf(LINE.exec(line)?.[1] ?? "") !== undefined;

function entryAt(lines: readonly string[], i: number): Entry | null {
  const line = lines[i] as string;
  const [, label, value = ""] = LINE.exec(line) ?? [];
  const key = keyOf(label ?? line);
  const next = lines[i + 1];
  if (key === undefined) return null;
  return value === "" && MAY_STAND_BELOW.has(key) && next !== undefined && !isLabelled(next)
    ? { key, value: next, lines: [line, next], isBare: label === undefined }
    : { key, value, lines: [line], isBare: label === undefined };
}

/** What stands behind the label of a headline. */
export function titleOf(line: string): string | undefined {
  const [, label = "", value] = LINE.exec(line) ?? [];
  return value && keyOf(label) === "title" ? value : undefined;
}

export interface RawRecord {
  readonly metadata: Metadata;
  readonly taken: readonly Removed[];
  readonly evidence: readonly DateEvidence[];
  /** All other lines, in order. */
  readonly rest: readonly string[];
}

const namesIn = (value: string): readonly string[] =>
  value
    .split(/\s*[،,/;؛|]\s*|\s+و\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** What one line of a record says; null where it cannot be read, and stays in the text. */
function said({ key, value }: Entry): Metadata | null {
  if (value === "" || NOTHING.test(value)) return {};
  switch (key) {
    case "title":
    case "summary":
      return { [key]: value };
    case "date":
    case "updated": {
      const day = momentIn(value) ?? printedDate(value)?.date;
      return day ? { [key]: day } : null;
    }
    case "authors": {
      const agency = creditOf(value)?.agency;
      if (agency) return { source: { name: agency } };
      const names = writersIn(namesIn(value.replace(/^(?:بقلم|by)\s*[:：]?\s+/iu, "")));
      if (names.some((name) => name.length > 50)) return null;
      return names.length > 0 ? { authors: names } : {};
    }
    case "section": {
      const section = value.split(/\s*[>»›]\s*/u).at(-1) as string;
      if (NO_SECTION.test(fold(section))) return {};
      return section.length <= 40 && section !== "" ? { section } : null;
    }
    case "tags": {
      const tags = value.split(/\s*[،,|#;؛]\s*/u).filter((tag) => tag !== "" && tag.length <= 60);
      return tags.length > 0 ? { tags } : {};
    }
    case "source":
    case "url": {
      if (/^https?:\/\//i.test(value)) return validAddress(value) ? { source: { url: value } } : null;
      return key === "source" && value.length <= 60 ? { source: { name: value } } : null;
    }
    default:
      return {};
  }
}

const WHY: Partial<Readonly<Record<Key, Removed["why"]>>> = {
  ...{ authors: "byline", source: "byline", date: "date-line", updated: "date-line" },
};

function entriesFrom(lines: readonly string[], from: number): { entries: readonly Entry[]; end: number } {
  const entries: Entry[] = [];
  let i = from;
  while (i < lines.length) {
    const entry = entryAt(lines, i);
    if (!entry && !RULE.test(lines[i] as string)) break;
    if (entry) entries.push(entry);
    i += entry?.lines.length ?? 1;
    if (entry?.key === "body") break;
  }
  return { entries, end: i };
}

/** Under a headline a record may be that of a book or a meeting: unless it tells of the page as well. */
function isRecord(entries: readonly Entry[], from: number): boolean {
  const keys = new Set(entries.map(({ key }) => key));
  if (entries.some(({ isBare }) => isBare)) return from === 0 && keys.size > 2 && keys.has("title");
  if (from === 0) return keys.size > 1;
  return (
    keys.size > 1 &&
    !keys.has("title") &&
    ["url", "section", "tags", "body"].some((key) => keys.has(key as Key))
  );
}

/** @param lines Of the whole page. Null where no record stands at its top, or right below a headline. */
export function readRecord(lines: readonly string[]): RawRecord | null {
  const from = [0, 1].find((start) => isRecord(entriesFrom(lines, start).entries, start));
  if (from === undefined) return null;
  const { entries, end } = entriesFrom(lines, from);
  let metadata: Metadata = {};
  const taken: Removed[] = [];
  const evidence: DateEvidence[] = [];
  const unread: string[] = [];
  for (const entry of entries) {
    const text = entry.lines.join(" ");
    if ((entry.key === "body" || entry.key === "lead") && entry.value !== "") {
      taken.push({ why: "navigation", text: text.slice(0, -entry.value.length).trim() });
      unread.push(entry.value);
      continue;
    }
    const one = said(entry);
    // Of two headlines the second is text.
    if (one && (one.title === undefined || metadata.title === undefined)) {
      metadata = { ...one, ...metadata, ...sourceOf(one, metadata) };
      taken.push({ why: WHY[entry.key] ?? "navigation", text });
    } else {
      if (WHY[entry.key] === "date-line") evidence.push({ kind: "printed", quote: text });
      unread.push(text);
    }
  }
  const { summary, ...others } = metadata;
  if (summary !== undefined && fold(summary) === fold(metadata.title ?? "")) metadata = others;
  return { metadata, taken, evidence, rest: [...lines.slice(0, from), ...unread, ...lines.slice(end)] };
}

const sourceOf = (one: Metadata, before: Metadata): Metadata =>
  one.source || before.source ? { source: { ...one.source, ...before.source } } : {};
