/** Text → XML 1.0: the five signs escaped, characters that XML cannot hold left out. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITY: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => ENTITY[sign] as string);

/** An element with text, or nothing when there is none. */
export const element = (name: string, text: string | null | undefined, attributes = ""): string =>
  text === null || text === undefined || text === ""
    ? ""
    : `<${name}${attributes}>${escapeXml(text)}</${name}>\n`;
