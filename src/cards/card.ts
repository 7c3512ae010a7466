/**
 * A parsed source + its path + its sidecar + the settings → Card. Pure and cheap: repeated whenever a path, a sidecar or
 * the settings change, without parsing again.
 */

import { outletDay } from "../arabic/dates/outlet-day.ts";
import { toCivil } from "../arabic/dates/zone.ts";
import { type SlugStyle, slugOf, toldApartBy } from "../arabic/letters/slug.ts";
import { stripBidiControls } from "../arabic/typography/bidi.ts";
import { mendTypography } from "../arabic/typography/typography.ts";
import { isDevice } from "../model/address-step.ts";
import { isReserved } from "../model/addresses.ts";
import {
  type Card,
  type CardDetails,
  type Correction,
  idOf,
  type Label,
  linkDigestOf,
  type Metadata,
  type Origin,
  type Parsed,
  type Picture,
  type ShownCard,
  type Stored,
} from "../model/article.ts";
import { type Digest, type Slug, type SourcePath, slug, type UrlPath, urlPath } from "../model/brands.ts";
import { type CivilDate, civilDate } from "../model/civil-date.ts";
import { type Diagnostic, isError, type Outcome } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";
import { validAddress } from "../model/links/href.ts";
import { isRemote } from "../model/links/inline-picture.ts";
import type { Site } from "../model/site.ts";
import { readAlias } from "./alias.ts";

export interface CardInput {
  readonly parsed: Parsed;
  readonly path: SourcePath;
  /** Its name in diagnostics. */
  readonly file: string;
  readonly sidecar: Metadata | null;
  readonly site: Site;
  readonly digestOf: (text: string) => Digest;
  readonly body: Stored;
  readonly terms: Stored;
}

const IN_PATH = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[-/_. ])/;

/** A control character may be in a saved page, and must not be in a page of the site. */
const BETWEEN_WORDS = /[\s\p{Cc}]+/gu;

/** Cache of labels by style and name, for each digest function that was used for their slugs. */
const labelsOf = new WeakMap<CardInput["digestOf"], Map<string, Label>>();
const LABELS_KEPT = 50_000;

function labelsMadeWith(digestOf: CardInput["digestOf"]): Map<string, Label> {
  const made = labelsOf.get(digestOf);
  if (made && made.size <= LABELS_KEPT) return made;
  const empty = new Map<string, Label>();
  labelsOf.set(digestOf, empty);
  return empty;
}

const slugStyle = ({ slugs }: Site): SlugStyle => (slugs === "latin" ? "latin" : "arabic");

/** A name as printed, and its slug, with a digest where the slug alone is empty or could be another name's too. */
function labelOf(name: string, { site, digestOf }: CardInput): Label {
  const style = slugStyle(site);
  const key = `${style} ${name}`;
  const labels = labelsMadeWith(digestOf);
  const known = labels.get(key);
  if (known) return known;
  const printed = name.normalize("NFC").replace(BETWEEN_WORDS, " ").trim();
  const digested = (text: string) => digestOf(text).slice(0, 8).toLowerCase();
  const words = slugOf(printed, style);
  const apart = toldApartBy(printed, style);
  const more = apart ?? (words !== null && isDevice(words) ? words : null);
  const step = words === null ? digested(printed) : more === null ? words : `${words}-${digested(more)}`;
  const made: Label = { name: printed, slug: slug(step) };
  labels.set(key, made);
  return made;
}

/**
 * A section has the slug stated in the settings, if any. Otherwise, where its slug is an address of the site or that of a
 * stated section which differs only by signs (C beside C++), it gets a suffix.
 */
function sectionOf(name: string, input: CardInput): Label {
  const label = labelOf(name, input);
  const stated = input.site.sections.find((one) => one.name === label.name);
  if (stated) return { name: stated.name, slug: stated.slug };
  const signsOf = (name: string) => toldApartBy(name, slugStyle(input.site));
  const isOfAnother = input.site.sections.some(
    (one) =>
      one.slug.toLowerCase() === label.slug &&
      (one.slug !== label.slug || signsOf(one.name) !== signsOf(label.name)),
  );
  return isOfAnother || isReserved(label.slug) ? { ...label, slug: slug(`${label.slug}-1`) } : label;
}

