import { describe, expect, it } from "vitest";
import { isRemote, isSamePicture, picturesIn, piecesOf } from "./inline-picture.ts";

describe("the pictures of a text", () => {
  it("are found with their attributes, references resolved", () => {
    const html =
      '<p>أ <img src="a.jpg?x=1&#x26;y=2" alt="قال: &#x22;نعم&#x22; a > b" title="شرح" width="40" height="30"> ب</p>';
    expect(picturesIn(html)).toEqual([
      { src: "a.jpg?x=1&y=2", alt: 'قال: "نعم" a > b', title: "شرح", size: { width: 40, height: 30 } },
    ]);
  });
  it("may have no attributes", () => {
    expect(picturesIn("<p><img></p>")).toEqual([{ src: "", alt: "", title: null, size: null }]);
    expect(picturesIn('<img src="a.jpg" width="40">')[0]?.size).toBeNull();
  });
});

describe("a text", () => {
  it("without pictures is one piece", () => {
    expect(piecesOf("<p>نص</p>")).toEqual([{ html: "<p>نص</p>" }]);
  });
  it("is split at its pictures, with whether each is alone in its paragraph", () => {
    const pieces = piecesOf('<p>أ</p>\n<p><img src="a.jpg"></p>\n<p>ب <img src="b.jpg"></p>');
    expect(pieces.map((one) => ("html" in one ? one.html : [one.picture.src, one.alone]))).toEqual([
      "<p>أ</p>\n",
      ["a.jpg", true],
      "\n<p>ب ",
      ["b.jpg", false],
      "</p>",
    ]);
  });
});

describe("one picture", () => {
  it("is recognised in every size, from any host", () => {
    for (const name of ["/u/gold.jpg", "//b.example/u/gold-1024x683.jpg?w=3", "/u/gold-scaled.jpg"])
      expect(isSamePicture("https://a.example/u/gold.jpg", name), name).toBe(true);
    expect(isSamePicture("/u/%D9%82.jpg", "/u/ق-300x200.jpg")).toBe(true);
    for (const name of ["/u/gold-2.jpg", "/v/gold.jpg", "/u/gold.png", "/u/300x200.jpg"])
      expect(isSamePicture("/u/gold.jpg", name), name).toBe(false);
  });
});

describe("an address", () => {
  it("is remote with a host, and not without", () => {
    expect(["http://a/b", "HTTPS://a/b", "//a/b"].map(isRemote)).toEqual([true, true, true]);
    expect(["/a", "a.jpg", "../a", "a/https://b"].map(isRemote)).toEqual([false, false, false, false]);
  });
});
