import { describe, expect, it } from "vitest";
import { sourcePath } from "../model/brands.ts";
import { exampleCard, exampleLabel } from "../model/testing/example.ts";
import { likeNames } from "./like-names.ts";

const cards = (...names: readonly string[]) =>
  names.map((name, i) =>
    exampleCard(`مقال ${i}`, "2017-11-22", { section: exampleLabel(name), source: sourcePath(`${i}.md`) }),
  );

describe("two names that differ in their spelling alone", () => {
  it.each([
    ["المكتبة", "المكتبه"],
    ["مستشفى", "مستشفي"],
    ["أخبار", "اخبار"],
    ["إعلام", "اعلام"],
    ["تاريخ", "تاريـخ"],
    ["ثقافة", "ثَقافة"],
  ])("%s and %s are one warning that counts both", (most, other) => {
    expect(likeNames(cards(other, most, most, most))).toEqual([
      {
        ...{ severity: "warning", code: "name-spelt-twice", file: "content/0.md" },
        message: `The section \u2068${other}\u2069 (1 article) differs from \u2068${most}\u2069 (3 articles) in its spelling alone.`,
        hint: expect.stringContaining(`write \u2068${most}\u2069`),
      },
    ]);
  });

  it("are reported for authors, too, whatever the order of the articles", () => {
    const by = (name: string, i: number) =>
      exampleCard(`مقال ${i}`, "2017-11-22", {
        authors: [exampleLabel(name)],
        source: sourcePath(`${i}.md`),
      });
    const all = [by("هدى علي", 0), by("هدي علي", 1), by("هدى علي", 2)];
    expect(likeNames(all)).toMatchObject(
      [{ file: "content/1.md", message: /^The author .*هدي علي/ }].map((one) => ({
        ...one,
        message: expect.stringMatching(one.message),
      })),
    );
    expect(likeNames(all.toReversed())).toEqual(likeNames(all));
  });

  it("are not reported where a letter differs, or where a section has the name of an author", () => {
    expect(likeNames(cards("علم", "علوم", "عالم", "العلم"))).toEqual([]);
    expect(
      likeNames([
        exampleCard("س", "2017-11-22", { section: exampleLabel("رأي"), authors: [exampleLabel("راي")] }),
      ]),
    ).toEqual([]);
  });
});
