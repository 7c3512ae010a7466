/** What an article states, beside the others of the archive: title, dates, names, addresses. */
import { counted } from "../counted.ts";
import { error, faultOf, isolated, warning } from "./entry.ts";

interface Spelling {
  readonly name: string;
  readonly count: number;
}
const spelling = ({ name, count }: Spelling): string => `${isolated(name)} (${counted(count, "article")})`;

/** Which of two addresses is a file where the other one needs a folder. */
type AliasAndFile =
  | { readonly is: "alias"; readonly above: string }
  | { readonly is: "other-alias" | "page"; readonly path: string };

export const ARTICLES = {
  "no-title": error(({ sidecar }: { sidecar: string }) => [
    "This article has no title.",
    `State one: title: "…" in its front matter, or in a sidecar ${sidecar} beside it.`,
  ]),
  "no-headline": warning(({ title }: { title: string }) => [
    `Its first line is a paragraph, so the words it begins with became the headline: ${isolated(title)}`,
    "Write a headline on a line above it, or title: in a sidecar beside it.",
  ]),
  "too-many-names": warning(({ count, key, most }: { count: number; key: string; most: number }) => [
    `It states ${count} ${key}; only the first ${most} are taken.`,
    "Keep those under which readers would look for the article.",
  ]),
  "name-spelt-twice": warning(
    ({ kind, other, most }: { kind: "section" | "author"; other: Spelling; most: Spelling }) => [
      `The ${kind} ${spelling(other)} differs from ${spelling(most)} in its spelling alone.`,
      `If they are one, write ${isolated(most.name)} wherever ${isolated(other.name)} stands.`,
    ],
  ),
  "impossible-date-in-path": warning(({ date }: { date: string }) => [
    `Its path says ${date}, a day no calendar has; the article stays undated.`,
    "Rename the file, or state its date in it or in a sidecar.",
  ]),
  "estimate-unused": warning(({ date }: { date: string }) => [
    `Its date is known (${date}), so date_estimate is not shown.`,
    "Take date_estimate out.",
  ]),
  "far-date": warning(({ date, than }: { date: string | null; than: { year: number } | { gap: number } }) => [
    `Its date ${date} lies ${"year" in than ? `after the year ${than.year}` : `more than ${than.gap} years after nearly all others`}, so it stands first in every list.`,
    "If a figure of the year was mistyped, mend it in date, or in the file's path.",
  ]),
  "early-date": warning(({ date, least, meant }: { date: string; least: number; meant: string | null }) => [
    `Its date ${date} is read as a day of the Gregorian calendar, before the year ${least}.`,
    meant
      ? `If it is a Hijri date, write ${meant} in its place.`
      : "Write the day as the Gregorian calendar has it, as 2017-11-22.",
  ]),
  "day-to-come": warning(({ of, day, today }: { of: "date" | "update"; day: string; today: string }) => [
    `${of === "date" ? "Its date" : "The day it was updated or corrected,"} ${day} is still to come: today is ${today}. It is published all the same.`,
    "If a figure was mistyped, mend it; to keep the article back until then, state draft: true.",
  ]),
  "time-zone-missing": warning(({ count, file }: { count: number; file: string }) => [
    `${counted(count, "article")} ${count === 1 ? "states its moment" : "state their moments"} in UTC, ${file} for one, and the settings name no time zone: what was published late in the evening may be on the day before.`,
    "State the outlet's own: locale: { time_zone: Asia/Damascus }, or Etc/UTC if its clock shows UTC.",
  ]),
  "address-taken": error(({ address, other }: { address: string; other: string }) => [
    `Its address ${address} is that of ${other} too: both state the same slug.`,
    "Give one of the two another slug, or another date.",
  ]),
  "address-shared": warning(
    ({ address, other, isStated }: { address: string; other: string; isStated: boolean }) => [
      isStated
        ? `Its headline comes to the address that ${other} states as its slug; this one's became ${address}.`
        : `Its headline and day are those of ${other}; its address became ${address}.`,
      "If they are one article twice, remove one; else give it a slug of its own.",
    ],
  ),
  "address-reserved": error(({ address, section }: { address: string; section?: string | undefined }) => [
    `Its address ${address} is that of ${section === undefined ? "a page of the site's own" : `the section ${isolated(section)}`}.`,
    "Give this page another slug.",
  ]),
  "section-reserved": error(({ name, slug }: { name: string; slug: string }) => [
    `The section ${isolated(name)} has the slug ${slug}, but /${slug}/ is a page of the site's own.`,
    "State another slug for it under sections.",
  ]),
  "bad-alias": error(({ alias }: { alias: string }) => [
    `Its alias ${JSON.stringify(alias)} is no address within the site.`,
    "Write it as /2016/old-address/.",
  ]),
  "alias-query": warning(({ alias }: { alias: string }) => [
    `Its alias ${JSON.stringify(alias)} is left out: files cannot answer an address by what stands behind its ?.`,
    "Take the alias out, and send the old address on from the server.",
  ]),
  "alias-needless": warning(({ alias, isOwn }: { alias: string; isOwn: boolean }) => [
    `Its alias ${alias} ${isOwn ? "is its own address" : "stands there twice"}; it is left out.`,
    "Take the alias out.",
  ]),
  "alias-taken": error(
    ({ alias, by, other }: { alias: string; by: "address" | "alias" | "file"; other: string }) =>
      by === "file"
        ? [
            `Its alias ${alias} cannot be published beside ${other}, which lies in its way.`,
            `Take the alias out, or rename or move ${other}.`,
          ]
        : by === "address"
          ? [
              `Its alias ${alias} is the address of ${other}.`,
              "Take the alias out: an old address can lead to one article only.",
            ]
          : [
              `Its alias ${alias} is an alias of ${other} too.`,
              "Take it out of one of the two: an old address can lead to one article only.",
            ],
  ),
  "alias-reserved": error(({ alias }: { alias: string }) => [
    `Its alias ${alias} is an address of the site's own pages.`,
    "Take the alias out, or send the old address on from the server.",
  ]),
  "alias-below-file": error(
    ({ alias, file, other }: { alias: string; file: AliasAndFile; other: string }) => [
      file.is === "alias"
        ? `Its alias ${alias} is a file, and ${file.above}, an alias of ${other}, lies below it.`
        : `Its alias ${alias} lies below ${file.path}, which is a file: ${file.is === "page" ? "of the page" : "an alias"} of ${other}.`,
      "Take one of the two out: a file cannot be a folder too. The server can send the old address on.",
    ],
  ),
};
export const articleFault = faultOf(ARTICLES);
