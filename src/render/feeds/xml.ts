/**
 * Escapes text for XML 1.0 (W3C, fifth edition) and removes characters that XML does not allow, since one control
 * character in a scraped title would make a reader refuse the whole feed.
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

/** Removes characters outside of production [2] (Char) of XML 1.0. */
export const allowedInXml = (text: string): string => text.replace(FORBIDDEN, "");

/** Escapes for an element's text and for an attribute's value. */
export const escapeXml = (text: string): string =>
  allowedInXml(text).replace(SIGN, (sign) => ENTITY[sign] as string);

/** An element with text, followed by a newline; "" when there is no text. `attributes` begin with a space. */
export const element = (name: string, text: string | null | undefined, attributes = ""): string =>
  text === null || text === undefined || text === ""
    ? ""
    : `<${name}${attributes}>${escapeXml(text)}</${name}>\n`;

/** HTML in a CDATA section. A `]]>` in it, which would end the section, is written with an HTML entity. */
export const cdata = (name: string, html: string): string =>
  `<${name}><![CDATA[${allowedInXml(html).replaceAll("]]>", "]]&gt;")}]]></${name}>\n`;
