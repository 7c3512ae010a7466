/**
 * Notes that no sign in the text refers to, notes and addresses under a name that another has already, and lines that Markdown
 * takes for the address of a link that is nowhere (`[المصدر]: رويترز`) → text where they stand, since Markdown would show
 * nothing of them.
 */
import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from "mdast";

const DEFINES = /^[ \t>*+-]*\[[^\]\n]+\]:/m;

/** The definition that each name stands for. Notes have a ^ before their names. */
type Definitions = ReadonlyMap<string, Definition | FootnoteDefinition>;

/** Of two under one name, the first is meant (CommonMark 4.7), in upper case or lower. */
function definitionsIn(node: Nodes, into: Map<string, Definition | FootnoteDefinition>): Definitions {
  if (node.type === "footnoteDefinition" || node.type === "definition") {
    const name = nameOf(node);
    if (!into.has(name)) into.set(name, node);
  }
  if ("children" in node) for (const child of node.children) definitionsIn(child, into);
  return into;
}
const nameOf = ({ type, identifier }: Definition | FootnoteDefinition): string =>
  type === "footnoteDefinition" ? `^${identifier}` : identifier;

/** What is referred to from the text, or from a note that is. */
function namesUsed(tree: Root, definitions: Definitions): ReadonlySet<string> {
  const used = new Set<string>();
  // Notes may refer to one another in a chain longer than the stack is deep.
  const left: Nodes[] = [tree];
  const visit = (node: Nodes): void => {
    if (node.type === "linkReference" || node.type === "imageReference") used.add(node.identifier);
    if (node.type === "footnoteReference" && !used.has(`^${node.identifier}`)) {
      used.add(`^${node.identifier}`);
      const note = definitions.get(`^${node.identifier}`);
      if (note && "children" in note) left.push(...note.children);
    }
    if ("children" in node && node.type !== "footnoteDefinition")
      for (const child of node.children) visit(child);
  };
  for (let next = left.pop(); next; next = left.pop()) visit(next);
  return used;
}

/** `[//]: # (…)` is how a remark for editors is written. */
const isRemark = ({ url }: Definition): boolean => url === "#" || url === "";

/** Whether nothing of a definition reaches the page by itself: no text refers to it, or another under its name is meant. */
function isUnseen(
  node: Definition | FootnoteDefinition,
  used: ReadonlySet<string>,
  definitions: Definitions,
): boolean {
  const name = nameOf(node);
  const meant = definitions.get(name);
  if (!used.has(name)) return node.type === "footnoteDefinition" || !isRemark(node);
  if (node.type === "footnoteDefinition" || meant?.type !== "definition") return meant !== node;
  return meant.url !== node.url || meant.title !== node.title;
}

function show(node: Nodes, source: string, used: ReadonlySet<string>, definitions: Definitions): void {
  if (!("children" in node)) return;
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    show(child, source, used, definitions);
    if (child.type === "footnoteReference" && !used.has(`^${child.identifier}`))
      return [{ type: "text", value: `[^${child.label ?? child.identifier}]` }];
    if (child.type !== "definition" && child.type !== "footnoteDefinition") return [child];
    if (!isUnseen(child, used, definitions)) return [child];
    if (child.type === "footnoteDefinition") return child.children;
    const value = source.slice(child.position?.start.offset ?? 0, child.position?.end.offset ?? 0);
    return [{ type: "paragraph", children: [{ type: "text", value }] }];
  }) as typeof node.children;
}

/** Changes the tree, which was made of the source for this text alone. */
export function showUnusedDefinitions(tree: Root, source: string): void {
  if (!DEFINES.test(source)) return;
  const definitions = definitionsIn(tree, new Map());
  show(tree, source, namesUsed(tree, definitions), definitions);
}
