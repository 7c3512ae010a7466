/** Replaces invisible characters that confuse a YAML parser by spaces; all offsets stay the same. */

/** No-break space, zero-width characters, bidi controls. */
const UNSEEN = "\\u00a0\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
const ANY = new RegExp(`[${UNSEEN}]`);
/** A key with invisible characters before it, before its colon or after it. */
const KEY = new RegExp(`^([ \\t]*(?:- +)*)[${UNSEEN}]*([a-z_]+)[${UNSEEN} ]*:(?:[${UNSEEN} \\t]+|$)`, "gimu");
/** A line of hyphens or dots at the very end: the closing line of copied front matter. */
const END = /^(?:---|\.\.\.)(?=\s*$(?![\s\S]))/m;

export function withoutUnseen(yaml: string): string {
  const ended = yaml.replace(END, "   ");
  if (!ANY.test(ended)) return ended;
  return ended.replace(KEY, (whole, indent: string, key: string) =>
    ANY.test(whole) ? `${indent}${key}:`.padEnd(whole.length) : whole,
  );
}
