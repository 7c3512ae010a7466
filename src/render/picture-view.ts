/**
 * Builds the view of a picture for templates: addresses of all its files, its size, so that the layout does not shift, its
 * placeholder colour, and its name where it is missing.
 */
import type { Picture } from "../model/article.ts";
import type { UrlPath } from "../model/brands.ts";
import { embeddedName } from "../model/links/embedded-picture.ts";
import { withLinks } from "../model/links/inline-link.ts";
import {
  type InlinePicture,
  isRemote,
  isSamePicture,
  picturesIn,
  piecesOf,
} from "../model/links/inline-picture.ts";
import type { NamedInText } from "../model/page.ts";
import { fallbackOf, type PictureFile, type TextPictures, variantsOf } from "../model/picture.ts";
import { withDirections } from "./text-direction.ts";

export interface PictureView {
  /** Address of the fallback file; "" where there is none. */
  readonly src: string;
  /** Pixels; null where unknown. */
  readonly width: number | null;
  readonly height: number | null;
  /** Attributes of the same shape for where a style sheet gives the width: without one it fits a narrow window. Null as above. */
  readonly smallWidth: number | null;
  readonly smallHeight: number | null;
  /** At least as wide as the widest column of text, so that a style sheet may stretch it over that. */
  readonly fills: boolean;
  readonly alt: string;
  /** The `<source>` elements a browser chooses from, the best format first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** CSS class of its mean colour, or null. */
  readonly tint: string | null;
  /** It is on another host, to which no referrer should be sent. */
  readonly remote: boolean;
  /** The file name of a missing picture, else null. */
  readonly missing: string | null;
}
/** A piece of a text: markup, or a picture. */
export type TextPieceView =
  | {
      readonly html: string;
      readonly picture: null;
      readonly caption: null;
      readonly alone: false;
      readonly atTop: false;
    }
  | {
      readonly html: null;
      readonly picture: PictureView;
      /** The caption in the source, or null. */
      readonly caption: string | null;
      /** It is all that its paragraph holds. */
      readonly alone: boolean;
      /** The first picture, with little or no text above it, so that it is visible when the page opens. */
      readonly atTop: boolean;
    };

interface Size {
  readonly width: number;
  readonly height: number;
}
/** Pixels of width: at most of `small`, and of the widest column of text, as the style sheet has it. */
const SMALL = 320;
const COLUMN = 720;

/** The size of at most `SMALL` pixels of width whose shape is nearest, so that nothing moves when the picture comes. */
function smallOf({ width, height }: Size): Size {
  if (width <= SMALL) return { width, height };
  const sizes = Array.from({ length: SMALL / 2 }, (_, i): Size => {
    const narrower = SMALL - i;
    return { width: narrower, height: Math.max(1, Math.round((narrower * height) / width)) };
  });
  const error = (one: Size): number => Math.abs(one.height / one.width - height / width);
  return sizes.reduce((best, one) => (error(one) < error(best) ? one : best));
}

/** What is known of a size. */
function sized(
  size: Size | null,
): Pick<PictureView, "width" | "height" | "smallWidth" | "smallHeight" | "fills"> {
  if (!size) return { width: null, height: null, smallWidth: null, smallHeight: null, fills: false };
  const { width, height } = smallOf(size);
  return { ...size, smallWidth: width, smallHeight: height, fills: size.width >= COLUMN };
}

/** Prints an address within the site. */
type Href = (url: UrlPath) => string;
const NOTHING = { sources: [], tint: null, remote: false, missing: null } as const;

/** The one file of a picture for feeds, structured data and link previews. */
export function singleFile(file: PictureFile): {
  readonly url: UrlPath;
  readonly width: number;
  readonly height: number;
} {
  return "key" in file ? fallbackOf(file) : file;
}

/** The address of the file of `singleFile`, or of a picture on another host; null for none, and for a missing picture. */
export const addressOf = (picture: Picture | null): string | null =>
  picture?.file ? singleFile(picture.file).url : picture && isRemote(picture.src) ? picture.src : null;

/** Uses `hasOwn`, since a picture may have the name of an inherited property: `constructor`. */
const fileIn = (pictures: TextPictures, src: string): PictureFile | null =>
  Object.hasOwn(pictures, src) ? (pictures[src] ?? null) : null;

/**
 * The lead picture; null where there is none, or where it has neither caption nor credit and the text shows the same
 * picture, as in a saved page that names it for link previews.
 */
export function leadOf(image: Picture | null, html: string, inText: TextPictures): Picture | null {
  const isShown = ({ src }: InlinePicture): boolean => isRemote(src) || fileIn(inText, src) !== null;
  if (!image || image.caption || image.credit) return image;
  return picturesIn(html).some((one) => isShown(one) && isSamePicture(one.src, image.src)) ? null : image;
}

function fileView(file: PictureFile, href: Href): Omit<PictureView, "alt"> {
  const { url, width, height } = singleFile(file);
  const own = { ...NOTHING, src: href(url), ...sized({ width, height }) };
  if (!("key" in file)) return own;
  const sources = (["avif", "webp"] as const).map((format) => ({
    type: `image/${format}`,
    srcset: variantsOf(file)
      .filter((one) => one.format === format && one.width <= file.width)
      .map((one) => `${href(one.url)} ${one.width}w`)
      .join(", "),
  }));
  return { ...own, sources, tint: file.tint === null ? null : `tint-${file.tint}` };
}

/** The last step of an address, without its percent signs. */
/** "" of what the source holds in itself: it has no name that anybody gave it. */
function nameOf(src: string): string {
  if (src.startsWith("data:") || embeddedName(src) !== null) return "";
  const step =
    src
      .replace(/[?#].*$/s, "")
      .split("/")
      .findLast((one) => one !== "") ?? src;
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** @param size As the source states it, for pictures whose file is unknown. */
function anyView(
  { src, alt, file }: Pick<Picture, "src" | "alt" | "file">,
  href: Href,
  size: InlinePicture["size"] = null,
): PictureView {
  if (file) return { ...fileView(file, href), alt };
  if (isRemote(src)) return { ...NOTHING, src, ...sized(size), alt, remote: true };
  return { ...NOTHING, src: "", ...sized(size), alt, missing: nameOf(src) };
}

export const pictureView = (picture: Picture, href: Href): PictureView => anyView(picture, href);

/** A picture below less markup than this, in characters, is visible when the page opens. */
const NEAR_TOP = 600;

/** A text split at its pictures, with links to sources replaced and left-to-right text isolated. */
export function textView(
  html: string,
  { pictures, links }: NamedInText,
  href: Href,
): readonly TextPieceView[] {
  return piecesOf(html).map((piece, i, [first]) =>
    "html" in piece
      ? {
          html: withDirections(withLinks(piece.html, links)),
          ...{ picture: null, caption: null, alone: false, atTop: false },
        }
      : {
          html: null,
          picture: anyView(
            { ...piece.picture, file: fileIn(pictures, piece.picture.src) },
            href,
            piece.picture.size,
          ),
          caption: piece.picture.title,
          alone: piece.alone,
          atTop:
            i === 0 || (i === 1 && first !== undefined && "html" in first && first.html.length < NEAR_TOP),
        },
  );
}
