/**
 * Hostile until cleaned: a tree of HTML keeps the elements an article is made of, and of their attributes those that
 * can do no harm. No script, style, frame, form, handler, `javascript:` or `data:` address, no id that could shadow ours.
 */
import type { Nodes, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { keepContentModel } from "./content-model.ts";

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
    "*": ["lang", ["dir", "rtl", "ltr", "auto"]],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["http", "https"] },
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

export const sanitise = (tree: Nodes): Root => keepContentModel(sanitize(tree, SCHEMA) as Root);
