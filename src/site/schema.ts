/** The schema of `content/site.yaml`: every key, and the message for a value of another kind. */
import { z } from "zod";
import { isTimeZone } from "../arabic/dates/zone.ts";
import { isStep } from "../model/address-step.ts";
import { wanted } from "../model/diagnostics/wanted.ts";
import { NO_TEXT } from "../yaml/no-text.ts";

const text = z
  .string(wanted("text"))
  .transform((value) => value.trim())
  .refine((value) => !NO_TEXT.test(value), wanted("plain-text"));
const COLOUR = wanted("colour");
const colour = z.string(COLOUR).refine((value) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value), COLOUR);
const address = text.refine((value) => {
  try {
    const { protocol, search, hash } = new URL(value);
    return /^https?:$/.test(protocol) && search === "" && hash === "";
  } catch {
    return false;
  }
}, wanted("site-address"));
const composed = text.transform((value) => value.normalize("NFC"));
const step = composed.refine(isStep, wanted("step"));
const section = z.union(
  [text, z.strictObject({ name: text, slug: step.optional(), description: text.optional() })],
  wanted("section"),
);

const keys = wanted("keys");
const yesOrNo = z.boolean(wanted("yes-or-no"));
const font = composed.refine((value) => /^\/[^"\\\s]+\.woff2$/.test(value), wanted("font"));
const logo = composed.refine((value) => /^\/[^/"\\]/.test(value), wanted("logo"));
const themeName = z.enum(["newspaper", "plain"], wanted("one-of", "newspaper or plain"));
const theme = z
  .strictObject(
    {
      name: themeName,
      ...{ accent: colour, accent_dark: colour, paper: colour, paper_dark: colour },
      ...{ ink: colour, ink_dark: colour },
      fonts: z.strictObject({ text: font, headings: font }, wanted("fonts")).partial(),
      logo,
    },
    wanted("theme"),
  )
  .partial();
const locale = z
  .strictObject(
    {
      months: z.enum(
        ["levant", "egypt", "maghreb", "morocco", "dual"],
        wanted("one-of", "levant, egypt, maghreb, morocco or dual"),
      ),
      digits: z.enum(["latn", "arab"], wanted("one-of", "latn (2017) or arab (٢٠١٧)")),
      hijri: yesOrNo,
      time_zone: text.refine(isTimeZone, wanted("time-zone")),
    },
    keys,
  )
  .partial();
const wholeNumber = (least: number, most: number) => {
  const message = wanted("whole-number", least, most);
  const numberOf = (value: unknown) =>
    typeof value === "string" && /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return z.preprocess(numberOf, z.int(message).min(least, message).max(most, message));
};

export const settingsSchema = z
  .strictObject(
    {
      title: text,
      description: text,
      url: address,
      publisher: text,
      locale,
      slugs: z.enum(["arabic", "id", "latin"], wanted("one-of", "arabic, latin or id")),
      sections: z.array(section, wanted("sections")),
      footer: text,
      page_size: wholeNumber(5, 200),
      related: wholeNumber(0, 8),
      news_sitemap: yesOrNo,
      share_pictures: yesOrNo,
      // `theme: plain` is short for a theme with only a name.
      theme: z.preprocess((value) => (typeof value === "string" ? { name: value } : value), theme),
    },
    keys,
  )
  .partial();
export type Settings = z.infer<typeof settingsSchema>;
export type StatedTheme = z.infer<typeof theme>;

export const SETTINGS_KEYS = Object.keys(settingsSchema.shape);
/** The keys of settings that hold keys of their own. */
export const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  theme: Object.keys(theme.shape),
  locale: Object.keys(locale.shape),
  sections: ["name", "slug", "description"],
};
