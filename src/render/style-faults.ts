/** Checks each of the user's style files before they are joined to one sheet, where a fault could not be traced to its file. */
import { type Diagnostic, placeAt } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";
import type { Template } from "./templates.ts";

interface CssError {
  readonly message: string;
  readonly loc?: { readonly line: number; readonly column: number };
}

const WITHOUT_MEANING = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** The first unpaired comment or brace, which would swallow or cut the files joined after this one; null for none. */
function unpaired(
  text: string,
): { readonly at: number; readonly sign: string; readonly is: "opened" | "closing" } | null {
  const bare = text.replace(WITHOUT_MEANING, (one) => " ".repeat(one.length));
  const comment = bare.indexOf("/*");
  if (comment >= 0) return { at: comment, sign: "/*", is: "opened" };
  const open: number[] = [];
  for (const { 0: sign, index } of bare.matchAll(/[{}]/g))
    if (sign === "{") open.push(index);
    else if (open.pop() === undefined) return { at: index, sign, is: "closing" };
  const at = open.at(-1);
  return at === undefined ? null : { at, sign: "{", is: "opened" };
}

const at = ({ text, file }: Template, offset: number, length: number) => ({
  file,
  place: placeAt(text, offset, length),
});

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + Math.max(0, column - 1);
}

/** The first fault of each file. */
export async function styleFaults(styles: readonly Template[]): Promise<readonly Diagnostic[]> {
  if (styles.length === 0) return [];
  const { transform } = await import("lightningcss");
  return styles.flatMap((style): Diagnostic[] => {
    const odd = unpaired(style.text);
    if (odd) return [buildFault("style-fault", at(style, odd.at, odd.sign.length), odd)];
    try {
      transform({ filename: style.file, code: Buffer.from(style.text) });
      return [];
    } catch (thrown) {
      const { message, loc } = thrown as CssError;
      const offset = loc ? offsetOf(style.text, loc) : 0;
      return [buildFault("style-fault", at(style, offset, 1), { reason: message })];
    }
  });
}
