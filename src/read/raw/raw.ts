/**
 * A raw page (text scraped off a news page, a line a block) → section, headline, paragraphs, and a ledger of what was
 * the page's and not the article's. No word is dropped, and no date invented.
 */

import { dayPrintedInstead } from "../../arabic/dates/outlet-day.ts";
import { fold } from "../../arabic/letters/fold.ts";
import { stripBidiControls } from "../../arabic/typography/bidi.ts";
import type { DateEvidence, Metadata, Removed } from "../../model/article.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { validAddress } from "../../model/links/href.ts";
import { type Finished, finishBlocks, paragraph } from "../finish.ts";
import { dayWithin } from "../lines/day-within.ts";
import { withDashes } from "../lines/keyboard-dash.ts";
import {
  dayOf,
  emptyRead,
  isProse,
  type PageRead,
  takeCredits,
  takeUndated,
  textLines,
} from "../lines/line.ts";
import { writersIn } from "../lines/placeholder-names.ts";
import { evidenceIn } from "../lines/printed-date.ts";
import { signedLines } from "../lines/signed.ts";
import { belowFrom, takeBelowText } from "./below-text.ts";
import { ADDRESS, type Head, NO_HEAD, readHead } from "./head.ts";
import type { Reason } from "./headline.ts";
import { rawLines } from "./lines.ts";
import { menuAtTop } from "./menu.ts";
import { readRecord } from "./record.ts";
import { secondHeadline } from "./several-articles.ts";
import { textRun } from "./text-run.ts";
import { takeDay, takeUnderHeadline } from "./under-headline.ts";
import { wholePageHead } from "./whole-page.ts";

/** Where headline and day were found, for whoever asks why they are what they are. */
export interface Origins {
  readonly title: "record" | "reasons" | "first-lines" | "first-sentence" | "none";
  /** Of a whole page: the names of the reasons for its headline. */
  readonly reasons: readonly Reason[];
  readonly date: "record" | "over-headline" | "under-headline" | "other-line" | "dateline" | "none";
}

export interface Raw {
  readonly origins: Origins;
  readonly metadata: Metadata;
  readonly finished: Finished;
  readonly evidence: readonly DateEvidence[];
  readonly titleIsCut?: true;
  /** The day that the page prints, where it is the one before or after what its record states in UTC. */
  readonly dayPrinted?: CivilDate;
  /** The headline of another article in the same text. */
  readonly second: string | null;
}

/** A section's name is printed once more among so many lines under the headline. */
const UNDER_HEADLINE = 3;

/** The day between the headline and the text is the text's; one over the headline may be the day the page was looked at. */
function dayUnderHeadline(rest: readonly string[]): string | undefined {
  const text = rest.findIndex(isProse);
  return rest
    .slice(0, Math.max(text, 0))
    .map(dayOf)
    .find((day) => day !== undefined);
}

/** `حلب 6 آذار 2011 (سانا) – قالت …`: a city, a day with its year and an agency before the first words. */
const DATELINE = /^(.{8,90}?(?:\p{L}\s?[)/]|\p{Nd}\s\p{L}{2,8}))\s*[-–—:]+/u;

function dayOfDateline(paragraph: string): string | undefined {
  const line = withDashes(stripBidiControls(paragraph)).match(DATELINE)?.[1];
  return line === undefined ? undefined : dayOf(line);
}

/** Lines over the headline: what they say is read, the day of another only as evidence. */
function takeOver(before: readonly Removed[], rest: readonly string[], read: PageRead): void {
  const day = dayUnderHeadline(rest);
  for (const one of before) {
    if (one.why === "date-line" && day === undefined && dayWithin(one.text)) {
      takeDay(one.text, read);
      continue;
    }
    const says = one.why === "date-line" || one.why === "byline";
    const take = day === undefined || dayOf(one.text) === day ? takeCredits : takeUndated;
    if (!says || !take(one.text, read)) read.removed.push(one);
  }
}

/** The lines below the headline, without a section that is named once more and without a signature. */
function takeSigns(lines: readonly string[], section: string | undefined, read: PageRead): readonly string[] {
  const isSection = (line: string, i: number) => i < UNDER_HEADLINE && fold(line) === fold(section ?? "");
  const rest = lines.filter((line, i) => !isSection(line, i));
  for (const text of lines.filter(isSection)) read.removed.push({ why: "navigation", text });
  const signed = signedLines(rest);
  if (!signed) return rest;
  read.authors.push(signed.author);
  for (const text of signed.lines) read.removed.push({ why: "byline", text });
  return signed.rest;
}