interface Dated extends Pick<Card, "time" | "offset"> {
  readonly date: CivilDate | null;
}
const UNDATED: Dated = { date: null, time: null, offset: null };

function dateOf({ parsed, path, file, sidecar, site }: CardInput, faults: Diagnostic[]): Dated {
  const stated = sidecar?.date ?? parsed.metadata.date;
  if (stated !== undefined) {
    const civil = toCivil(stated, site.locale.timeZone);
    const day = civil && site.locale.timeZone === null ? outletDay(civil, daysPrinted(parsed)) : null;
    // The local hour is not known then.
    if (civil) return day ? { ...civil, date: day, time: null } : civil;
  }
  const match = IN_PATH.exec(path);
  if (!match) return UNDATED;
  const date = civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date)
    faults.push(articleFault("impossible-date-in-path", { file }, { date: match[0].replace(/^\//, "") }));
  return { ...UNDATED, date };
}

/** The days that the source prints, which may differ from a moment in UTC that it, or its sidecar, states. */
function daysPrinted({ dayPrinted, metadata }: Parsed): readonly (CivilDate | undefined)[] {
  const own = metadata.date === undefined ? null : toCivil(metadata.date, null);
  return [dayPrinted, own?.time === null ? own.date : undefined];
}

/** Null for a scheme other than http(s) (`file:`, `data:`): such a picture cannot be published. */
function pictureOf({ image, image_alt, image_caption, image_credit }: Metadata): Picture | null {
  if (!image || (/^[a-z][a-z\d+.-]*:/i.test(image) && !isRemote(image))) return null;
  const src = isRemote(image) ? (validAddress(image) ?? image) : image;
  return {
    src,
    alt: image_alt ?? "",
    caption: image_caption ?? null,
    credit: image_credit ?? null,
    file: null,
  };
}

function originOf({ source }: Metadata, { site }: CardInput): Origin | null {
  if (!source || (!source.name && !source.url)) return null;
  const captured = source.captured ? (toCivil(source.captured, site.locale.timeZone)?.date ?? null) : null;
  const url = source.url && /^https?:\/\//i.test(source.url) ? validAddress(source.url) : null;
  return { name: source.name ?? null, url, captured };
}

function correctionsOf({ corrections }: Metadata, { site }: CardInput): readonly Correction[] {
  return (corrections ?? [])
    .flatMap(({ date, text }) => {
      const civil = toCivil(date, site.locale.timeZone);
      return civil ? [{ date: civil.date, text: mendTypography(text) }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Both forms of one address, `/old/` and `/old/index.html`, are one alias. */
function aliasesOf({ aliases = [] }: Metadata, file: string, faults: Diagnostic[]): readonly UrlPath[] {
  const read = aliases.flatMap((alias) => {
    const one = readAlias(alias, file);
    if ("url" in one) return [one];
    faults.push(one.fault);
    return [];
  });
  const urls = read.flatMap(({ url, asIndex }) => (asIndex ? [] : [url]));
  const others = read.flatMap(({ url, asIndex }) => (asIndex && !urls.includes(url) ? [url] : []));
  return [...urls, ...new Set(others)];
}

function addressOf(slugs: Slug, { date }: Dated, isStatic: boolean): UrlPath {
  if (isStatic) return urlPath(`/${slugs}/`);
  return urlPath(date ? `/${date.replaceAll("-", "/")}/${slugs}/` : `/undated/${slugs}/`);
}

/** Each tag and author has a page that shows the card with all of them, so the cost grows with their square. */
const MOST_NAMES = 200;

/** The first `MOST_NAMES` tags or authors; the rest are reported. */
function namesOf(
  key: "tags" | "authors",
  stated: Metadata,
  file: string,
  faults: Diagnostic[],
): readonly string[] {
  const names = stated[key] ?? [];
  if (names.length > MOST_NAMES)
    faults.push(articleFault("too-many-names", { file }, { count: names.length, key, most: MOST_NAMES }));
  return names.slice(0, MOST_NAMES);
}

const sidecarOver = (stated: Metadata, sidecar: Metadata | null): Metadata =>
  sidecar === null
    ? stated
    : {
        ...stated,
        ...sidecar,
        ...(stated.source || sidecar.source ? { source: { ...stated.source, ...sidecar.source } } : {}),
      };

/** No value and no diagnostic for a draft. */
export function cardOf(input: CardInput): Outcome<ShownCard> {
  const stated = sidecarOver(input.parsed.metadata, input.sidecar);
  return stated.draft ? { diagnostics: [] } : cardFrom(stated, input);
}

/**
 * The card that a draft would have; null for what is not a draft. A draft is not finished, so what it lacks is not
 * reported, and gets a default where a page needs it.
 */
export function draftOf(input: CardInput): ShownCard | null {
  const stated = sidecarOver(input.parsed.metadata, input.sidecar);
  if (!stated.draft) return null;
  const title = stated.title ?? idOf(input.path).split("/").pop() ?? input.path;
  return cardFrom({ ...stated, title }, input).value ?? null;
}

function cardFrom(stated: Metadata, input: CardInput): Outcome<ShownCard> {
  const { parsed, path, file, sidecar, site, digestOf, body, terms } = input;
  const diagnostics: Diagnostic[] = [];
  const id = idOf(path);
  const isStatic = path.startsWith("pages/");
  if (!stated.title) {
    const beside = `${id.split("/").pop()}.yaml`;
    diagnostics.push(articleFault("no-title", { file }, { sidecar: beside }));
    return { diagnostics };
  }
  if (parsed.titleIsCut && !sidecar?.title)
    diagnostics.push(articleFault("no-headline", { file }, { title: stated.title }));
  const dated = isStatic ? UNDATED : dateOf(input, diagnostics);
  const derived =
    site.slugs === "id" ? slugOf(id.split("/").pop() ?? "", "arabic") : slugOf(stated.title, site.slugs);
  const made = stated.slug ?? (derived !== null && isDevice(derived) ? `${derived}-1` : derived);
  const step = slug(made?.normalize("NFC") ?? digestOf(id).slice(0, 8).toLowerCase());
  if (isStatic && isReserved(step))
    diagnostics.push(articleFault("address-reserved", { file }, { address: `/${step}/` }));
  const aliases = aliasesOf(stated, file, diagnostics);
  if (!stated.draft && diagnostics.some(isError)) return { diagnostics };
  if (stated.date_estimate && dated.date)
    diagnostics.push(articleFault("estimate-unused", { file }, { date: dated.date }));
  const corrections = correctionsOf(stated, input);
  const updated = stated.updated ? (toCivil(stated.updated, site.locale.timeZone)?.date ?? null) : null;
  const corrected = corrections.at(-1)?.date ?? null;
  const details: CardDetails = {
    estimate: dated.date ? null : (stated.date_estimate ?? null),
    excerpt: parsed.excerpt,
    summary: stated.summary ? mendTypography(stripBidiControls(stated.summary)) : null,
    origin: originOf(stated, input),
    corrections,
  };
  const card = {
    id,
    source: path,
    url: addressOf(step, dated, isStatic),
    title: mendTypography(stripBidiControls(stated.title).replace(BETWEEN_WORDS, " ").trim()),
    published: dated.date,
    time: dated.time,
    offset: dated.offset,
    // A correction is an update, whether or not the article says so.
    updated: corrected && corrected > (updated ?? "") ? corrected : updated,
    section: stated.section ? sectionOf(stated.section, input) : null,
    tags: namesOf("tags", stated, file, diagnostics).map((name) => labelOf(name, input)),
    authors: namesOf("authors", stated, file, diagnostics).map((name) => labelOf(name, input)),
    image: pictureOf(stated),
    aliases,
    slugStated: stated.slug !== undefined,
    isStatic,
    details,
  };
  const digests = { digest: digestOf(JSON.stringify(card)), linkDigest: linkDigestOf(card, digestOf) };
  return { value: { ...card, body, terms, ...digests }, diagnostics };
}
