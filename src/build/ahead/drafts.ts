/**
 * Drafts → pages for the editor, each rendered when it is requested and never written. Drafts are in no archive, plan or
 * output folder, so a published site cannot hold them.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { besideResolved } from "../../archive/resolve-addresses.ts";
import { digestOf, keyOf } from "../../cache/keys/digest.ts";
import type { LastBuild, SourceRecord } from "../../cache/record/records.ts";
import type { Card } from "../../model/article.ts";
import {
  type Digest,
  fileFor,
  type OutputPath,
  type SourcePath,
  type UrlPath,
  urlPath,
} from "../../model/brands.ts";
import { isRemote } from "../../model/links/inline-picture.ts";
import type { PictureFile, TextPictures } from "../../model/picture.ts";
import { draftPage } from "../../pages/articles/draft.ts";
import { lookAt } from "../../pictures/look.ts";
import { placesOf, savedPlacesOf } from "../../pictures/resolve.ts";
import { type RenderContext, renderText } from "../../workers/render-task.ts";
import { linksOf, spelt } from "../resolve/links.ts";

/** The addresses of drafts' pictures in the preview begin with this. */
const PICTURES = "/__warraq/pictures/";

export interface Draft {
  readonly source: SourcePath;
  readonly title: string;
  /** The address it would have, or one with a suffix where that is another page's; and the file that would be. */
  readonly url: UrlPath;
  readonly file: OutputPath;
  /** Changes whenever its page may. */
  readonly digest: Digest;
}
export interface Drafts {
  /** By source. */
  readonly list: readonly Draft[];
  /**
   * The page of a draft, by the file it would be; null where there is none.
   * @throws StoreDamaged, or an error of the file system, where a later build has changed what it is made of.
   */
  readonly page: (file: string) => Promise<string | null>;
  /** The file on disk of a picture that such a page shows, by its address within the site. */
  readonly picture: (url: string) => string | null;
}

interface Built {
  readonly root: string;
  readonly packs: string;
  readonly context: RenderContext;
  /** The build that was published. */
  readonly last: Pick<LastBuild, "sources" | "pages">;
  /** The cards of that site, their addresses resolved. */
  readonly cards: readonly Card[];
}

export const countDrafts = (sources: LastBuild["sources"]): number => {
  let count = 0;
  for (const { draft } of sources.values()) if (draft) count += 1;
  return count;
};

export function draftsOf({ root, packs, context, last, cards }: Built): Drafts {
  const found = [...last.sources.values()].flatMap(({ draft }) => draft ?? []);
  const isTaken = (url: UrlPath): boolean => last.pages.has(fileFor(url));
  const resolved = besideResolved(found, isTaken, digestOf);
  const byFile = new Map(resolved.map((card): [string, Card] => [fileFor(card.url), card]));
  const pictures = new Map<string, string>();
  const recordOf = ({ source }: Card): SourceRecord => last.sources.get(source) as SourceRecord;
  let urls: ReadonlyMap<string, UrlPath | null> | undefined;
  const addresses = (): ReadonlyMap<string, UrlPath | null> => {
    urls ??= new Map([...cards, ...resolved].map(({ source, url }) => [spelt(source), url]));
    return urls;
  };
  const draft = (card: Card): Draft => {
    const { digest, sidecar, make } = recordOf(card);
    const { source, title, url } = card;
    const all = keyOf([card.digest, url, digest, sidecar?.digest ?? "", make ?? "", context.key]);
    return { source, title, url, file: fileFor(url), digest: all };
  };
  return {
    list: resolved.map(draft),
    page: async (file) => {
      const card = byFile.get(file);
      if (!card) return null;
      const record = recordOf(card);
      const named = await picturesIn(root, record, pictures);
      const links = linksOf(record, addresses()).leading;
      const shown = draftPage(withPicture(card, named), { pictures: named, links });
      return (await renderText({ packs, context }, shown)).value ?? null;
    },
    picture: (url) => pictures.get(url) ?? null,
  };
}

const withPicture = (card: Card, named: TextPictures): Card => {
  const file = card.image && named[card.image.src];
  return card.image && file ? { ...card, image: { ...card.image, file } } : card;
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The pictures that its text and its keys name, as they are on disk: no other sizes are rendered for a draft. */
async function picturesIn(
  root: string,
  { path, pictures }: SourceRecord,
  served: Map<string, string>,
): Promise<TextPictures> {
  const found: Record<string, PictureFile | null> = {};
  for (const { src } of pictures) {
    const places = isRemote(src) ? savedPlacesOf(src, path) : placesOf(src, path);
    const place = places.find((one) => isFile(join(root, one)));
    const facts = place ? (await lookAt(readFileSync(join(root, place)), place)).facts : null;
    found[src] = null;
    if (!place || !facts) continue;
    const url = urlPath(`${PICTURES}${place}`);
    served.set(url, join(root, place));
    found[src] = { url, width: facts.width, height: facts.height };
  }
  return found;
}
