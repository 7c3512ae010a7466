/** The catalogue of diagnostics and the document that explains it, held to each other. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleFault } from "./articles.ts";
import { CATALOGUE } from "./catalogue.ts";
import type { Entry, Severity } from "./entry.ts";
import { fileFault } from "./files.ts";

const entries = Object.values(CATALOGUE).flatMap((concept) => Object.entries<Entry<never>>(concept));
const rows = readFileSync(new URL("../../../docs/diagnostics.md", import.meta.url), "utf8").matchAll(
  /^\| `([a-z0-9-]+)` \| (error|warning) \| (.*) \|$/gm,
);
const documented = [...rows].map(([, code, severity]) => `${code} ${severity}`);

describe("the catalogue of diagnostics", () => {
  it("has a code once", () => {
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });
  it("is explained in docs/diagnostics.md, code by code, in its order", () => {
    expect(documented).toEqual(entries.map(([code, { severity }]) => `${code} ${severity}`));
  });
});

describe("a diagnostic", () => {
  it("is plain data, with the words of its code for its values", () => {
    const place = { line: 3, column: 1 };
    expect(articleFault("bad-alias", { file: "content/أ.md", place }, { alias: "//" })).toEqual({
      ...{ severity: "error", code: "bad-alias", file: "content/أ.md", place },
      message: 'Its alias "//" is no address within the site.',
      hint: "Write it as /2016/old-address/.",
    });
  });
  it("has the severity of the catalogue where none other is stated, and no fields without a value", () => {
    const severity: Severity = "warning";
    expect(Object.keys(fileFault("bad-name", { file: "public/a", place: null, others: [] }))).toEqual([
      ...["severity", "code", "file", "message", "hint"],
    ]);
    expect(fileFault("bad-name", { file: "public/a" }).severity).toBe("error");
    expect(fileFault("bad-name", { file: "public/a", severity }).severity).toBe("warning");
  });
  it("does not compile with a code that is none, without its values, or with others", () => {
    const file = "content/أ.md";
    const wrong = [
      // @ts-expect-error no such code
      () => fileFault("no-such-code", { file }),
      // @ts-expect-error a code of another concept
      () => fileFault("bad-alias", { file }, { alias: "/" }),
      // @ts-expect-error its values are missing
      () => articleFault("bad-alias", { file }),
      // @ts-expect-error it has no values
      () => fileFault("bad-name", { file }, { other: "/" }),
      // @ts-expect-error not its value
      () => articleFault("bad-alias", { file }, { address: "/" }),
    ];
    expect(wrong).toHaveLength(5);
  });
});
