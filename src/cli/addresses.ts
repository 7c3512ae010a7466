/** How a user may name a page in a terminal → the addresses of the site that may be meant. */
import type { Site } from "../model/site.ts";

/**
 * @param path An address, percent-encoded or not, with or without origin, base path and `index.html`.
 * @returns Addresses as the site has them: decoded, without its base path, with a slash at both ends.
 */
export function addressesOf(
  path: string,
  { origin, base }: Pick<Site, "origin" | "base">,
): readonly string[] {
  const address = decoded(origin && path.startsWith(origin) ? path.slice(origin.length) : path);
  return [address, address.startsWith(base) ? `/${address.slice(base.length)}` : address].map((one) =>
    one.replace(/(?:\/index\.html|\/?)$/, "/"),
  );
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
