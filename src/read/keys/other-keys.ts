/** A key that is none of ours → what an editor is to write in its place: keys of other programs, in Arabic, misspelt. */
import type { KeyInPlace } from "../../model/diagnostics/keys.ts";
import { nearestKey } from "../../yaml/nearest-key.ts";

const IN_ITS_PLACE: Readonly<Record<string, string>> = {
  title: "headline heading name العنوان عنوان",
  date: "created created_at pubdate publishdate publish_date published_at published_date التاريخ تاريخ",
  updated: "lastmod modified modified_at last_modified last_modified_at updated_at",
  section: "categories category القسم قسم التصنيف تصنيف الباب",
  tags: "keywords keyword الوسوم وسوم الكلمات",
  authors: "author by byline writer creator الكاتب كاتب الكتاب المؤلف",
  summary: "description excerpt abstract lead standfirst الملخص ملخص الموجز",
  image:
    "cover coverimage cover_image featured_image featuredimage feature_image thumbnail hero banner picture photo الصورة صورة",
  source: "المصدر مصدر",
};
const OURS: ReadonlyMap<string, string> = new Map(
  Object.entries(IN_ITS_PLACE).flatMap(([ours, theirs]) => theirs.split(" ").map((one) => [one, ours])),
);
const OF_ADDRESS = new Set(["url", "link", "redirect_from", "redirects"]);
/** What other programs lay a page out by. */
const NOT_NEEDED = new Set(
  "layout type weight template cssclass cssclasses toc comments lang language locale math pin id uid post_id menu_order eleventynavigation".split(
    " ",
  ),
);

/** @param known The keys that may stand where this one does. */
export function inPlaceOf(key: string, known: readonly string[]): Omit<KeyInPlace, "known"> {
  const word = key.trim().toLowerCase();
  const ours = OURS.get(word);
  if (ours === undefined || known.includes(ours)) {
    if (known.includes("title")) {
      if (OF_ADDRESS.has(word)) return { instead: "permalink" };
      if (word === "categories" || word === "published" || word === "permalink") return { instead: word };
      if (NOT_NEEDED.has(word)) return { instead: "nothing" };
    }
    if (ours !== undefined) return { near: ours };
  }
  return { near: nearestKey(key, known) };
}
