/**
 * An article's text → the same as one piece of HTML for whoever reads it elsewhere: addresses whole, each picture one file
 * with what is written below it, the corrections at the end, as the article's page has them.
 */
import { formatDate } from "../../arabic/format-date.ts";
import type { Correction, Picture, ShownCard } from "../../model/article.ts";
import { hrefOf } from "../../model/href.ts";
import type { Face, NamedInText } from "../../model/page.ts";
import { leadOf, type PictureView, pictureView, textView } from "../picture-view.ts";
import { strings } from "../strings.ts";
import { bdiHtml, escapeHtml } from "../view.ts";

const LINK = /<a\b[^>]*>/g;
const OWN_ADDRESS = /(\shref=")\/(?!\/)/g;
const OWN_PLACE = /(\shref=")(?=#)/g;

/** One file; nothing for a picture that is not to be had. */
function imageHtml({ src, alt, width, height }: PictureView): string {
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  return src === "" ? "" : `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>`;
}

const figureHtml = (image: string, captionHtml: string): string =>
  image === "" ? "" : `<figure>${image}<figcaption>${captionHtml}</figcaption></figure>`;

/** The picture above the text, where something is written below it: feeds name its file alone by themselves. */
function leadHtml(lead: Picture | null, view: (picture: Picture) => PictureView): string {
  if (!lead || (lead.caption === null && lead.credit === null)) return "";
  const credit = lead.credit === null ? "" : `${strings.pictureCredit} ${bdiHtml(lead.credit)}`;
  const said = [lead.caption === null ? "" : bdiHtml(lead.caption), credit];
  return figureHtml(imageHtml(view(lead)), said.filter((part) => part !== "").join("<br>"));
}

function correctionsHtml(corrections: readonly Correction[], { locale }: Face): string {
  if (corrections.length === 0) return "";
  const items = corrections.map(({ date, text }) => {
    const day = `<time datetime="${date}">${formatDate(date, locale, { hijri: false })}</time>`;
    return `<li>${day}: ${bdiHtml(text)}</li>`;
  });
  return `<h2>${strings.corrections}</h2><ul>${items.join("")}</ul>`;
}

interface FeedText {
  readonly html: string;
  readonly named: NamedInText;
  /** Of the article, whole: a reader shows many texts at once, so that places within one are places of its page. */
  readonly url: string;
}

export function feedText(card: ShownCard, { html, named, url }: FeedText, face: Face): string {
  const start = `${face.origin}${encodeURI(face.base)}`;
  const href = (path: Parameters<typeof hrefOf>[0]): string => face.origin + hrefOf(path, face.base);
  const text = textView(html, named, href).map((piece) => {
    if (piece.html !== null)
      return piece.html.replace(LINK, (tag) =>
        tag.replace(OWN_ADDRESS, `$1${start}`).replace(OWN_PLACE, `$1${url}`),
      );
    const image = imageHtml(piece.picture);
    if (!piece.alone || image === "") return image;
    return piece.caption ? figureHtml(image, bdiHtml(piece.caption)) : `<p>${image}</p>`;
  });
  const lead = leadHtml(leadOf(card.image, html, named.pictures), (picture) => pictureView(picture, href));
  return `<div lang="ar" dir="rtl">${lead}${text.join("")}${correctionsHtml(card.details.corrections, face)}</div>`;
}
