/** Warns of section and author names that are probably one name in two spellings, which would get two pages. */
import { fold } from "../arabic/letters/fold.ts";
import type { Card, Label } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";

interface Use {
  readonly name: string;
  count: number;
  /** The file of the first article that has it. */
  readonly file: string;
}

/**
 * Groups of names that fold to one (ة and ه, ى and ي, أ إ آ and ا, tatweel, marks), each with its spellings, most used
 * first.
 */
function spellings(cards: readonly Card[], labelsOf: (card: Card) => readonly Label[]): readonly Use[][] {
  const uses = new Map<string, Use>();
  for (const card of cards)
    for (const { name } of labelsOf(card)) {
      const use = uses.get(name);
      if (use) use.count += 1;
      else uses.set(name, { name, count: 1, file: `content/${card.source}` });
    }
  const alike = new Map<string, Use[]>();
  for (const use of uses.values()) {
    const key = fold(use.name);
    const others = alike.get(key);
    if (others) others.push(use);
    else alike.set(key, [use]);
  }
  return [...alike.values()].map((one) =>
    one.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  );
}

/** A warning for each name that is probably a misspelling of another. */
export function likeNames(cards: readonly Card[]): readonly Diagnostic[] {
  const kinds = [
    { kind: "section", labelsOf: ({ section }: Card) => (section ? [section] : []) },
    { kind: "author", labelsOf: ({ authors }: Card) => authors },
  ] as const;
  return kinds.flatMap(({ kind, labelsOf }) =>
    spellings(cards, labelsOf).flatMap(([most, ...others]) =>
      others.map((other) =>
        articleFault("name-spelt-twice", { file: other.file }, { kind, other, most: most as Use }),
      ),
    ),
  );
}
