import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Picture } from "../model/article.ts";
import { urlPath } from "../model/brands.ts";
import { leadOf, pictureView } from "./picture-view.ts";

const image: Picture = {
  ...{ src: "https://a.example/u/gold.jpg", alt: "", caption: null, credit: null, file: null },
};
const own = { ...image, src: "/u/gold.jpg" };
const shows = (src: string): string => `<figure><img src="${src}" alt="سبائك"></figure><p>نص</p>`;

describe("the picture above a text", () => {
  it("is left out where the text shows it, in whatever size", () => {
    expect(leadOf(image, shows("https://a.example/u/gold-300x200.jpg"), {})).toBeNull();
    const file = { url: urlPath("/u/gold.jpg"), width: 80, height: 60 };
    expect(leadOf(own, shows("/u/gold.jpg"), { "/u/gold.jpg": file })).toBeNull();
  });
  it("is kept where the text shows another, none, or a missing one", () => {
    for (const html of [shows("https://a.example/u/silver.jpg"), "<p>نص</p>"])
      expect(leadOf(image, html, {})).toBe(image);
    expect(leadOf(own, shows("/u/gold-300x200.jpg"), {})).toBe(own);
  });
  it("is kept where it has a caption or a credit", () => {
    const told = { ...image, caption: "سبائك في السوق" };
    expect(leadOf(told, shows(told.src), {})).toBe(told);
  });
});

describe("the small size of a picture", () => {
  const view = (width: number, height: number) =>
    pictureView({ ...own, file: { url: urlPath("/u/gold.jpg"), width, height } }, (url) => url);

  it("is at most 320 pixels wide, and its own where that is as small", () => {
    expect(view(1200, 675)).toMatchObject({ smallWidth: 320, smallHeight: 180, fills: true });
    expect(view(500, 400)).toMatchObject({ smallWidth: 320, smallHeight: 256, fills: false });
    expect(view(120, 90)).toMatchObject({ smallWidth: 120, smallHeight: 90, fills: false });
  });

  it("has the shape of the picture, so that a column of 720 pixels moves by hardly more than a pixel when it comes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 721, max: 6000 }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (width, shape) => {
          const height = Math.round(width * shape);
          const { smallWidth, smallHeight } = view(width, height);
          const [w, h] = [smallWidth as number, smallHeight as number];
          expect(w).toBeGreaterThan(160);
          // Two fractions with a denominator of at most 320 lie at most 1/320 apart, beside a whole number.
          expect(Math.abs((720 * h) / w - (720 * height) / width)).toBeLessThanOrEqual(720 / 640 + 1e-9);
        },
      ),
    );
  });
});
