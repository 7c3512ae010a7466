import { describe, expect, it } from "vitest";
import type { Picture } from "../model/article.ts";
import { urlPath } from "../model/brands.ts";
import { leadOf } from "./picture-view.ts";

const image: Picture = {
  ...{ src: "https://a.example/u/gold.jpg", alt: "", caption: null, credit: null, file: null },
};
const own = { ...image, src: "/u/gold.jpg" };
const shows = (src: string): string => `<figure><img src="${src}" alt="سبائك"></figure><p>نص</p>`;

describe("the picture above a text", () => {
  it("is none where the text shows it, in whatever size", () => {
    expect(leadOf(image, shows("https://a.example/u/gold-300x200.jpg"), {})).toBeNull();
    const file = { url: urlPath("/u/gold.jpg"), width: 80, height: 60 };
    expect(leadOf(own, shows("/u/gold.jpg"), { "/u/gold.jpg": file })).toBeNull();
  });
  it("stays where the text shows another, none, or one that is not to be had", () => {
    for (const html of [shows("https://a.example/u/silver.jpg"), "<p>نص</p>"])
      expect(leadOf(image, html, {})).toBe(image);
    expect(leadOf(own, shows("/u/gold-300x200.jpg"), {})).toBe(own);
  });
  it("stays where more is stated of it than its file", () => {
    const told = { ...image, caption: "سبائك في السوق" };
    expect(leadOf(told, shows(told.src), {})).toBe(told);
  });
});
