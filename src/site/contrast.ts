/** Whether the settings' colours can be read on the pages' own backgrounds (WCAG 2.2, 1.4.3: at least 4.5 to 1). */
import type { Diagnostic, Place } from "../model/diagnostic.ts";
import { settingFault } from "../model/diagnostics/settings.ts";
import { OWN_ACCENT } from "../model/site.ts";

/** Of the backgrounds of templates/style/1-base.css that links are on, the one of least contrast in each scheme. */
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

/** Contrast ratio, 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The style sheet's own colours, used where the settings state none. */
const OWN = {
  accent: OWN_ACCENT,
  ink: { light: "#1c1916", dark: "#ece5d8" },
  paper: BACKGROUNDS,
} as const;
type ColourName = keyof typeof OWN;
type ColourKey = ColourName | `${ColourName}_dark`;
export type StatedColours = Readonly<Partial<Record<ColourKey, string | undefined>>>;

/** The colour that a scheme shows, and the setting that states it; no key where it is the style sheet's own. */
function shown(name: ColourName, scheme: "light" | "dark", stated: StatedColours) {
  const keys = [name, `${name}_dark`] as const;
  const key = (scheme === "light" ? keys : keys.toReversed()).find((one) => stated[one]);
  return { key, colour: (key && stated[key]) ?? OWN[name][scheme] };
}

/** A warning for each scheme in which links or text are too faint. @param placeOf Position of a setting in the file. */
export function faintColours(
  stated: StatedColours,
  file: string,
  placeOf: (key: ColourKey) => Place,
): Diagnostic[] {
  const pairs = (["accent", "ink"] as const).flatMap((name) =>
    (["light", "dark"] as const).map((scheme) => ({ name, scheme })),
  );
  return pairs.flatMap(({ name, scheme }): Diagnostic[] => {
    const front = shown(name, scheme, stated);
    const back = shown("paper", scheme, stated);
    const key = front.key ?? back.key;
    const ratio = contrast(front.colour, back.colour);
    if (!key || ratio >= LEAST) return [];
    const darker = (scheme === "light") !== key.startsWith("paper");
    return [
      settingFault(
        "faint-colour",
        { file, place: placeOf(key) },
        {
          ...{ of: name, colour: front.colour, scheme, ratio, least: LEAST },
          wanted: darker ? "darker" : "lighter",
          missing: scheme === "dark" && !key.endsWith("_dark") ? `${key}_dark` : undefined,
        },
      ),
    ];
  });
}
