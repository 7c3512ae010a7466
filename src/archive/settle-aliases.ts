/**
 * Old addresses stated by articles → those that can be published as redirects. An alias that is the address of another
 * page, that two articles state, or that lies below a file is an error naming all files involved.
 */
import { foldedPath } from "../model/address-step.ts";
import { isOwnAddress } from "../model/addresses.ts";
import type { Card } from "../model/article.ts";
import { type Digest, fileForAlias, type OutputPath, type UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

export interface AliasInput {
  readonly digestOf: (text: string) => Digest;
  /** The card whose address this is, by folded path; undefined where there is none. */
  readonly isTaken: (path: string) => Card | undefined;
  /**
   * The file of public/ that conflicts with a file of the site at this path, as messages name it; undefined where none
   * does.
   */
  readonly publicFileAt: (path: OutputPath) => string | undefined;
}
export interface SettledAliases {
  readonly cards: readonly Card[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files beside the page of an article. */
const BESIDE_PAGE: ReadonlySet<string> = new Set(["index.html", "share.png"]);
const IS_FILE = /\.html?\/$/;
const fileOf = ({ source }: Card): string => `content/${source}`;

/** `/a/b/c/` → `/a/`, `/a/b/`. */
function above(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/", 1); at < path.length - 1; at = path.indexOf("/", at + 1))
    folders.push(path.slice(0, at + 1));
  return folders;
}

/** `/a/b/` → `/a/` and `b`. */
const cut = (path: string): readonly [folder: string, last: string] => {
  const at = path.lastIndexOf("/", path.length - 2) + 1;
  return [path.slice(0, at), path.slice(at, -1)];
};

type Verdict = Pick<Diagnostic, "severity" | "code" | "message" | "hint"> & {
  readonly others: readonly string[];
};

/** Takes aliases one after another and checks each against those before it. */
class Claims {
  readonly #aliases = new Map<string, Card>();
  /** Folders of aliases whose names could be those of files: the first alias in each, and its card. */
  readonly #folders = new Map<string, { readonly alias: UrlPath; readonly card: Card }>();
  readonly #sections: ReadonlySet<string>;
  readonly #input: AliasInput;

  constructor(sections: ReadonlySet<string>, input: AliasInput) {
    this.#sections = sections;
    this.#input = input;
  }

  /** @returns Null where the alias is accepted for this card. */
  claim(card: Card, alias: UrlPath): Verdict | null {
    const path = foldedPath(alias);
    const verdict = this.#verdictOn(card, alias, path);
    if (verdict) return verdict;
    this.#aliases.set(path, card);
    for (const folder of above(path))
      if (IS_FILE.test(folder) && !this.#folders.has(folder)) this.#folders.set(folder, { alias, card });
    return null;
  }

  #verdictOn(card: Card, alias: UrlPath, path: string): Verdict | null {
    const wrong = (code: string, message: string, hint: string, others: readonly string[] = []): Verdict => ({
      ...{ severity: "error", code, message: `Its alias ${alias} ${message}`, hint },
      others: others.filter((one) => one !== fileOf(card)),
    });
    const { isTaken, publicFileAt } = this.#input;
    const owner = isTaken(path);
    const other = owner ?? this.#aliases.get(path);
    if (other?.id === card.id) {
      const why = owner ? "is its own address; it is left out." : "stands there twice; it is left out.";
      return { ...wrong("alias-needless", why, "Take the alias out."), severity: "warning" };
    }
    if (other)
      return owner
        ? wrong(
            "alias-taken",
            `is the address of ${fileOf(other)}.`,
            "Take the alias out: an old address can lead to one article only.",
            [fileOf(other)],
          )
        : wrong(
            "alias-taken",
            `is an alias of ${fileOf(other)} too.`,
            "Take it out of one of the two: an old address can lead to one article only.",
            [fileOf(other)],
          );
    if (isOwnAddress(path, this.#sections))
      return wrong(
        "alias-reserved",
        "is an address of the site's own pages.",
        "Take the alias out, or send the old address on from the server.",
      );
    const file = this.#fileAbove(path);
    if (file)
      return wrong(
        "alias-below-file",
        `lies below ${file.path}, which is a file: ${file.what} of ${fileOf(file.card)}.`,
        "Take one of the two out: a file cannot be a folder too. The server can send the old address on.",
        [fileOf(file.card)],
      );
    const within = IS_FILE.test(path) ? this.#folders.get(path) : undefined;
    if (within)
      return wrong(
        "alias-below-file",
        `is a file, and ${within.alias}, an alias of ${fileOf(within.card)}, lies below it.`,
        "Take one of the two out: a file cannot be a folder too. The server can send the old address on.",
        [fileOf(within.card)],
      );
    const published = publicFileAt(fileForAlias(alias));
    if (published !== undefined)
      return wrong(
        "alias-taken",
        `cannot be published beside ${published}, which lies in its way.`,
        `Take the alias out, or rename or move ${published}.`,
        [published],
      );
    return null;
  }

  /** The alias or page that is a file where this alias needs a folder. */
  #fileAbove(path: string): { readonly path: string; readonly what: string; readonly card: Card } | null {
    for (const folder of [...above(path), path]) {
      const alias = folder !== path && IS_FILE.test(folder) ? this.#aliases.get(folder) : undefined;
      if (alias) return { path: folder.slice(0, -1), what: "an alias", card: alias };
      const [parent, last] = cut(folder);
      const card = BESIDE_PAGE.has(last)
        ? (this.#input.isTaken(parent) ?? this.#aliases.get(parent))
        : undefined;
      if (card) return { path: folder.slice(0, -1), what: "of the page", card };
    }
    return null;
  }
}

/** @param cards Their addresses all differ. An alias that two of them state goes to the first by id. */
export function resolveAliases(cards: readonly Card[], input: AliasInput): SettledAliases {
  const stating = cards.filter((card) => card.aliases.length > 0);
  if (stating.length === 0) return { cards, diagnostics: [] };
  const sections = new Set<string>(cards.flatMap(({ section }) => section?.slug.toLowerCase() ?? []));
  const claims = new Claims(sections, input);
  const diagnostics: Diagnostic[] = [];
  const corrected = new Map<Card, Card>();
  for (const card of stating.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const aliases = card.aliases.filter((alias) => {
      const verdict = claims.claim(card, alias);
      if (!verdict) return true;
      const { others, ...said } = verdict;
      diagnostics.push({ ...said, file: fileOf(card), ...(others.length > 0 ? { others } : {}) });
      return false;
    });
    if (aliases.length < card.aliases.length)
      corrected.set(card, {
        ...card,
        aliases,
        digest: input.digestOf(`${card.digest} ${aliases.join(" ")}`),
      });
  }
  return {
    cards: corrected.size === 0 ? cards : cards.map((card) => corrected.get(card) ?? card),
    diagnostics,
  };
}
