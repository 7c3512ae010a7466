import { normalize } from "node:path/posix";
import fc from "fast-check";
import { expect, it } from "vitest";
import { isDevice } from "../model/address-step.ts";
import { ItemFiles } from "./item-files.ts";

const bytes = fc.constantFrom(
  "%2e",
  "%2f",
  "%00",
  "..",
  "/",
  "\\",
  "con",
  "NUL.",
  "%D9%82",
  "ق",
  "\u0301",
  " ",
  ":",
  "\ud800",
);
const text = fc.oneof(
  fc.array(bytes, { maxLength: 12 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
);
const name = fc.record({
  ...{ slug: text, title: text, isPage: fc.boolean(), otherwise: fc.constant("post-1") },
  day: fc.constantFrom("2017-11-22", undefined),
});

it("names of items, whatever their slugs and headlines are, stay in their folder and fit every disk, each once", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const files = new ItemFiles();
      const taken = names.map((one) => ({ ...one, file: files.take(one) }));
      expect(new Set(taken.map(({ file }) => file.normalize("NFC").toLowerCase())).size).toBe(names.length);
      for (const { file, day, isPage } of taken) {
        const folder = isPage ? "pages" : (day?.replaceAll("-", "/") ?? "undated");
        const last = file.slice(folder.length + 1);
        expect(file.startsWith(`${folder}/`) && !last.includes("/")).toBe(true);
        expect(normalize(file)).toBe(file);
        expect(Buffer.byteLength(last)).toBeLessThan(250);
        expect(isDevice(last)).toBe(false);
        expect(last).not.toMatch(/[\p{Cc}\p{Cs}\\?#%\s<>:"|*]|^\./u);
      }
    }),
  );
});

it("a name that is taken gets a number, the same at each run", () => {
  const one = { slug: "ship", title: "", day: "2017-11-22", isPage: false, otherwise: "post-1" };
  const run = () => {
    const files = new ItemFiles();
    return [one, one, { ...one, slug: "SHIP" }, { ...one, slug: "ship-2" }].map((each) => files.take(each));
  };
  expect(run()).toEqual(["ship", "ship-2", "SHIP-3", "ship-2-2"].map((step) => `2017/11/22/${step}.md`));
  expect(run()).toEqual(run());
});
