/** Links within the archive, and pictures. */
import { andMore, faultOf, inOtherCase, isolated } from "./entry.ts";

/** Why a link leads nowhere: a file or an article that is not there, or a heading or a note of its own page. */
type NoTarget =
  | { readonly to: "heading"; readonly name: string }
  | {
      readonly to: "file" | "article";
      readonly name: string;
      /** Links of the same page that lead nowhere either. */
      readonly more: number;
      /** A file whose name differs in letter case alone. */
      readonly near: string | undefined;
      /** Where it was looked for. */
      readonly beside: string | undefined;
      /** Whether the file is there, and has no page. */
      readonly isUnpublished: boolean;
    };
const toHaveTarget = (link: NoTarget): string => {
  if (link.to === "heading")
    return "Write # and the words of the heading, with a hyphen for each space and without signs; or take the link out.";
  if (link.near) return inOtherCase(link.near);
  if (link.to === "file")
    return `Put it at ${link.beside ?? "a place within content/"}, or take the link out.`;
  return link.isUnpublished
    ? "That file is a draft or in error: publish it, or take the link out."
    : "Write where the file of the article lies as seen from this one, as ../2017/name.md; or take the link out.";
};

const PLAIN_SVG = "Save it again as a plain SVG.";
const ANEW = "Fetch the picture again.";
/** Why a picture cannot be read: the message for what the program said, and the hint. */
const UNREADABLE = {
  "no-drawing": [(said: string) => `This is no drawing that a browser could show. ${said}`, PLAIN_SVG],
  "no-size": [() => "This drawing states no size: it has neither width and height nor a viewBox.", PLAIN_SVG],
  empty: [() => "This file is empty.", ANEW],
  text: [() => "This is no picture, though its name says so: it holds text.", ANEW],
  damaged: [
    (said: string) => `This picture cannot be read to its end: ${said}.`,
    "It may be cut short or of a kind that browsers do not show. Save it again as JPEG or PNG.",
  ],
} as const;

export const LINKS = {
  "link-missing": {
    severity: "warning",
    message: (link: NoTarget) =>
      link.to === "heading"
        ? `This link leads to no heading and no note of this page: ${isolated(link.name)}.`
        : `This link${link.more > 0 ? ` (and ${link.more} more of this page)` : ""} leads to no ${link.to}: ${isolated(link.name)}.`,
    hint: toHaveTarget,
  },
  "picture-missing": {
    severity: "warning",
    message: ({ name, isElsewhere }: { name: string; isElsewhere: boolean }) =>
      isElsewhere
        ? `The picture ${isolated(name)} lies on another machine or in another program; its name is shown in its place.`
        : `There is no picture ${isolated(name)}; its name is shown in its place.`,
    hint: ({
      isElsewhere,
      near,
      places,
    }: {
      isElsewhere: boolean;
      near: string | undefined;
      places: readonly string[];
    }) =>
      isElsewhere
        ? "Put the picture beside the article and name it there, or take its name out."
        : near
          ? inOtherCase(near)
          : `Put it at ${places.join(" or ") || "public/"}, or take its name out.`,
  },
  "picture-unnamed": {
    severity: "warning",
    message: ({ more, folder }: { more: number; folder: string }) =>
      `No article names this picture${andMore(more, ` in ${folder}`)}, so it is not published.`,
    hint: "Name it in an article (image: or ![](…)), or put it into public/ to have it published by itself.",
  },
  "picture-unreadable": {
    severity: "warning",
    message: ({ why, said = "" }: { why: keyof typeof UNREADABLE; said?: string }) =>
      UNREADABLE[why][0](said),
    hint: ({ why }: { why: keyof typeof UNREADABLE }) => UNREADABLE[why][1],
  },
  "picture-active": {
    severity: "warning",
    message: ({ what }: { what: string }) =>
      `This drawing runs something or fetches it from elsewhere, so it is not published: ${isolated(what)}`,
    hint: "Save it as a plain SVG; if you trust it as it is, put it into public/.",
  },
  "picture-too-large": {
    severity: "warning",
    message: ({ by, most }: { by: "height" | "pixels"; most: number }) =>
      by === "height"
        ? `This picture is higher than ${most} pixels, in the width that readers are sent it.`
        : `This picture has more than ${most / 1e6} million pixels.`,
    hint: ({ by }: { by: "height" | "pixels" }) =>
      by === "height"
        ? "Cut it into several pictures, or save it smaller."
        : "Save it smaller; 3000 pixels across are enough for any screen.",
  },
  "changed-meanwhile": {
    severity: "error",
    message: "This picture changed while the site was being built.",
    hint: "Build again.",
  },
} as const;
export const linkFault = faultOf(LINKS);
/** Joined to what a picture's own fault says, where it is known who shows it. */
export const SHOWN_BY = {
  embedded: (message: string): string =>
    `A picture that this file holds in itself (data:) cannot be shown. ${message}`,
  named: (hint: string | undefined, others: readonly string[]): string =>
    `${hint} It is named by ${others[0]}${andMore(others.length - 1)}.`,
};
