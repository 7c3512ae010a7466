/**
 * Comments above all else in a file (an editor's note, a licence, `<!-- prettier-ignore -->`) → the same text with spaces in
 * their places, so that front matter or a headline below them is the first thing in it and every line keeps its number.
 */
import type { Removed } from "../../model/article.ts";
import type { NeverClosed } from "./never-closed.ts";

const NOTHING = /[\s\p{Cf}]*/uy;
const REMARK = /<!--(?:-?>|([\s\S]*?)--!?>)[^\S\n]*(?=\n|<!--|$)/y;
/** Where nothing below closes it, its line is the comment. */
const OPEN = /<!--([^\n]*)/y;

export interface BelowRemarks {
  readonly text: string;
  readonly taken: readonly Removed[];
  readonly faults: readonly NeverClosed[];
}

export function belowRemarks(text: string): BelowRemarks {
  const taken: Removed[] = [];
  const faults: NeverClosed[] = [];
  let end = 0;
  const step = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = end;
    return pattern.exec(text);
  };
  const isClosed = text.includes("-->") || text.includes("--!>");
  for (;;) {
    const from = end + (step(NOTHING)?.[0].length ?? 0);
    if (!text.startsWith("<!--", from)) break;
    end = from;
    const remark = step(isClosed ? REMARK : OPEN);
    if (!remark) {
      end = taken.length > 0 || faults.length > 0 ? from : 0;
      break;
    }
    const said = (remark[1] ?? "").trim();
    if (said !== "") taken.push({ why: "comment", text: said });
    if (!isClosed) faults.push({ sign: "<!--", kind: "comment", offset: from, count: 1 });
    end = from + remark[0].length;
  }
  if (end === 0) return { text, taken, faults };
  return { text: text.slice(0, end).replace(/[^\n]/g, " ") + text.slice(end), taken, faults };
}