/** The address of the page, where one stands over the headline. */
function addressOf(before: readonly Removed[]): string | undefined {
  const [address, ...more] = before.map(({ text }) => text).filter((text) => ADDRESS.test(text));
  return address !== undefined && more.length === 0 && validAddress(address) ? address : undefined;
}

function metadataOf(read: PageRead, { section, outlet, title, before }: Head): Metadata {
  const { date, updated, agency = outlet } = read;
  const authors = writersIn(read.authors);
  const url = addressOf(before);
  const source = { ...(agency === undefined ? {} : { name: agency }), ...(url === undefined ? {} : { url }) };
  return {
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(date === undefined ? {} : { date }),
    ...(updated === undefined || updated === date ? {} : { updated }),
    ...(read.tags.length > 0 ? { tags: [...new Set(read.tags)] } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(agency === undefined && url === undefined ? {} : { source }),
  };
}

/** A stated summary that the text begins with is none. */
const withoutRepeat = ({ summary, ...rest }: Metadata, [first = ""]: readonly string[]): Metadata =>
  summary === undefined || fold(first).startsWith(fold(summary)) ? rest : { ...rest, summary };

function originOf(stated: Metadata, head: Head, whole: Head | null): Origins["title"] {
  if (head.title === undefined) return "none";
  if (stated.title !== undefined) return "record";
  if (whole) return "reasons";
  return head.titleIsCut ? "first-sentence" : "first-lines";
}

/**
 * @param text Decoded, lines ended by `\n`. @param placed What the make of its folder found by place: the lines of these
 * fields are not in the text.
 */
export function parseRaw(text: string, placed: Metadata = {}): Raw {
  const { lines, tags } = rawLines(text);
  const menu = menuAtTop(lines);
  const record = menu > 0 ? null : readRecord(lines);
  const stated = { ...record?.metadata, ...placed };
  const below = record?.rest ?? lines.slice(menu);
  const run = stated.title === undefined ? textRun(below) : null;
  const whole = run && wholePageHead(below, run, menu > 0);
  const head =
    stated.title === undefined
      ? (whole ?? readHead(below))
      : { ...NO_HEAD, title: stated.title, rest: below };
  const read = emptyRead();
  for (const added of record?.taken ?? []) read.removed.push(added);
  for (const added of record?.evidence ?? []) read.evidence.push(added);
  for (const line of lines.slice(0, menu))
    if (!dayOf(line) || !takeUndated(line, read)) read.removed.push({ why: "navigation", text: line });
  const last = run === null ? head.rest.length - 1 : head.rest.length - (below.length - run.last);
  const end = belowFrom(head.rest, last, whole !== null);
  const under = takeSigns(head.rest.slice(0, end), head.section, read);
  takeOver(head.before, under, read);
  const isOver = read.date !== undefined;
  const { rest, section } = takeUnderHeadline(under, head.title, head.section === undefined, read);
  const isUnder = read.date !== undefined;
  const kept = textLines(
    rest.map((line) => ({ text: line })),
    head.title,
    read,
  );
  const paragraphs = kept.map((i) => rest[i] as string);
  takeBelowText(head.rest.slice(end), read);
  for (const added of tags.map((tag) => ({ why: "markup", text: tag }) as const)) read.removed.push(added);
  const isOfLine = read.date !== undefined;
  read.date ??= dayOfDateline(paragraphs[0] ?? "");
  const metadata = {
    ...metadataOf(read, section === undefined ? head : { ...head, section }),
    ...withoutRepeat(stated, paragraphs),
  };
  const dayPrinted = dayPrintedInstead(stated.date, () => [read.date]);
  const days = {
    ...{ record: stated.date, "over-headline": isOver, "under-headline": isUnder },
    ...{ "other-line": isOfLine, dateline: read.date },
  };
  const date = (Object.keys(days) as (keyof typeof days)[]).find((one) => days[one]);
  return {
    metadata,
    origins: { title: originOf(stated, head, whole), reasons: whole?.reasons ?? [], date: date ?? "none" },
    ...(dayPrinted ? { dayPrinted } : {}),
    finished: finishBlocks(paragraphs.map(paragraph), read.removed),
    ...(head.titleIsCut ? { titleIsCut: head.titleIsCut } : {}),
    second: secondHeadline(lines),
    // Nobody is asked about a day that is stated.
    evidence: metadata.date === undefined ? [...read.evidence, ...evidenceIn(paragraphs)] : read.evidence,
  };
}
