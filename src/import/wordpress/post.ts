/** An article or page of a WordPress export → its front matter and Markdown, with pictures and links as they lie now. */
import { posix } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isDeepHtml, tooDeep } from "../../read/limits/depth.ts";
import { shortenRuns } from "../../read/limits/long-runs.ts";
import { reopenedElements } from "../../read/limits/reopened.ts";
import type { Converted, ImportContext } from "../importer.ts";
import { hostOf } from "../old-address.ts";
import type { ItemIndex } from "./item-index.ts";
import { draftReasonOf, isOfWordPress, metadataOf, plainText, titleOf } from "./items.ts";
import { markdownOfPost } from "./post-to-markdown.ts";
import { expandShortcodes } from "./shortcodes.ts";
import { uploadOf } from "./upload-address.ts";
import type { WxrItem, WxrSite } from "./wxr.ts";

/** What is the same for all items of an export. */
export interface Export {
  readonly path: string;
  readonly site: WxrSite;
  readonly index: ItemIndex;
  readonly isUploaded: ImportContext["isUploaded"];
}

/** WordPress shows pictures in smaller copies, `a-300x200.jpg`, of the one that was uploaded. */
const withoutSize = (path: string): string => path.replace(/-\d+x\d+(?=\.\w+$)/, "");

/** The addresses in one item, each resolved to where it leads now. */
class Addresses {
  readonly uploads: string[] = [];
  readonly elsewhere: string[] = [];
  readonly #file: string;
  readonly #export: Export;

  constructor(file: string, from: Export) {
    this.#file = file;
    this.#export = from;
  }

  /** Below public/, under the path it had, of a file of the old site that is among the uploads; null of others. */
  #uploaded(address: string): string | null {
    const path = uploadOf(address);
    const found = path && [withoutSize(path), path].find(this.#export.isUploaded);
    if (!found) return null;
    this.uploads.push(found);
    return encodeURI(`/wp-content/uploads/${found}`);
  }

  /** The first of the addresses of a picture that is among the uploads, or else the last. */
  picture(addresses: readonly string[]): string {
    for (const address of addresses) {
      const here = this.#uploaded(address);
      if (here !== null) return here;
    }
    const last = addresses.at(-1) ?? "";
    if (uploadOf(last) !== null) this.elsewhere.push(last);
    return last;
  }

  /** Links to articles of the old site lead to their files, others of it to where they led. */
  link(address: string): string {
    const { site, index } = this.#export;
    const isPath = /^\/(?!\/)/.test(address);
    if (!isPath && hostOf(address) !== hostOf(site.address)) return address;
    const target = index.fileAt(address);
    const fragment = /#.*$/s.exec(address)?.[0] ?? "";
    if (target === this.#file && fragment.length > 1) return fragment;
    if (target !== undefined && target !== this.#file)
      return posix.relative(posix.dirname(this.#file), target) + fragment;
    return this.#uploaded(address) ?? (isPath ? site.address.replace(/\/+$/, "") + address : address);
  }
}

/** Why a post is given to no parser, by the limits that saved pages are held to; null where it is. */
const unreadable = (html: string, file: string): Diagnostic | null =>
  isDeepHtml(html) ? tooDeep(file) : reopenedElements(html, html, file);

/** @param file What the article becomes, below content/. */
export function convertPost(item: WxrItem, file: string, from: Export): Converted {
  const { site, index } = from;
  const content = shortenRuns(item.content).replace(
    /<!--\s*wp:block\s+\{"ref":(\d+)[^<>]*\/-->/g,
    (whole, id: string) => index.block(Number(id)) ?? whole,
  );
  const { html, unknown } = expandShortcodes(content, {
    gallery: (ids) => ids?.flatMap((id) => index.attachment(id) ?? []) ?? index.attachmentsOf(item.id),
  });
  const fault = unreadable(html, from.path);
  if (fault) return { outcome: "lost", why: fault };
  const addresses = new Addresses(file, from);
  const { markdown, plain } = markdownOfPost(html, {
    picture: (all) => addresses.picture(all),
    link: (address) => addresses.link(address),
  });
  const { title, isStated } = titleOf(item, plain);
  const thumbnail = index.attachment(Number(item.meta.get("_thumbnail_id")));
  const image = thumbnail && { ...thumbnail, address: addresses.picture([thumbnail.url]) };
  return {
    ...{ outcome: "text", file, markdown, draft: draftReasonOf(item) },
    metadata: metadataOf(item, { site, file, title, summary: plainText(item.excerpt), image }),
    isPage: item.type === "page",
    pluginKind: isOfWordPress(item.type) ? null : item.type,
    isUntitled: !isStated,
    shortcodes: unknown,
    comments: item.comments,
    uploads: addresses.uploads,
    elsewhere: addresses.elsewhere,
  };
}
