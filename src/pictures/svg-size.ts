/** The size of a drawing by its root element (SVG 2, 8.2 and 8.6): width and height, else the view box. */

/** CSS pixels per unit (CSS Values 4, section 6.2). */
const PIXELS: Readonly<Record<string, number>> = {
  ...{ "": 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 4 / 3, pc: 16 },
};

function pixelsOf(length: string | undefined): number | null {
  const match = /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)(px|in|cm|mm|pt|pc)?\s*$/i.exec(length ?? "");
  const pixels = match ? Number(match[1]) * (PIXELS[(match[2] ?? "").toLowerCase()] ?? 0) : 0;
  return pixels > 0 ? pixels : null;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rounded pixels; null where it has no size of its own. @param attribute Value of an attribute of the root element. */
export function svgSize(attribute: (name: string) => string | undefined): Size | null {
  const [, , boxWidth = 0, boxHeight = 0] = (attribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const box = boxWidth > 0 && boxHeight > 0 ? { width: boxWidth, height: boxHeight } : null;
  const width = pixelsOf(attribute("width"));
  const height = pixelsOf(attribute("height"));
  const size =
    width && height
      ? { width, height }
      : box && width
        ? { width, height: (width * box.height) / box.width }
        : box && height
          ? { width: (height * box.width) / box.height, height }
          : box;
  return size && { width: Math.max(1, Math.round(size.width)), height: Math.max(1, Math.round(size.height)) };
}
