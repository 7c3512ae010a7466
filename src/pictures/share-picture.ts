/**
 * An article → its share picture: 1200 by 630 (the common size of Open Graph), with headline, section, date and site in
 * the fonts of the site. takumi shapes and orders Arabic itself and uses no system fonts, so the same words give the
 * same bytes on every machine.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Node, Renderer } from "@takumi-rs/core";
import { isolateForeign } from "../arabic/typography/bidi.ts";
import type { PropsOf } from "../model/page.ts";
import { SHARE_HEIGHT, SHARE_WIDTH } from "../model/picture.ts";
import { OWN_ACCENT } from "../model/site.ts";

type Props = PropsOf["share-picture"];

export const SHARE_FONTS = ["kufi-700", "naskh-400"] as const;
const INK = "#1c1916";
const QUIET = "#5f574b";
const PAPER = "#fcfaf5";
/** The accent of the style sheet, for a site that states none. */
const ACCENT = OWN_ACCENT.light;

/** Pixels. */
const MARGIN = 72;
const COLUMN = SHARE_WIDTH - 2 * MARGIN - 28;
/** Sizes of the headline and the most lines in each; smaller ones would be illegible in a chat. */
const SIZES: readonly (readonly [size: number, lines: number])[] = [
  ...([
    [112, 1],
    [96, 2],
    [84, 2],
    [76, 3],
    [68, 3],
    [60, 3],
    [52, 3],
  ] as const),
];
const LEADING = 1.55;
/**
 * Mean advance of a character of Arabic news, in em (`render/font-faces.ts`); a size is measured only where the
 * headline may fit by this estimate.
 */
const ADVANCE = 0.51;
const MAY_FIT = 1.25;

type Style = NonNullable<Node["style"]>;
const text = (content: string, style: Style): Node => ({ type: "text", text: content, style });
const box = (style: Style, children: Node[]): Node => ({
  type: "container",
  style: { display: "flex", ...style },
  children,
});

const headline = (words: string, size: number): Node =>
  text(words, {
    ...{ width: COLUMN, fontFamily: "kufi-700", fontSize: size, lineHeight: LEADING, color: INK },
    ...{ direction: "rtl", textAlign: "start", textWrap: "balance" },
  });

let renderer: Promise<Renderer> | undefined;

/** @throws Error when takumi has no binary for this machine, or the program was not compiled. */
function loadRenderer(): Promise<Renderer> {
  renderer ??= import("@takumi-rs/core").then(async ({ Renderer: Engine }) => {
    const engine = new Engine();
    for (const name of SHARE_FONTS)
      await engine.registerFont({ name, data: readFileSync(shareFontFile(name)) });
    return engine;
  });
  return renderer;
}

/** Complete fonts, not the subsets for browsers: a headline may hold any letter. */
export function shareFontFile(name: string): string {
  const compiled = import.meta.url.endsWith(".ts") ? "../../lib/fonts/" : "../fonts/";
  return fileURLToPath(new URL(`${compiled}${name}.ttf`, import.meta.url));
}

async function linesOf(words: string, size: number, engine: Renderer): Promise<number> {
  const { height } = await engine.measure(
    box({ flexDirection: "column", width: COLUMN }, [headline(words, size)]),
    {
      width: COLUMN,
    },
  );
  return Math.round(height / (size * LEADING));
}

/** The headline in the largest size that fits; one too long for the smallest is cut at a word. */
async function fitted(title: string, engine: Renderer): Promise<Node> {
  const whole = isolateForeign(title);
  for (const [size, lines] of SIZES) {
    if (title.length * ADVANCE * size > lines * COLUMN * MAY_FIT) continue;
    if ((await linesOf(whole, size, engine)) <= lines) return headline(whole, size);
  }
  const [smallest, lines] = SIZES[SIZES.length - 1] as readonly [number, number];
  const words = title.split(" ");
  let [fits, most] = [1, words.length - 1];
  const cut = (count: number) =>
    isolateForeign(
      `${words
        .slice(0, count)
        .join(" ")
        .replace(/(?<![\s،؛:–-])[\s،؛:–-]+$/, "")}…`,
    );
  while (fits < most) {
    const middle = (fits + most + 1) >> 1;
    if ((await linesOf(cut(middle), smallest, engine)) <= lines) fits = middle;
    else most = middle - 1;
  }
  return headline(cut(fits), smallest);
}

/** Two squares across each other: the seal at the end of a manuscript. */
const seal = (size: number, colour: string): Node => {
  const square = (angle: number): Node =>
    box(
      {
        position: "absolute",
        inset: size * 0.146,
        backgroundColor: colour,
        transform: `rotate(${angle}deg)`,
      },
      [],
    );
  return box({ position: "relative", width: size, height: size }, [square(0), square(45)]);
};

/** PNG. @throws Error when takumi has no binary for this machine, or the program was not compiled. */
export async function sharePicture({ title, section, date, site, accent }: Props): Promise<Uint8Array> {
  const engine = await loadRenderer();
  const colour = accent ?? ACCENT;
  const small = { fontSize: 34, lineHeight: 1.6 };
  const name = text(isolateForeign(site), { ...small, fontFamily: "kufi-700", color: INK, direction: "rtl" });
  const page = box(
    {
      ...{ width: SHARE_WIDTH, height: SHARE_HEIGHT, backgroundColor: PAPER, direction: "rtl" },
      ...{ flexDirection: "column", justifyContent: "space-between" },
      ...{ padding: `${MARGIN - 16}px ${MARGIN}px`, borderRight: `28px solid ${colour}` },
    },
    [
      text(isolateForeign(section ?? ""), {
        ...small,
        fontFamily: "kufi-700",
        color: colour,
        direction: "rtl",
      }),
      box({ flexGrow: 1, flexDirection: "column", justifyContent: "center" }, [await fitted(title, engine)]),
      box({ width: COLUMN, direction: "rtl", justifyContent: "space-between", alignItems: "center" }, [
        box({ direction: "rtl", alignItems: "center", gap: 18 }, [seal(40, colour), name]),
        text(date ?? "", { ...small, fontFamily: "naskh-400", color: QUIET, direction: "rtl" }),
      ]),
    ],
  );
  return engine.render(page, { width: SHARE_WIDTH, height: SHARE_HEIGHT, format: "png", lang: "ar" });
}
