import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TEMPLATES } from "../pages/kinds.ts";
import { loadTemplates, templateFolders } from "./templates.ts";

const OWN = fileURLToPath(new URL("../../templates", import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "warraq-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function load(files: Readonly<Record<string, string | Uint8Array>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "templates", name)), { recursive: true });
    writeFileSync(join(root, "templates", name), text);
  }
  return loadTemplates(templateFolders(root, OWN, "newspaper"), TEMPLATES);
}

describe("templates of a user", () => {
  it("that no page uses are reported, with the name that was meant", () => {
    const { value, diagnostics } = load({
      "artcle.eta": "<p>",
      "extra.eta": "<p>",
      "home.eta": '<%~ include("@partials/own", it) %>',
      "partials/own.eta": "<p>",
      "style/own.css": "a{}",
    });
    expect(value?.usersStyles).toEqual([{ text: "a{}", file: "templates/style/own.css" }]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "template-unused", file: "templates/artcle.eta" },
      { severity: "warning", code: "template-unused", file: "templates/extra.eta" },
    ]);
    expect(diagnostics[0]?.hint).toBe("Did you mean templates/article.eta?");
  });
  it("that are not UTF-8 are an error", () => {
    const { value, diagnostics } = load({ "home.eta": Uint8Array.of(0xe3, 0xcc, 0xe1, 0xc9) });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "error", code: "not-utf8", file: "templates/home.eta" }]);
  });
});
