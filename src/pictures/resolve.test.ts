import { describe, expect, it } from "vitest";
import { sourcePath } from "../model/brands.ts";
import { placesOf, savedPlacesOf } from "./resolve.ts";

const article = sourcePath("2017/11/a.md");

describe("a picture that an article names", () => {
  it.each([
    ["/images/a.jpg", ["public/images/a.jpg"]],
    ["a.jpg", ["content/2017/11/a.jpg", "public/a.jpg"]],
    ["./a.jpg", ["content/2017/11/a.jpg", "public/a.jpg"]],
    ["../a.jpg", ["content/2017/a.jpg"]],
    ["page_files/a.jpg", ["content/2017/11/page_files/a.jpg", "public/page_files/a.jpg"]],
    [
      "a%20b.jpg",
      ["content/2017/11/a%20b.jpg", "public/a%20b.jpg", "content/2017/11/a b.jpg", "public/a b.jpg"],
    ],
    [
      "/a.jpg?w=300#x",
      ["public/a.jpg?w=300#x", "public/a.jpg%3Fw=300#x", "public/a.jpg@w=300#x", "public/a.jpg"],
    ],
  ])("%s is looked for in %j", (src, places) => {
    expect(placesOf(src, article)).toEqual(places);
  });
  it.each(["../../../a.jpg", "/../a.jpg", "", "/", "..", "/%2e%2e/%2e%2e/etc/passwd"])(
    "%s leads nowhere outside",
    (src) => {
      for (const place of placesOf(src, article))
        expect(place).toMatch(/^(?:content|public)\/(?!.*(?:^|\/)\.\.(?:\/|$))/);
    },
  );
  it("is the same composed and decomposed", () => {
    expect(placesOf("\u0627\u0653.jpg", article)).toEqual(placesOf("\u0622.jpg", article));
  });
  it("may have a name with invalid percent signs", () => {
    expect(placesOf("100%.jpg", article)).toEqual(["content/2017/11/100%.jpg", "public/100%.jpg"]);
  });
});

describe("a picture of the host a page was saved from", () => {
  it("may lie in public/ under its path, or in the folder a browser made beside the page", () => {
    expect(savedPlacesOf("https://outlet.example/wp/2017/a%20b.jpg?w=300", article)).toEqual([
      ...["public/wp/2017/a%20b.jpg", "public/wp/2017/a b.jpg"],
      ...["content/2017/11/2017/a%20b.jpg", "content/2017/11/2017/a b.jpg"],
    ]);
    expect(savedPlacesOf("https://outlet.example/n/page_files/a.jpg", article)).toContain(
      "content/2017/11/page_files/a.jpg",
    );
  });
});
