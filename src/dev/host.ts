/**
 * The Host header of a request → whether this server is meant. A page of another site that lets its own name lead to this
 * machine (DNS rebinding) could read here whatever a browser may; the browser names that site as the host then.
 */
import { isIP } from "node:net";
import { hostname } from "node:os";

/** Also of an IPv4 address as IPv6 writes it (RFC 4291, 2.5.5.2), and without the brackets of an address in a URL. */
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
  /** As it was asked for: `127.0.0.1`, `0.0.0.0`, `news.local`. */
  readonly host: string;
  /** The address it listens on. */
  readonly address: string;
  /** The address that the connection of the request came to. */
  readonly local: string | undefined;
}

/**
 * Whether a request with that Host header is meant for this server. A name that always leads to this machine (RFC 6761, 6.3)
 * is, as is what the server was bound to. One that listens to other machines is also reached by any address, which nobody
 * can let lead elsewhere, and by the name of the machine. No header at all (HTTP/1.0) is sent by no browser.
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
