import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Related } from "../model/archive.ts";
import { type Card, linkDigestOf, linkTo } from "../model/article.ts";
import { digest } from "../model/brands.ts";
import { exampleCard, exampleLabel } from "../model/testing/example.ts";
import { type RelateOptions, relate } from "./related.ts";

/** Texts as words, each with a number as its hash. */
const hashes = new Map<string, number>();
const hashOf = (word: string): number => {
  const hash = hashes.get(word) ?? Math.imul(hashes.size + 1, 0x9e3779b1) >>> 0;
  hashes.set(word, hash);
  return hash;
};
const wordOf = (hash: number): string => [...hashes].find(([, one]) => one === hash)?.[0] ?? "";

const texts = new Map<string, string>();
const article = (name: string, on: string | null, text: string, section = "أخبار"): Card => {
  texts.set(name, text);
  return exampleCard(name, on, { section: exampleLabel(section) });
};
const vectorOf = ({ id }: Card): Uint32Array => {
  const counts = new Map<number, number>();
  for (const word of (texts.get(id) ?? "").split(" "))
    counts.set(hashOf(word), (counts.get(hashOf(word)) ?? 0) + 1);
  return Uint32Array.from([...counts].sort(([a], [b]) => a - b).flat());
};
const related = (cards: readonly Card[], more: Partial<RelateOptions> = {}) =>
  relate({ cards, vectorOf, links: 3, ...more });

/** Articles about other subjects, so that words shared by two of the tested ones are rare. */
const others = Array.from({ length: 30 }, (_, i) =>
  article(
    `other-${i}`,
    `2016-01-${String(i + 1).padStart(2, "0")}`,
    `كلام${i} حديث${i} في مسألة${i % 7} قديمة`,
    "منوعات",
  ),
);
const BANK = "البنك المركزي يرفع الفائدة لكبح التضخم في عمان";
const bank = article("bank", "2017-11-22", BANK);
const BONDS = "السندات تتراجع بعد رفع الفائدة وسط مخاوف من التضخم";
const bonds = article("bonds", "2017-11-24", BONDS);
const copy = article("copy", "2017-11-22", `${BANK} في عمان`);
const cards = [bank, bonds, copy, ...others];

type Drawn<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

describe("related articles", () => {
  it("are those that share discriminative words, with the words and the days between", async () => {
    const [link] = (await related(cards)).relatedTo(bank).similar;
    expect(link).toMatchObject({ card: bonds, days: 2 });
    expect(link?.terms.map(wordOf).toSorted()).toEqual(["التضخم", "الفائدة"]);
    expect(link?.score).toBeGreaterThan(0);
    expect(link?.score).toBeLessThanOrEqual(1);
  });

  it("count days backwards to an older article, and none where one is undated", async () => {
    expect((await related(cards)).relatedTo(bonds).similar[0]).toMatchObject({ days: -2 });
    const undated = { ...bonds, published: null };
    expect((await related([bank, undated, ...others])).relatedTo(bank).similar[0]).toMatchObject({
      days: null,
    });
  });

  it("are set apart, in both, when they are the same text", async () => {
    const { relatedTo } = await related(cards);
    expect(relatedTo(bank).copies.map(({ url }) => url)).toEqual([copy.url]);
    expect(relatedTo(copy).copies.map(({ url }) => url)).toEqual([bank.url]);
    expect(relatedTo(bank).similar.map(({ card }) => card.url)).not.toContain(copy.url);
  });

  it("name only one of two copies in a third article", async () => {
    const urls = (await related(cards)).relatedTo(bonds).similar.map(({ card }) => card.url);
    expect(urls.filter((url) => url === bank.url || url === copy.url)).toHaveLength(1);
  });

  it("are at most as many as the settings ask for", async () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      article(`like-${i}`, "2017-11-23", `الفائدة التضخم ${"خبر".repeat(i + 1)} جديد${i} طارئ${i} عاجل${i}`),
    );
    const all = [...cards, ...many];
    expect((await related(all, { links: 5 })).relatedTo(bonds).similar).toHaveLength(5);
    expect((await related(all, { links: 0 })).relatedTo(bonds).similar).toEqual([]);
  });

  it("are the nearest in time of its section, without reasons, where none is similar", async () => {
    const lone = article("lone", "2016-01-10", "مقلوبة باذنجان");
    const near = article("near", "2016-02-01", "شطرنج بطولة");
    const links = (await related([lone, near, ...others.slice(0, 20)])).relatedTo(lone).similar;
    expect(links).toEqual([{ card: near, terms: [], days: 22, score: 0 }]);
  });

  it("are the nearest in time of all articles where its section holds no other", async () => {
    const lone = article("lone", "2016-01-10", "مقلوبة باذنجان", "مطبخ");
    const days = (await related([lone, ...others])).relatedTo(lone).similar.map((link) => link.days);
    expect(days).toEqual([-1, 0, -2]);
  });

  it("are none for a single article, or for a card that was not among the input", async () => {
    expect((await related([bank])).relatedTo(bank)).toEqual({ similar: [], copies: [] });
    expect((await related([])).relatedTo(bank)).toEqual({ similar: [], copies: [] });
  });

  it("have the same checksum exactly where pages show the same", async () => {
    const days = ["2017-11-22", "2017-11-25", null];
    const fields = fc.record({ on: fc.constantFrom(...days), title: fc.constantFrom("أ", "ب") });
    const drawn = fc.record({
      bank: fields,
      bonds: fields,
      copied: fc.boolean(),
      alike: fc.boolean(),
      links: fc.nat(3),
    });
    const run = async ({ bank: one, bonds: two, copied, alike, links }: Drawn<typeof drawn>) => {
      const made = [
        { ...article("bank", one.on, BANK), title: one.title },
        { ...article("bonds", two.on, alike ? BONDS : "كلام في غير ذلك كله"), title: two.title },
      ].map((card) => ({ ...card, linkDigest: linkDigestOf(card, (text) => digest(text)) }));
      return related([...made, ...(copied ? [copy] : []), ...others], { links });
    };
    const shown = ({ similar, copies }: Related) =>
      JSON.stringify([
        similar.map(({ card, terms, days }) => [linkTo(card), terms, days]),
        copies.map((card) => linkTo(card)),
      ]);
    await fc.assert(
      fc.asyncProperty(drawn, drawn, async (before, after) => {
        const [then, now] = [await run(before), await run(after)];
        for (const card of cards) {
          const same = shown(then.relatedTo(card)) === shown(now.relatedTo(card));
          expect(String(then.relatedSum(card)) === String(now.relatedSum(card))).toBe(same);
        }
      }),
    );
  });

  it("are the same whatever the order of the cards", async () => {
    const { relatedTo } = await related(cards);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(cards, { minLength: cards.length }), async (shuffled) => {
        const again = await related(shuffled);
        for (const card of cards) expect(again.relatedTo(card)).toEqual(relatedTo(card));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is kept of a run", () => {
  it("serves the same cards without loading a vector, and follows a changed address or title", async () => {
    const { toKeep: kept } = await related(cards);
    if (!kept) throw new Error("nothing to keep");
    const renamed = cards.map((card) => (card === bonds ? { ...card, title: "عنوان آخر" } : card));
    const again = await related(renamed, {
      kept: () => kept,
      vectorOf: ({ id }) => {
        throw new Error(`asked for ${id}`);
      },
    });
    expect(again.toKeep).toBeNull();
    expect(again.relatedTo(bank).similar[0]).toMatchObject({ card: { title: "عنوان آخر" }, days: 2 });
  });
});
