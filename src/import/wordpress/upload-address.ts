/** Addresses of the files that a WordPress site keeps in its folder of uploads. */
import { decodedSlug } from "../old-address.ts";

/** The path of a file within `wp-content/uploads`, decoded; null for any other address. */
export function uploadOf(address: string): string | null {
  const path = /(?:\/wp-content\/uploads\/|\/\/[\w-]+\.files\.wordpress\.com\/)([^?#]+)/i.exec(address)?.[1];
  const steps = path ? decodedSlug(path).split("/") : [];
  return steps.length === 0 || steps.some((step) => step === "" || step === "..") ? null : steps.join("/");
}
