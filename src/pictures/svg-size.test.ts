import { describe, expect, it } from "vitest";
import { isActive, svgSize } from "./svg-size.ts";

describe("the size of a drawing", () => {
  it.each([
    ['<svg width="30" height="20">', { width: 30, height: 20 }],
    ["<svg width='1in' height='48px'>", { width: 96, height: 48 }],
    ['<svg viewBox="0 0 300 100">', { width: 300, height: 100 }],
    ['<svg viewBox="0,0,300,100" width="30">', { width: 30, height: 10 }],
    ['<svg width="100%" height="100%" viewBox="0 0 16 9">', { width: 16, height: 9 }],
    [
      '<?xml version="1.0"?><!-- > --><svg\n data-x="a>b" height="9" viewBox="0 0 16 9">',
      { width: 16, height: 9 },
    ],
    ["<svg>", null],
    ['<svg width="0" height="5">', null],
    ["<html>", null],
  ])("%s is %j", (text, size) => {
    expect(svgSize(text)).toEqual(size);
  });
});

describe("a drawing that does something", () => {
  it.each([
    "<svg><script>1</script></svg>",
    '<svg onload="x()">',
    '<a href="javascript:x">',
    "<!DOCTYPE svg [<!ENTITY a>]>",
  ])("%s", (text) => {
    expect(isActive(text)).toBe(true);
  });
  it("is not one that only draws", () => {
    expect(isActive('<svg viewBox="0 0 1 1"><path d="M0 0" font-size="1"/></svg>')).toBe(false);
  });
});
