/** One file → what is read of it and why, without a build: as an article of content/ would be read. */
import { readFileSync } from "node:fs";
import { digestOf } from "../cache/keys/digest.ts";
import { cardOf } from "../cards/card.ts";
import { decode } from "../content/decode.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { Body, Metadata, Parsed, Removed, Stored } from "../model/article.ts";
import { sourcePath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import type { Makes } from "../read/make/make.ts";
import { kindOf, parse } from "../read/parse.ts";

/** What one file says, and where each field was found. */
export interface FileRead {
  readonly file: string;
  readonly title: string;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly summary: string | null;
  /** A block a line. */
  readonly text: string;
  readonly removed: readonly Removed[];
  /** Where a field was found, in an editor's words, by the name of the field. */
  readonly found: Readonly<Record<string, string>>;
}

/** No card is stored here. */
const NOWHERE: Stored = { digest: digestOf(""), pack: 0, offset: 0, length: 0 };

interface Sources {
  /** What is known of the pages of its folder; null where nothing is, or where it is read alone. */
  readonly makes: Makes | null;
  /** The path within content/, or the name of a file that lies elsewhere: it may state the day. */
  readonly path: string;
  readonly site: Site;
}

/** @param file On disk, and its name in diagnostics. @returns No value for a file in error. */
export async function readFile(file: string, { path, site, makes }: Sources): Promise<Outcome<FileRead>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (fault) {
    return { diagnostics: [unreadable(file, fault)] };
  }
  const decoded = decode(bytes, file);
  const { value: text } = decoded;
  if (text === undefined) return { diagnostics: decoded.diagnostics };
  const { value, diagnostics: faults } = await parse(text, kindOf(file, text), file, makes);
  const diagnostics: Diagnostic[] = [...decoded.diagnostics, ...faults];
  if (!value) return { diagnostics };
  const card = cardOf({
    ...{ parsed: value.parsed, path: sourcePath(path), file, sidecar: null, site, digestOf },
    ...{ body: NOWHERE, terms: NOWHERE },
  });
  diagnostics.push(...card.diagnostics);
  const date = card.value?.published ?? null;
  return { value: fileRead(file, { ...value, date }), diagnostics };
}

interface Found {
  readonly parsed: Parsed;
  readonly body: Body;
  readonly date: string | null;
}

function fileRead(file: string, { parsed, body, date }: Found): FileRead {
  const { metadata } = parsed;
  return {
    ...{ file, title: metadata.title ?? "", date, authors: metadata.authors ?? [] },
    ...{ section: metadata.section ?? null, tags: metadata.tags ?? [], summary: metadata.summary ?? null },
    ...{ text: body.plain, removed: body.removed, found: placesOf(parsed, body, date) },
  };
}

/** Where each field stands in what was set aside: a headline is the text's own beginning, a day that of the file's name. */
function placesOf({ metadata, titleIsCut }: Parsed, { removed }: Body, date: string | null) {
  const lineOf = (why: Removed["why"], says: (text: string) => boolean): string | undefined => {
    const line = removed.find((one) => one.why === why && says(one.text))?.text;
    return line === undefined ? undefined : `the line \u2068${line}\u2069`;
  };
  const stated: Metadata = metadata;
  const found: Record<string, string | undefined> = {
    title: stated.title === undefined ? undefined : titleIsCut ? "the first words of the text" : "the page",
    date:
      date === null
        ? undefined
        : stated.date === undefined
          ? "the name of the file"
          : (lineOf("date-line", () => true) ?? "the page"),
    authors: (stated.authors ?? []).length === 0 ? undefined : authorPlace(stated.authors ?? [], lineOf),
  };
  return Object.fromEntries(
    Object.entries(found).filter((one): one is [string, string] => one[1] !== undefined),
  );
}

const authorPlace = (
  authors: readonly string[],
  lineOf: (why: Removed["why"], says: (text: string) => boolean) => string | undefined,
): string =>
  lineOf("byline", (text) => authors.some((name) => text.includes(name))) ??
  lineOf("date-line", (text) => authors.some((name) => text.includes(name))) ??
  "the page";
