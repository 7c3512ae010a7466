/** Converts an error of a template to a diagnostic with its file, its line and the message of the parser or the runtime. */
import { compileFunction } from "node:vm";
import type { Eta } from "eta";
import { type Diagnostic, placeAt } from "../model/diagnostic.ts";
import { buildFault } from "../model/diagnostics/build.ts";
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
  const place = template && placeAt(template.text, offset, lineOf(template, line).length);
  const file = template?.file ?? `templates/${name}.eta`;
  return buildFault("template-fault", { file, place }, { name, reason });
}

/** Eta's debugging mode quotes the line, innermost template last, without its name: it is found by comparing the line. */
const QUOTED = / >> (\d+)\| ?(.*)/g;

/** The diagnostic of a template that failed at run time, possibly in a partial. */
export function runFault(name: string, fault: unknown, templates: TemplateTexts): Diagnostic {
  const said = fault instanceof Error ? fault.message : String(fault);
  const quoted = [...said.matchAll(QUOTED)].at(-1);
  const line = Number(quoted?.[1] ?? 1);
  const holds = (template: Template | undefined) =>
    template !== undefined && lineOf(template, line) === quoted?.[2];
  // Reported for the partial itself, so that it is one fault, however many pages include the partial.
  const where = holds(templates[name])
    ? name
    : (Object.keys(templates).find((one) => holds(templates[one])) ?? name);
  const reason = (quoted ? said.trim().split("\n").at(-1) : said.split("\n")[0]) ?? said;
  return faultAt(where, templates[where], line, reason);
}

/** `unclosed tag at line 6 col 1:` */
const OF_ETA = /^(.+) at line (\d+) col \d+:/;
/** Eta's code for each tag begins with the number of its line. */
const TAG_LINE = /__eta\.line=(\d+)/;
/** Eta wraps a template in `try`, so an unbalanced brace is reported at the end of that. */
const OF_WRAPPER = /'catch'|'finally'|catch or finally/;

/** The diagnostic of a template that does not compile. @param eta In debugging mode. */
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

/** Empty lines at the beginning of a tag, which Eta leaves out of the compiled code. */
function emptyLines(text: string, begin: number): number {
  const [line = "", ...rest] = text.split("\n").slice(begin - 1);
  const [, code, ...others] = line.split("<%");
  if (code === undefined || others.length > 0) return 0;
  return /^[-_]?[=~]?(\s*)/.exec([code, ...rest].join("\n"))?.[1]?.match(/\n/g)?.length ?? 0;
}

/** Compiles code without running it; returns the syntax error, or null. */
function parsed(code: string): { readonly line: number; readonly message: string } | null {
  try {
    compileFunction(code, ["it", "options"], { filename: "template" });
    return null;
  } catch (fault) {
    const { stack = "", message } = fault as Error;
    return { line: Number(/^template:(\d+)/.exec(stack)?.[1] ?? 1), message };
  }
}

/** The line of the first tag from which on no prefix of the template compiles. */
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
