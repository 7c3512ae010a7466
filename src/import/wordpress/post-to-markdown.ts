/**
 * HTML of a post, as WordPress stores it, → Markdown with the same text: paragraphs where the author left an empty line
 * (WordPress adds them only when it shows a post), pictures with their captions, players as links. What Markdown cannot
 * express stays HTML.
 */
import type { Element, ElementContent, Root } from "hast";
import { defaultHandlers, type Handle } from "hast-util-to-mdast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { finishTree, plainOf } from "../../read/finish.ts";
import { deepMarkdownAt } from "../../read/limits/depth.ts";
import { entangledMarkdown } from "../../read/limits/entangled.ts";
import { bareAddressesIn } from "../../read/markdown/bare-address.ts";
import { finishMarkdown } from "../../read/markdown/markdown.ts";
import { setAnchorsApart } from "../../read/tree/anchors.ts";
import { elementsOf, property } from "../../read/tree/elements.ts";
import { embeddedIn, isEmbedded } from "../../read/tree/media.ts";
import { sanitise } from "../../read/tree/sanitise.ts";
import { element, withParagraphs } from "./post-paragraphs.ts";

export interface PostContext {
  /** The new address of a picture, given its old ones, the best first. */
  readonly picture: (addresses: readonly string[]) => string;
  /** The new address of a link. */
  readonly link: (address: string) => string;
}

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;
const CODE = /^(?:script|style|noscript|template|link|meta)$/;

/** The address of a picture; plugins for lazy loading move it from `src` to another attribute. */
function sourceOf(picture: Element): string {
  const stated = ["dataLazySrc", "dataOrigFile", "dataSrc", "dataOriginal", "src"].map((name) =>
    property(picture, name),
  );
  return stated.find((one) => one !== "" && !one.startsWith("data:")) ?? "";
}

/** A picture with the address it has now. @param larger Where a link around it leads: often its larger file. */
function pictureOf(picture: Element, larger: string, caption: string, context: PostContext): Element {
  const own = sourceOf(picture);
  const src = context.picture(PICTURE_FILE.test(larger) ? [larger, own] : [own]);
  const { alt } = picture.properties;
  return element("img", [], {
    src,
    alt: typeof alt === "string" ? alt : "",
    ...(caption === "" ? {} : { title: caption }),
  });
}

const oneLine = (node: Element | undefined): string =>
  node ? plainOf(node).replaceAll("\n", " ").trim() : "";

const PHRASE = /^(?:strong|b|em|i|u|a|span|font|del|s|mark|small)$/;

/** Makes links of bare addresses, as WordPress does when it shows a post. */
function linked(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { text, start, href } of bareAddressesIn(value)) {
    if (start > at) parts.push({ type: "text", value: value.slice(at, start) });
    parts.push(element("a", [{ type: "text", value: text }], { href }));
    at = start + text.length;
  }
  return at === 0 ? [{ type: "text", value }] : [...parts, { type: "text", value: value.slice(at) }];
}

/** Moves spaces at the ends of a phrase out of it: no delimiter of Markdown may stand beside one (CommonMark, 6.2). */
function trimmed(phrase: Element): ElementContent[] {
  const children = [...phrase.children];
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === "text" ? (/^\s+/.exec(first.value)?.[0] ?? "") : "";
  if (first?.type === "text") children[0] = { ...first, value: first.value.trimStart() };
  const end = children.at(-1);
  const after = last?.type === "text" ? (/\s+$/.exec(last.value)?.[0] ?? "") : "";
  if (end?.type === "text") children[children.length - 1] = { ...end, value: end.value.trimEnd() };
  const spaces = (value: string): ElementContent[] => (value === "" ? [] : [{ type: "text", value: " " }]);
  return [...spaces(before), { ...phrase, children }, ...spaces(after)];
}

/** Rewrites pictures, players and links of a node, and removes scripts. */
function rewritten(node: ElementContent, context: PostContext): ElementContent[] {
  if (node.type === "text") return linked(node.value);
  if (node.type !== "element") return [];
  if (/^(?:pre|code)$/.test(node.tagName)) return [node];
  if (CODE.test(node.tagName)) return [];
  if (isEmbedded(node)) {
    const { link, address } = embeddedIn(node);
    if (link) return [link];
    const text: ElementContent = { type: "text", value: address };
    return /^https?:/.test(address) ? [element("p", [element("a", [text], { href: address })])] : [];
  }
  if (node.tagName === "figure") return figureOf(node, context);
  // A gallery of the first block editors is a list of figures.
  if (node.tagName === "ul" && isGallery(node))
    return node.children.flatMap((item) => figuresIn(item, context));
  if (node.tagName === "img") return [pictureOf(node, "", "", context)];
  if (node.tagName === "a") {
    const href = property(node, "href");
    if (/wp-block-file__button/.test(property(node, "className"))) return [];
    const [picture, ...others] = elementsOf(node).filter(({ tagName }) => tagName === "img");
    if (picture && others.length === 0 && plainOf(node).trim() === "" && PICTURE_FILE.test(href))
      return [pictureOf(picture, href, "", context)];
    const children = node.children.flatMap((one) => (one.type === "text" ? [one] : rewritten(one, context)));
    return trimmed({ ...node, properties: href === "" ? {} : { href: context.link(href) }, children });
  }
  const whole = { ...node, children: node.children.flatMap((one) => rewritten(one, context)) };
  return PHRASE.test(node.tagName) ? trimmed(whole) : [whole];
}

const isGallery = ({ children }: Element): boolean => {
  const items = children.filter((child) => child.type === "element");
  return (
    items.length > 0 &&
    items.every((item) => item.children.some((one) => one.type === "element" && one.tagName === "figure"))
  );
};
const figuresIn = (item: ElementContent, context: PostContext): ElementContent[] =>
  item.type === "element" ? item.children.flatMap((one) => rewritten(one, context)) : [];

