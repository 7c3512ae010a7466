/** Video and sound embedded in a saved page → a link to them: nothing is played from another host, and nothing asked of it. */
import type { Element } from "hast";
import { elementsOf, property } from "./elements.ts";

const EMBEDDED = /^(?:iframe|video|audio|embed|object)$/;
/** What a reader is told a link leads to, by the address. Frames that are none of these show advertisements, buttons, counters. */
const KINDS: readonly (readonly [label: string, address: RegExp])[] = [
  [
    "تسجيل صوتي",
    /^https?:\/\/(?:[\w-]+\.)*(?:soundcloud|spotify|mixcloud)\.com\/|\.(?:mp3|m4a|ogg|oga|wav|wma|ra)(?:[?#]|$)/i,
  ],
  [
    "فيديو",
    /^https?:\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com\/(?:embed|v|watch)\b|(?:youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly)\/)|\.(?:mp4|m4v|webm|ogv|mov|avi|wmv|asf|flv|rm|mpe?g)(?:[?#]|$)/i,
  ],
  ["فيديو", /^https?:\/\/(?:[\w-]+\.)*facebook\.com\/(?:plugins\/)?video/i],
  [
    "منشور",
    /^https?:\/\/(?:[\w-]+\.)*(?:facebook\.com\/plugins\/post|instagram\.com\/(?:p|reel|tv)\/|(?:twitter|x)\.com\/(?:embed\/|\w+\/status\/))/i,
  ],
  ["خريطة", /^https?:\/\/(?:[\w-]+\.)*(?:google\.[\w.]+\/maps|openstreetmap\.org)[/?]/i],
];
const LABEL_OF: Readonly<Record<string, string>> = { video: "فيديو", audio: "تسجيل صوتي" };
/** Characters of an address that are shown. */
const SHOWN = 60;

export const isEmbedded = ({ tagName }: Element): boolean => EMBEDDED.test(tagName);

/** Of the element itself, of one of its sources, of Flash's parameters or of the element for browsers that know no other. */
function addressOf(element: Element): string {
  const stated = [element, ...elementsOf(element)].flatMap((one) => [
    ...["dataSrc", "dataLazySrc", "src", "data"].map((name) => property(one, name)),
    /^(?:movie|src|url|filename)$/i.test(property(one, "name")) ? property(one, "value") : "",
  ]);
  const address = stated
    .map((one) => one.trim())
    .find((one) => one !== "" && !/^(?:about|data|javascript|blob):/i.test(one));
  return (address ?? "").replace(/^\/\//, "https://");
}

/** A player's address → that of the page it plays from, where it says which. */
function pageOf(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  const video = /^\/(?:embed|v)\/([\w-]{6,20})$/.exec(pathname.replace(/&.*$/, ""))?.[1];
  if (video && /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(hostname))
    return `https://www.youtube.com/watch?v=${video}`;
  const inside = searchParams.get("href");
  return inside && /(?:^|\.)facebook\.com$/.test(hostname) && /^https?:/.test(inside) ? inside : address;
}

export interface Embedded {
  /** "" where the element states none. */
  readonly address: string;
  /** `فيديو: youtube.com/watch?v=…`, a link, in a figure; null for what is no part of an article. */
  readonly link: Element | null;
}

export function embeddedIn(element: Element): Embedded {
  const played = addressOf(element);
  const label = LABEL_OF[element.tagName] ?? KINDS.find(([, pattern]) => pattern.test(played))?.[0];
  if (played === "" || label === undefined) return { address: played, link: null };
  const address = pageOf(played);
  const shown = address.replace(/^https?:\/\/(?:www\.)?/i, "");
  const value = `${label}: ${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown}`;
  const link: Element = {
    ...{ type: "element", tagName: "a" },
    properties: { href: address, dataMedia: "" },
    children: [{ type: "text", value }],
  };
  return { address, link: { type: "element", tagName: "figure", properties: {}, children: [link] } };
}
