/** Renders a page to the text of its file. The only module that uses Eta; runs in worker threads, so its input is plain data. */
import { Eta } from "eta";
import { home } from "../model/addresses.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { ShownPage, SiteChrome } from "../model/page.ts";
import { headOf, urlOf } from "./head.ts";
import { type Renderings, renderingOf } from "./rendering.ts";
import { strings } from "./strings.ts";
import { runFault, syntaxFault } from "./template-fault.ts";
import type { TemplateTexts } from "./templates.ts";
import { bdiHtml, escapeHtml, type Loaded, Viewer } from "./view.ts";

export type { Loaded } from "./view.ts";
export type Renderer = (page: ShownPage, loaded: Loaded) => Promise<Outcome<string>>;

const etaOf = (debug: boolean): Eta =>
  new Eta({
    debug,
    autoEscape: true,
    escapeFunction: (text: unknown) => escapeHtml(String(text ?? "")),
    useWith: false,
    autoTrim: ["nl", false],
  });

/**
 * Compiles all templates; the first fault of each is a diagnostic.
 * @param debug Slower, but faults at run time name the line.
 */
export function compileTemplates(templates: TemplateTexts, debug = false): Outcome<Eta> {
  const eta = etaOf(debug);
  const diagnostics: Diagnostic[] = [];
  for (const [name, template] of Object.entries(templates)) {
    if (name.endsWith(".css")) continue;
    try {
      eta.loadTemplate(`@${name}`, template.text);
    } catch {
      diagnostics.push(syntaxFault(name, template, etaOf(true)));
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: eta, diagnostics };
}

/** @param kinds How each kind of page is rendered. */
export function createRenderer({
  kinds,
  templates,
  chrome,
}: {
  readonly kinds: Renderings;
  readonly templates: TemplateTexts;
  readonly chrome: SiteChrome;
}): Renderer {
  const { value: eta, diagnostics } = compileTemplates(templates);
  const viewer = new Viewer(chrome);
  const site = {
    ...{
      title: chrome.title,
      description: chrome.description,
      footer: chrome.footer,
      menu: viewer.menu,
      standing: viewer.standing,
    },
    logo: chrome.theme.logo ? viewer.address(chrome.theme.logo) : null,
    style: viewer.href(chrome.assets.style),
    scripts: chrome.assets.scripts.map((url) => viewer.href(url)),
    fonts: chrome.assets.fonts.map((url) => viewer.href(url)),
    icon: viewer.href(chrome.assets.icon),
    base: chrome.base,
    href: (path: string) => viewer.address(path),
  };
  const faults: Diagnostic[] = [...diagnostics];
  return async (page, loaded) => {
    const rendering = renderingOf(kinds, page);
    if ("text" in rendering) {
      const value = await rendering.text(page, { chrome, bodies: loaded.bodies, templates });
      return { value, diagnostics: [] };
    }
    if (!("view" in rendering)) throw new Error(`a page of the kind ${page.kind} is no text`);
    if (!eta) return { diagnostics: faults.splice(0) };
    const { heading, description, content, ...below } = rendering.view(page, viewer, loaded);
    const breadcrumbs = [{ name: strings.home, url: home }, ...below.breadcrumbs];
    const name = rendering.template;
    const words = loaded.bodies[0]?.words ?? 0;
    const view = {
      ...{ site, heading, strings, kind: page.kind, page: content },
      head: headOf(page, { url: urlOf(page), title: heading, description, breadcrumbs, words }, viewer),
      headingHtml: bdiHtml(heading),
      trail: breadcrumbs.map(({ name, url }) => ({ name, nameHtml: bdiHtml(name), href: viewer.href(url) })),
    };
    try {
      return { value: `${eta.render(`@${name}`, view).trim()}\n`, diagnostics: [] };
    } catch {
      return { diagnostics: [locateFault(name, view, templates)] };
    }
  };
}

/** Renders a failed page again in Eta's debugging mode, which reports the line. */
function locateFault(name: string, view: object, templates: TemplateTexts): Diagnostic {
  try {
    compileTemplates(templates, true).value?.render(`@${name}`, view);
  } catch (fault) {
    return runFault(name, fault, templates);
  }
  return runFault(name, new Error("it fails at times, for the same page"), templates);
}
