import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paginate } from "./paginate.ts";

const pagesOf = (total: number, size: number) => [
  ...paginate(
    Array.from({ length: total }, (_, i) => i),
    size,
  ),
];
const sizes = fc.record({ total: fc.nat(400), size: fc.integer({ min: 1, max: 40 }) });

describe("pages of a list", () => {
  it("are numbered from the oldest: the front shows what is newer than the last page but one", () => {
    expect(pagesOf(11, 3)).toEqual([
      { number: null, items: [10, 9, 8, 7, 6], newer: null, older: 2 },
      { number: 1, items: [2, 1, 0], newer: 2, older: null },
      { number: 2, items: [5, 4, 3], newer: "front", older: 1 },
      { number: 3, items: [8, 7, 6], newer: "front", older: 2 },
    ]);
  });

  it("are only the front while there are fewer than two full pages", () => {
    for (const total of [0, 1, 3, 5])
      expect(pagesOf(total, 3)).toMatchObject([{ number: null, newer: null, older: null }]);
  });

  it("hold each item in the same numbered page however the list grows", () => {
    fc.assert(
      fc.property(sizes, ({ total, size }) => {
        for (const { number, items } of pagesOf(total, size).slice(1)) {
          const from = ((number as number) - 1) * size;
          expect(items).toEqual(Array.from({ length: size }, (_, i) => from + size - 1 - i));
        }
      }),
    );
  });

  it("are all reached from the front by going older, with every item", () => {
    fc.assert(
      fc.property(sizes, ({ total, size }) => {
        const pages = pagesOf(total, size);
        const met: number[] = [];
        for (let page = pages[0]; page; ) {
          met.push(...page.items);
          const { older } = page;
          page = older === null ? undefined : pages.find(({ number }) => number === older);
        }
        expect(met).toEqual(Array.from({ length: total }, (_, i) => total - 1 - i));
      }),
    );
  });

  it("lead back from the oldest to the front by going newer", () => {
    fc.assert(
      fc.property(sizes, ({ total, size }) => {
        const pages = pagesOf(total, size);
        let page = pages.find(({ number }) => number === 1) ?? pages[0];
        for (let steps = 0; page && page.number !== null && steps <= total; steps++) {
          const { newer } = page;
          page = pages.find(({ number }) => number === (newer === "front" ? null : newer));
        }
        expect(page?.number).toBeNull();
      }),
    );
  });

  it("change only at the front when an item is added, except for a new page when one is full", () => {
    fc.assert(
      fc.property(sizes, ({ total, size }) => {
        const before = new Map(pagesOf(total, size).map((page) => [page.number, JSON.stringify(page)]));
        const changed = pagesOf(total + 1, size)
          .filter((page) => before.get(page.number) !== JSON.stringify(page))
          .map(({ number }) => number);
        const full = (total + 1) / size;
        const filled = Number.isInteger(full) && full >= 2;
        const expected = filled ? (full === 2 ? [null, 1, 2] : [null, full - 2, full]) : [null];
        expect(changed).toEqual(expected);
      }),
    );
  });

  it("have between one and two pages' worth of items on the front once a page is full", () => {
    fc.assert(
      fc.property(sizes, ({ total, size }) => {
        const front = pagesOf(total, size)[0]?.items.length ?? 0;
        expect(front).toBe(total < 2 * size ? total : size + (total % size));
      }),
    );
  });
});
