/** Every code of a diagnostic, with its severity and its texts: the closed list that docs/diagnostics.md explains. */
import { ARTICLES } from "./articles.ts";
import { BUILD } from "./build.ts";
import { FILES } from "./files.ts";
import { IMPORTS } from "./import.ts";
import { KEYS } from "./keys.ts";
import { LINKS } from "./links.ts";
import { SETTINGS } from "./settings.ts";
import { TEXTS } from "./texts.ts";

/** By concept; no code stands in two of them. */
export const CATALOGUE = { FILES, TEXTS, KEYS, ARTICLES, LINKS, SETTINGS, BUILD, IMPORTS };

type CodesOf<Concept> = Concept extends unknown ? keyof Concept & string : never;
export type Code = CodesOf<(typeof CATALOGUE)[keyof typeof CATALOGUE]>;
