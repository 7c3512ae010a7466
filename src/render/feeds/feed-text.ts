/**
 * Converts an article's text to one piece of HTML for feed readers: absolute addresses, one file per picture with its
 * caption, and the corrections at the end, as on the article's page.
 */
import { formatDate } from "../../arabic/dates/format-date.ts";
import type { Correction, Picture, ShownCard } from "../../model/article.ts";
import { hrefOf } from "../../model/links/href.ts";
import { withoutReferences } from "../../model/links/inline-picture.ts";
import type { NamedInText, SiteChrome } from "../../model/page.ts";
import { leadOf, type PictureView, pictureView, textView } from "../picture-view.ts";
import { strings } from "../strings.ts";
import { bdiHtml, escapeHtml } from "../view.ts";

const TAG = /<[a-z][a-z\d]*(?:\s+[\w-]+(?:="[^"]*")?)+\s*\/?>/g;
/** Removed, since a reader may show several articles on one page, where ids would be duplicates. */
const ID = /\sid="[^"]*"/;
const ADDRESS = /(\shref=")([^"]*)/;
/** Placeholder host for a site whose settings state no origin. */
const NO_HOST = "https://host.invalid";

/**
 * Resolves an address against the article's page. A feed reader would resolve it against the address of the feed, or not
 * at all (W3C Feed Validation Service, "ContainsRelRef").
 * @param page Address of the article, with the host of the site if it is stated.
 */
export function wholeAddress(written: string, page: string, { origin, base }: SiteChrome): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return written;
  if (/^\/(?!\/)/.test(written)) return `${origin}${encodeURI(base)}${written.slice(1)}`;
  // Ids are removed from feeds, so fragments lead to the article's page.
  if (written.startsWith("#")) return page + written;
  try {
    const { href } = new URL(written, new URL(page, NO_HOST));
    return href.startsWith(`${NO_HOST}/`) ? href.slice(NO_HOST.length) : href;
  } catch {
    return written;
  }
}

/** One `<img>`; "" for a missing picture. */
function imageHtml({ src, alt, width, height }: PictureView): string {
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  return src === "" ? "" : `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${size}>`;
}

const figureHtml = (image: string, captionHtml: string): string =>
  image === "" ? "" : `<figure>${image}<figcaption>${captionHtml}</figcaption></figure>`;

/** The lead picture, only where it has a caption or a credit: the feed formats name its file in a field of their own. */
function leadHtml(lead: Picture | null, view: (picture: Picture) => PictureView): string {
  if (!lead || (lead.caption === null && lead.credit === null)) return "";
  const credit = lead.credit === null ? "" : `${strings.pictureCredit} ${bdiHtml(lead.credit)}`;
  const said = [lead.caption === null ? "" : bdiHtml(lead.caption), credit];
  return figureHtml(imageHtml(view(lead)), said.filter((part) => part !== "").join("<br>"));
}

function correctionsHtml(corrections: readonly Correction[], { locale }: SiteChrome): string {
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
  /** Absolute address of the article. */
  readonly url: string;
}

export function feedText(card: ShownCard, { html, named, url }: FeedText, chrome: SiteChrome): string {
  const whole = (written: string): string => wholeAddress(written, url, chrome);
  const href = (path: Parameters<typeof hrefOf>[0]): string => chrome.origin + hrefOf(path, chrome.base);
  // The address of a local picture is absolute already; one on another host may lack its scheme.
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
  return `<div lang="ar" dir="rtl">${lead}${text.join("")}${correctionsHtml(card.details.corrections, chrome)}</div>`;
}
