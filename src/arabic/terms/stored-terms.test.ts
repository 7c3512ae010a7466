import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { decodeTermList, encodeTermList, openingOf, surfaceFinder } from "./stored-terms.ts";
import { termHash } from "./term-hash.ts";
import { termListOf, vectorOf } from "./term-list.ts";

const PIECES = [..."وبالكتابهامدرسةأئؤءفيمن", " ", " ", "\n", "ـ", "َ", "،", "a", "Z", "7", "٣", "‏", "😀"];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 200 }).map((parts) => parts.join(""));

describe("a list of terms", () => {
  it("holds the terms that the analyser finds, in order, each known by its hash", () => {
    fc.assert(
      fc.property(text, text, text, (title, body, name) => {
        const list = termListOf(title, body, [name]);
        for (const [sequence, whole] of [
          [list.title, title],
          [list.body, body],
          [list.names, name],
        ] as const) {
          const found = [...sequence].filter((place) => place > 0).map((place) => list.hashes[place - 1]);
          expect(found).toEqual(analyse(whole).map(({ term }) => termHash(term)));
        }
        expect(new Set(list.hashes).size).toBe(list.hashes.length);
      }),
    );
  });

  it("comes back from its stored value, part by part", () => {
    fc.assert(
      fc.property(text, text, text, (title, body, name) => {
        const list = termListOf(title, body, [name]);
        // A value read from disk may be unaligned for 32-bit numbers.
        const value = Buffer.concat([Buffer.from("x"), encodeTermList(list, body)]).subarray(1);
        const { surfaces, ...rest } = list;
        expect(decodeTermList(value)).toEqual(rest);
        const wordOf = surfaceFinder(value);
        expect(Array.from(list.hashes, wordOf)).toEqual(surfaces);
        expect(openingOf(value)).toBe(body.slice(0, 800));
      }),
    );
  });

  it("does not count names in the vector", () => {
    fc.assert(
      fc.property(text, text, text, (title, body, name) => {
        expect(vectorOf(termListOf(title, body, [name]))).toEqual(vectorOf(termListOf(title, body)));
      }),
    );
  });

  it("keeps more different terms than two bytes can number", () => {
    const body = Array.from({ length: 70_000 }, (_, i) => `w${i}`).join(" ");
    const list = termListOf("", body);
    expect(list.hashes.length).toBeGreaterThan(65_536);
    expect(decodeTermList(encodeTermList(list, body)).body).toEqual(list.body);
    expect(termListOf("", "w1 w2").body).toEqual(Uint32Array.of(1, 2));
  });
});
