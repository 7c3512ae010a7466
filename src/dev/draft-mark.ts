/** What the preview adds to the page of a draft, and the page that lists all drafts: nobody takes either for the site. */
import type { Drafts } from "../build/drafts.ts";
import { withPolicy } from "./live-reload.ts";

/** Address of the list, within the site, and the file that its page would be. */
export const DRAFT_LIST = "__warraq/drafts/";
export const DRAFT_LIST_FILE = `${DRAFT_LIST}index.html`;
/** Beside any base path. */
export const DRAFT_STYLE = "/__warraq/draft.css";

export const DRAFT_SHEET = `html { padding-block-end: 4rem; }
#warraq-draft { position: fixed; inset-block-end: 0; inset-inline: 0; z-index: 2147483646; margin: 0; padding: .75rem 1rem;
  background: #ffd54a; color: #1d1400; font: 600 1rem/1.6 system-ui, sans-serif; text-align: center;
  border-block-start: 3px solid #1d1400; }
#warraq-draft a { color: inherit; }
@media print { #warraq-draft { position: static; } }
`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const hrefOf = (base: string, url: string): string =>
  escaped(encodeURI(base + url.slice(1)).replace(/[?#]/g, encodeURIComponent));

/** @param base The path the site lives under. */
export function withDraftMark(html: string, base: string): string {
  const head = `<meta name="robots" content="noindex"><link rel="stylesheet" href="${DRAFT_STYLE}">`;
  const note = `<p id="warraq-draft" lang="ar" dir="rtl" role="note"><strong>مسوّدة:</strong> لا تظهر في الموقع المنشور. <a href="${hrefOf(base, `/${DRAFT_LIST}`)}">كل المسوّدات</a></p>`;
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
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>المسوّدات</title></head><body>
<h1>المسوّدات</h1>
<p>لا تظهر في الموقع المنشور ولا في قوائمه، وتُعرض هنا لمن يحرّرها. تُنشر المسوّدة حين تقول <code dir="ltr">draft: false</code>.</p>
${body}
<p><a href="${hrefOf(base, "/")}">الموقع</a></p>
</body></html>`;
}
