/**
 * Runs in the editor's browser, never on the published site: receives the result of each build from the dev server,
 * reloads the page when the build changed or removed it, and shows errors as an overlay until they are fixed.
 */
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { News } from "../../model/news.ts";
import { ShownPage } from "../shown-page/shown-page.ts";

const OVERLAY = "warraq-errors";
/** Errors listed in the overlay; the terminal lists them all. */
const SHOWN = 20;

const SHEET = `
:host { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; padding: 2rem 1.5rem; box-sizing: border-box;
  background: #1d120ff2; color: #fff; font: 15px/1.7 ui-monospace, monospace; direction: ltr; text-align: left; }
h2 { font: 700 20px/1.4 system-ui, sans-serif; margin: 0 3rem 1.25rem 0; }
section { margin: 0 0 1.5rem; padding: 0 0 0 1rem; border-left: 4px solid #e2654d; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.file { color: #ffb4a2; }
.line { color: #d8cfc9; }
.hint { color: #b8e0b0; }
mark { background: #e2654d; color: #fff; padding: 0 .15em; }
button { position: fixed; top: 1rem; right: 1rem; font: 16px/1 system-ui, sans-serif; padding: .5rem .75rem; }`;

interface Part {
  readonly name: string;
  readonly kind?: string;
  readonly inside: readonly (string | Node)[];
}

/** Creates an element. Strings are inserted as text, since quotes from an editor's file may hold markup. */
function make({ name, kind, inside }: Part): HTMLElement {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...inside);
  return element;
}

/** Isolates the direction of a text, since a message may mix Arabic, Latin and numbers. */
const apart = (text: string): HTMLElement => make({ name: "bdi", inside: [text] });

function lineOf({ place }: Diagnostic): HTMLElement[] {
  if (!place?.text?.trim()) return [];
  const from = place.column - 1;
  const to = from + (place.length ?? 0);
  const span = to > from ? [make({ name: "mark", inside: [place.text.slice(from, to)] })] : [];
  const line = make({
    name: "bdi",
    inside: [place.text.slice(0, from), ...span, place.text.slice(Math.max(from, to))],
  });
  return [make({ name: "p", kind: "line", inside: [line] })];
}

function sectionOf(error: Diagnostic): HTMLElement {
  const { file, place, message, hint, code } = error;
  const at = place ? `${file}:${place.line}:${place.column}` : file;
  return make({
    name: "section",
    inside: [
      make({ name: "p", kind: "file", inside: [apart(at), `  [${code}]`] }),
      make({ name: "p", inside: [apart(message)] }),
      ...lineOf(error),
      ...(hint ? [make({ name: "p", kind: "hint", inside: ["→ ", apart(hint)] })] : []),
    ],
  });
}

function show(errors: readonly Diagnostic[]): void {
  document.getElementById(OVERLAY)?.remove();
  if (errors.length === 0) return;
  const host = make({ name: "div", inside: [] });
  host.id = OVERLAY;
  host.setAttribute("role", "alert");
  const close = make({ name: "button", inside: ["Close"] });
  close.addEventListener("click", () => host.remove());
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  shadow.adoptedStyleSheets = [sheet];
  const count = errors.length === 1 ? "One thing is in error" : `${errors.length} things are in error`;
  const more = errors.length - SHOWN;
  shadow.append(
    make({ name: "h2", inside: [count] }),
    ...errors.slice(0, SHOWN).map(sectionOf),
    ...(more > 0 ? [make({ name: "p", inside: [`… and ${more} more: see the terminal.`] })] : []),
    close,
  );
  document.body.append(host);
}

const tag = document.querySelector("script[data-warraq-build]");
let run: string | undefined;
let build = Number(tag?.getAttribute("data-warraq-build") ?? 0);
/** Whether the page missed changes: another dev server on this port, or more builds than the server keeps. */
const missed = (news: News): boolean =>
  (run !== undefined && run !== news.run) || news.since > build || news.build < build;

const path = decodeURIComponent(location.pathname);
const shown = new ShownPage(path);
const asked = new URLSearchParams({ build: String(build), page: path });
new EventSource(`/__warraq/events?${asked}`).addEventListener("message", ({ data }) => {
  const news = JSON.parse(data) as News;
  const again = missed(news);
  // The page already has the changes of an older build; only its errors matter.
  const { base, errors } = news;
  const to = shown.hear(news.build > build ? news : { base, errors, changed: [], removed: [], moved: {} });
  run = news.run;
  build = news.build;
  if (again || to === path) location.reload();
  else if (to !== null) location.replace(encodeURI(to));
  else show(news.errors);
});
