/**
 * Pages → staged files: loads the stored text a page needs, renders, digests, and writes the file into staging unless
 * the site holds the same bytes already.
 */

import { hash } from "node:crypto";
import { accessSync, constants, rmSync } from "node:fs";
import { join } from "node:path";
import { surfaceFinder } from "../arabic/terms/stored-terms.ts";
import { cacheDamaged } from "../cache/damaged.ts";
import { digestOf } from "../cache/keys/digest.ts";
import type { FileRecord } from "../cache/record/records.ts";
import { keepFile, keptFile } from "../cache/store/kept-files.ts";
import { PackReader } from "../cache/store/packs.ts";
import { unreadable } from "../disk/unreadable.ts";
import type { ShownBody, Stored } from "../model/article.ts";
import { fileFor, type OutputPath } from "../model/brands.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import { linkFault } from "../model/diagnostics/links.ts";
import type { Page, PageOf, ShownPage, SiteChrome } from "../model/page.ts";
import { pathWithin } from "../model/path-within.ts";
import { stage } from "../output/publish.ts";
import { copyFile } from "../output/stream-file.ts";
import { KINDS } from "../pages/kinds.ts";
import { createRenderer, type Loaded, type Renderer } from "../render/renderer.ts";
import type { TemplateTexts } from "../render/templates.ts";
import { isSearchPage, renderSearch } from "../search/render.ts";
import { pictureBytes } from "./picture-bytes.ts";
import { decodeBody } from "./stored-body.ts";
import { decodeDetails } from "./stored-details.ts";

