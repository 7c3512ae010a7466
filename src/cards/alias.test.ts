import { describe, expect, it } from "vitest";
import { readAlias } from "./alias.ts";

describe("an old address", () => {
  it.each([
    ["/2015/06/%d8%a3%d8%ab%d8%b1/", "/2015/06/أثر/"],
    ["/2015/06/%D8%A3%D8%AB%D8%B1", "/2015/06/أثر/"],
    ["https://www.old.example.org/2015/أثر/", "/2015/أثر/"],
    ["http://old.example.org/2015/a.html#x", "/2015/a.html/"],
    ["/2015/a/?", "/2015/a/"],
    ["/100%/", "/100%/"],
    ["old/x", "/old/x/"],
  ])("is the path that a server is asked for: %s", (alias, url) => {
    expect(readAlias(alias, "content/a.md")).toEqual({ url });
  });
  it.each([
    ["/2015/a/index.html", "/2015/a/"],
    ["/2015/a/INDEX.html#x", "/2015/a/"],
    ["/index.html", "/"],
  ])("that names the file of a folder is that folder: %s", (alias, url) => {
    expect(readAlias(alias, "content/a.md")).toEqual({ url, asIndex: true });
  });
  it.each(["/?p=12", "https://old.example.org/?p=12", "/index.php?id=7&lang=ar"])(
    "that no file can answer is reported, and left out: %s",
    (alias) => {
      expect(readAlias(alias, "content/a.md")).toMatchObject({
        fault: { severity: "warning", code: "alias-query", file: "content/a.md" },
      });
    },
  );
  it.each([
    "/",
    "https://old.example.org/",
    "/a/%2e%2e/b/",
    "/a%2Fb/",
    "\\a\\b",
    `/${"ا".repeat(121)}/`,
    "/a\nb/",
    "/a%00b/",
    "/a%1Bb/",
    "/a\ud800/",
    "/a/b".repeat(400),
  ])("that is none is an error: %s", (alias) => {
    expect(readAlias(alias, "content/a.md")).toMatchObject({
      fault: { severity: "error", code: "bad-alias", file: "content/a.md" },
    });
  });
});
