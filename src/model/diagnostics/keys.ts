/** Keys and values: front matter, sidecars and the settings, and the YAML they are written in. */
import { error, faultOf, isolated, type Words, warning } from "./entry.ts";
import { wordsOfWanted } from "./wanted.ts";

const QUOTE_IT = "Put the text between double quotes if it holds a colon, a # or a quotation mark.";
const ONE_COLUMN = "Begin keys of one level in one column.";
/** Quotation marks in Arabic typing, ordinary characters in YAML. */
const OTHER_MARKS = /^[“”„‘’«»]/;
/** By what is wrong: the message and the hint, for the sign, the key or the number that it is about. */
const YAML = {
  unread: () => ["What stands here can be read neither as a key nor as a value.", QUOTE_IT],
  "too-long": (kilobytes) => [
    `More than ${kilobytes} KB of keys and values stand here, so they are not read.`,
    "Move what is text below the keys; where a program wrote more keys than anybody reads, take those out.",
  ],
  "too-deep": (most) => [
    `More than ${most} lists or maps stand one within another here.`,
    "Close the brackets [ and { where their lists end; put text that begins with one between double quotes.",
  ],
  quotation: (sign) => [
    `A quotation mark ${sign} is opened here and never closed.`,
    "Close it where the text ends; within the text write «…».",
  ],
  bracket: (sign) => [
    `A bracket ${sign} is opened here and not closed.`,
    `Close it with ${sign === "[" ? "]" : "}"}; put text that begins with a bracket between double quotes.`,
  ],
  tab: () => ["This line is indented by a tab.", "Indent it by spaces."],
  indent: () => ["This line is indented otherwise than those it belongs to.", ONE_COLUMN],
  "no-key": () => [
    "This line is no key with its value.",
    "Write a key, a colon, a space and the value; or indent the line if the text above goes on in it.",
  ],
  backslash: () => [
    "A backslash between double quotes begins something YAML does not know.",
    "Write the backslash twice, or put the text between single quotes.",
  ],
  "begins-with": (sign) => [`A text may not begin with ${sign} without quotation marks.`, QUOTE_IT],
  aliases: () => ["Too many values here stand for others.", "Write each out."],
  "more-follows": () => ["A line of --- ends the keys here, and more follows.", "Take the line out."],
  "key-twice": (key) => [`The key ${key} stands here a second time.`, "Keep one of the two."],
  colon: (start) => [
    "A value without quotation marks holds a colon and a space.",
    OTHER_MARKS.test(start)
      ? `${start} is no quotation mark to YAML: put " before it, and " where the text ends.`
      : QUOTE_IT,
  ],
  "indented-below": () => ["The line below is indented as though it belonged to this value.", ONE_COLUMN],
  "behind-quotation": () => [
    "More text stands behind the quotation mark that closes this value.",
    "Within the text write «…» in place of quotation marks.",
  ],
  "no-space": (key) => [
    `No colon with a space behind it follows the key ${key}.`,
    `Write ${key}: … with the plain colon, and a space between it and the value.`,
  ],
} as const satisfies Readonly<Record<string, (about: string) => Words>>;
/** What is wrong with YAML. `about`: the sign, the key or the number that the text names. */
export interface YamlReason {
  readonly why: keyof typeof YAML;
  readonly about?: string;
}

/** A value that is not as its key wants it. @param expected By `wanted`. */
interface WrongValue {
  readonly key: string;
  readonly expected: string;
  readonly found: string | undefined;
}
const wrongValue = error(({ key, expected, found }: WrongValue) => [
  `${key}: ${wordsOfWanted(expected)}; found ${isolated(found)}.`,
  `Mend the value of ${key}, or take the line out.`,
]);

/** What stands in the place of a key that is none. */
export interface KeyInPlace {
  readonly known: readonly string[];
  readonly near?: string | null | undefined;
  readonly instead?: keyof typeof IN_PLACE;
}
const IN_PLACE = {
  categories: "Name one in section: …, and the others in tags: […].",
  published:
    "An article that is not to be published yet states draft: true; one that is needs no line for it.",
  permalink:
    "An old address belongs in aliases: [/2016/…/]; the last step of the new one may be stated as slug: ….",
  nothing: "It says nothing here: take the line out.",
};

const inPlaceOf = ({ known, near, instead }: KeyInPlace): string =>
  instead
    ? IN_PLACE[instead]
    : near
      ? `Did you mean ${near}?`
      : known.length > 0
        ? `The keys are: ${known.join(", ")}.`
        : "See the settings in the README.";

export const KEYS = {
  "yaml-syntax": error(({ why, about = "" }: YamlReason) => YAML[why](about)),
  "yaml-note": warning([
    "From this # on, the line is a note to YAML, and no part of the value.",
    'If it belongs to the value, put the whole value between double quotes: "… #…"; if not, write a space behind the #.',
  ]),
  "metadata-type": error([
    "Expected keys and values, as title: …, and found something else.",
    'Write one key a line: title: "…"',
  ]),
  "unknown-key": error((it: { key: string; of: "article" | "settings" } & KeyInPlace) => [
    `There is no ${it.of === "article" ? "key" : "setting"} ${JSON.stringify(it.key)}${it.of === "article" ? "" : " here"}.`,
    inPlaceOf(it),
  ]),
  "missing-key": error(({ nth, key }: { nth: string; key: string }) => [
    `The ${nth} correction states no ${key}.`,
    "Each needs both: - { date: 2017-11-23, text: … }",
  ]),
  "impossible-date": wrongValue,
  "unclear-date": wrongValue,
  "bad-slug": wrongValue,
  "wrong-type": wrongValue,
  "bad-setting": error(({ key, expected, found }: WrongValue) => [
    `${key || "The settings"}: ${wordsOfWanted(expected)}; found ${found ? isolated(found) : "nothing"}.`,
    "Mend the value, or take the line out to have the default.",
  ]),
  "bad-make": error(({ key, expected }: { key: string; expected: string }) => [
    `${key}: ${expected}.`,
    "Mend the line, or write the file anew: npx warraq learn.",
  ]),
};
export const keyFault = faultOf(KEYS);
