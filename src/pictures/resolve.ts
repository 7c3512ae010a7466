/** The name of a picture in an article → paths of the files it may mean, in order of preference. */
import type { SourcePath } from "../model/brands.ts";

/** A name with its percent signs decoded, where they are valid. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Resolves `.` and `..`; null when they lead out of the folder. */
function within(steps: readonly string[]): string | null {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === "" || step === ".") continue;
    if (step !== "..") kept.push(step);
    else if (kept.pop() === undefined) return null;
  }
  return kept.length > 0 ? kept.join("/") : null;
}

/**
 * Where a picture of the host of a saved page may be: in public/ under the same path, or in the folder that browsers
 * create beside the page (`NAME_files/`).
 */
export function savedPlacesOf(address: string, source: SourcePath): readonly string[] {
  try {
    const { pathname } = new URL(address, "https://host.invalid");
    const beside = pathname.split("/").slice(-2).join("/");
    return [
      ...placesOf(pathname, source),
      ...placesOf(beside, source).filter((one) => one.startsWith("content/")),
    ];
  } catch {
    return [];
  }
}

/**
 * Names as saved by programs that replace the ?, which some file systems forbid: `photo.jpg%3Fw=640`,
 * `photo.jpg@w=640`.
 */
const asSaved = (src: string): readonly string[] =>
  src.includes("?") ? ["%3F", "@"].map((sign) => src.replace("?", sign)) : [];

/**
 * Paths below the root, in NFC: a name with a leading slash is a file of public/; another is beside the article, or
 * else in public/. What follows `?` or `#` is ignored, unless a file has that name.
 */
export function placesOf(src: string, source: SourcePath): readonly string[] {
  const folder = source.split("/").slice(0, -1);
  const bare = src.replace(/[?#].*$/s, "");
  const places = [...new Set([src, ...asSaved(src), bare, decoded(src), decoded(bare)])].flatMap((name) => {
    const steps = name.normalize("NFC").split("/");
    const inPublic = within(steps);
    const beside = name.startsWith("/")
      ? null
      : within([...folder.map((one) => one.normalize("NFC")), ...steps]);
    return [beside && `content/${beside}`, inPublic && `public/${inPublic}`];
  });
  return places.filter((place) => place !== null);
}
