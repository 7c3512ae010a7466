/** Exports of other programs, and what of them cannot be taken. */
import { counted } from "../counted.ts";
import { error, faultOf, isolated, warning } from "./entry.ts";

/** Where an export is damaged, for the names of elements or the sign that it is about. */
const DAMAGE = {
  "never-ends": () => "what is open here never ends",
  "no-letter": () =>
    "bytes stand here that are no letter in the encoding of the file; the text has \ufffd for them",
  "text-between": () => "text stands between the fields of an item; it is not taken",
  reference: (sign) => `${sign} is a reference of HTML and none of XML; it is taken as HTML has it`,
  ampersand: () => "a & stands here that begins no reference; it is taken as written",
  "less-than": () => "a < stands here that begins no tag of an export; it is taken as written",
  "not-closed-before": (name, next) => `<${name}> is not closed before <${next}> begins`,
  "not-closed-within": (name, outer) => `<${name}> is not closed before </${outer}>`,
  "item-within": () => "an item begins before the one above it has ended",
  "never-opened": (name) => `</${name}> closes what was never opened`,
  "no-field": (name) => `<${name}> is no field of an export; its text is not taken`,
  "element-between": (name) => `<${name}> stands between the fields of an export; its text is not taken`,
  "cdata-open": () => "a CDATA section is not closed before its element is",
  "cdata-end": () => "a ]]> stands within a text; it is taken as written",
} as const satisfies Readonly<Record<string, (name: string, other: string) => string>>;
export interface Damage {
  readonly why: keyof typeof DAMAGE;
  readonly about?: string | undefined;
  readonly other?: string;
}

const ANEW = "Make an export in WordPress under Tools → Export → All content.";
const PAGES =
  "Saved pages and texts go into content/ as they are, each in a file of its own (.html, .md, .txt).";
const UNPACK = "Unpack it, and name the .xml files in it.";
const NOT_READ = "Warraq does not read it.";
/** What a file is that is no export, and what can be done with it. */
const OTHER_FORMS = {
  zip: ["a zip", UNPACK],
  packed: ["a packed file", `${UNPACK} Only .gz is unpacked here.`],
  tar: ["a tar", UNPACK],
  database: ["a database", `Where it is the old site's, start that site with it. ${ANEW}`],
  pdf: ["a PDF", PAGES],
  warc: [
    "a web archive (WARC)",
    `Warraq does not read it yet: save its pages as HTML with a program that does. ${PAGES}`,
  ],
  empty: ["an empty file", `Copy it again from where it was downloaded to. ${ANEW}`],
  mhtml: ["a saved page (MHTML)", `Open it in a browser and save it as HTML. ${PAGES}`],
  "wordpress-sql": [
    "a dump of a WordPress database (SQL)",
    "Load it into a WordPress (wp db import), and export there under Tools → Export → All content.",
  ],
  sql: ["a dump of a database (SQL)", `${NOT_READ} Where it is of a WordPress, load it into one. ${ANEW}`],
  atom: [
    "a feed (Atom), as Blogger exports it",
    "Warraq does not read it yet: import it into a WordPress (Tools → Import → Blogger), and export there.",
  ],
  rss: ["a feed (RSS), which holds the newest articles only", ANEW],
  html: ["a page (HTML), perhaps the one that asks for a password", `${ANEW} ${PAGES}`],
  xml: ["XML of another program", ANEW],
  json: ["JSON", `${NOT_READ} ${PAGES}`],
  table: ["a table (CSV)", `${NOT_READ} ${PAGES}`],
  unknown: ["something else: it does not begin as one", `${ANEW} ${PAGES}`],
} as const;
export type OtherForm = keyof typeof OTHER_FORMS;

/** How an item is named to an editor: by what finds it on the old site. */
export interface NamedItem {
  readonly title: string;
  readonly address: string;
}
const nameOf = ({ title, address }: NamedItem): string =>
  [title && isolated(title), address].filter(Boolean).join(", ") || "An item without a headline";

export const IMPORTS = {
  "not-found": error(({ what }: { what: "file" | "uploads" }) =>
    what === "file"
      ? ["There is no such file.", "Name the file that WordPress gave under Tools → Export."]
      : [
          "There is no such folder of uploads.",
          "Name the folder wp-content/uploads of the old site, or leave --uploads out.",
        ],
  ),
  "not-an-export": error(({ is }: { is: OtherForm | "device" | { files: string } }) => {
    if (typeof is === "object") return ["This is a folder.", `Name the files in it: ${is.files}`];
    if (is === "device")
      return [
        "This is no file, but a pipe or a device.",
        "Save what comes out of it into a file, and name that.",
      ];
    const [what, hint] = OTHER_FORMS[is];
    return [`This is no export of WordPress, but ${what}.`, hint];
  }),
  "export-damaged": error((damage: Damage | { more: number }) =>
    "more" in damage
      ? [`It is damaged in ${counted(damage.more, "more place")}.`, "Export it again."]
      : [
          `The export is damaged here: ${DAMAGE[damage.why](damage.about ?? "", damage.other ?? "")}.`,
          "Compare the article around this place with the old site, or export it again.",
        ],
  ),
  "export-cut": error([
    "The file ends before the export does: what stood behind its last line is not there.",
    "Export it again, or copy the whole file; what is written stays as it is, and the rest is added.",
  ]),
  "item-lost": error([
    "It begins here, and could not be read to its end.",
    "Export it again, or copy the article from the old site.",
  ]),
  "item-failed": error(({ reason }: { reason: string }) => [
    reason,
    "This is a fault of Warraq's own: please report it with the item. Copy the article from the old site meanwhile.",
  ]),
  "status-unknown": warning(({ item, status, more }: { item: NamedItem; status: string; more: number }) => {
    const state = status === "" ? "no state that could be read" : `the state ${JSON.stringify(status)}`;
    const others = more > 0 ? `, and so ${more === 1 ? "has" : "have"} ${more} more` : "";
    return [
      `${nameOf(item)} has ${state}${others}: nobody knows whether the public saw it, so it becomes a draft.`,
      "Take draft: true out of the files that are to be published.",
    ];
  }),
};
export const importFault = faultOf(IMPORTS);
/** Before the message of whatever keeps an item from becoming an article. */
export const notTaken = (item: NamedItem, message: string): string =>
  `Not taken: ${nameOf(item)}. ${message}`;
