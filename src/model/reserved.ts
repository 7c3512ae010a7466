/**
 * Reserved steps of addresses, which no section, static page or old address may take. They are here because creating an
 * article's card and resolving all addresses both need them.
 */
const FEEDS: readonly string[] = ["feed.xml", "atom.xml", "feed.json"];
/** Files at the top of the site. */
const FILES: ReadonlySet<string> = new Set([
  ...["index.html", "404.html", "favicon.svg", "robots.txt", "sitemap.xml", "manifest-sha256.txt"],
  ...FEEDS,
]);
/** Folders reserved with everything in them. */
const FOLDERS: ReadonlySet<string> = new Set([
  ...["tags", "authors", "assets", "sitemaps", "search", "on-this-day"],
]);
/** Folders that old addresses may lie in. */
const LISTS: ReadonlySet<string> = new Set(["archive", "sections", "undated"]);
const YEAR = /^\d{4}$/;
const CALENDAR = /^\d{4}(?:\/\d{2}){0,2}$/;
const DAY_PAGE = /^\d{4}\/\d{2}\/\d{2}\/page\/\d+$/;

/** Whether `/step/` is a page or folder of the site itself, ignoring case. Every year is, whether or not the archive has it. */
export function isReserved(step: string): boolean {
  const small = step.toLowerCase();
  return FILES.has(small) || FOLDERS.has(small) || LISTS.has(small) || YEAR.test(small);
}

/**
 * Whether an address belongs, or may later belong, to a page that the site generates, or lies below such a page's file.
 * @param address In lower case. @param sections The slugs of sections, in lower case.
 */
export function isOwnAddress(address: string, sections: ReadonlySet<string>): boolean {
  const steps = address.split("/").filter((step) => step !== "");
  const [first = "", second = "", third = ""] = steps;
  const page = steps.indexOf("index.html");
  if (page >= 0) return isOwnAddress(steps.slice(0, page).join("/"), sections);
  if (first === "" || FILES.has(first) || FOLDERS.has(first)) return true;
  const path = steps.join("/");
  if (CALENDAR.test(path) || DAY_PAGE.test(path)) return true;
  if (steps.length === 1) return isReserved(first) || sections.has(first);
  const isNumbered = steps.length === 3 && second === "page" && /^\d+$/.test(third);
  if (sections.has(first)) return isNumbered || FEEDS.includes(second);
  return isNumbered && LISTS.has(first);
}
