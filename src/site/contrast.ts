/** Whether the settings' colours can be read on the pages' own backgrounds (WCAG 2.2, 1.4.3: at least 4.5 to 1). */
import type { Diagnostic, Place } from "../model/diagnostic.ts";

/** The backgrounds of templates/style/1-base.css that links stand on, the one of least contrast in each scheme. */
export const BACKGROUNDS = { light: "#f4efe4", dark: "#201d19" } as const;
const LEAST = 4.5;

/** Relative luminance (WCAG 2.2) of `#7a1f1f` or `#712`, 0 to 1. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, "$&$&") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export interface Accents {
  readonly accent?: string | undefined;
  readonly accent_dark?: string | undefined;
}

/** A warning for each scheme in which the accent is too faint. @param placeOf Where a setting stands. */
export function faintAccents(
  { accent, accent_dark }: Accents,
  file: string,
  placeOf: (key: keyof Accents) => Place,
): Diagnostic[] {
  const schemes = [
    { scheme: "light", key: accent ? "accent" : "accent_dark", colour: accent ?? accent_dark },
    { scheme: "dark", key: accent_dark ? "accent_dark" : "accent", colour: accent_dark ?? accent },
  ] as const;
  return schemes.flatMap(({ scheme, key, colour }): Diagnostic[] => {
    const ratio = colour ? contrast(colour, BACKGROUNDS[scheme]) : LEAST;
    if (ratio >= LEAST) return [];
    const other = scheme === "light" ? "a darker colour" : "a lighter colour";
    const missing = scheme === "dark" && key === "accent" ? " as accent_dark" : "";
    return [
      {
        severity: "warning",
        code: "faint-colour",
        file,
        place: placeOf(key),
        message: `Links in ${colour} on the ${scheme} pages have a contrast of ${ratio.toFixed(1)} to 1; the least that everyone can read is ${LEAST} to 1.`,
        hint: `State ${other}${missing} in theme.`,
      },
    ];
  });
}
