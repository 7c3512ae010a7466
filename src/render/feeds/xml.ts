/**
 * Text → XML 1.0 (W3C, fifth edition): the five signs escaped, and the characters that no XML document may hold left out,
 * since one control character in a scraped title would make a reader refuse the whole feed.
 */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const SIGN = /[&<>"']/g;

/** Without the characters of production [2] of XML 1.0. */
export const allowedInXml = (text: string): string => text.replace(FORBIDDEN, "");

/** Fit for an element's text and for an attribute's value. */
export const escapeXml = (text: string): string =>
  allowedInXml(text).replace(SIGN, (sign) => ENTITY[sign] as string);

/** An element with text and a newline after it, or nothing when there is no text. `attributes` begin with a space. */
export const element = (name: string, text: string | null | undefined, attributes = ""): string =>
  text === null || text === undefined || text === ""
    ? ""
    : `<${name}${attributes}>${escapeXml(text)}</${name}>\n`;

/** Markup carried whole. It is HTML, so that the sign that would end the section may be written as an entity. */
export const cdata = (name: string, html: string): string =>
  `<${name}><![CDATA[${allowedInXml(html).replaceAll("]]>", "]]&gt;")}]]></${name}>\n`;
