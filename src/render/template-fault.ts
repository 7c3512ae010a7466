/** A fault in a template → its file, the line, and what the parser or the running template says of it, for its author. */
import { compileFunction } from "node:vm";
import type { Eta } from "eta";
import { type Diagnostic, placeAt } from "../model/diagnostic.ts";
import type { Template, TemplateTexts } from "./templates.ts";

const lineOf = ({ text }: Template, line: number): string => text.split("\n")[line - 1] ?? "";

/** @param line Counted from one. */
function faultAt(name: string, template: Template | undefined, line: number, reason: string): Diagnostic {
  const before =
    template?.text
      .split("\n")
      .slice(0, line - 1)
      .join("\n") ?? "";
  const offset = before.length + (line > 1 ? 1 : 0);
  return {
    severity: "error",
    code: "template-fault",
    file: template?.file ?? `templates/${name}.eta`,
    ...(template ? { place: placeAt(template.text, offset, lineOf(template, line).length) } : {}),
    message: `The template ${name} failed: ${reason}`,
    hint: "What a template may use is listed in docs/templates.md.",
  };
}

/** Eta in its debugging mode quotes the line, innermost template last; the template is the one that has such a line there. */
const QUOTED = / >> (\d+)\| ?(.*)/g;

/** Of one that failed while it ran, also where it lies in a partial. */
export function runFault(name: string, fault: unknown, templates: TemplateTexts): Diagnostic {
  const said = fault instanceof Error ? fault.message : String(fault);
  const quoted = [...said.matchAll(QUOTED)].at(-1);
  const line = Number(quoted?.[1] ?? 1);
  const holds = (template: Template | undefined) =>
    template !== undefined && lineOf(template, line) === quoted?.[2];
  // Told of the template it lies in, a fault of a partial is one, however many pages include it.
  const where = holds(templates[name])
    ? name
    : (Object.keys(templates).find((one) => holds(templates[one])) ?? name);
  const reason = (quoted ? said.trim().split("\n").at(-1) : said.split("\n")[0]) ?? said;
  return faultAt(where, templates[where], line, reason);
}

/** `unclosed tag at line 6 col 1:` */
const OF_ETA = /^(.+) at line (\d+) col \d+:/;
/** What Eta puts before the code of each tag: the line it begins in. */
const TAG_LINE = /__eta\.line=(\d+)/;
/** Eta wraps the whole of a template: a brace too few or too many is met where that ends. */
const OF_WRAPPER = /'catch'|'finally'|catch or finally/;

/** Of one that cannot be compiled. @param eta In its debugging mode. */
export function syntaxFault(name: string, template: Template, eta: Eta): Diagnostic {
  let code: string;
  try {
    code = eta.compileToString(template.text);
  } catch (fault) {
    const said = (fault as Error).message;
    const [, reason = said.split("\n")[0] ?? said, line = "1"] = OF_ETA.exec(said) ?? [];
    return faultAt(name, template, Number(line), reason);
  }
  const fault = parsed(code);
  if (fault === null) return faultAt(name, template, 1, "it cannot be compiled");
  if (OF_WRAPPER.test(fault.message)) {
    const reason = fault.message.includes("'catch'")
      ? "Unexpected end: a { is never closed, a } is missing"
      : "Unexpected }: it closes no {";
    return faultAt(name, template, lineOfLastWhole(template.text, eta), reason);
  }
  const lines = code.split("\n").slice(0, fault.line);
  const mark = lines.findLastIndex((one) => TAG_LINE.test(one));
  const begin = Number(TAG_LINE.exec(lines[mark] ?? "")?.[1] ?? 1);
  const within = Math.max(0, fault.line - mark - 2) + emptyLines(template.text, begin);
  const last = template.text.split("\n").length;
  return faultAt(name, template, Math.min(begin + within, last), fault.message);
}

/** Lines at the beginning of a tag that hold no code: Eta leaves them out of what it compiles. */
function emptyLines(text: string, begin: number): number {
  const [line = "", ...rest] = text.split("\n").slice(begin - 1);
  const [, code, ...others] = line.split("<%");
  if (code === undefined || others.length > 0) return 0;
  return /^[-_]?[=~]?(\s*)/.exec([code, ...rest].join("\n"))?.[1]?.match(/\n/g)?.length ?? 0;
}

/** The code is read and not run. */
function parsed(code: string): { readonly line: number; readonly message: string } | null {
  try {
    compileFunction(code, ["it", "options"], { filename: "template" });
    return null;
  } catch (fault) {
    const { stack = "", message } = fault as Error;
    return { line: Number(/^template:(\d+)/.exec(stack)?.[1] ?? 1), message };
  }
}

/** Where the tag begins after which no part of a template, from its beginning, can be compiled. */
function lineOfLastWhole(text: string, eta: Eta): number {
  const isWhole = (part: string): boolean => {
    try {
      return parsed(eta.compileToString(part)) === null;
    } catch {
      return false;
    }
  };
  const tags = [...text.matchAll(/<%.*?%>/gs)];
  const last = tags.findLastIndex((tag) => isWhole(text.slice(0, tag.index + tag[0].length)));
  return text.slice(0, tags[last + 1]?.index ?? text.length).split("\n").length;
}
