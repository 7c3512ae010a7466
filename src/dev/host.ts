/**
 * The Host header of a request → whether this server is meant. Another site whose name resolves to this machine (DNS
 * rebinding) could otherwise read everything served here; its requests have that site's name as their host.
 */
import { isIP } from "node:net";
import { hostname } from "node:os";

/** An address without the brackets it has in a URL, and an IPv4 address without its IPv6 prefix (RFC 4291, 2.5.5.2). */
const bare = (host: string): string => host.replace(/^\[|\]$/g, "").replace(/^::ffff:(?=\d+\.)/i, "");

/** Addresses of this machine alone (RFC 1122, 3.2.1.3; RFC 4291, 2.5.3), bare. */
export const isLoopback = (address: string): boolean =>
  address === "::1" || (isIP(address) === 4 && address.startsWith("127."));

/** The name or address of a Host header (RFC 9110, 7.2), in lower case and bare; null where it is neither. */
function nameOf(header: string): string | null {
  const stated = /^(\[[\da-f:.]+\]|[^\s:/?#@[\]\\]+)(?::\d*)?$/i.exec(header);
  return stated ? bare((stated[1] as string).toLowerCase()).replace(/\.$/, "") : null;
}

/** How a server can be reached. */
export interface Bound {
  /** As given by the user: `127.0.0.1`, `0.0.0.0`, `news.local`. */
  readonly host: string;
  /** The address it listens on. */
  readonly address: string;
  /** The address that the connection of the request came to. */
  readonly local: string | undefined;
}

/**
 * Whether a request with that Host header is meant for this server. It is, where the header is the name the server was
 * bound to, or one that always means this machine (RFC 6761, 6.3). A server open to other machines is also reached by any
 * address, which no one can redirect, and by the machine's name. Browsers always send the header (HTTP/1.0 may not).
 */
export function isHostOf(header: string | undefined, { host, address, local }: Bound): boolean {
  if (header === undefined) return true;
  const name = nameOf(header);
  if (name === null) return false;
  if (name === "localhost" || name.endsWith(".localhost") || isLoopback(name)) return true;
  if ([host.toLowerCase(), address, local ?? ""].some((one) => bare(one) === name)) return true;
  if (isLoopback(bare(address))) return false;
  const own = hostname().toLowerCase();
  return isIP(name) !== 0 || name === own || name === `${own}.local`;
}
