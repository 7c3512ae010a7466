import fc from "fast-check";
import { expect, it } from "vitest";
import { Mix } from "./mix.ts";

const list = fc.array(fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.string()), {
  maxLength: 6,
});
type List = readonly (number | string)[];

function mixed(list: List): string {
  const mix = new Mix();
  for (const one of list) {
    if (typeof one === "number") mix.number(one);
    else mix.text(one);
  }
  return mix.value();
}

it("different lists have different hashes, equal ones the same", () => {
  fc.assert(
    fc.property(list, list, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(mixed(one) === mixed(other)).toBe(same);
    }),
    { numRuns: 5000 },
  );
});

it("a bit of a number, the order of two and the boundary of a text each change the hash", () => {
  const alike: List[] = Array.from({ length: 32 }, (_, bit) => [1 << bit, 1 << bit, 0]);
  alike.push([0, 0, 0], [1, 0, 0], [0, 1, 0], ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["ab\0"]);
  expect(new Set(alike.map(mixed)).size).toBe(alike.length);
});
