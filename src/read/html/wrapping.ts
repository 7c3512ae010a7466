/**
 * What a web archive or a server puts around a saved page → taken off the tree before it is read: the Wayback Machine's
 * toolbar and addresses, and ASP.NET's form around the whole page.
 */
import type { Element, Root } from "hast";
import { type CivilDate, civilDate } from "../../model/civil-date.ts";
import { plainOf } from "../finish.ts";
import { decodeReferences } from "../keys/decode-references.ts";
import { elementsOf, once, property } from "../tree/elements.ts";

/** `https://web.archive.org/web/20160213112233im_/http://…`, or what follows the host of it. */
const ARCHIVED =
  /^(?<host>(?:https?:)?\/\/web\.archive\.org)?\/web\/(?<day>\d{8})\d{0,6}(?<kind>[a-z]{2}_)?\/(?<address>https?:\/\/\S+)$/i;
const ARCHIVE = "https://web.archive.org";
/** What the toolbar's own script says of the page. */
const SAID_BY_SCRIPT = /__wm\.(?:wombat|init)\(\s*"(?<address>https?:[^"]+)"\s*,\s*"(?<day>\d{8})\d{6}"/;
const SAVED_FROM = /saved from url=\(\d+\)(https?:\/\/\S+)/i;

export interface Saved {
  /** The page's own address. */
  readonly url?: string;
  readonly captured?: CivilDate;
}

const dayOf = (digits: string): CivilDate | null =>
  civilDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));

function savedIn({ address, day }: Readonly<Record<string, string>>): Saved {
  const captured = dayOf(day ?? "");
  return { ...(address ? { url: address } : {}), ...(captured ? { captured } : {}) };
}

function inArchive(address: string): Saved | null {
  const groups = ARCHIVED.exec(address)?.groups;
  return groups ? savedIn(groups as Record<string, string>) : null;
}

const textIn = (element: Element): string =>
  element.children.map((child) => (child.type === "text" ? child.value : "")).join("");

/**
 * Where a page was saved from, and when an archive had captured it: by the comment that browsers write,
 * `<!-- saved from url=(0025)https://sada.example/a.html -->`, by the archive's script, or its address in the head.
 * @param tree As it was parsed.
 */
export function savedFrom(tree: Root): Saved {
  const all = elementsOf(tree);
  const comments = tree.children.flatMap((child) => (child.type === "comment" ? [child.value] : []));
  const noted = comments.map((text) => SAVED_FROM.exec(text)?.[1]).find(Boolean);
  const byScript = all
    .filter(({ tagName }) => tagName === "script")
    .map((one) => SAID_BY_SCRIPT.exec(textIn(one))?.groups)
    .find((groups) => groups !== undefined);
  const inHead = all
    .filter(
      (one) =>
        (one.tagName === "link" && property(one, "rel") === "canonical") ||
        (one.tagName === "meta" && property(one, "property") === "og:url"),
    )
    .map((one) => inArchive(property(one, "href") || property(one, "content")))
    .find(Boolean);
  return {
    ...inHead,
    ...(byScript ? savedIn(byScript as Record<string, string>) : {}),
    ...(noted ? (inArchive(noted) ?? { url: noted }) : {}),
  };
}

/** Links lead to what they led to; pictures stay those of the archive, since those of the outlet may be gone. */
function mendAddress(element: Element, name: string): void {
  const address = property(element, name);
  const archived = ARCHIVED.exec(address)?.groups;
  if (!archived) return;
  const isPicture = archived.kind !== undefined || element.tagName === "img";
  element.properties[name] = !isPicture
    ? archived.address
    : archived.host === undefined
      ? ARCHIVE + address
      : address;
}

/** Changes the tree, which was parsed for this page alone. */
export function takeOffWrapping(tree: Root): void {
  const all = elementsOf(tree);
  const body = all.find(({ tagName }) => tagName === "body");
  const half = once(() => (body ? plainOf(body).length / 2 : Number.POSITIVE_INFINITY));
  const isMostOfPage = (one: Element) => plainOf(one).length > half();
  for (const element of all) {
    for (const name of ["href", "src", "content"]) mendAddress(element, name);
    if (/^(?:wm-ipp|wm-ipp-base|donato)$/.test(property(element, "id"))) element.tagName = "nav";
    if (element.tagName === "form" && isMostOfPage(element)) element.tagName = "div";
  }
}

const VERBATIM = /^(?:pre|code|kbd|script|style|textarea)$/;
const decoded = (text: string): string => (text.includes("&") ? decodeReferences(text) : text);

/** `&amp;quot;` → the sign it was, in text and in what the head says: a system escaped twice. Changes the tree. */
export function readEscapedTwice(node: Element | Root): void {
  for (const child of node.children) {
    if (child.type === "text") child.value = decoded(child.value);
    if (child.type !== "element" || VERBATIM.test(child.tagName)) continue;
    for (const name of ["content", "alt", "title"]) {
      const value = property(child, name);
      if (value.includes("&") && !/^https?:/i.test(value)) child.properties[name] = decoded(value);
    }
    readEscapedTwice(child);
  }
}
