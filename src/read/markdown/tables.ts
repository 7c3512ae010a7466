/** Tables of which a row has more cells than the head: GFM leaves those out of the page; here the head is as wide as the widest row. */
import type { Nodes } from "mdast";

/** Changes the tree, which was made for this text alone. */
export function widenTables(node: Nodes): void {
  if (!("children" in node)) return;
  for (const child of node.children) widenTables(child);
  if (node.type !== "table") return;
  const width = node.children.reduce((most, { children }) => Math.max(most, children.length), 0);
  const align = node.align ?? [];
  // What is made of a row has as many cells as this list.
  node.align = [...align, ...Array.from({ length: Math.max(0, width - align.length) }, () => null)];
}
