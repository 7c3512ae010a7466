/**
 * Screenshots kept in docs/screenshots/, and what a page looks like now. They are compared small and softened, so that
 * another version of Chromium, which smooths a letter in another way, passes, and a moved or missing line does not.
 */
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { REPOSITORY } from "./program.ts";

const FOLDER = join(REPOSITORY, "docs", "screenshots");
/** `npm run screenshots` takes them anew. */
const RENEWED = process.env.SCREENSHOTS === "renew";
/** Times a picture is made smaller before it is compared. */
const SMALLER = 6;
/** How far a point may be off, of 255, and which share of all points may be further off. */
const OFF = 16;
const SHARE = 0.002;

/** Brightness of each point of the picture, made small. */
async function points(picture: Buffer | string, width: number, height: number): Promise<Uint8Array> {
  const size = { width: Math.round(width / SMALLER), height: Math.round(height / SMALLER) };
  return sharp(picture)
    .removeAlpha()
    .greyscale()
    .resize({ ...size, fit: "fill" })
    .blur(1)
    .raw()
    .toBuffer();
}

/** The share of points of two pictures that differ, 0 to 1. */
async function difference(
  one: Buffer | string,
  other: Buffer,
  width: number,
  height: number,
): Promise<number> {
  const [a, b] = await Promise.all([points(one, width, height), points(other, width, height)]);
  return a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > OFF).length / a.length;
}

/** Pictures of the first screen that come late would be missing from it, or there, as the machine has time. */
const PICTURES_SEEN = `Promise.all(
  [...document.images]
    .filter((image) => image.getBoundingClientRect().top < innerHeight)
    .map((image) => {
      image.loading = "eager";
      return image.decode().catch(() => undefined);
    }),
)`;

/** Null where the first screen of the page looks as it is kept under this name; else what differs, and where it is seen. */
export async function differsFrom(page: Page, name: string): Promise<string | null> {
  await page.evaluate("document.fonts.ready");
  await page.evaluate(PICTURES_SEEN);
  const kept = join(FOLDER, `${name}.webp`);
  const taken = await page.screenshot({ animations: "disabled" });
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const share = existsSync(kept) ? await difference(kept, taken, width, height) : null;
  if (RENEWED) {
    if (share !== 0) writeFileSync(kept, await sharp(taken).webp({ quality: 82, effort: 6 }).toBuffer());
    return null;
  }
  if (share === null) return `${name}: there is no picture of it; take one with npm run screenshots`;
  if (share <= SHARE) return null;
  const seen = join(mkdtempSync(join(tmpdir(), "warraq-look-")), `${name}.png`);
  writeFileSync(seen, taken);
  return `${name}: ${(share * 100).toFixed(1)} % of it differs from the picture kept; it looks as ${seen}. Where that is right: npm run screenshots`;
}
