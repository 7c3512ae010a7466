import { describe, expect, it } from "vitest";
import { svgSize } from "./svg-size.ts";

describe("the size of a drawing", () => {
  it.each([
    [
      { width: "30", height: "20" },
      { width: 30, height: 20 },
    ],
    [
      { width: "1in", height: "48px" },
      { width: 96, height: 48 },
    ],
    [{ viewBox: "0 0 300 100" }, { width: 300, height: 100 }],
    [
      { viewBox: "0,0,300,100", width: "30" },
      { width: 30, height: 10 },
    ],
    [
      { width: "100%", height: "100%", viewBox: "0 0 16 9" },
      { width: 16, height: 9 },
    ],
    [
      { height: "9", viewBox: "0 0 16 9" },
      { width: 16, height: 9 },
    ],
    [{}, null],
    [{ width: "0", height: "5" }, null],
  ])("%j is %j", (attributes: Record<string, string>, size) => {
    expect(svgSize((name) => attributes[name])).toEqual(size);
  });
});
