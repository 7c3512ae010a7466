/** The schema of `content/site.yaml`: every key, and the message for a value of another kind. */
import { z } from "zod";
import { isTimeZone } from "../arabic/dates/zone.ts";
import { isStep } from "../model/address-step.ts";
import { NO_TEXT } from "../yaml/no-text.ts";

const text = z
  .string("expected text")
  .transform((value) => value.trim())
  .refine((value) => !NO_TEXT.test(value), "expected text without control characters");
const COLOUR = "expected a colour as #7a1f1f, between quotation marks";
const colour = z.string(COLOUR).refine((value) => /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value), COLOUR);
const address = text.refine((value) => {
  try {
    const { protocol, search, hash } = new URL(value);
    return /^https?:$/.test(protocol) && search === "" && hash === "";
  } catch {
    return false;
  }
}, "expected the address the site will have, as https://archive.example.org/");
const composed = text.transform((value) => value.normalize("NFC"));
const step = composed.refine(
  isStep,
  "expected one step of an address, without / or space or control character",
);
const section = z.union(
  [text, z.strictObject({ name: text, slug: step.optional(), description: text.optional() })],
  "expected a name, or name, slug and description",
);

const keys = "expected keys and values";
const yesOrNo = z.boolean("expected true or false");
const font = composed.refine(
  (value) => /^\/[^"\\\s]+\.woff2$/.test(value),
  "expected a font of public/, as /fonts/text.woff2",
);
const logo = composed.refine(
  (value) => /^\/[^/"\\]/.test(value),
  "expected a picture of public/, as /logo.svg",
);
const themeName = z.enum(["newspaper", "plain"], "expected newspaper or plain");
const theme = z
  .strictObject(
    {
      name: themeName,
      ...{ accent: colour, accent_dark: colour, paper: colour, paper_dark: colour },
      ...{ ink: colour, ink_dark: colour },
      fonts: z
        .strictObject({ text: font, headings: font }, "expected text and headings, a font each")
        .partial(),
      logo,
    },
    "expected newspaper or plain, or keys and values",
  )
  .partial();
const locale = z
  .strictObject(
    {
      months: z.enum(
        ["levant", "egypt", "maghreb", "morocco", "dual"],
        "expected levant, egypt, maghreb, morocco or dual",
      ),
      digits: z.enum(["latn", "arab"], "expected latn (2017) or arab (٢٠١٧)"),
      hijri: yesOrNo,
      time_zone: text.refine(isTimeZone, "expected the name of a time zone, as Asia/Damascus"),
    },
    keys,
  )
  .partial();
const wholeNumber = (least: number, most: number) => {
  const message = `expected a whole number from ${least} to ${most}`;
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
      slugs: z.enum(["arabic", "id", "latin"], "expected arabic, latin or id"),
      sections: z.array(section, "expected a list, one section a line after -"),
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