/** A figure of one picture becomes a picture with its caption; one of several, a gallery, becomes each in turn. */
function figureOf(figure: Element, context: PostContext): ElementContent[] {
  const inside = elementsOf(figure);
  const pictures = inside.filter(({ tagName }) => tagName === "img");
  const caption = figure.children.find(
    (child): child is Element => child.type === "element" && child.tagName === "figcaption",
  );
  const [picture] = pictures;
  if (picture && pictures.length === 1 && !inside.some(({ tagName }) => /^(?:table|figure)$/.test(tagName))) {
    const link = inside.find(({ tagName }) => tagName === "a");
    const said = oneLine(caption ?? inside.find(({ tagName }) => tagName === "figcaption"));
    return [element("p", [pictureOf(picture, link ? property(link, "href") : "", said, context)])];
  }
  const rest = figure.children
    .filter((child) => child !== caption)
    .flatMap((child) => rewritten(child, context));
  const last = caption
    ? [
        element(
          "p",
          caption.children.flatMap((child) => rewritten(child, context)),
        ),
      ]
    : [];
  return [...rest, ...last];
}

const writer = unified().use(rehypeStringify, { allowDangerousHtml: false }).freeze();
/** A block of HTML within Markdown, without the empty line that would end it (CommonMark, 4.6). */
const htmlOf = (tree: Root): string =>
  writer
    .stringify(tree)
    .trim()
    .split(/(<pre\b.*?<\/pre>)/s)
    .map((piece) =>
      piece.startsWith("<pre") ? piece.replace(/(?<=\n)\n/g, "&#xA;") : piece.replace(/\n\s*\n/g, "\n"),
    )
    .join("");

/** A table that Markdown cannot express: without a head, with cells of several columns or rows, or with blocks in cells. */
const isInvolved = (table: Element): boolean =>
  elementsOf(table).find(({ tagName }) => /^t[hd]$/.test(tagName))?.tagName !== "th" ||
  elementsOf(table).some(
    ({ tagName, properties }) =>
      Number(properties.colSpan ?? 1) > 1 ||
      Number(properties.rowSpan ?? 1) > 1 ||
      /^(?:p|ul|ol|table|blockquote|h[1-6])$/.test(tagName),
  );
const asHtml = (node: Element): { type: "html"; value: string } => ({
  type: "html",
  value: htmlOf({ type: "root", children: [node] }),
});
const tableOf: Handle = (state, node: Element) =>
  isInvolved(node) ? asHtml(node) : defaultHandlers.table(state, node);
/** A target of links within the post, which Markdown cannot express. */
const anchorOf: Handle = (state, node: Element) => {
  const id = property(node, "id");
  return id === "" ? state.all(node) : [asHtml(node)];
};
/** Kept as HTML: m² is not m2. */
const inTags: Handle = (state, node: Element) => [
  { type: "html", value: `<${node.tagName}>` },
  ...state.all(node),
  { type: "html", value: `</${node.tagName}>` },
];

const reader = unified().use(rehypeParse, { fragment: true }).freeze();
const converter = unified()
  .use(rehypeRemark, {
    handlers: {
      table: tableOf,
      dl: (_, node: Element) => asHtml(node),
      sub: inTags,
      sup: inTags,
      span: anchorOf,
    },
  })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", emphasis: "*", listItemIndent: "one", resourceLink: false })
  .freeze();

const lettersOf = (plain: string): string => plain.replace(/\s+/g, "");

/** Writes letters for the references that remark puts beside delimiters; {@link markdownOf} checks that nothing is lost. */
const readable = (markdown: string): string =>
  markdown.replace(/&#x([\dA-F]+);/g, (whole, code: string) => {
    const letter = String.fromCodePoint(Number.parseInt(code, 16));
    return /[\p{L}\p{N}،؛؟.«»():]/u.test(letter) ? letter : whole;
  });

export interface PostText {
  readonly markdown: string;
  /** Plain text, a line a block. */
  readonly plain: string;
}

/** The letters that a page will show of a tree, and of a text in Markdown. */
const lettersOfTree = (tree: Root): string =>
  lettersOf(finishTree(sanitise(structuredClone(tree), [], true), []).body.plain);
const lettersOfText = (markdown: string): string => lettersOf(finishMarkdown(markdown, undefined).body.plain);

/** Null where the Markdown would lose or add a letter, or be refused by the reader. */
function markdownOf(tree: Root): string | null {
  const written = String(converter.stringify(converter.runSync(structuredClone(tree)) as never)).trim();
  if (deepMarkdownAt(written) >= 0 || entangledMarkdown(written, written, "")) return null;
  const wanted = lettersOfTree(tree);
  return [readable(written), written].find((one) => lettersOfText(one) === wanted) ?? null;
}

/**
 * @param html With shortcodes expanded. The block editor writes paragraphs itself; the classic editor writes empty lines.
 */
export function markdownOfPost(html: string, context: PostContext): PostText {
  const read = reader.parse(html.replace(/<!--\s*nextpage\s*-->/gi, "\n\n")) as Root;
  if (html.includes("#")) setAnchorsApart(read);
  const whole = withParagraphs(read, !html.includes("<!-- wp:"));
  const children = (whole.children as ElementContent[]).flatMap((one) => rewritten(one, context));
  const tree: Root = { type: "root", children };
  const byBlocks = (): string =>
    children
      .map((child): Root => ({ type: "root", children: [child] }))
      .map((block) => markdownOf(block) ?? htmlOf(block))
      .filter((block) => block !== "")
      .join("\n\n");
  return { markdown: markdownOf(tree) ?? byBlocks(), plain: plainOf(tree) };
}
