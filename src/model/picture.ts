/**
 * Pictures that articles name: what is known of a file, and the files that readers' browsers may choose from. A picture
 * is carried as numbers and addresses, never as bytes.
 */
import type { Digest, SourcePath } from "./brands.ts";
import { type UrlPath, urlPath } from "./brands.ts";
import type { Place } from "./diagnostic.ts";

/** A picture as a source names it, not yet looked for: `src` decoded, `file` and `place` say where it is named. */
export interface NamedPicture {
  readonly src: string;
  readonly file: string;
  readonly place: Place | null;
  /** The source holds its bytes, and `src` is the name they have there. */
  readonly embedded?: true;
}

/** What a picture's bytes say: pixels as it is shown (turned as its Exif data asks), and what it is published as. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** `as-is`: drawings and moving pictures, which lose by being made anew. Else the kind that everyone can read. */
  readonly kind: "as-is" | "jpg" | "png" | "webp";
  /** Place of its mean colour in TINTS; null where it can be seen through. */
  readonly tint: number | null;
  /** Of a picture that is published as it is: what its bytes say that its name ends with, `.gif`. */
  readonly ending?: string;
}

/** A picture that is published in several widths and kinds; `key` names its bytes and who made them. */
export interface DerivedPicture {
  readonly key: string;
  readonly kind: "jpg" | "png" | "webp";
  readonly width: number;
  readonly height: number;
  readonly tint: number | null;
}
/** A picture that is published as it is. */
export interface PlainPicture {
  readonly url: UrlPath;
  readonly width: number;
  readonly height: number;
}
export type PictureFile = DerivedPicture | PlainPicture;

/** The pictures in an article's text by the `src` they are named with; null for one that is not to be had. */
export type TextPictures = Readonly<Record<string, PictureFile | null>>;

/** A file of the site that holds pictures: where its source lies below the root, and what the source's bytes are. */
export interface PublishedPicture {
  readonly from: string;
  readonly digest: Digest;
  readonly picture: PictureFile;
}
export interface Pictures {
  readonly published: readonly PublishedPicture[];
  readonly inText: (source: SourcePath) => TextPictures;
}
export const noPictures: Pictures = { published: [], inText: () => ({}) };

/** One file made of a picture. */
export interface Variant {
  readonly url: UrlPath;
  readonly format: "avif" | "webp" | "jpg" | "png";
  readonly width: number;
  readonly height: number;
}

/** Pixels of the picture that is drawn for an article where its link is shared. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** Widths in pixels: a small card twice over, a phone, the column of the text, and that column on a dense screen. */
const WIDTHS = [480, 800, 1200, 1600] as const;
/** A picture whose width is this near to one of those is not made in both. */
const NEAR = 0.9;
/** What takes neither AVIF nor WebP, and what unfurls links, is given one file of at most this width. */
const FALLBACK = 1200;

const variant = (
  { key, width, height }: DerivedPicture,
  { format, to }: { readonly format: Variant["format"]; readonly to: number },
): Variant => ({
  url: urlPath(`/assets/pictures/${key}-${to}.${format}`),
  format,
  width: to,
  height: Math.max(1, Math.round((height * to) / width)),
});

/** Ascending; never wider than the picture is. */
export function widthsOf({ width }: Pick<DerivedPicture, "width">): readonly number[] {
  const top = Math.min(width, WIDTHS[WIDTHS.length - 1] as number);
  return [...WIDTHS.filter((one) => one < top * NEAR), top];
}

/** The file for whoever takes no other, in the picture's own kind. */
export function fallbackOf(picture: DerivedPicture): Variant {
  const widths = widthsOf(picture);
  const to = widths.findLast((one) => one <= FALLBACK) ?? (widths[0] as number);
  return variant(picture, { format: picture.kind, to });
}

/** Every file made of a picture: AVIF and WebP in each width, narrow first, then the fallback where it is neither. */
export function variantsOf(picture: DerivedPicture): readonly Variant[] {
  const modern = (["avif", "webp"] as const).flatMap((format) =>
    widthsOf(picture).map((to) => variant(picture, { format, to })),
  );
  return picture.kind === "webp" ? modern : [...modern, fallbackOf(picture)];
}

/** Steps of each channel: red, green, blue. Green has the most, since the eye tells its lightness best. */
const STEPS = [3, 4, 3] as const;
const level = (step: number, steps: number): number => Math.round((255 * (step + 0.5)) / steps);

/**
 * The colours that stand where a picture is about to be: a policy that forbids inline styles leaves a fixed set of
 * classes. Each is the middle of a cell of the RGB cube; `tintOf` is its inverse.
 */
export const TINTS: readonly string[] = Array.from({ length: STEPS[0] * STEPS[1] * STEPS[2] }, (_, i) => {
  const red = Math.floor(i / (STEPS[1] * STEPS[2]));
  const green = Math.floor(i / STEPS[2]) % STEPS[1];
  const channels = [level(red, STEPS[0]), level(green, STEPS[1]), level(i % STEPS[2], STEPS[2])];
  return `#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
});

/** @param rgb Three numbers from 0 to 255. */
export function tintOf(rgb: readonly [number, number, number]): number {
  const [red, green, blue] = rgb.map((one, i) =>
    Math.min((STEPS[i] as number) - 1, Math.floor((one * (STEPS[i] as number)) / 256)),
  ) as [number, number, number];
  return (red * STEPS[1] + green) * STEPS[2] + blue;
}
