/**
 * Notes that no sign in the text refers to, and lines that Markdown takes for the address of a link that is nowhere
 * (`[المصدر]: رويترز`) → text where they stand, since Markdown would show nothing of them.
 */
import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from "mdast";

const DEFINES = /^[ \t>*+-]*\[[^\]\n]+\]:/m;

type Notes = ReadonlyMap<string, FootnoteDefinition>;

function notesIn(node: Nodes, into: Map<string, FootnoteDefinition>): Notes {
  if (node.type === "footnoteDefinition") into.set(node.identifier, node);
  if ("children" in node) for (const child of node.children) notesIn(child, into);
  return into;
}

/** What is referred to from the text, or from a note that is. Notes have a ^ before their names. */
function namesUsed(tree: Root, notes: Notes): ReadonlySet<string> {
  const used = new Set<string>();
  // Notes may refer to one another in a chain longer than the stack is deep.
  const left: Nodes[] = [tree];
  const visit = (node: Nodes): void => {
    if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
    if (node.type === "footnoteReference" && !used.has(`^${node.identifier}`)) {
      used.add(`^${node.identifier}`);
      for (const child of notes.get(node.identifier)?.children ?? []) left.push(child);
    }
    if ("children" in node && node.type !== "footnoteDefinition")
      for (const child of node.children) visit(child);
  };
  for (let next = left.pop(); next; next = left.pop()) visit(next);
  return used;
}

/** `[//]: # (…)` is how a remark for editors is written. */
const isRemark = ({ url }: Definition): boolean => url === "#" || url === "";

function shown(node: Nodes, source: string, used: ReadonlySet<string>): void {
  if (!("children" in node)) return;
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    shown(child, source, used);
    if (child.type === "footnoteReference" && !used.has(`^${child.identifier}`))
      return [{ type: "text", value: `[^${child.label ?? child.identifier}]` }];
    if (child.type === "footnoteDefinition" && !used.has(`^${child.identifier}`)) return child.children;
    if (child.type !== "definition" || used.has(child.identifier) || isRemark(child)) return [child];
    const value = source.slice(child.position?.start.offset ?? 0, child.position?.end.offset ?? 0);
    return [{ type: "paragraph", children: [{ type: "text", value }] }];
  }) as typeof node.children;
}

/** Changes the tree, which was made of the source for this text alone. */
export function showUnusedDefinitions(tree: Root, source: string): void {
  if (DEFINES.test(source)) shown(tree, source, namesUsed(tree, notesIn(tree, new Map())));
}
