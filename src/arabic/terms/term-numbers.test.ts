import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TermNumbers } from "./term-numbers.ts";

describe("the numbers of terms", () => {
  it("are those of their first appearance, however many there are and whatever their hashes", () => {
    const hash = fc.oneof(
      fc.nat(0xffffffff),
      fc.nat(5000),
      fc.nat(5000).map((n) => (n << 12) >>> 0),
    );
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 6000, size: "max" }), (hashes) => {
        const numbers = new TermNumbers();
        const expected = new Map<number, number>();
        for (const one of hashes) if (!expected.has(one)) expected.set(one, expected.size);
        expect(hashes.map((one) => numbers.numberOf(one))).toEqual(hashes.map((one) => expected.get(one)));
        expect([...numbers.hashes()]).toEqual([...expected.keys()]);
      }),
      { numRuns: 20 },
    );
  });
});
