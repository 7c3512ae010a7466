/** Links within the archive, and pictures. */
import { andMore, error, faultOf, inOtherCase, isolated, type Words, warning } from "./entry.ts";

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
function noTarget(link: NoTarget): Words {
  if (link.to === "heading")
    return [
      `This link leads to no heading and no note of this page: ${isolated(link.name)}.`,
      "Write # and the words of the heading, with a hyphen for each space and without signs; or take the link out.",
    ];
  const { to, name, more, near, beside, isUnpublished } = link;
  return [
    `This link${more > 0 ? ` (and ${more} more of this page)` : ""} leads to no ${to}: ${isolated(name)}.`,
    near
      ? inOtherCase(near)
      : to === "file"
        ? `Put it at ${beside ?? "a place within content/"}, or take the link out.`
        : isUnpublished
          ? "That file is a draft or in error: publish it, or take the link out."
          : "Write where the file of the article lies as seen from this one, as ../2017/name.md; or take the link out.",
  ];
}

/** A picture that an article names and that is not there: on another machine, or at none of these places. */
type NoPicture =
  | { readonly name: string; readonly isElsewhere: true }
  | {
      readonly name: string;
      readonly isElsewhere: false;
      readonly near: string | undefined;
      readonly places: readonly string[];
    };

const PLAIN_SVG = "Save it again as a plain SVG.";
const ANEW = "Fetch the picture again.";
/** Why a picture cannot be read, for what its reader said. */
const UNREADABLE = {
  "no-drawing": (said) => [`This is no drawing that a browser could show. ${said}`, PLAIN_SVG],
  "no-size": () => ["This drawing states no size: it has neither width and height nor a viewBox.", PLAIN_SVG],
  empty: () => ["This file is empty.", ANEW],
  text: () => ["This is no picture, though its name says so: it holds text.", ANEW],
  damaged: (said) => [
    `This picture cannot be read to its end: ${said}.`,
    "It may be cut short or of a kind that browsers do not show. Save it again as JPEG or PNG.",
  ],
} as const satisfies Readonly<Record<string, (said: string) => Words>>;

export const LINKS = {
  "link-missing": warning(noTarget),
  "picture-missing": warning((it: NoPicture) =>
    it.isElsewhere
      ? [
          `The picture ${isolated(it.name)} lies on another machine or in another program; its name is shown in its place.`,
          "Put the picture beside the article and name it there, or take its name out.",
        ]
      : [
          `There is no picture ${isolated(it.name)}; its name is shown in its place.`,
          it.near
            ? inOtherCase(it.near)
            : `Put it at ${it.places.join(" or ") || "public/"}, or take its name out.`,
        ],
  ),
  "picture-unnamed": warning(({ more, folder }: { more: number; folder: string }) => [
    `No article names this picture${andMore(more, ` in ${folder}`)}, so it is not published.`,
    "Name it in an article (image: or ![](…)), or put it into public/ to have it published by itself.",
  ]),
  "picture-unreadable": warning(({ why, said = "" }: { why: keyof typeof UNREADABLE; said?: string }) =>
    UNREADABLE[why](said),
  ),
  "picture-active": warning(({ what }: { what: string }) => [
    `This drawing runs something or fetches it from elsewhere, so it is not published: ${isolated(what)}`,
    "Save it as a plain SVG; if you trust it as it is, put it into public/.",
  ]),
  "picture-too-large": warning(({ by, most }: { by: "height" | "pixels"; most: number }) =>
    by === "height"
      ? [
          `This picture is higher than ${most} pixels, in the width that readers are sent it.`,
          "Cut it into several pictures, or save it smaller.",
        ]
      : [
          `This picture has more than ${most / 1e6} million pixels.`,
          "Save it smaller; 3000 pixels across are enough for any screen.",
        ],
  ),
  "changed-meanwhile": error(["This picture changed while the site was being built.", "Build again."]),
};
export const linkFault = faultOf(LINKS);
/** Joined to what a picture's own fault says, where it is known who shows it. */
export const SHOWN_BY = {
  embedded: (message: string): string =>
    `A picture that this file holds in itself (data:) cannot be shown. ${message}`,
  named: (hint: string | undefined, others: readonly string[]): string =>
    `${hint} It is named by ${others[0]}${andMore(others.length - 1)}.`,
};
