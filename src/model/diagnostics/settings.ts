/** What the settings of the site ask for. Their keys and values stand with those of articles (keys.ts). */
import { counted } from "../counted.ts";
import { andMore, faultOf, inOtherCase, isolated } from "./entry.ts";

/** Why a setting needs whole addresses. */
const NEEDS_ADDRESS = {
  share_pictures: "networks find a picture by its whole address",
  news_sitemap: "a sitemap holds whole addresses",
};

export const SETTINGS = {
  "section-unlisted": {
    severity: "warning",
    message: ({
      count,
      named,
    }: {
      count: number;
      named: readonly (readonly [section: string, articles: number])[];
    }) =>
      `Articles lie in ${counted(count, "section")} that no menu names: ${named.map(([name, articles]) => `${isolated(name)} (${counted(articles, "article")})`).join(", ")}${andMore(count - named.length)}.`,
    hint: "Add them to sections, or leave that out to have the largest in the menu; the page of all sections names them all the same.",
  },
  "section-address-shared": {
    severity: "error",
    message: ({ first, name, slug }: { first: string | undefined; name: string; slug: string }) =>
      `The sections ${isolated(first)} and ${isolated(name)} both have the address /${slug}/.`,
    hint: ({ name }: { name: string }) =>
      `Give one of them a slug of its own: { name: ${JSON.stringify(name)}, slug: … }.`,
  },
  "file-missing": {
    severity: "error",
    message: ({ what, address }: { what: "logo" | "font"; address: string }) =>
      `There is no ${what} public${address}.`,
    hint: ({ near }: { near: string | undefined }) =>
      near ? inOtherCase(`public/${near}`) : "Put it there, or take the line out to have the theme's own.",
  },
  "no-address": {
    severity: "warning",
    message: ({ key }: { key: keyof typeof NEEDS_ADDRESS }) =>
      `${key} does nothing without url: ${NEEDS_ADDRESS[key]}.`,
    hint: "State the address the site will have, as url: https://archive.example.org/",
  },
  "faint-colour": {
    severity: "warning",
    message: ({
      of,
      colour,
      scheme,
      ratio,
      least,
    }: {
      of: "accent" | "ink";
      colour: string;
      scheme: "light" | "dark";
      ratio: number;
      least: number;
    }) =>
      `${of === "accent" ? "Links" : "Text"} in ${colour} on the ${scheme} pages ${of === "accent" ? "have" : "has"} a contrast of ${ratio.toFixed(1)} to 1; the least that everyone can read is ${least} to 1.`,
    hint: ({ wanted, missing }: { wanted: "darker" | "lighter"; missing: string | undefined }) =>
      `State a ${wanted} colour${missing === undefined ? "" : ` as ${missing}`} in theme.`,
  },
} as const;
export const settingFault = faultOf(SETTINGS);
