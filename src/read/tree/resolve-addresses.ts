/** Addresses in a saved page's text → what they lead to: relative ones belong to the site the page was saved from. */
import type { Element } from "hast";
import { elementsOf, property } from "./elements.ts";

/** A relative address → that of the page's own site; undefined where it is none. */
export function resolve(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}

/** `http://old.example/a.html#note` on that very page → `#note`. */
function ownFragment(address: string, base: string): string | null {
  const at = address.indexOf("#");
  const bare = (whole: string): string => whole.replace(/^https?:\/\/(?:www\.)?|#.*$/gis, "");
  return at > 0 && at < address.length - 1 && bare(address) === bare(base) ? address.slice(at) : null;
}

/** Changes the blocks, which were made for this page alone. @param base The page's own address, when it is known. */
export function resolveAddresses(blocks: readonly Element[], base: string | undefined): void {
  for (const element of elementsOf({ type: "root", children: [...blocks] })) {
    const properties = element.properties;
    if (!base && properties.dataMedia !== undefined && !/^(?:https?:)?\//i.test(property(element, "href")))
      delete properties.href;
    if (!base || !/^https?:/i.test(base)) continue;
    for (const name of ["href", "src"]) {
      const address = property(element, name);
      const relative = address !== "" && !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(address);
      if (relative) properties[name] = resolve(address, base);
      const fragment = name === "href" ? ownFragment(String(properties[name] ?? ""), base) : null;
      if (fragment) properties.href = fragment;
    }
  }
}
