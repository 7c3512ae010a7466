/** What pages have in common → the text of `_pages.yaml`, which an editor can read and mend. */
import type { FieldLine, Make } from "./make.ts";

const HEAD = `# What the pages of this folder and of those below have in common, as "warraq learn" found it.
# They are read by it: "npx warraq read FILE" shows what it does to a page, with --alone what is read without it.
# Numbers in lines stand for any number. Mend what is wrong under own:, which learning again keeps;
# what stands under raw: is written anew. "npx warraq learn --forget" takes the file away.
`;

const LISTS = [
  ["over", "Lines of the page over the first paragraph of the text."],
  ["under", "Lines of the page below that."],
  ["together", "Lines of the page where they stand one below the other, as in a menu."],
  ["beginnings", "How lines of the page begin."],
  ["titles", "Lines over titles of other articles, which go up to the next line that pages share."],
  ["ends", "Lines below which nothing is of the article."],
] as const;
const FIELDS =
  "Lines that are found by their place: below or above a line that pages share, from top or bottom, or upwards from the text; of two that say the same the first counts.";

/** YAML's double-quoted text is JSON's (YAML 1.2.2, 1.3). */
const quoted = (text: string): string => JSON.stringify(text);

function fieldText({ below, above, line, nth, says }: FieldLine): string {
  const at =
    below === null
      ? "from: top"
      : above === null
        ? "from: bottom"
        : above === ""
          ? "from: text"
          : below !== undefined
            ? `below: ${quoted(below)}`
            : `above: ${quoted(above ?? "")}`;
  return `{ ${at}, line: ${line}${nth === 1 ? "" : `, nth: ${nth}`}, says: ${quoted(says)} }`;
}

function makeText(make: Make): string {
  const lists = LISTS.flatMap(([key, comment]) => {
    if (make[key].length === 0) return [];
    const items = make[key].map((one) =>
      typeof one === "string" ? quoted(one) : `[${one.map(quoted).join(", ")}]`,
    );
    return [`# ${comment}`, `${key}:`, ...items.map((item) => `  - ${item}`)];
  });
  const fields = make.fields.map((field) => `  - ${fieldText(field)}`);
  const all = [...lists, ...(fields.length > 0 ? [`# ${FIELDS}`, "fields:", ...fields] : [])];
  return all.map((line, i) => (i === 0 ? `  - ${line}` : `    ${line}`)).join("\n");
}

/** @param own The lines of the editor's `own:` as they stand in the file, with the key; "" where there are none. */
export function makesText(raw: readonly Make[], own: string): string {
  const learned = raw.map((make) => `${makeText(make)}\n`).join("");
  return `${HEAD}${own}raw:${learned === "" ? " []\n" : `\n${learned}`}`;
}

/** The lines from `own:` on up to the next key at the left edge; "" where there are none. */
export function ownOf(text: string): string {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => /^own:/.test(line));
  if (from < 0) return "";
  const to = lines.findIndex((line, i) => i > from && /^[^\s#]/.test(line));
  return `${lines
    .slice(from, to < 0 ? undefined : to)
    .join("\n")
    .trimEnd()}\n`;
}
