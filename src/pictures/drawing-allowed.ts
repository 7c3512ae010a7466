/**
 * What a drawing may hold that is published as it came: shapes, text, styles and animation, and nothing that runs,
 * embeds a page, or fetches from elsewhere when the drawing is opened by itself (SVG 2, 2.4: "secure static mode", with
 * animation and with links that a reader follows). What stands on no list is refused.
 */

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";

/** Elements of SVG 1.1, SVG 2 and of the drafts that Inkscape writes, without those that run or embed anything. */
const ELEMENTS = new Set(
  `svg g defs symbol use switch view a title desc metadata style image
   path rect circle ellipse line polyline polygon text tspan textPath tref altGlyph altGlyphDef altGlyphItem glyphRef
   linearGradient radialGradient stop pattern marker mask clipPath hatch hatchpath hatchPath mesh meshgradient meshGradient
   meshrow meshpatch solidcolor solidColor color-profile cursor
   flowRoot flowRegion flowRegionExclude flowRegionBreak flowPara flowDiv flowSpan flowTref flowLine
   font font-face font-face-src font-face-uri font-face-format font-face-name glyph missing-glyph hkern vkern
   animate animateColor animateMotion animateTransform mpath set discard
   filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
   feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
   feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** Vocabularies that a browser acts on wherever they stand. Those of editors (Inkscape, Dublin Core, RDF) it passes over. */
const ACTED_ON =
  /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|1998\/Math|2001\/xml-events|1999\/XSL|2001\/XInclude|2002\/xforms|1999\/xlink)|mozilla\.org|^urn:schemas-microsoft-com/i;
const ON_ATTRIBUTES = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2001\/xml-events)|mozilla\.org/i;
const XLINK_ATTRIBUTES = new Set(["href", "type", "role", "arcrole", "title", "show", "actuate", "label"]);
const XML_ATTRIBUTES = new Set(["space", "lang", "id"]);

/** A name as it is resolved, and as it is written. */
export interface XmlName {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
}

const isOfSvg = ({ uri }: XmlName): boolean => uri === SVG || uri === "";

/** What speaks against an element; null where nothing does. */
export function elementFault(element: XmlName): string | null {
  const { uri, local, name } = element;
  if (isOfSvg(element)) return ELEMENTS.has(local) ? null : `<${name}>`;
  return ACTED_ON.test(uri) ? `<${name}>` : null;
}

/** Pixels and fonts, written into the file itself. */
const DATA =
  /^data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp)|font\/[\w-]+|application\/(?:x-)?font[\w-]*)[;,]/i;
/** As a browser takes an address: without control characters and spaces at its ends, tabs and line ends (URL Standard, 4.4). */
const asAddress = (text: string): string => text.replace(/^[\0- ]+|[\t\n\r]|(?<![\0- ])[\0- ]+$/g, "");
const isWithin = (address: string): boolean =>
  address === "" || address.startsWith("#") || DATA.test(address);
/** What a reader follows by a click is another page's affair; what runs or writes a page is not followed. */
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

/** What speaks against a style sheet, or against an attribute that may hold a value of CSS. */
export function styleFault(css: string): string | null {
  if (!/[\\(@:]/.test(css)) return null;
  // With the comments and without: whoever reads escapes first and whoever reads comments first find the same.
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

/** Attributes of SVG whose values are names and words. */
const NAMES = /^(?:id|class|title|lang|data-.*|aria-.*)$/;

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What speaks against an attribute; `value` with its references resolved. */
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
  // Animation must not put there what may not stand there.
  if (local === "attributeName" && /(?:^|:)(?:href|src|on\w+|style|base)$/i.test(value.trim()))
    return written;
  if (NAMES.test(local)) return null;
  return styleFault(value) === null ? null : written;
}
