/** What an editor does not see in YAML, and a parser stumbles over → spaces. Every offset stays what it was. */

/** The space that does not break, spaces of no width, marks of direction. */
const UNSEEN = "\\u00a0\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff";
const ANY = new RegExp(`[${UNSEEN}]`);
/** A key, with what may stand unseen before it, before its colon and behind it. */
const KEY = new RegExp(`^([ \\t]*(?:- +)*)[${UNSEEN}]*([a-z_]+)[${UNSEEN} ]*:(?:[${UNSEEN} \\t]+|$)`, "gimu");
/** A line of hyphens or dots below which nothing stands: the end of front matter that was copied whole. */
const END = /^(?:---|\.\.\.)(?=\s*$(?![\s\S]))/m;

export function withoutUnseen(yaml: string): string {
  const ended = yaml.replace(END, "   ");
  if (!ANY.test(ended)) return ended;
  return ended.replace(KEY, (whole, indent: string, key: string) =>
    ANY.test(whole) ? `${indent}${key}:`.padEnd(whole.length) : whole,
  );
}
