import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { tintOf, variantsOf } from "../model/picture.ts";
import { derive } from "./derive.ts";
import { lookAt } from "./look.ts";
import { bomb, moving, plain, scene } from "./testing/draw.ts";

const facts = async (bytes: Uint8Array, file = "public/a.jpg") => (await lookAt(bytes, file)).facts;
const fault = async (bytes: Uint8Array, file = "public/a.jpg") => {
  const look = await lookAt(bytes, file);
  expect(look.facts).toBeNull();
  return look.fault;
};

describe("a picture", () => {
  it("is recognised by its bytes, whatever its name", async () => {
    const [jpg, png, webp, gif, avif] = await Promise.all([
      scene(40, 30).jpeg().toBuffer(),
      scene(40, 30).png().toBuffer(),
      scene(40, 30).webp().toBuffer(),
      scene(40, 30).gif().toBuffer(),
      scene(40, 30).avif().toBuffer(),
    ]);
    const kinds = await Promise.all([jpg, png, webp, gif, avif].map((bytes) => facts(bytes)));
    expect(kinds.map((one) => `${one?.kind} ${one?.width}x${one?.height}`)).toEqual([
      ...["jpg 40x30", "png 40x30", "webp 40x30", "png 40x30", "jpg 40x30"],
    ]);
  });
  it("has its displayed size when the camera was held sideways", async () => {
    const turned = await scene(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await facts(turned)).toMatchObject({ width: 30, height: 40 });
  });
  it("has its mean colour as tint, and none where it is transparent", async () => {
    const red = await plain(30, 20, "#e01010").png().toBuffer();
    expect((await facts(red))?.tint).toBe(tintOf([224, 16, 16]));
    expect((await facts(await plain(30, 20, "#e0101080").png().toBuffer()))?.tint).toBeNull();
    expect((await facts(await plain(30, 20, "#e01010ff").png().toBuffer()))?.tint).toBe(
      tintOf([224, 16, 16]),
    );
  });
  it("that is animated or a drawing is published unchanged", async () => {
    for (const bytes of [await moving().gif().toBuffer(), await moving().webp().toBuffer()])
      expect(await facts(bytes)).toMatchObject({ kind: "as-is", width: 40, height: 30 });
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>');
    expect(await facts(drawing, "content/a.svg")).toEqual({
      width: 30,
      height: 20,
      kind: "as-is",
      tint: null,
    });
  });
});

describe("unreadable pictures are reported", () => {
  it.each([
    ["text", Buffer.from("<html>لا صورة هنا</html>"), "picture-unreadable", /holds text/],
    ["nothing", Buffer.alloc(0), "picture-unreadable", /empty/],
    [
      "noise",
      Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 97 + 128) % 251)),
      "picture-unreadable",
      /cannot be read/,
    ],
    ["a bomb", bomb(50_000), "picture-too-large", /million pixels/],
  ])("%s", async (_, bytes, code, message) => {
    const told = await fault(bytes);
    expect(told).toMatchObject({ severity: "warning", code, file: "public/a.jpg" });
    expect(told?.message).toMatch(message);
    expect(told?.hint).not.toBe("");
  });
  it("a picture so high that no kind of file holds it, and none so wide", async () => {
    const high = await plain(2, 20_000, "#123456").png().toBuffer();
    expect(await fault(high)).toMatchObject({ code: "picture-too-large" });
    const wide = await plain(20_000, 2, "#123456").png().toBuffer();
    expect(await facts(wide)).toMatchObject({ width: 20_000, height: 2 });
  });
  it("a picture that is cut short", async () => {
    for (const whole of [await scene(300, 200).jpeg().toBuffer(), await scene(300, 200).png().toBuffer()])
      expect(await fault(whole.subarray(0, whole.length >> 1))).toMatchObject({ code: "picture-unreadable" });
  });
  it("a drawing without a size, and one in content/ that holds a script", async () => {
    expect(await fault(Buffer.from("<svg>"), "content/a.svg")).toMatchObject({ code: "picture-unreadable" });
    const active = Buffer.from('<svg viewBox="0 0 1 1"><script>1</script></svg>');
    expect(await fault(active, "content/a.svg")).toMatchObject({ code: "picture-active" });
    expect(await facts(active, "public/a.svg")).toMatchObject({ kind: "as-is" });
  });
});

describe("the files made of a picture", () => {
  const made = async (bytes: Uint8Array) => {
    const { kind, width, height, tint } = (await facts(bytes)) ?? {};
    if (!kind || kind === "as-is" || !width || !height) throw new Error("not to be derived");
    const variants = variantsOf({ key: "k", kind, width, height, tint: tint ?? null });
    return { variants, files: await derive(bytes, variants) };
  };
  it("have the planned kind and size, without metadata", async () => {
    const bytes = await scene(560, 300)
      .withMetadata({ orientation: 8 })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    const { variants, files } = await made(bytes);
    const kinds = { avif: "heif", webp: "webp", jpg: "jpeg", png: "png" };
    for (const [i, { format, width, height }] of variants.entries()) {
      const said = await sharp(files[i]).metadata();
      expect(said).toMatchObject({ format: kinds[format], width, height, space: "srgb" });
      expect([said.exif, said.icc, said.orientation ?? 1]).toEqual([undefined, undefined, 1]);
    }
  });
  it("look like it, turned upright, in sRGB", async () => {
    const upright = await scene(60, 40).rotate(90).toColourspace("srgb").png().toBuffer();
    const stored = await sharp(upright)
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { files } = await made(stored);
    const pixels = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();
    const wanted = await pixels(upright);
    for (const file of files) {
      const found = await pixels(file);
      const apart =
        wanted.reduce((sum, one, i) => sum + Math.abs(one - (found[i] as number)), 0) / wanted.length;
      expect(found.length).toBe(wanted.length);
      expect(apart).toBeLessThan(6);
    }
  });
  it("are the same bytes each time", async () => {
    const bytes = await scene(500, 300).jpeg().toBuffer();
    const [first, second] = [await made(bytes), await made(bytes)];
    expect(first.files.map((one) => Buffer.from(one).toString("base64"))).toEqual(
      second.files.map((one) => Buffer.from(one).toString("base64")),
    );
  });
  it("are made of greyscale, CMYK and sixteen-bit pictures as well", async () => {
    const grey = await scene(30, 20).greyscale().jpeg().toBuffer();
    const inks = await scene(30, 20).toColourspace("cmyk").jpeg().toBuffer();
    const deep = await scene(30, 20).toColourspace("rgb16").png().toBuffer();
    for (const bytes of [grey, inks, deep])
      for (const file of (await made(bytes)).files)
        expect(await sharp(file).metadata()).toMatchObject({ width: 30, height: 20, space: "srgb" });
  });
});
