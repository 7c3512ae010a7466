import { describe, expect, it } from "vitest";
import { placeOfName } from "./named-pictures.ts";

const at = (text: string, src: string): string | null => {
  const place = placeOfName(text, src);
  return place && `${place.line}:${place.column}+${place.length}`;
};

describe("the place of a picture's name", () => {
  it.each([
    ["![وصف](x)", "x", "1:8+1"],
    ["---\ntitle: x\ntags: [x]\nimage: x\n---\n", "x", "4:8+1"],
    ["---\nimage_alt: ic1.png\nimage: 'ic1.png'\n---\n", "ic1.png", "3:9+7"],
    ["![أ](pic1.png)\n\n![ب](ic1.png)", "ic1.png", "3:6+7"],
    ["![أ](a/1.png)\n\n![ب](<1.png>)", "1.png", "3:7+5"],
    ["![أ](1.png.webp)\n\n![ب](1.png)", "1.png", "3:6+5"],
    ["![أ][ص]\n\n[ص]: 1.png\n", "1.png", "3:6+5"],
    ['<p>x</p>\n<img alt="x" src="x">', "x", "2:19+1"],
    ["<img alt=y\nsrc=x.png>", "x.png", "2:5+5"],
    ['<img src="/a?b=1&amp;c=2">', "/a?b=1&c=2", "1:11+14"],
    ["![أ](صورة أولى.png)", "صورة%20أولى.png", "1:6+13"],
    ['<img srcset="a.png 1x, b.png 2x">', "b.png", "1:24+5"],
  ])("in %j of %s is %s", (text, src, place) => expect(at(text, src)).toBe(place));

  it("is none where only other names and words hold its letters", () => {
    expect(at("![أ](pic1.png) نص ic1.pngx", "ic1.png")).toBeNull();
    expect(at("كلمة x في نص", "x")).toBeNull();
  });
});
