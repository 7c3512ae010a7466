/**
 * Shortcodes in the text of a post → HTML: captions, galleries and embeds become what they show; those that lay out a page
 * are removed, and the text between them stays. Nothing inside `<pre>` and `<code>` is changed.
 */

/** A picture of the old site's media library. */
export interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}
export interface ShortcodeContext {
  /** Pictures by their numbers; all of the post for null. */
  readonly gallery: (ids: readonly number[] | null) => readonly Attachment[];
}
export interface Expanded {
  readonly html: string;
  /** Names of unknown shortcodes; they are removed, and the text between them stays. */
  readonly unknown: readonly string[];
}

const VERBATIM = /<(pre|code)\b/gi;
/** `[name a="b" c='d' e=f]…`, its own closing tag, or `[[name]]`, which shows a shortcode as it is written. */
const SHORTCODE =
  /\[(\[?)(\/?)([a-z][\w-]*)((?:=[^\s\]]+)?(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'\]]+)|\s+(?:"[^"]*"|[^\s"'[\]=]+))*)\s*\/?\](\]?)/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g;
const CAPTION = /\[(caption|wp_caption)\b([^\]]{0,4000})\]/gi;
const EMBED =
  /\[(embed|video|audio|playlist)\b([^\]]{0,4000})\]\s{0,100}(https?:\/\/[^\s[<]+)\s{0,100}\[\/\1\]/gi;
/** Page builders, columns, buttons: they show nothing but the text in them. */
const LAYOUT =
  /^(?:vc|et_pb|fusion|av|cs|mk|tm|td|ux|wpb|su|kc|elementor|tatsu|themify|rev|ms|thrive|one|two|three|four|five)_|^(?:column|columns|row|section|col|clear|divider|spacer|tab|tabs|toggle|accordion|box|center|align|contents|toc|ads?|adsense|ad)s?$/i;

interface Pair {
  /** The match of its opening tag. */
  readonly opening: RegExpExecArray;
  readonly inside: string;
  readonly from: number;
  readonly to: number;
}
/**
 * Pairs each opening tag with the first closing tag after it. A closing tag that was not found is not searched for again:
 * one pattern for both would search to the end of the text from each of thousands that nothing closes.
 * @param open With flag g. @param end The source of the pattern of the closing tag.
 */
function pairsIn(text: string, open: RegExp, end: (name: string) => string): readonly Pair[] {
  const pairs: Pair[] = [];
  const missing = new Set<string>();
  const opens = new RegExp(open);
  for (let opening = opens.exec(text); opening; opening = opens.exec(text)) {
    const closing = end((opening[1] ?? "").toLowerCase());
    if (missing.has(closing)) continue;
    const closes = new RegExp(closing, "gi");
    closes.lastIndex = opens.lastIndex;
    const found = closes.exec(text);
    if (!found) missing.add(closing);
    else {
      const inside = text.slice(opens.lastIndex, found.index);
      pairs.push({ opening, inside, from: opening.index, to: closes.lastIndex });
      opens.lastIndex = closes.lastIndex;
    }
  }
  return pairs;
}

/** Replaces each of these pairs, and the text between them. */
function replaced(
  text: string,
  pairs: readonly Pair[],
  { pair, between }: { pair: (one: Pair) => string; between: (text: string) => string },
): string {
  let made = "";
  let at = 0;
  for (const one of pairs) {
    made += between(text.slice(at, one.from)) + pair(one);
    at = one.to;
  }
  return made + between(text.slice(at));
}

const WITHIN_A_LINE = /^(?:\w+_)?(?:button|highlight|dropcap|label|tooltip|icon|pullquote)$/i;

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? "",
    ]),
  );

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param caption HTML. */
const figure = (picture: string, caption: string): string =>
  `\n\n<figure>${picture}${caption.trim() === "" ? "" : `<figcaption>${caption.trim()}</figcaption>`}</figure>\n\n`;

/** The caption is an attribute up to WordPress 3.3; since 3.4 it follows the picture. */
function captioned(attributes: string, inside: string): string {
  const [picture = ""] = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inside) ?? [];
  const rest = inside.replace(picture, "");
  return figure(picture, attributesOf(attributes).get("caption") ?? rest);
}

function galleryOf(attributes: string, { gallery }: ShortcodeContext): string {
  const stated = attributesOf(attributes);
  const ids = stated.get("ids") ?? stated.get("include");
  const pictures = gallery(ids === undefined ? null : ids.split(",").map(Number));
  return pictures
    .map(({ url, alt, caption }) => figure(`<img src="${escaped(url)}" alt="${escaped(alt)}">`, caption))
    .join("");
}

/** The address that a player is given; it becomes a link. */
function addressIn(attributes: string): string | undefined {
  return /https?:\/\/[^\s"'\]]+/.exec(attributes)?.[0];
}
const link = (address: string): string =>
  `\n\n<p><a href="${escaped(address)}">${escaped(address)}</a></p>\n\n`;

function expandPlain(text: string, context: ShortcodeContext, unknown: string[]): string {
  if (!text.includes("[")) return text;
  const closed = new Set(
    [...text.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = ""]) => name.toLowerCase()),
  );
  const captions = pairsIn(text, CAPTION, (name) => `\\[/${name}\\]`);
  return replaced(text, captions, {
    pair: ({ opening, inside }) => captioned(opening[2] ?? "", inside),
    between: (piece) => piece,
  })
    .replace(EMBED, (_, _name, _attributes, address: string) => link(address))
    .replace(
      SHORTCODE,
      (whole, shown: string, closing: string, written: string, attributes: string, end: string) => {
        const name = written.toLowerCase();
        if (shown && end) return whole.slice(1, -1);
        if (name === "gallery" && !closing) return galleryOf(attributes, context);
        if (WITHIN_A_LINE.test(name)) return "";
        if (LAYOUT.test(name)) return "\n\n";
        // A word in brackets is text, unless it has attributes or a closing tag.
        if (!closing && !attributes.includes("=") && !closed.has(name)) {
          const address = addressIn(attributes);
          return address && !/[\u0600-\u06ff]/.test(attributes) ? link(address) : whole;
        }
        const address = closing ? undefined : addressIn(attributes);
        if (address) return link(address);
        if (!closing && !/^(?:video|audio|playlist|embed)$/.test(name)) unknown.push(name);
        return "";
      },
    );
}

/** @param content As the export has it. */
export function expandShortcodes(content: string, context: ShortcodeContext): Expanded {
  const unknown: string[] = [];
  const verbatim = pairsIn(content, VERBATIM, (name) => `</${name}>`);
  const html = replaced(content, verbatim, {
    pair: ({ from, to }) => content.slice(from, to),
    between: (piece) => expandPlain(piece, context, unknown),
  });
  return { html, unknown };
}
