/**
 * The text of a post with WordPress's own signs → HTML: shortcodes that say something (captions, galleries, embeds) become
 * what they show; those that lay out a page go and their text stays. Nothing inside `<pre>` and `<code>` is touched.
 */

/** A picture of the library of the old site. */
export interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
}
export interface ShortcodeContext {
  /** Pictures by their numbers; all those of the post where none is named. */
  readonly gallery: (ids: readonly number[] | null) => readonly Attachment[];
}
export interface Expanded {
  readonly html: string;
  /** Names of shortcodes that nobody here knows; they are taken out, the text between them stays. */
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
/** Page builders, columns, buttons: what they hold is the text, and they show nothing. */
const LAYOUT =
  /^(?:vc|et_pb|fusion|av|cs|mk|tm|td|ux|wpb|su|kc|elementor|tatsu|themify|rev|ms|thrive|one|two|three|four|five)_|^(?:column|columns|row|section|col|clear|divider|spacer|tab|tabs|toggle|accordion|box|center|align|contents|toc|ads?|adsense|ad)s?$/i;

interface Pair {
  /** What opens it, with the groups of its pattern. */
  readonly opening: RegExpExecArray;
  readonly inside: string;
  readonly from: number;
  readonly to: number;
}
/**
 * Each opening sign with what stands before the first closing one behind it. A closing sign that was looked for in vain is
 * not looked for again: a pattern of both would look to the end of the text from each of thousands that nothing closes.
 * @param open With flag g. @param end The source of the pattern of what closes it.
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

/** The text with each of these pairs and all between them replaced. */
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

/** Up to 4.9 the caption was an attribute; since then it stands behind the picture. */
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

/** An address that a player is given: it is told as a link. */
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
        // A word in brackets is a word in brackets; what states something or is closed is somebody's shortcode.
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
