/**
 * An article's text → the same as one piece of HTML for whoever reads it elsewhere: addresses whole, each picture one file
 * with what is written below it, the corrections at the end, as the article's page has them.
 */
import { formatDate } from "../../arabic/dates/format-date.ts";
import type { Correction, Picture, ShownCard } from "../../model/article.ts";
import { hrefOf } from "../../model/href.ts";
import { withoutReferences } from "../../model/inline-picture.ts";
import type { Face, NamedInText } from "../../model/page.ts";
import { leadOf, type PictureView, pictureView, textView } from "../picture-view.ts";
import { strings } from "../strings.ts";
import { bdiHtml, escapeHtml } from "../view.ts";

const TAG = /<[a-z][a-z\d]*(?:\s+[\w-]+(?:="[^"]*")?)+\s*\/?>/g;
/** Of several articles in one reader they would stand twice. */
const ID = /\sid="[^"]*"/;
const ADDRESS = /(\shref=")([^"]*)/;
/** Stands for the host of a site whose settings state none. */
const NO_HOST = "https://host.invalid";

/**
 * An address as it leads from the page of the article, for whoever reads it elsewhere. A reader would resolve it against the
 * address of the feed, or not at all (W3C Feed Validation Service, "ContainsRelRef").
 * @param page Of the article, with the host of the site if there is one.
 */
export function wholeAddress(written: string, page: string, { origin, base }: Face): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return written;
  if (/^\/(?!\/)/.test(written)) return `${origin}${encodeURI(base)}${written.slice(1)}`;
  // A reader shows many texts at once, so that places within one are places of its page.
  if (written.startsWith("#")) return page + written;
  try {
    const { href } = new URL(written, new URL(page, NO_HOST));
    return href.startsWith(`${NO_HOST}/`) ? href.slice(NO_HOST.length) : href;
  } catch {
    return written;
  }
}

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
  /** Of the article, whole. */
  readonly url: string;
}

export function feedText(card: ShownCard, { html, named, url }: FeedText, face: Face): string {
  const whole = (written: string): string => wholeAddress(written, url, face);
  const href = (path: Parameters<typeof hrefOf>[0]): string => face.origin + hrefOf(path, face.base);
  // A picture of our own is whole already, one of another host may lack its scheme.
  const wholeView = (view: PictureView): PictureView =>
    view.remote ? { ...view, src: whole(view.src) } : view;
  const text = textView(html, named, href).map((piece) => {
    if (piece.html !== null)
      return piece.html.replace(TAG, (tag) =>
        tag
          .replace(ID, "")
          .replace(
            ADDRESS,
            (_, before: string, written: string) => before + escapeHtml(whole(withoutReferences(written))),
          ),
      );
    const image = imageHtml(wholeView(piece.picture));
    if (!piece.alone || image === "") return image;
    return piece.caption ? figureHtml(image, bdiHtml(piece.caption)) : `<p>${image}</p>`;
  });
  const lead = leadHtml(leadOf(card.image, html, named.pictures), (picture) =>
    wholeView(pictureView(picture, href)),
  );
  return `<div lang="ar" dir="rtl">${lead}${text.join("")}${correctionsHtml(card.details.corrections, face)}</div>`;
}
