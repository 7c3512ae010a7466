/**
 * Hostile until cleaned: a tree of HTML keeps the elements an article is made of, and of their attributes those that
 * can do no harm. No script, style, frame, form, handler, `javascript:` or `data:` address, and no id but those of
 * `anchors.ts`, which begin as nothing of a template does.
 */
import type { Element, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import type { Removed } from "../../model/article.ts";
import { isSpot } from "../../model/links/embedded-picture.ts";
import { plainOf } from "../finish.ts";
import { linkAnchors, nameAnchors, noPageLinks, type PageLinks } from "./anchors.ts";
import { keepContentModel } from "./content-model.ts";
import { elementsOf } from "./elements.ts";

const BLOCKS = [
  "p",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "pre",
  "hr",
  "figure",
  "figcaption",
];
const TABLES = ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"];
const PHRASES = [
  "a",
  "b",
  "strong",
  "em",
  "i",
  "u",
  "s",
  "del",
  "ins",
  "sub",
  "sup",
  "small",
  "mark",
  "q",
  "cite",
  "code",
  "kbd",
  "abbr",
  "time",
  "bdi",
  "bdo",
  "br",
  "img",
  "span",
];

const SCHEMA: Schema = {
  tagNames: [...BLOCKS, ...TABLES, ...PHRASES],
  strip: [
    "script",
    "style",
    "noscript",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "form",
    "template",
    "select",
    "button",
  ],
  attributes: {
    a: ["href", "title"],
    img: ["src", "alt", "title", "width", "height"],
    ol: ["start", "reversed"],
    td: ["colSpan", "rowSpan"],
    th: ["colSpan", "rowSpan", "scope"],
    time: ["dateTime"],
    abbr: ["title"],
    "*": ["id", "lang", ["dir", "rtl", "ltr", "auto"]],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["http", "https", "file", "cid", "blob"] },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

const ALIGNMENT = /^align-(?:center|end)$/;
/** What the link of a footnote back to its place in the text is called. */
export const BACK_TO_NOTE = "العودة إلى موضع الحاشية";
/** What our own reading of Markdown makes besides. */
const MARKDOWN: Schema = {
  ...SCHEMA,
  attributes: {
    ...SCHEMA.attributes,
    td: ["colSpan", "rowSpan", ["className", ALIGNMENT]],
    th: ["colSpan", "rowSpan", "scope", ["className", ALIGNMENT]],
    a: ["href", "title", ["ariaLabel", new RegExp(`^${BACK_TO_NOTE} \\d`)]],
  },
};

/** Code, of which nobody reads a word. */
const CODE = new Set(["script", "style", "template"]);
const DROPPED = new Set(SCHEMA.strip);

/** What the address of a file of the machine itself begins with (RFC 8089). */
const OF_MACHINE = "file:///";

/** `C:\\صورة.png`, as word processors have it: a file of somebody's own machine, like any other. */
function nameDrives(tree: Root): void {
  for (const { tagName, properties } of elementsOf(tree)) {
    const { src } = properties;
    if (tagName === "img" && typeof src === "string" && /^[a-z]:(?:[\\/]|%5c)/i.test(src))
      properties.src = `${OF_MACHINE}${src.replace(/\\|%5c/gi, "/")}`;
  }
}

/** Words of elements that go with all that is in them. */
function noteDropped(node: Root | Element, removed: Removed[]): void {
  for (const child of node.children) {
    if (child.type !== "element" || CODE.has(child.tagName)) continue;
    if (!DROPPED.has(child.tagName)) noteDropped(child, removed);
    else
      for (const text of plainOf(child).split("\n")) if (text !== "") removed.push({ why: "markup", text });
  }
}

/** A picture without an address, or one that draws a line or counts readers. Sizes in CSS pixels. */
function isBlank({ src, alt, width, height }: Element["properties"]): boolean {
  if (!src || (isSpot(String(src)) && !alt)) return true;
  if ([width, height].some((size) => size !== undefined && Number.parseInt(String(size), 10) <= 8))
    return true;
  return /(?:^|[/_-])(?:advertisement|spacer|pixel|blank|transparent|1x1)\.(?:gif|png)/i.test(String(src));
}

/** What a picture that shows nothing was said to show is noted. */
function dropBlankPictures(node: Root | Element, removed: Removed[]): void {
  node.children = node.children.filter((child) => {
    if (child.type !== "element") return true;
    if (child.tagName !== "img" || !isBlank(child.properties)) return true;
    const { alt } = child.properties;
    if (typeof alt === "string" && alt.trim() !== "") removed.push({ why: "picture-name", text: alt.trim() });
    return false;
  }) as typeof node.children;
  for (const child of node.children) if (child.type === "element") dropBlankPictures(child, removed);
}

/** Addresses that lead nowhere a reader may be led; in Markdown they are written among the words. */
function noteAddresses(before: Root, after: Root, removed: Removed[]): void {
  const addresses = (tree: Root) =>
    elementsOf(tree).flatMap(({ properties: { href, src } }) =>
      [href, src].filter((one) => typeof one === "string"),
    );
  const kept = new Set(addresses(after));
  for (const text of new Set(addresses(before))) if (!kept.has(text)) removed.push({ why: "markup", text });
}

/**
 * @param removed Words that are taken out are noted in it.
 * @param ofMarkdown Ids of footnotes and headings stay, so that their links lead there, and where the cells of a table stand.
 * @param links Links within the page that lead nowhere are noted in it.
 */
export function sanitise(
  tree: Root,
  removed: Removed[],
  ofMarkdown = false,
  links: PageLinks = noPageLinks(),
): Root {
  noteDropped(tree, removed);
  nameAnchors(tree, ofMarkdown);
  nameDrives(tree);
  const clean = sanitize(tree, ofMarkdown ? MARKDOWN : SCHEMA) as Root;
  if (ofMarkdown) noteAddresses(tree, clean, removed);
  dropBlankPictures(clean, removed);
  const settled = keepContentModel(clean);
  linkAnchors(settled, links);
  return settled;
}
