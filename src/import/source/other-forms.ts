/** Forms that cannot be imported, recognised by their first bytes, and what an editor can do with them. */

interface Form {
  readonly what: string;
  readonly hint: string;
}
const ANEW = "Make an export in WordPress under Tools → Export → All content.";
const PAGES =
  "Saved pages and texts go into content/ as they are, each in a file of its own (.html, .md, .txt).";
const UNPACK = "Unpack it, and name the .xml files in it.";

/** By bytes, as Latin-1, at the beginning or at an offset, whatever text follows. */
const PACKED: readonly (Form & { readonly bytes: readonly string[]; readonly at?: number })[] = [
  { bytes: ["PK\x03\x04", "PK\x05\x06"], what: "a zip", hint: UNPACK },
  {
    bytes: ["BZh", "\xfd7zXZ", "7z\xbc\xaf", "Rar!", "\x28\xb5\x2f\xfd"],
    ...{ what: "a packed file", hint: `${UNPACK} Only .gz is unpacked here.` },
  },
  { bytes: ["ustar"], at: 257, what: "a tar", hint: UNPACK },
  {
    bytes: ["SQLite format 3"],
    ...{ what: "a database", hint: `Where it is the old site's, start that site with it. ${ANEW}` },
  },
  { bytes: ["%PDF-"], what: "a PDF", hint: PAGES },
  {
    bytes: ["WARC/"],
    what: "a web archive (WARC)",
    hint: `Warraq does not read it yet: save its pages as HTML with a program that does. ${PAGES}`,
  },
];

/** By how their text begins. */
const TEXTS: readonly (Form & { readonly is: RegExp })[] = [
  { is: /^\s*$/, what: "an empty file", hint: `Copy it again from where it was downloaded to. ${ANEW}` },
  {
    is: /^(?:(?:From|MIME-Version|Subject|Snapshot-Content-Location|Date|Content-Type):.*\n[\s\S]*?)?Content-Type:\s*multipart\/related/i,
    what: "a saved page (MHTML)",
    hint: `Open it in a browser and save it as HTML. ${PAGES}`,
  },
  {
    is: /\b(?:CREATE TABLE|INSERT INTO)\b[^\n]*_posts\b/i,
    what: "a dump of a WordPress database (SQL)",
    hint: "Load it into a WordPress (wp db import), and export there under Tools → Export → All content.",
  },
  {
    is: /^\s*(?:--|\/\*)|^\s*(?:CREATE|INSERT|DROP|SET|USE)\s/i,
    what: "a dump of a database (SQL)",
    hint: `Warraq does not read it. Where it is of a WordPress, load it into one. ${ANEW}`,
  },
  {
    is: /<feed\b[^>]*>/,
    what: "a feed (Atom), as Blogger exports it",
    hint: "Warraq does not read it yet: import it into a WordPress (Tools → Import → Blogger), and export there.",
  },
  {
    is: /<rss\b[^>]*>|<rdf:RDF\b/,
    what: "a feed (RSS), which holds the newest articles only",
    hint: ANEW,
  },
  {
    is: /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i,
    what: "a page (HTML), perhaps the one that asks for a password",
    hint: `${ANEW} ${PAGES}`,
  },
  { is: /^\s*<\?xml\b|^\s*<[a-z]/i, what: "XML of another program", hint: ANEW },
  { is: /^\s*[[{]\s*(?:["[{\]}]|$)/, what: "JSON", hint: `Warraq does not read it. ${PAGES}` },
  {
    is: /^[^\n,;\t]+(?:[,;\t][^\n,;\t]*)+\n/,
    what: "a table (CSV)",
    hint: `Warraq does not read it. ${PAGES}`,
  },
];

/** A form that is packed or no text, even where the text of an export can be read in it. @param beginning Its first bytes. */
export function packedForm(beginning: Uint8Array): Form | undefined {
  const text = Buffer.from(beginning.subarray(0, 512)).toString("latin1");
  return PACKED.find(({ bytes, at }) => bytes.some((one) => text.startsWith(one, at ?? 0)));
}

/** @param text The first kilobytes of a file that no importer takes, lines ended by `\n`. */
export const otherForm = (text: string): Form =>
  TEXTS.find(({ is }) => is.test(text)) ?? {
    what: "something else: it does not begin as one",
    hint: `${ANEW} ${PAGES}`,
  };
