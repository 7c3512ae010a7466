import fc from "fast-check";
import { expect, it } from "vitest";
import { shortened } from "./shorten.ts";

it("leaves a text that is short enough", () => {
  expect(shortened("سوق الورق", 9)).toBe("سوق الورق");
});
it("cuts after a word, and takes off the sign that stood behind it", () => {
  expect(shortened("سوق الورق، في بغداد", 13)).toBe("سوق الورق…");
  expect(shortened("سوق الورق", 8)).toBe("سوق…");
});
it("is never longer than it may be, and holds whole words alone", () => {
  const text = fc.array(fc.constantFrom("سوق", "الورق،", "في", "بغداد.", "–", "2017"), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 200 }), (words, most) => {
      const short = shortened(words.join(" "), most);
      expect(short.length).toBeLessThanOrEqual(most);
      const bare = new Set(words.flatMap((word) => [word, word.replace(/[،.–]$/, "")]));
      for (const word of short.replace(/…$/, "").split(" ")) expect(bare.has(word)).toBe(true);
    }),
  );
});
