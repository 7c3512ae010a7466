/** `~~~ عنوان ~~~`: words behind a fence are no name of a language, which is all Markdown takes them for → a paragraph above the code. */
import type { Nodes, RootContent } from "mdast";

const NAMES_LANGUAGE = /^[\x20-\x7e]*$/;

/** Changes the tree, which was made for this text alone. */
export function showFenceWords(node: Nodes): void {
  if (!("children" in node)) return;
  node.children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    showFenceWords(child);
    if (child.type !== "code") return [child];
    const value = [child.lang, child.meta].filter(Boolean).join(" ");
    if (NAMES_LANGUAGE.test(value)) return [child];
    return [
      { type: "paragraph", children: [{ type: "text", value }] },
      { ...child, lang: null, meta: null },
    ];
  }) as typeof node.children;
}
