import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BACKGROUNDS, contrast } from "./contrast.ts";
import { loadSite } from "./load-site.ts";

const warnings = (theme: string) =>
  loadSite(`title: أرشيف\ntheme:\n${theme}`, "content/site.yaml").diagnostics;

describe("the settings' colours", () => {
  it("are measured by WCAG 2.2", () => {
    expect(contrast("#000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#777777", "#fff")).toBeCloseTo(4.48, 2);
    expect(contrast("#8a2f22", "#8a2f22")).toBe(1);
  });

  it("are compared with the backgrounds of the style sheet", () => {
    const style = readFileSync(new URL("../../templates/style/1-base.css", import.meta.url), "utf8");
    expect(style).toContain(`--raised: light-dark(${BACKGROUNDS.light}, ${BACKGROUNDS.dark});`);
  });

  it("pass without a warning where both can be read", () => {
    expect(warnings('  accent: "#8a2f22"\n  accent_dark: "#e59a83"\n')).toEqual([]);
  });

  it("are reported with ratio, line and remedy where they cannot, and the site is built all the same", () => {
    expect(warnings('  accent: "#e59a83"\n  accent_dark: "#e59a83"\n')).toMatchObject([
      {
        ...{ severity: "warning", code: "faint-colour", file: "content/site.yaml", place: { line: 3 } },
        message: expect.stringMatching(/#e59a83 on the light pages have a contrast of 2\.\d to 1/),
        hint: "State a darker colour in theme.",
      },
    ]);
  });

  it("need a colour of its own for dark pages where one does not do for both", () => {
    expect(warnings('  accent: "#8a2f22"\n')).toMatchObject([
      { code: "faint-colour", hint: "State a lighter colour as accent_dark in theme." },
    ]);
  });

  it("are compared with a background of the settings' own, text and links alike", () => {
    expect(warnings('  paper: "#222222"\n  paper_dark: "#000000"\n')).toMatchObject([
      { code: "faint-colour", place: { line: 3 }, message: expect.stringMatching(/^Links in #8a2f22/) },
      { code: "faint-colour", place: { line: 3 }, message: expect.stringMatching(/^Text in #1c1916/) },
    ]);
    expect(warnings('  paper: "#ffffff"\n  paper_dark: "#000000"\n  ink: "#222222"\n')).toMatchObject([
      { code: "faint-colour", place: { line: 5 }, hint: "State a lighter colour as ink_dark in theme." },
    ]);
  });
});
