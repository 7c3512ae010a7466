/**
 * Which content an SVG may have to be published unchanged: shapes, text, styles and animation, but nothing that runs,
 * embeds a page, or fetches from elsewhere when the drawing is opened by itself (SVG 2, 2.4: "secure static mode", plus
 * animation and links that a reader follows). What is on no list is refused.
 */

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

/** Elements of SVG 1.1, SVG 2 and the drafts that Inkscape writes, without those that run or embed anything. */
const ELEMENTS = new Set(
  `svg g defs symbol use switch view a title desc metadata style image
   path rect circle ellipse line polyline polygon text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef
   linearGradient radialGradient stop pattern marker mask clipPath hatch hatchpath hatchPath mesh meshgradient meshGradient
   meshrow meshpatch solidcolor solidColor color-profile cursor
   flowRoot flowRegion flowRegionExclude flowRegionBreak flowPara flowDiv flowSpan flowTref flowLine
   font font-chrome font-chrome-src font-chrome-uri font-chrome-format font-chrome-name glyph missing-glyph hkern vkern
   animate animateColor animateMotion animateTransform mpath set discard
   filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
   feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
   feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** Namespaces that browsers interpret within SVG. Those of editors (Inkscape, Dublin Core, RDF) they ignore. */
const ACTED_ON =
  /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math|2001\/xml-events|1999\/XSL|2001\/XInclude|2002\/xforms|1999\/xlink)|mozilla\.org|^urn:schemas-microsoft-com/i;
const ON_ATTRIBUTES = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2001\/xml-events)|mozilla\.org/i;
const XLINK_ATTRIBUTES = new Set(["href", "type", "role", "arcrole", "title", "show", "actuate", "label"]);
const XML_ATTRIBUTES = new Set(["space", "lang", "id"]);

/** A name, resolved (`uri`, `local`) and as written (`name`). */
export interface XmlName {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
}

const isOfSvg = ({ uri }: XmlName): boolean => uri === SVG || uri === "";

/** The forbidden element as written; null where it is allowed. */
export function elementFault(element: XmlName): string | null {
  const { uri, local, name } = element;
  if (isOfSvg(element)) return ELEMENTS.has(local) ? null : `<${name}>`;
  return ACTED_ON.test(uri) ? `<${name}>` : null;
}

/** Pictures and fonts embedded as data addresses. */
const DATA =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,]/i;
/**
 * An address as a browser parses it: without control characters and spaces at its ends, tabs and line ends (URL
 * Standard, 4.4).
 */
const asAddress = (text: string): string => text.replace(/^[\0- ]+|[\t\n\r]|(?<![\0- ])[\0- ]+$/g, "");
const isWithin = (address: string): boolean =>
  address === "" || address.startsWith("#") || DATA.test(address);
/** Links to follow by a click are allowed, except to schemes that run or write a page. */
const isFollowed = (address: string): boolean =>
  !/^[^/?#]*:/.test(address) || /^(?:https?|mailto):/i.test(address);

/** CSS with its escapes resolved, and without comments (CSS Syntax 3, 4.3.7 and 4.3.2). */
function plainCss(css: string): string {
  const text = css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, code?: string, character?: string) =>
    code === undefined ? (character ?? "") : fromCode(Number.parseInt(code, 16)),
  );
  let plain = "";
  let at = 0;
  for (let open = text.indexOf("/*"); open >= 0; open = text.indexOf("/*", at)) {
    const close = text.indexOf("*/", open + 2);
    plain += text.slice(at, open);
    at = close < 0 ? text.length : close + 2;
  }
  return plain + text.slice(at);
}
const fromCode = (code: number): string =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd";

const ADDRESS_IN_CSS = /\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))/gi;
const ACTIVE_CSS =
  /@import|\b(?:-webkit-)?image-set\(|\b(?:src|image|expression)\(|-moz-binding|(?<![\w-])behavior:/i;
const NAMESPACE_RULE = /@namespace\b[^;@]*;/gi;

/** The forbidden part of a style sheet, or of an attribute that may hold CSS; null where there is none. */
export function styleFault(css: string): string | null {
  if (!/[\\(@:]/.test(css)) return null;
  // With comments and without, since parsers may resolve escapes or comments first.
  for (const text of [css, plainCss(css)]) {
    const active = ACTIVE_CSS.exec(text)?.[0];
    if (active) return active;
    for (const [, double, single, bare] of text.replace(NAMESPACE_RULE, "").matchAll(ADDRESS_IN_CSS)) {
      const address = asAddress(double ?? single ?? bare ?? "");
      if (!isWithin(address)) return `url(${shortened(address)})`;
    }
  }
  return null;
}

/** Attributes whose values are names and words, not CSS. */
const NAMES = /^(?:id|class|title|lang|data-.*|aria-.*)$/;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The forbidden attribute as written; null where it is allowed. `value` has its references resolved. */
export function attributeFault(
  element: XmlName,
  { uri, local, name }: XmlName,
  value: string,
): string | null {
  if (!isOfSvg(element) && uri !== XLINK) return null;
  const written = `${name}="${shortened(value)}"`;
  if (uri === XML) return XML_ATTRIBUTES.has(local) ? null : written;
  if (uri === XLINK && !XLINK_ATTRIBUTES.has(local)) return written;
  if (uri !== "" && uri !== XLINK) return ON_ATTRIBUTES.test(uri) ? written : null;
  if (uri === "" && /^on/i.test(local)) return written;
  if (local === "href" || local === "src") {
    const address = asAddress(value);
    return isWithin(address) || (element.local === "a" && isFollowed(address)) ? null : written;
  }
  // Animation must not set forbidden attributes.
  if (local === "attributeName" && /(?:^|:)(?:href|src|on\w+|style|base)$/i.test(value.trim()))
    return written;
  if (NAMES.test(local)) return null;
  return styleFault(value) === null ? null : written;
}
