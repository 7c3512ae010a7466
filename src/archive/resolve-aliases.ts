/**
 * Old addresses stated by articles → those that can be published as redirects. An alias that is the address of another
 * page, that two articles state, or that lies below a file is an error naming all files involved.
 */
import { foldedPath } from "../model/address-step.ts";
import { isOwnAddress } from "../model/addresses.ts";
import type { Card } from "../model/article.ts";
import { type Digest, fileForAlias, type OutputPath, type UrlPath } from "../model/brands.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";

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
  claim(card: Card, alias: UrlPath): Diagnostic | null {
    const path = foldedPath(alias);
    const fault = this.#faultOf(card, alias, path);
    if (fault) return fault;
    this.#aliases.set(path, card);
    for (const folder of above(path))
      if (IS_FILE.test(folder) && !this.#folders.has(folder)) this.#folders.set(folder, { alias, card });
    return null;
  }

  #faultOf(card: Card, alias: UrlPath, path: string): Diagnostic | null {
    const { isTaken, publicFileAt } = this.#input;
    const file = fileOf(card);
    const beside = (other: string) => ({ file, others: other === file ? [] : [other] });
    const owner = isTaken(path);
    const first = owner ?? this.#aliases.get(path);
    if (first?.id === card.id)
      return articleFault("alias-needless", { file }, { alias, isOwn: owner !== undefined });
    if (first) {
      const other = fileOf(first);
      return articleFault("alias-taken", beside(other), { alias, by: owner ? "address" : "alias", other });
    }
    if (isOwnAddress(path, this.#sections)) return articleFault("alias-reserved", { file }, { alias });
    const above = this.#fileAbove(path);
    if (above) {
      const other = fileOf(above.card);
      return articleFault("alias-below-file", beside(other), { alias, file: above, other });
    }
    const within = IS_FILE.test(path) ? this.#folders.get(path) : undefined;
    if (within) {
      const other = fileOf(within.card);
      const values = { alias, file: { is: "alias", above: within.alias }, other } as const;
      return articleFault("alias-below-file", beside(other), values);
    }
    const other = publicFileAt(fileForAlias(alias));
    return other === undefined
      ? null
      : articleFault("alias-taken", beside(other), { alias, by: "file", other });
  }

  /** The alias or page that is a file where this alias needs a folder. */
  #fileAbove(
    path: string,
  ): { readonly path: string; readonly is: "other-alias" | "page"; readonly card: Card } | null {
    for (const folder of [...above(path), path]) {
      const alias = folder !== path && IS_FILE.test(folder) ? this.#aliases.get(folder) : undefined;
      if (alias) return { path: folder.slice(0, -1), is: "other-alias", card: alias };
      const [parent, last] = cut(folder);
      const card = BESIDE_PAGE.has(last)
        ? (this.#input.isTaken(parent) ?? this.#aliases.get(parent))
        : undefined;
      if (card) return { path: folder.slice(0, -1), is: "page", card };
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
      const fault = claims.claim(card, alias);
      if (fault) diagnostics.push(fault);
      return fault === null;
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
