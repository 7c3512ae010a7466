import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "./settings-file.ts";

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), "warraq-"));
});
afterEach(() => rmSync(content, { recursive: true }));

describe("settings", () => {
  it("in another encoding are read rightly, and reported", () => {
    // مجلة in Windows-1256.
    const name = Uint8Array.of(0xe3, 0xcc, 0xe1, 0xc9, 0x0a);
    writeFileSync(join(content, "site.yml"), Buffer.concat([Buffer.from("title: "), name]));
    expect(readSettings(content)).toMatchObject({
      ...{ file: "content/site.yml", text: "title: مجلة\n" },
      diagnostics: [{ severity: "error", code: "not-utf8", file: "content/site.yml" }],
    });
  });
  it("that are empty or missing are not a fault", () => {
    expect(readSettings(content)).toEqual({ file: "content/site.yaml", text: null, diagnostics: [] });
    writeFileSync(join(content, "site.yaml"), "");
    expect(readSettings(content)).toEqual({ file: "content/site.yaml", text: "", diagnostics: [] });
  });
});
