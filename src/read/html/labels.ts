/** A saved page's tree → the tags and the section it prints in boxes of their own: `الوسوم: بستان، ليمون`, `القسم: محليات`. */
import type { Element } from "hast";
import { fold } from "../../arabic/letters/fold.ts";
import { plainOf } from "../finish.ts";
import { printedDate } from "../lines/printed-date.ts";
import { elementsOf, isLonger, namesOf } from "../tree/elements.ts";
import { isLinked } from "./blocks.ts";

const TAGS = `(?:ال)?(?:وسوم|وسم|تاغات|تاجات|كلمات (?:دلالية|مفتاحية|البحث)|كلمات دليلية)|الكلمات (?:الدلالية|المفتاحية|الدليلية)|التسميات|موسومة تحت|موسوم تحت|(?:ال)?(?:دلالات|علامات)|العلامات الدالة|كلمات ذات صلة|المزيد عن|لقراءة المزيد حول (?:نفس المواضيع|هذا الموضوع)|مواضيع هذا الخبر|tags|keywords|labels|filed under`;
const SECTION = `(?:ال)?(?:قسم(?! الأب)|تصنيف|تصنيفات|أقسام|فئة|باب)|نشر في|نشرت في|category|categories|posted in`;
const labelled = (labels: string): RegExp => new RegExp(`^(?:${fold(labels)})(?: ?[:：] ?|$| (?=[^ ]))`, "u");
const LABEL = { tags: labelled(TAGS), section: labelled(SECTION) };
type Kind = keyof typeof LABEL;

/** Names of boxes that hold nothing else. */
const NAMED: Readonly<Record<Kind, RegExp>> = {
  tags: /(?:^|[\s_-])(?:tags?|tagcloud|tags-?links|keywords?|itemtags|taxonomy)(?:$|[\s_-])/i,
  section:
    /(?:^|\s)(?:cat-links|post-cat(?:-wrap)?|(?:entry|post|article|news|item)-?(?:category|section)|category-name|itemcategory|category|section-name|kicker)(?:$|\s)/i,
};
/** In UTF-16 units. */
const LONGEST: Readonly<Record<Kind, number>> = { tags: 400, section: 60 };
const LONGEST_NAME = 40;
const BETWEEN = /\s*[،,|#•·\n]\s*|\s+[-–]\s+/u;
const SIGNS = /^[\s:：#،,|•·–-]+|(?<![\s:：#،,|•·–-])[\s:：#،,|•·–-]+$/gu;

export interface Labels {
  readonly tags: readonly string[];
  readonly section: string | undefined;
  /** The boxes that say so: no part of the text. */
  readonly boxes: ReadonlySet<Element>;
}

const nameIn = (text: string): string => text.replaceAll("\n", " ").replace(SIGNS, "").trim();

/** What a box says behind its label: the words of its links, or those between signs. */
function namesOfBox(box: Element, label: RegExp): readonly string[] {
  const links = elementsOf(box)
    .filter(({ tagName }) => tagName === "a")
    .map((link) => nameIn(plainOf(link)));
  const [first = "", ...more] = plainOf(box).split("\n");
  const words =
    label
      .exec(fold(first))?.[0]
      .replace(/(?<![ :：])[ :：]+$/u, "")
      .split(" ").length ?? 0;
  const bare =
    /[:：]/.test(first) && words > 0
      ? first.replace(/^[^:：]*[:：]/u, "")
      : first.split(" ").slice(words).join(" ");
  const names = links.length > 0 ? links : [bare, ...more].flatMap((line) => line.split(BETWEEN)).map(nameIn);
  return names.filter((name) => name !== "" && name.length <= LONGEST_NAME && !label.test(fold(name)));
}

/** `نشر في 14 فبراير 2014 بواسطة فلان`: of a day, a count or a writer. */
const SAYS_MORE = /\p{Nd}|بواسطة|بقلم|كتب|من قبل|\bby\b/iu;
const INLINE = /^(?:a|span|b|strong|em|i|u|small|font|mark|q|cite|abbr|bdi)$/;

/** `الوسوم: بستان، ليمون` in a text: a label, its sign or its own line, and links, no other word. */
function isOnlyLabelled(box: Element, label: RegExp): boolean {
  const lines = plainOf(box).split("\n");
  const [first = ""] = lines;
  const hasSign = /[:：]/.test(first) || (lines.length > 1 && label.exec(fold(first))?.[0] === fold(first));
  const links = elementsOf(box)
    .filter(({ tagName }) => tagName === "a")
    .map(plainOf);
  const rest = links.reduce((text, link) => text.replace(link, " "), lines.join(" "));
  const words = rest.replace(/[\p{P}\p{S}\s]+/gu, " ").trim();
  return hasSign && (words === "" || label.exec(fold(words))?.[0] === fold(words));
}

/** What a box says; null for any other. Within the text only a box apart says anything, by its name or its links. */
function readBox(box: Element, kind: Kind, isInText: boolean): readonly string[] | null {
  if ((isInText && INLINE.test(box.tagName)) || isLonger(box, LONGEST[kind])) return null;
  const text = plainOf(box);
  if (text === "" || text.length > LONGEST[kind]) return null;
  if (kind === "section" && SAYS_MORE.test(text)) return null;
  const isLabelled = LABEL[kind].test(fold(text.replaceAll("\n", " ")));
  const isNamed =
    NAMED[kind].test(namesOf(box)) &&
    (isLinked(box) || (kind === "section" && (!isInText || /kicker/i.test(namesOf(box)))));
  const hasLinks = elementsOf(box).some(({ tagName }) => tagName === "a");
  const isSaid =
    isLabelled && (isInText ? hasLinks && isOnlyLabelled(box, LABEL[kind]) : hasLinks || /[:：]/.test(text));
  if (!isSaid && !isNamed) return null;
  const names = namesOfBox(box, LABEL[kind]).filter((name) => !printedDate(name));
  return names.length > 0 ? names : null;
}

const NO_BOX = /^(?:body|html|head|meta|link|script|style|title|a|h1|article|main)$/;

/** @param own Elements of the page that are the article's. @param found What holds its text. */
export function labelsIn(own: readonly Element[], found: Element | null): Labels {
  const inText = new Set(found ? elementsOf(found) : []);
  const boxes = new Set<Element>();
  const within = new Set<Element>();
  const tags: string[] = [];
  const sections = new Set<string>();
  for (const box of own) {
    if (within.has(box) || NO_BOX.test(box.tagName)) continue;
    for (const kind of ["tags", "section"] as const) {
      const names = readBox(box, kind, inText.has(box));
      if (!names || (kind === "section" && names.length > 1)) continue;
      if (kind === "tags") for (const added of names) tags.push(added);
      else sections.add(names[0] as string);
      boxes.add(box);
      for (const inner of elementsOf(box)) within.add(inner);
      break;
    }
  }
  return { tags: [...new Set(tags)], section: sections.size === 1 ? [...sections][0] : undefined, boxes };
}
