/** Paragraphs and verses that are indented, as text files and word processors have it → text, where Markdown sees code. */
import type { Code, Nodes, Root, RootContent } from "mdast";

const ARABIC = /\p{Script=Arabic}/gu;
const LETTER = /\p{L}/gu;
const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;

/** Code between fences is meant as such; a program has more Latin letters than Arabic ones. */
const isProse = ({ value, position }: Code, source: string): boolean =>
  !/^\s*(?:```|~~~)/.test(source.slice(position?.start.offset ?? 0)) &&
  2 * count(value, ARABIC) > count(value, LETTER);

/**
 * Changes the tree, which was made of the source for this text alone.
 * @param read Markdown → its tree. Lines of a block stay lines.
 */
export function readIndentedProse(node: Nodes, source: string, read: (text: string) => Root): void {
  if (!("children" in node)) return;
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== "code" || !isProse(child, source)) {
      readIndentedProse(child, source, read);
      return [child];
    }
    const lines = child.value.replace(/^[ \t]+/gm, "").replace(/(\S)[ \t]*\n(?=\S)/g, "$1  \n");
    return read(lines).children;
  }) as typeof node.children;
}
