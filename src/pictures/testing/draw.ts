/** Pictures generated for tests: by sharp, or byte by byte where no library would write such a file. */
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A smooth picture, different for each seed. */
export function scene(width: number, height: number, seed = 1): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
    pixels[i * 3] = 128 + 100 * Math.sin(x * 7 + seed);
    pixels[i * 3 + 1] = 128 + 80 * Math.cos(y * 5 + seed * 2);
    pixels[i * 3 + 2] = 128 + 60 * Math.sin((x + y) * 6 + seed * 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export const plain = (width: number, height: number, background: string): Sharp =>
  sharp({ create: { width, height, channels: background.length > 7 ? 4 : 3, background } });

/** Two frames of one colour each, one above the other, as sharp expects them. */
export const moving = (): Sharp =>
  sharp(Buffer.concat([Buffer.alloc(40 * 30 * 3, 30), Buffer.alloc(40 * 30 * 3, 220)]), {
    raw: { width: 40, height: 60, channels: 3, pageHeight: 30 },
  });

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A decompression bomb: a PNG of a kilobyte whose header states `side` by `side` pixels. */
export function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
