import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DerivedPicture, fallbackOf, TINTS, tintOf, variantsOf, widthsOf } from "./picture.ts";

const picture = (width: number, height: number, kind: DerivedPicture["kind"] = "jpg"): DerivedPicture => ({
  ...{ key: "Ab3", kind, width, height, tint: null },
});
const size = fc.integer({ min: 1, max: 40_000 });

describe("the widths of a picture", () => {
  it.each([
    [100, [100]],
    [480, [480]],
    [500, [500]],
    [700, [480, 700]],
    [1000, [480, 800, 1000]],
    [1250, [480, 800, 1250]],
    [6000, [480, 800, 1200, 1600]],
  ])("of %i pixels are %j", (width, widths) => {
    expect(widthsOf({ width })).toEqual(widths);
  });
  it("ascend, are at most four, and never exceed its own", () => {
    fc.assert(
      fc.property(size, (width) => {
        const widths = widthsOf({ width });
        expect(widths.length).toBeGreaterThan(0);
        expect(widths.length).toBeLessThanOrEqual(4);
        expect(widths.at(-1)).toBeLessThanOrEqual(width);
        expect([...new Set(widths)].sort((a, b) => a - b)).toEqual(widths);
      }),
    );
  });
});

describe("the files of a picture", () => {
  it("are AVIF and WebP in each width, and one in its own kind", () => {
    expect(variantsOf(picture(1000, 500)).map(({ url, height }) => `${url} ${height}`)).toEqual([
      "/assets/pictures/Ab3-480.avif 240",
      "/assets/pictures/Ab3-800.avif 400",
      "/assets/pictures/Ab3-1000.avif 500",
      "/assets/pictures/Ab3-480.webp 240",
      "/assets/pictures/Ab3-800.webp 400",
      "/assets/pictures/Ab3-1000.webp 500",
      "/assets/pictures/Ab3-1000.jpg 500",
    ]);
  });
  it("of a WebP have no extra fallback", () => {
    const webp = picture(700, 400, "webp");
    expect(variantsOf(webp)).toHaveLength(4);
    expect(variantsOf(webp)).toContainEqual(fallbackOf(webp));
  });
  it("have distinct addresses, a height of at least one, and include the fallback", () => {
    fc.assert(
      fc.property(size, size, fc.constantFrom("jpg", "png", "webp"), (width, height, kind) => {
        const one = picture(width, height, kind);
        const variants = variantsOf(one);
        expect(new Set(variants.map(({ url }) => url)).size).toBe(variants.length);
        expect(variants.every((each) => each.height >= 1 && Number.isInteger(each.height))).toBe(true);
        expect(variants).toContainEqual(fallbackOf(one));
        expect(fallbackOf(one).width).toBeLessThanOrEqual(Math.max(1200, widthsOf(one)[0] ?? 0));
      }),
    );
  });
});

describe("the tints", () => {
  it("each map to themselves", () => {
    for (const [i, colour] of TINTS.entries()) {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((hex) =>
        Number.parseInt(hex, 16),
      );
      expect(tintOf([red, green, blue])).toBe(i);
    }
  });
  it("include a near one for every colour", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, (...rgb) => {
        const near = (TINTS[tintOf(rgb)]?.match(/[0-9a-f]{2}/g) ?? []).map((hex) => Number.parseInt(hex, 16));
        for (const [i, one] of near.entries()) expect(Math.abs(one - (rgb[i] as number))).toBeLessThan(44);
      }),
    );
  });
});
