/** What the preview adds to the page of a draft, so that it is not taken for a published one; and the list of drafts. */
import type { Drafts } from "../build/ahead/drafts.ts";
import { withPolicy } from "./live-reload.ts";

/** Address of the list, within the site, and the file that its page would have. */
export const DRAFT_LIST = "__warraq/drafts/";
export const DRAFT_LIST_FILE = `${DRAFT_LIST}index.html`;
/** Outside any base path. */
export const DRAFT_STYLE = "/__warraq/draft.css";

/** Above the page in a place of its own, and in view wherever one reads; colours of its own, in light and dark, whatever the theme's. */
export const DRAFT_SHEET = `html { scroll-padding-block-start: 4rem; }
#warraq-draft { position: sticky; inset-block-start: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .75rem; margin: 0;
  padding: .5rem max(clamp(1rem, 4vw, 2rem), (100% - 64rem) / 2 + 2rem); overflow-wrap: anywhere;
  font-size: 1rem; line-height: 1.75; text-align: start;
  background: light-dark(#fbefd3, #30260f); color: light-dark(#3d2a05, #f3e4c2);
  border-block-end: 1px solid light-dark(#dcbb74, #6d5523); }
#warraq-draft strong { padding-inline: .6em; border-radius: 3px; background: light-dark(#855600, #e9bd56); color: light-dark(#fff, #1d1400); }
#warraq-draft a, .warraq-drafts a { color: inherit; text-underline-offset: .25em; }
#warraq-draft a { margin-inline-start: auto; }
#warraq-draft a:focus-visible { outline: 3px solid currentcolor; outline-offset: 3px; }
.warraq-drafts { max-inline-size: 44rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 2rem) 4rem; overflow-wrap: anywhere;
  font: 1.125rem/1.8 "Noto Naskh Arabic", system-ui, sans-serif;
  background: light-dark(#fcfaf5, #161412); color: light-dark(#1c1916, #ece5d8); }
.warraq-drafts h1 { margin-block: 0 .5rem; font-size: 1.75rem; }
.warraq-drafts ul { margin-block: 1.5rem; padding: 0; list-style: none; }
.warraq-drafts li { padding-block: .75rem; border-block-start: 1px solid light-dark(#dcd3c3, #3a342b); }
.warraq-drafts li a { font-weight: 700; }
.warraq-drafts small { display: block; color: light-dark(#5f574b, #b3a998); }
html:has(.warraq-drafts) { color-scheme: light dark; background: light-dark(#fcfaf5, #161412); }
@media print { #warraq-draft { position: static; border: 1px solid; } }
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const hrefOf = (base: string, url: string): string =>
  escaped(encodeURI(base + url.slice(1)).replace(/[?#]/g, encodeURIComponent));

/** @param base The path the site is served under. */
export function withDraftMark(html: string, base: string): string {
  const head = `<meta name="robots" content="noindex"><link rel="stylesheet" href="${DRAFT_STYLE}">`;
  const note = `<p id="warraq-draft" lang="ar" dir="rtl" role="note"><strong>مسوّدة</strong> <span>لا تظهر في الموقع المنشور.</span> <a href="${hrefOf(base, `/${DRAFT_LIST}`)}">كل المسوّدات</a></p>`;
  const marked = withPolicy(html, ["style-src"])
    .replace(/<title>/i, (tag) => `${tag}مسوّدة: `)
    .replace(/<body\b[^>]*>/i, (tag) => tag + note);
  const end = marked.search(/<\/head>|<body\b/i);
  const at = Math.max(0, end);
  const whole = marked.slice(0, at) + head + marked.slice(at);
  return whole.includes(note) ? whole : whole + note;
}

export function draftListPage({ list }: Pick<Drafts, "list">, base: string): string {
  const rows = list.map(
    ({ title, url, source }) =>
      `<li><a href="${hrefOf(base, url)}">${escaped(title)}</a> <small><bdi>content/${escaped(source)}</bdi></small></li>`,
  );
  const body = rows.length > 0 ? `<ul>\n${rows.join("\n")}\n</ul>` : "<p>لا مسوّدات.</p>";
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>المسوّدات</title><link rel="stylesheet" href="${DRAFT_STYLE}"></head><body class="warraq-drafts">
<h1>المسوّدات</h1>
<p>لا تظهر في الموقع المنشور ولا في قوائمه، وتُعرض هنا لمن يحرّرها. تُنشر المسوّدة حين تقول <code dir="ltr">draft: false</code>.</p>
${body}
<p><a href="${hrefOf(base, "/")}">الموقع</a></p>
</body></html>`;
}
