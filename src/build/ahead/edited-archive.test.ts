import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange } from "../../archive/arrange.ts";
import type { SourceRecord } from "../../cache/record/records.ts";
import type { Archive } from "../../model/archive.ts";
import type { Card } from "../../model/article.ts";
import { digest, type SourcePath } from "../../model/brands.ts";
import { exampleCard, exampleLabel, exampleSite } from "../../model/testing/example.ts";
import { editedArchive } from "./edited-archive.ts";

const recordOf = (card: Card, more: Partial<SourceRecord> = {}): SourceRecord => ({
  ...{
    path: card.source,
    size: 1,
    modified: 1,
    digest: card.digest,
    sidecar: null,
    make: null,
    parsed: null,
  },
  ...{ card, draft: null, pictures: [], links: [], diagnostics: [], ...more },
});
const recordsOf = (cards: readonly Card[]): Map<SourcePath, SourceRecord> =>
  new Map(cards.map((card) => [card.source, recordOf(card)]));
/** Relates each article to the next and the one before, whatever was asked for last. */
const related =
  (cards: readonly Card[]): Archive["relatedTo"] =>
  (card) => {
    const at = cards.findIndex(({ id }) => id === card.id);
    const next = cards[(at + 1) % cards.length] as Card;
    return { similar: [{ card: next, terms: [1], days: 0, score: 1 }], copies: cards.slice(at - 1, at) };
  };
const arranged = (cards: readonly Card[]): Archive =>
  arrange(cards, exampleSite, { relatedTo: related(cards) });
/** An archive as plain data, with what is related to each article. */
const plain = ({ relatedTo, pictures: _, ...rest }: Archive) => ({
  ...rest,
  related: [...rest.dated, ...rest.undated].map(relatedTo),
});

const labels = ["سياسة", "ثقافة", "سوريا"].map((name) => exampleLabel(name));
const article = fc.record({
  on: fc.constantFrom("2016-05-05", "2017-11-22", "2017-11-23", null),
  section: fc.constantFrom(...labels, null),
  tags: fc.subarray(labels),
  isStatic: fc.boolean(),
});
const archive = fc
  .array(article, { minLength: 1, maxLength: 20 })
  .map((list) =>
    list.map(({ on, isStatic, section, tags }, i) =>
      exampleCard(`${i}`, isStatic ? null : on, { section, tags, isStatic }),
    ),
  );
const anew = (card: Card, fields: Partial<Card>): Card => ({ ...card, digest: digest("other"), ...fields });

describe("an archive with what was edited", () => {
  it("is the archive arranged anew, where only what is shown of articles has changed", () => {
    fc.assert(
      fc.property(archive, fc.func(fc.boolean()), (cards, isEdited) => {
        const now = cards.map((card) => {
          if (!isEdited(card.id)) return card;
          const details = { ...card.details, digest: digest("other details") };
          // Articles without a date are sorted by title.
          return anew(card, card.published === null ? { details } : { details, title: "عنوان آخر" });
        });
        const records = recordsOf(cards);
        for (const [i, card] of now.entries())
          if (card !== cards[i]) records.set(card.source, recordOf(card));
        const edited = editedArchive(arranged(cards), { sources: recordsAs(records, cards) }, records);
        expect(edited && plain(edited)).toEqual(plain(arranged(now)));
      }),
    );
  });

  it("is none where an edit changes more, or an article has come, gone or got another address", () => {
    const cards = [exampleCard("a", "2017-11-22"), exampleCard("b", null)];
    const [a, b] = cards as [Card, Card];
    const before = recordsOf(cards);
    const editing = (...records: readonly SourceRecord[]) =>
      editedArchive(
        arranged(cards),
        { sources: before },
        new Map([...before, ...records.map((one) => [one.path, one] as const)]),
      );
    expect(editing()).not.toBeNull();
    expect(editing(recordOf(anew(a, {})))).not.toBeNull();
    for (const fields of [{ url: b.url }, { section: labels[0] ?? null }, { tags: labels }])
      expect(editing(recordOf(anew(a, fields)))).toBeNull();
    expect(editing(recordOf(anew(b, { title: "عنوان آخر" })))).toBeNull();
    expect(editing(recordOf(exampleCard("c", null)))).toBeNull();
    expect(editing(recordOf(a, { card: null }))).toBeNull();
    const wrong = { severity: "warning", code: "far-date", file: "a.md", message: "", hint: "" } as const;
    expect(editing(recordOf(anew(a, {}), { diagnostics: [wrong] }))).toBeNull();
    expect(editing(recordOf(anew(a, {}), { links: [{ href: "b.md", place: null }] }))).toBeNull();
    const moved = arranged([{ ...a }, b]);
    const records = new Map([...before, [a.source, recordOf(anew(a, {}))]]);
    expect(editedArchive(moved, { sources: before }, records)).toBeNull();
  });
});

/** Records that are the same in both builds are the same objects. */
const recordsAs = (
  records: ReadonlyMap<SourcePath, SourceRecord>,
  cards: readonly Card[],
): Map<SourcePath, SourceRecord> =>
  new Map(
    cards.map((card) => {
      const one = records.get(card.source);
      return [card.source, one?.card === card ? one : recordOf(card)];
    }),
  );
