/**
 * Bold beside Arabic signs: `**س:**كيف`, `قال**«نعم»**`. CommonMark takes `**` between a sign and a letter for one that can
 * only open or only close, as befits scripts that put a space there; whoever writes it in pairs means bold.
 */
import type { Nodes, PhrasingContent, Text } from "mdast";

const PAIR = /\*\*(?![\s*])([^*]*[^\s*])\*\*(?!\*)/gu;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const MARK = /[\p{P}\p{S}]/u;

/** Whether a letter stands on the outer side of one of the two, and a sign on its inner one. */
function isKeptApart(text: string, { 0: pair, 1: inner = "", index }: RegExpExecArray): boolean {
  const [before, after] = [text[index - 1] ?? "", text[index + pair.length] ?? ""];
  const closes = LETTER.test(after) && MARK.test(inner.at(-1) ?? "");
  return closes || (LETTER.test(before) && MARK.test(inner[0] ?? ""));
}

function piecesOf(text: string): readonly PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.matchAll(PAIR)) {
    if (!isKeptApart(text, match)) continue;
    const [pair, value = ""] = match;
    if (match.index > from) pieces.push({ type: "text", value: text.slice(from, match.index) });
    pieces.push({ type: "strong", children: [{ type: "text", value }] });
    from = match.index + pair.length;
  }
  if (from < text.length) pieces.push({ type: "text", value: text.slice(from) });
  return pieces;
}

/** Asterisks that were written with a backslash, or as references, are meant as they are. */
const isAsWritten = ({ value, position }: Text, source: string): boolean =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0) === value;

/** Changes the tree, which was made of the source for this text alone. */
export function readBold(node: Nodes, source: string): void {
  if (!("children" in node)) return;
  for (const child of node.children) readBold(child, source);
  const split = (child: Nodes): readonly Nodes[] =>
    child.type === "text" && child.value.includes("**") && isAsWritten(child, source)
      ? piecesOf(child.value)
      : [child];
  node.children = node.children.flatMap(split) as typeof node.children;
}
