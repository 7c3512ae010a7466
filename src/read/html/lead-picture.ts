/** A saved page's tree → the picture between its headline and its text, which no metadata name. */
import type { Element } from "hast";
import type { Metadata } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";
import { resolve } from "../tree/resolve-addresses.ts";
import { isFurniture } from "./blocks.ts";

/** What shows something else: buttons, badges, writers, advertisements. */
const OTHER =
  /(?:^|[^a-z])(?:icons?|logo|print|pdf|e?mail|share|social|avatar|gravatar|authors?|writers?|users?|rating|stars?|btn|buttons?|arrow|bullet|spacer|pixel|sprite|ads?|banner|flags?|facebook|twitter|whatsapp)(?:$|[^a-z])|\.(?:gif|svg)(?:\?|$)/i;
const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif)(?:\?|$)/i;
/** A narrower one is a badge. In CSS pixels. */
const NARROWEST = 100;

const isShown = (picture: Element): boolean => {
  const width = property(picture, "width");
  const src = property(picture, "src");
  return (
    /^(?!data:|file:|blob:)./i.test(src) &&
    !OTHER.test(`${src} ${namesOf(picture)}`) &&
    !(Number.parseInt(width, 10) < NARROWEST)
  );
};

/**
 * @param own Elements that are the article's. @param headline What prints it. @param base The page's own address.
 * @returns Nothing where there are several: one may be the writer's.
 */
export function leadPicture(
  own: readonly Element[],
  headline: Element | null,
  found: Element | null,
  base: string | undefined,
): Pick<Metadata, "image" | "image_alt" | "image_caption"> {
  if (!headline || !found || isIn(found, headline)) return {};
  const between = own
    .slice(own.indexOf(headline) + 1, Math.max(0, own.indexOf(found)))
    .filter((one) => !isIn(one, found));
  const passed = between.filter(
    (box) =>
      isFurniture(box) ||
      OTHER.test(namesOf(box)) ||
      (box.tagName === "a" && !PICTURE_FILE.test(property(box, "href"))),
  );
  const pictures = between.filter(
    (one) => one.tagName === "img" && isShown(one) && !passed.some((box) => isIn(box, one)),
  );
  const [picture, ...more] = pictures;
  if (!picture || more.length > 0) return {};
  const figure = between.find((one) => one.tagName === "figure" && isIn(one, picture));
  const caption = figure && elementsOf(figure).find(({ tagName }) => tagName === "figcaption");
  const src = property(picture, "src");
  const [alt, words] = [
    property(picture, "alt").trim(),
    caption ? plainOf(caption).replaceAll("\n", " ") : "",
  ];
  return {
    image: (base && resolve(src, base)) || src,
    ...(alt ? { image_alt: alt } : {}),
    ...(words ? { image_caption: words } : {}),
  };
}
