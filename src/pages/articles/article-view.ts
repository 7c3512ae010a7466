/** Builds the view of an article's page: text, metadata, related articles and neighbours. */
import { formatDate } from "../../arabic/dates/format-date.ts";
import { isOrganisation } from "../../arabic/grammar/organisation.ts";
import { shownWord } from "../../arabic/terms/shown-word.ts";
import { authorUrl, dayUrl, sectionUrl, tagUrl } from "../../model/addresses.ts";
import type { Picture, ShownCard } from "../../model/article.ts";
import type { PropsOf, ShownPageOf } from "../../model/page.ts";
import { citationOf } from "../../render/citation.ts";
import { leadOf } from "../../render/picture-view.ts";
import type { PageView } from "../../render/rendering.ts";
import { strings } from "../../render/strings.ts";
import { bdiHtml, escapeHtml, type Loaded, type Viewer } from "../../render/view.ts";

/** A picture credit that already has a label: «تصوير: أحمد», «عدسة أحمد», "Photo: AFP". */
const OWN_LABEL =
  /^(?:(?:ال)?(?:صور[ةه]?|تصوير|عدس[ةه]|كاميرا)(?=[\s:：]+\S)|(?:ال)?(?:مصوّ?ر[ةه]?|مصدر)\s*[:：]|(?:photos?|pictures?|images?|credits?|courtesy)\b|[©ⓒ])/iu;

/** The article's metadata: dates, names, picture, source, corrections and citation. */
function particulars(card: ShownCard, lead: Picture | null, viewer: Viewer): object {
  const { published, updated } = card;
  const { summary, estimate, origin, corrections } = card.details;
  const { address, text, bibtex } = citationOf(card, viewer);
  return {
    summaryHtml: summary ? bdiHtml(summary) : null,
    dayHref: published ? viewer.href(dayUrl(published)) : null,
    fullDate: published ? formatDate(published, viewer.chrome.locale, { weekday: true }) : null,
    estimate: estimate && viewer.estimate(estimate),
    updated: updated && updated !== published ? { datetime: updated, text: viewer.date(updated) } : null,
    authors: card.authors.map((author) => ({
      ...viewer.named(author.name, authorUrl(author)),
      organisation: isOrganisation(author.name) || author.name === viewer.chrome.publisher,
    })),
    tags: card.tags.map((tag) => viewer.named(tag.name, tagUrl(tag))),
    leadPicture: lead && {
      ...viewer.picture(lead),
      ...{ caption: lead.caption, captionHtml: lead.caption && bdiHtml(lead.caption) },
      ...{ credit: lead.credit, creditHtml: lead.credit && bdiHtml(lead.credit) },
      creditLabel: lead.credit && OWN_LABEL.test(lead.credit) ? null : strings.pictureCredit,
    },
    origin: origin ? { ...origin, captured: origin.captured ? viewer.date(origin.captured) : null } : null,
    corrections: corrections.map(({ date, text: note }) => ({
      ...{ datetime: date, text: viewer.date(date) },
      noteHtml: bdiHtml(note),
    })),
    citation: {
      ...{ address, bibtex },
      // Isolated as one left-to-right run, so that the Arabic in it does not reorder the parts of the address.
      textHtml: /^https?:/.test(address)
        ? `${bdiHtml(text)}، <bdi dir="ltr">${escapeHtml(address)}</bdi>`
        : bdiHtml(text),
    },
  };
}

export function articleView(
  page: ShownPageOf<"article">,
  viewer: Viewer,
  { bodies, words }: Loaded,
): PageView {
  const card = page.cards[0] as ShownCard;
  const body = bodies[0];
  const html = body?.html ?? "";
  const { props } = page;
  const link = (one: PropsOf["article"]["newer"]) => (one ? viewer.link(one) : null);
  const { section } = card;
  return {
    heading: card.title,
    description: card.details.summary ?? card.details.excerpt,
    breadcrumbs: [
      ...(section ? [{ name: section.name, url: sectionUrl(section) }] : []),
      { name: card.title, url: card.url },
    ],
    content: {
      ...viewer.card(card),
      ...particulars(card, leadOf(card.image, html, props.pictures), viewer),
      text: viewer.text(html, props),
      readingTime: viewer.readingTime(body?.words ?? 0),
      related: props.related.map((one) => ({
        ...viewer.link(one),
        why: [
          one.terms.flatMap((term) => shownWord(words(term) ?? "") ?? []).join("، "),
          one.days === null ? "" : viewer.distance(one.days),
        ].filter((part) => part !== ""),
      })),
      copies: props.copies.map((one) => viewer.link(one)),
      newer: link(props.newer),
      older: link(props.older),
      newerInSection: link(props.newerInSection),
      olderInSection: link(props.olderInSection),
    },
  };
}
