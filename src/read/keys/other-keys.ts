/** A key that is none of ours → what an editor is told to write in its place: keys of other programs, in Arabic, misspelt. */
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
const SENTENCES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    categories: "Name one in section: …, and the others in tags: […].",
    published:
      "An article that is not to be published yet states draft: true; one that is needs no line for it.",
    permalink:
      "An old address belongs in aliases: [/2016/…/]; the last step of the new one may be stated as slug: ….",
  }),
);
const OF_ADDRESS = new Set(["url", "link", "redirect_from", "redirects"]);
/** What other programs lay a page out by. */
const NOT_NEEDED = new Set(
  "layout type weight template cssclass cssclasses toc comments lang language locale math pin id uid post_id menu_order eleventynavigation".split(
    " ",
  ),
);

/** @param known The keys that may stand where this one does. */
export function hintForKey(key: string, known: readonly string[]): string {
  const word = key.trim().toLowerCase();
  const ours = OURS.get(word);
  if (ours !== undefined && !known.includes(ours)) return hintOfNear(key, known);
  const sentence = SENTENCES.get(OF_ADDRESS.has(word) ? "permalink" : word);
  if (sentence !== undefined && known.includes("title")) return sentence;
  if (NOT_NEEDED.has(word) && known.includes("title")) return "It says nothing here: take the line out.";
  return ours === undefined ? hintOfNear(key, known) : `Did you mean ${ours}?`;
}

function hintOfNear(key: string, known: readonly string[]): string {
  const near = nearestKey(key, known);
  return near ? `Did you mean ${near}?` : `The keys are: ${known.join(", ")}.`;
}
