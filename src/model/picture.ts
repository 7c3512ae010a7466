/**
 * Pictures that articles name: the properties of a file, and the variants that browsers choose from. A picture is passed
 * around as numbers and addresses, never as bytes.
 */
import type { Digest, SourcePath } from "./brands.ts";
import { type UrlPath, urlPath } from "./brands.ts";
import type { Place } from "./diagnostic.ts";

/** A picture as a source names it, before its file is located: `src` decoded; `file` and `place` are where it is named. */
export interface NamedPicture {
  readonly src: string;
  readonly file: string;
  readonly place: Place | null;
  /** The picture is embedded in the source, and `src` is its generated name. */
  readonly embedded?: true;
}

/** Properties read from a picture's bytes: pixels as displayed (after Exif rotation), and the format it is published in. */
export interface PictureFacts {
  readonly width: number;
  readonly height: number;
  /** `as-is`: drawings and animations, which would suffer from conversion. Else the format of the fallback. */
  readonly kind: "as-is" | "jpg" | "png" | "webp";
  /** Index of its mean colour in TINTS; null where it has transparency. */
  readonly tint: number | null;
  /** For `as-is` pictures, the extension that fits the bytes: `.gif`. */
  readonly ending?: string;
}

/** A picture published in several widths and formats; `key` identifies its bytes and the code that converts them. */
export interface DerivedPicture {
  readonly key: string;
  readonly kind: "jpg" | "png" | "webp";
  readonly width: number;
  readonly height: number;
  readonly tint: number | null;
}
/** A picture published as it is. */
export interface PlainPicture {
  readonly url: UrlPath;
  readonly width: number;
  readonly height: number;
}
export type PictureFile = DerivedPicture | PlainPicture;

/** The pictures in an article's text by `src`; null for a missing one. */
export type TextPictures = Readonly<Record<string, PictureFile | null>>;

/** A picture to publish: the path of its file below the root, and the digest of the file's bytes. */
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

/** One file derived from a picture. */
export interface Variant {
  readonly url: UrlPath;
  readonly format: "avif" | "webp" | "jpg" | "png";
  readonly width: number;
  readonly height: number;
}

/** Pixels of the picture drawn for link previews of an article. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** Widths in pixels: a small card at double density, a phone, the text column, and that column on a dense screen. */
const WIDTHS = [480, 800, 1200, 1600] as const;
/** A listed width above this share of the picture's own is left out, since the two files would be nearly equal. */
const NEAR = 0.9;
/** Largest width of the fallback, for link previews and browsers without AVIF and WebP. */
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

/** The fallback file, in the picture's own format. */
export function fallbackOf(picture: DerivedPicture): Variant {
  const widths = widthsOf(picture);
  const to = widths.findLast((one) => one <= FALLBACK) ?? (widths[0] as number);
  return variant(picture, { format: picture.kind, to });
}

/** Every file derived from a picture: AVIF and WebP in each width, ascending, then the fallback unless it is WebP. */
export function variantsOf(picture: DerivedPicture): readonly Variant[] {
  const modern = (["avif", "webp"] as const).flatMap((format) =>
    widthsOf(picture).map((to) => variant(picture, { format, to })),
  );
  return picture.kind === "webp" ? modern : [...modern, fallbackOf(picture)];
}

/** Steps of each channel: red, green, blue. Green has the most, since the eye is most sensitive to it. */
const STEPS = [3, 4, 3] as const;
const level = (step: number, steps: number): number => Math.round((255 * (step + 0.5)) / steps);

/**
 * Placeholder colours for pictures that are still loading. A fixed set of classes, since the site's security policy
 * forbids inline styles. Each is the centre of a cell of the RGB cube; `tintOf` is the inverse.
 */
export const TINTS: readonly string[] = Array.from({ length: STEPS[0] * STEPS[1] * STEPS[2] }, (_, i) => {
  const red = Math.floor(i / (STEPS[1] * STEPS[2]));
  const green = Math.floor(i / STEPS[2]) % STEPS[1];
  const channels = [level(red, STEPS[0]), level(green, STEPS[1]), level(i % STEPS[2], STEPS[2])];
  return `#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
});

/** The index in TINTS of the nearest colour. @param rgb Three numbers from 0 to 255. */
export function tintOf(rgb: readonly [number, number, number]): number {
  const [red, green, blue] = rgb.map((one, i) =>
    Math.min((STEPS[i] as number) - 1, Math.floor((one * (STEPS[i] as number)) / 256)),
  ) as [number, number, number];
  return (red * STEPS[1] + green) * STEPS[2] + blue;
}
