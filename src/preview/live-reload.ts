/**
 * What the preview adds to pages on their way to the browser, and only there: a script that reloads the page when the site
 * has changed, and shows over it what is wrong. The files of the site never hold it.
 */
import type { ServerResponse } from "node:http";
import type { Diagnostic } from "../model/diagnostic.ts";

export const SCRIPT_PATH = "/__warraq/reload.js";
export const EVENTS_PATH = "/__warraq/events";

export type Message =
  | { readonly kind: "reload" }
  | { readonly kind: "faults"; readonly faults: readonly Diagnostic[] };

/** Before `</body>`, or at the end of a page that has none. */
export function withReloadScript(html: string): string {
  const tag = `<script src="${SCRIPT_PATH}"></script>`;
  const at = html.lastIndexOf("</body>");
  return at < 0 ? html + tag : html.slice(0, at) + tag + html.slice(at);
}

/** Browsers that listen, and what they are told: server-sent events (HTML Standard). */
export class Listeners {
  readonly #open = new Set<ServerResponse>();
  #faults: readonly Diagnostic[] = [];

  add(response: ServerResponse): void {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      connection: "keep-alive",
    });
    response.write(`retry: 500\n${this.#line({ kind: "faults", faults: this.#faults })}`);
    this.#open.add(response);
    response.on("close", () => this.#open.delete(response));
  }

  send(message: Message): void {
    if (message.kind === "faults") this.#faults = message.faults;
    for (const response of this.#open) response.write(this.#line(message));
  }

  close(): void {
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #line(message: Message): string {
    return `data: ${JSON.stringify(message)}\n\n`;
  }
}

/** Runs in the browser of whoever edits. Text is set as text, never as markup. */
export const SCRIPT = `(() => {
  const key = "warraq-scroll:" + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept) { sessionStorage.removeItem(key); addEventListener("load", () => scrollTo({ top: +kept, behavior: "instant" })); }
  const show = (faults) => {
    document.getElementById("warraq-faults")?.remove();
    if (faults.length === 0) return;
    const host = document.createElement("div");
    host.id = "warraq-faults";
    host.setAttribute("role", "alert");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:2rem;background:rgb(20 10 8 / 94%);color:#fff;font:16px/1.7 ui-monospace,monospace;direction:ltr;text-align:left}h2{font:700 20px system-ui;margin:0 0 1rem}section{margin:0 0 1.5rem;padding-left:1rem;border-left:4px solid #e2654d}p{margin:0;white-space:pre-wrap;unicode-bidi:plaintext}.file{color:#ffb4a2}.hint{color:#b8e0b0}button{font:inherit;position:fixed;top:1rem;right:1rem}");
    root.adoptedStyleSheets = [sheet];
    const add = (parent, name, text, kind) => { const one = document.createElement(name); one.textContent = text; if (kind) one.className = kind; parent.append(one); return one; };
    add(root, "h2", faults.length === 1 ? "One thing needs mending" : faults.length + " things need mending");
    for (const fault of faults) {
      const part = add(root, "section", "");
      add(part, "p", fault.file + (fault.place ? ":" + fault.place.line + ":" + fault.place.column : ""), "file");
      add(part, "p", fault.message);
      if (fault.place && fault.place.text) add(part, "p", fault.place.text);
      if (fault.hint) add(part, "p", "→ " + fault.hint, "hint");
    }
    add(root, "button", "×").addEventListener("click", () => host.remove());
    document.body.append(host);
  };
  new EventSource("${EVENTS_PATH}").onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.kind === "faults") show(message.faults);
    else { sessionStorage.setItem(key, String(scrollY)); location.reload(); }
  };
})();
`;
