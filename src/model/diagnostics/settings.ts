/** What the settings of the site ask for. Their keys and values stand with those of articles (keys.ts). */
import { counted } from "../counted.ts";
import { andMore, error, faultOf, inOtherCase, isolated, warning } from "./entry.ts";

/** Why a setting needs whole addresses. */
const NEEDS_ADDRESS = {
  share_pictures: "networks find a picture by its whole address",
  news_sitemap: "a sitemap holds whole addresses",
};

/** @param of What is in that colour. @param missing The setting that would state another one. */
interface FaintColour {
  readonly of: "accent" | "ink";
  readonly colour: string;
  readonly scheme: "light" | "dark";
  readonly ratio: number;
  readonly least: number;
  readonly wanted: "darker" | "lighter";
  readonly missing: string | undefined;
}

export const SETTINGS = {
  "section-unlisted": warning(
    ({
      count,
      named,
    }: {
      count: number;
      named: readonly (readonly [section: string, articles: number])[];
    }) => {
      const sections = named.map(([name, n]) => `${isolated(name)} (${counted(n, "article")})`).join(", ");
      return [
        `Articles lie in ${counted(count, "section")} that no menu names: ${sections}${andMore(count - named.length)}.`,
        "Add them to sections, or leave that out to have the largest in the menu; the page of all sections names them all the same.",
      ];
    },
  ),
  "section-address-shared": error(
    ({ first, name, slug }: { first: string | undefined; name: string; slug: string }) => [
      `The sections ${isolated(first)} and ${isolated(name)} both have the address /${slug}/.`,
      `Give one of them a slug of its own: { name: ${JSON.stringify(name)}, slug: … }.`,
    ],
  ),
  "file-missing": error(
    ({ what, address, near }: { what: "logo" | "font"; address: string; near: string | undefined }) => [
      `There is no ${what} public${address}.`,
      near ? inOtherCase(`public/${near}`) : "Put it there, or take the line out to have the theme's own.",
    ],
  ),
  "no-address": warning(({ key }: { key: keyof typeof NEEDS_ADDRESS }) => [
    `${key} does nothing without url: ${NEEDS_ADDRESS[key]}.`,
    "State the address the site will have, as url: https://archive.example.org/",
  ]),
  "faint-colour": warning(({ of, colour, scheme, ratio, least, wanted, missing }: FaintColour) => [
    `${of === "accent" ? "Links" : "Text"} in ${colour} on the ${scheme} pages ${of === "accent" ? "have" : "has"} a contrast of ${ratio.toFixed(1)} to 1; the least that everyone can read is ${least} to 1.`,
    `State a ${wanted} colour${missing === undefined ? "" : ` as ${missing}`} in theme.`,
  ]),
};
export const settingFault = faultOf(SETTINGS);
