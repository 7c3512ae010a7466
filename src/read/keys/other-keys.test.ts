import { describe, expect, it } from "vitest";
import { keyFault } from "../../model/diagnostics/keys.ts";
import { METADATA_KEYS } from "./metadata.ts";
import { inPlaceOf } from "./other-keys.ts";

const hintForKey = (key: string, known: readonly string[]) =>
  keyFault("unknown-key", { file: "a.md" }, { key, of: "article", known, ...inPlaceOf(key, known) }).hint;

describe("a key that is none", () => {
  it.each([
    ["author", "Did you mean authors?"],
    ["Lastmod", "Did you mean updated?"],
    ["excerpt", "Did you mean summary?"],
    ["featured_image", "Did you mean image?"],
    ["العنوان", "Did you mean title?"],
    ["الكاتب", "Did you mean authors?"],
    ["titel", "Did you mean title?"],
  ])("of another program, in Arabic or misspelt is named in ours: %s", (key, hint) => {
    expect(hintForKey(key, METADATA_KEYS)).toBe(hint);
  });
  it("that has no like here gets a sentence", () => {
    expect(hintForKey("categories", METADATA_KEYS)).toMatch(/section: ….*tags/);
    expect(hintForKey("permalink", METADATA_KEYS)).toMatch(/aliases/);
    expect(hintForKey("url", METADATA_KEYS)).toMatch(/aliases/);
    expect(hintForKey("published", METADATA_KEYS)).toMatch(/draft: true/);
    expect(hintForKey("layout", METADATA_KEYS)).toMatch(/take the line out/);
    expect(hintForKey("zzzzzz", METADATA_KEYS)).toMatch(/^The keys are: title, /);
  });
  it("is sought among those that may stand there", () => {
    expect(hintForKey("author", ["date", "text"])).toBe("The keys are: date, text.");
    expect(hintForKey("layout", ["date", "text"])).toBe("The keys are: date, text.");
  });
});
