/** What an article states, beside the others of the archive: title, dates, names, addresses. */
import { counted } from "../counted.ts";
import { faultOf, isolated } from "./entry.ts";

const ONE_ONLY = "an old address can lead to one article only.";
const NOT_A_FOLDER =
  "Take one of the two out: a file cannot be a folder too. The server can send the old address on.";
interface Spelling {
  readonly name: string;
  readonly count: number;
}
const spelling = ({ name, count }: Spelling): string => `${isolated(name)} (${counted(count, "article")})`;

export const ARTICLES = {
  "no-title": {
    severity: "error",
    message: "This article has no title.",
    hint: ({ sidecar }: { sidecar: string }) =>
      `State one: title: "…" in its front matter, or in a sidecar ${sidecar} beside it.`,
  },
  "no-headline": {
    severity: "warning",
    message: ({ title }: { title: string }) =>
      `Its first line is a paragraph, so the words it begins with became the headline: ${isolated(title)}`,
    hint: "Write a headline on a line above it, or title: in a sidecar beside it.",
  },
  "too-many-names": {
    severity: "warning",
    message: ({ count, key, most }: { count: number; key: string; most: number }) =>
      `It states ${count} ${key}; only the first ${most} are taken.`,
    hint: "Keep those under which readers would look for the article.",
  },
  "name-spelt-twice": {
    severity: "warning",
    message: ({ kind, other, most }: { kind: "section" | "author"; other: Spelling; most: Spelling }) =>
      `The ${kind} ${spelling(other)} differs from ${spelling(most)} in its spelling alone.`,
    hint: ({ other, most }: { other: Spelling; most: Spelling }) =>
      `If they are one, write ${isolated(most.name)} wherever ${isolated(other.name)} stands.`,
  },
  "impossible-date-in-path": {
    severity: "warning",
    message: ({ date }: { date: string }) =>
      `Its path says ${date}, a day no calendar has; the article stays undated.`,
    hint: "Rename the file, or state its date in it or in a sidecar.",
  },
  "estimate-unused": {
    severity: "warning",
    message: ({ date }: { date: string }) => `Its date is known (${date}), so date_estimate is not shown.`,
    hint: "Take date_estimate out.",
  },
  "far-date": {
    severity: "warning",
    message: ({ date, than }: { date: string | null; than: { year: number } | { gap: number } }) =>
      `Its date ${date} lies ${"year" in than ? `after the year ${than.year}` : `more than ${than.gap} years after nearly all others`}, so it stands first in every list.`,
    hint: "If a figure of the year was mistyped, mend it in date, or in the file's path.",
  },
  "early-date": {
    severity: "warning",
    message: ({ date, least }: { date: string; least: number }) =>
      `Its date ${date} is read as a day of the Gregorian calendar, before the year ${least}.`,
    hint: ({ meant }: { meant: string | null }) =>
      meant
        ? `If it is a Hijri date, write ${meant} in its place.`
        : "Write the day as the Gregorian calendar has it, as 2017-11-22.",
  },
  "day-to-come": {
    severity: "warning",
    message: ({ of, day, today }: { of: "date" | "update"; day: string; today: string }) =>
      `${of === "date" ? "Its date" : "The day it was updated or corrected,"} ${day} is still to come: today is ${today}. It is published all the same.`,
    hint: "If a figure was mistyped, mend it; to keep the article back until then, state draft: true.",
  },
  "time-zone-missing": {
    severity: "warning",
    message: ({ count, file }: { count: number; file: string }) =>
      `${counted(count, "article")} ${count === 1 ? "states its moment" : "state their moments"} in UTC, ${file} for one, and the settings name no time zone: what was published late in the evening may be on the day before.`,
    hint: "State the outlet's own: locale: { time_zone: Asia/Damascus }, or Etc/UTC if its clock shows UTC.",
  },
  "address-taken": {
    severity: "error",
    message: ({ address, other }: { address: string; other: string }) =>
      `Its address ${address} is that of ${other} too: both state the same slug.`,
    hint: "Give one of the two another slug, or another date.",
  },
  "address-shared": {
    severity: "warning",
    message: ({ address, other, isStated }: { address: string; other: string; isStated: boolean }) =>
      isStated
        ? `Its headline comes to the address that ${other} states as its slug; this one's became ${address}.`
        : `Its headline and day are those of ${other}; its address became ${address}.`,
    hint: "If they are one article twice, remove one; else give it a slug of its own.",
  },
  "address-reserved": {
    severity: "error",
    message: ({ address, section }: { address: string; section?: string | undefined }) =>
      `Its address ${address} is that of ${section === undefined ? "a page of the site's own" : `the section ${isolated(section)}`}.`,
    hint: "Give this page another slug.",
  },
  "section-reserved": {
    severity: "error",
    message: ({ name, slug }: { name: string; slug: string }) =>
      `The section ${isolated(name)} has the slug ${slug}, but /${slug}/ is a page of the site's own.`,
    hint: "State another slug for it under sections.",
  },
  "bad-alias": {
    severity: "error",
    message: ({ alias }: { alias: string }) =>
      `Its alias ${JSON.stringify(alias)} is no address within the site.`,
    hint: "Write it as /2016/old-address/.",
  },
  "alias-query": {
    severity: "warning",
    message: ({ alias }: { alias: string }) =>
      `Its alias ${JSON.stringify(alias)} is left out: files cannot answer an address by what stands behind its ?.`,
    hint: "Take the alias out, and send the old address on from the server.",
  },
  "alias-needless": {
    severity: "warning",
    message: ({ alias, isOwn }: { alias: string; isOwn: boolean }) =>
      `Its alias ${alias} ${isOwn ? "is its own address" : "stands there twice"}; it is left out.`,
    hint: "Take the alias out.",
  },
  "alias-taken": {
    severity: "error",
    message: ({ alias, by, other }: { alias: string; by: "address" | "alias" | "file"; other: string }) =>
      by === "file"
        ? `Its alias ${alias} cannot be published beside ${other}, which lies in its way.`
        : `Its alias ${alias} is ${by === "address" ? `the address of ${other}` : `an alias of ${other} too`}.`,
    hint: ({ by, other }: { by: "address" | "alias" | "file"; other: string }) =>
      by === "file"
        ? `Take the alias out, or rename or move ${other}.`
        : `${by === "address" ? "Take the alias out" : "Take it out of one of the two"}: ${ONE_ONLY}`,
  },
  "alias-reserved": {
    severity: "error",
    message: ({ alias }: { alias: string }) => `Its alias ${alias} is an address of the site's own pages.`,
    hint: "Take the alias out, or send the old address on from the server.",
  },
  "alias-below-file": {
    severity: "error",
    message: ({ alias, file, other }: { alias: string; file: AliasAndFile; other: string }) =>
      file.is === "alias"
        ? `Its alias ${alias} is a file, and ${file.above}, an alias of ${other}, lies below it.`
        : `Its alias ${alias} lies below ${file.path}, which is a file: ${file.is === "other-alias" ? "an alias" : "of the page"} of ${other}.`,
    hint: NOT_A_FOLDER,
  },
} as const;
/** Which of two addresses is a file where the other one needs a folder. */
type AliasAndFile =
  | { readonly is: "alias"; readonly above: string }
  | { readonly is: "other-alias" | "page"; readonly path: string };
export const articleFault = faultOf(ARTICLES);
