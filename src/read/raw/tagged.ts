/**
 * Tagged text, as collections of research hold news (TREC's `<DOC>`, one element a field) → the same as a record of labels,
 * which `record.ts` reads. Tags stand at the ends of lines; whatever else is in angle brackets is text.
 */
const BEGINS = /^\s*<DOC\b[^>\n]*>/i;
const OPENS = /^<([A-Z][A-Z_]{1,15})(?:\s[^<>]*)?>(.*)$/i;
const LABELS: Readonly<Record<string, string>> = {
  ...{ title: "title", headline: "title", hl: "title", head: "title" },
  ...{ time: "date", date: "date", date_time: "date", datetime: "date", pubdate: "date" },
  ...{ cat: "section", category: "section", section: "section", topic: "section" },
  ...{ src: "source", source: "source", publisher: "source", url: "url", link: "url" },
  ...{ author: "author", byline: "author", writer: "author", abstract: "summary", summary: "summary" },
  ...{ docno: "id", docid: "id", id: "id", lang: "language", keywords: "tags", tags: "tags" },
};

/** @returns The text without its tags, a label before each field, and the tags. Null for any other text. */
export function untagged(text: string): { readonly text: string; readonly tags: readonly string[] } | null {
  if (!BEGINS.test(text)) return null;
  const tags: string[] = [];
  const fields: { readonly label: string; lines: string[] }[] = [];
  let open: { readonly label: string; lines: string[] } | null = null;
  for (const line of text.split("\n")) {
    const [, name = "", behind = ""] = OPENS.exec(line.trim()) ?? [];
    if (name !== "") {
      open = { label: LABELS[name.toLowerCase()] ?? "", lines: [] };
      fields.push(open);
      tags.push(line.trim().slice(0, line.trim().length - behind.length));
    }
    const rest = (name === "" ? line : behind).replace(/<\/[A-Z][A-Z_]{1,15}>/gi, (tag) => {
      tags.push(tag);
      return "";
    });
    if (rest.trim() === "") continue;
    open ??= addedTo(fields);
    open.lines.push(rest.trim());
  }
  const isTitle = ({ label }: { readonly label: string }) => label === "title";
  const first = fields.findIndex(isTitle);
  const ordered = first < 0 ? fields : [fields[first], ...fields.filter((_, i) => i !== first)];
  return { text: ordered.flatMap((field) => (field ? linesOf(field) : [])).join("\n"), tags };
}

function addedTo(fields: { readonly label: string; lines: string[] }[]) {
  const field = { label: "", lines: [] };
  fields.push(field);
  return field;
}

/** A field of a line is a line of a record; other text stands as it is. */
const linesOf = ({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly string[];
}): readonly string[] => (label === "" || lines.length === 0 ? lines : [`${label}: ${lines.join(" ")}`]);
