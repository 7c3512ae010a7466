/** How the file of a page is made, for each kind of page: through a template, as a text, or by a task of its own. */
import type { ShownBody } from "../model/article.ts";
import type { UrlPath } from "../model/brands.ts";
import type { PageKind, ShownPageOf, SiteChrome } from "../model/page.ts";
import type { TemplateTexts } from "./templates.ts";
import type { Loaded, Viewer } from "./view.ts";

/** One breadcrumb. */
export interface Breadcrumb {
  readonly name: string;
  readonly url: UrlPath;
}
/** What the template of a page is given of it. */
export interface PageView {
  readonly heading: string;
  readonly description: string;
  /** From below the home page down to this one. */
  readonly breadcrumbs: readonly Breadcrumb[];
  /** The fields of its kind: `it.page`. */
  readonly content: object;
}

/** What a file without a template may be made of, besides its page. */
export interface TextInputs {
  readonly chrome: SiteChrome;
  /** The stored texts it needs, in order. */
  readonly bodies: readonly ShownBody[];
  readonly templates: TemplateTexts;
}

export type Rendering<K extends PageKind> =
  | {
      /** The name of a file of `templates/`, without `.eta`. */
      readonly template: string;
      readonly view: (page: ShownPageOf<K>, viewer: Viewer, loaded: Loaded) => PageView;
    }
  | { readonly text: (page: ShownPageOf<K>, inputs: TextInputs) => string | Promise<string> }
  | {
      /** Bytes that workers/render-task.ts makes, which show nothing of the site's chrome: the fingerprint of what makes them. */
      readonly maker: "page" | "picture" | "share-picture";
    };
export type Renderings = { readonly [K in PageKind]: Rendering<K> };

/** Lets the compiler see that a page and how it is rendered are of one kind. */
export const renderingOf = <K extends PageKind>(all: Renderings, { kind }: ShownPageOf<K>): Rendering<K> =>
  all[kind];