/** What all pages of a build are rendered with, as JSON; `key` identifies it. */
export interface RenderContext {
  readonly key: string;
  readonly json: string;
}
export interface RenderBatch {
  readonly root: string;
  readonly packs: string;
  /** The folder of files that are slow to render and are kept. */
  readonly kept: string;
  readonly staging: string;
  readonly context: RenderContext;
  /** Each page as JSON: a single text of all would be copied once more. */
  readonly pages: readonly string[];
  /** The key of each page. */
  readonly keys: readonly string[];
  /** For each page, the files that the site has of it now, with their checksums. */
  readonly existing: readonly (readonly (readonly [path: string, sha256: string])[])[];
}
interface RenderedFile extends FileRecord {
  /** Whether it was staged; not where the site has the same bytes already. */
  readonly staged: boolean;
}
export interface RenderResult {
  /** For each page, in order. */
  readonly files: readonly (readonly RenderedFile[])[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files of public/ that cannot be read. */
  readonly leftOut: readonly Diagnostic[];
}

let current: { readonly key: string; readonly render: Renderer } | undefined;
function rendererFor({ key, json }: RenderContext): Renderer {
  if (current?.key !== key) {
    const { templates, chrome } = JSON.parse(json) as { templates: TemplateTexts; chrome: SiteChrome };
    current = { key, render: createRenderer({ kinds: KINDS, templates, chrome }) };
  }
  return current.render;
}

/** Buffer for the page being written, in UTF-8; replaced by a larger one when a page does not fit. */
let sheet = Buffer.allocUnsafe(256 * 1024);
const encoder = new TextEncoder();

/** Valid until the next page: a new buffer for each would take as long as filling it. */
function utf8(text: string): Uint8Array {
  if (text.length * 3 > sheet.length) sheet = Buffer.allocUnsafe(text.length * 4);
  return sheet.subarray(0, encoder.encodeInto(text, sheet).written);
}

const sha256 = (bytes: Uint8Array | string): string => hash("sha256", bytes, "hex");

/** The stored values of a page, read only when the renderer asks for them. */
function loadedFor(page: Page, reader: PackReader): Loaded {
  const bodyOf = (at: Stored): ShownBody => decodeBody(reader.get(at));
  if (page.kind !== "article") return { bodies: page.stored.map(bodyOf), words: () => undefined };
  const [body, terms] = page.stored;
  let find: Loaded["words"] | undefined;
  const words = (term: number): string | undefined => {
    find ??= terms ? surfaceFinder(reader.get(terms)) : () => undefined;
    return find(term);
  };
  return { bodies: body ? [bodyOf(body)] : [], words };
}

/** The page with the stored details of its cards. */
function shown(page: Page, reader: PackReader): ShownPage {
  const cards = page.cards.map((card) => ({ ...card, details: decodeDetails(reader.get(card.details)) }));
  return { ...page, cards };
}

/** Bytes fetched at once, about. */
const FETCHED = 2 * 1024 * 1024;

/** Fetches the stored values of the next pages, up to `FETCHED` bytes but of at least one page. @returns How many pages. */
function fetchAhead(pages: readonly Page[], reader: PackReader): number {
  const wanted: Stored[] = [];
  let count = 0;
  let bytes = 0;
  for (const { cards, stored } of pages) {
    const all = [...cards.map(({ details }) => details), ...stored];
    bytes += all.reduce((sum, { length }) => sum + length, 0);
    if (count > 0 && bytes > FETCHED) break;
    for (const one of all) wanted.push(one);
    count += 1;
  }
  reader.fetch(wanted);
  return count;
}

interface Part {
  readonly path: OutputPath;
  readonly bytes: Uint8Array;
}

interface Made {
  readonly made: readonly Uint8Array[];
  /** Reports a damaged kept file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The files kept under a page's key, or else new ones, which are then kept. */
async function keptOr(
  folder: string,
  key: string,
  make: () => Promise<readonly Uint8Array[]>,
): Promise<Made> {
  const name = digestOf(key);
  const known = keptFile(folder, name);
  if (known && known !== "damaged") return { made: known, diagnostics: [] };
  const made = await make();
  keepFile(folder, name, made);
  return {
    made,
    diagnostics: known ? [cacheDamaged("kept")] : [],
  };
}

/** The files of a picture; an error if its bytes have changed since they were examined. */
async function pictureParts(
  { path, props: { from, digest, variants } }: PageOf<"picture">,
  { root, kept }: RenderBatch,
  key: string,
): Promise<Outcome<readonly Part[]>> {
  const diagnostics: Diagnostic[] = [];
  const bytes = bytesOf(root, from, diagnostics);
  if (!bytes) return { diagnostics };
  if (digestOf(bytes) !== digest) return { diagnostics: [linkFault("changed-meanwhile", { file: from })] };
  if (variants.length === 0) return { value: [{ path, bytes }], diagnostics: [] };
  const { made, diagnostics: damage } = await keptOr(kept, key, async () => {
    const { derive } = await import("../pictures/derive.ts");
    return derive(bytes, variants);
  });
  const parts = variants.map(({ url }, i) => ({ path: fileFor(url), bytes: made[i] as Uint8Array }));
  return { value: parts, diagnostics: damage };
}

async function shareParts(
  { path, props }: PageOf<"share-picture">,
  { kept }: RenderBatch,
  key: string,
): Promise<Outcome<readonly Part[]>> {
  const { made, diagnostics } = await keptOr(kept, key, async () => {
    const { sharePicture } = await import("../pictures/share-picture.ts");
    return [await sharePicture(props)];
  });
  return { value: made.map((bytes) => ({ path, bytes })), diagnostics };
}

/** Copies a file of any size to staging, unless its checksum is `existing`; null where it cannot be read. */
function copied(
  { path, props: { from } }: PageOf<"copy">,
  {
    batch,
    existing,
    leftOut,
  }: {
    readonly batch: Pick<RenderBatch, "root" | "staging">;
    readonly existing: string | undefined;
    readonly leftOut: Diagnostic[];
  },
): RenderedFile | null {
  const staged = join(batch.staging, path);
  try {
    accessSync(from, constants.R_OK);
  } catch (fault) {
    leftOut.push(unreadable(pathWithin(batch.root, from) ?? from, fault));
    return null;
  }
  const { sha256, size } = copyFile(from, staged);
  const isNew = sha256 !== existing;
  if (!isNew) rmSync(staged);
  return { path, sha256, size, staged: isNew };
}

/** The text of one page, without writing it. @throws StoreDamaged, or an error of the file system. */
export async function renderText(
  { packs, context }: Pick<RenderBatch, "packs" | "context">,
  page: Page,
): Promise<Outcome<string>> {
  const reader = new PackReader(packs);
  try {
    return await rendererFor(context)(shown(page, reader), loadedFor(page, reader));
  } finally {
    reader.close();
  }
}

/** @throws StoreDamaged, or an error of the file system. */
export async function renderPages(batch: RenderBatch): Promise<RenderResult> {
  const render = rendererFor(batch.context);
  const reader = new PackReader(batch.packs);
  const diagnostics: Diagnostic[] = [];
  const leftOut: Diagnostic[] = [];
  const files: RenderedFile[][] = [];
  const load = (at: Stored): Uint8Array => reader.get(at);
  try {
    const pages = batch.pages.map((json) => JSON.parse(json) as Page);
    let fetched = 0;
    for (const [index, page] of pages.entries()) {
      if (index === fetched) fetched += fetchAhead(pages.slice(index), reader);
      const existing = new Map(batch.existing[index]);
      const whole = (path: OutputPath, bytes: Uint8Array): RenderedFile => {
        const sum = sha256(bytes);
        const staged = existing.get(path) !== sum;
        if (staged) stage(batch, path, bytes);
        return { path, sha256: sum, size: bytes.length, staged };
      };
      if (page.kind === "copy") {
        const file = copied(page, { batch, existing: existing.get(page.path), leftOut });
        files.push(file ? [file] : []);
      } else if (page.kind === "picture" || page.kind === "share-picture") {
        const key = batch.keys[index] as string;
        const { value, diagnostics: found } =
          page.kind === "picture" ? await pictureParts(page, batch, key) : await shareParts(page, batch, key);
        for (const added of found) diagnostics.push(added);
        files.push((value ?? []).map(({ path, bytes }) => whole(path, bytes)));
      } else if (isSearchPage(page)) {
        files.push(renderSearch(page, load).map(({ path, bytes }) => whole(path, bytes)));
      } else {
        const { value, diagnostics: found } = await render(shown(page, reader), loadedFor(page, reader));
        for (const added of found) diagnostics.push(added);
        files.push(value === undefined ? [] : [whole(page.path, utf8(value))]);
      }
    }
  } finally {
    reader.close();
  }
  return { files, diagnostics, leftOut };
}

function bytesOf(root: string, from: string, faults: Diagnostic[]): Uint8Array | null {
  try {
    return pictureBytes(root, from);
  } catch (fault) {
    faults.push(unreadable(from, fault));
    return null;
  }
}
