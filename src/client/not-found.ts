/**
 * Suggests articles on the page for an address that was not found: puts the words of the address in the search field,
 * lists the articles they find, and links the year in the address if the archive has it.
 */
import { urlPath } from "../model/brands.ts";
import { hrefOf } from "../model/links/href.ts";
import { openSearch } from "../search/query/search.ts";
import { wordsOf, yearOf } from "./address/words.ts";
import { filesAt } from "./search-index/host-files.ts";

const MOST = 6;

function link(text: string, href: string): HTMLElement {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.textContent = text;
  item.append(anchor);
  return item;
}

async function suggest(root: HTMLElement): Promise<void> {
  const base = root.dataset.base ?? "/";
  const path = location.pathname.slice(encodeURI(base).length - 1);
  const words = wordsOf(path);
  const field = root.querySelector<HTMLInputElement>("input[name=q]");
  if (field) field.value = words;
  const year = root.querySelector<HTMLAnchorElement>(`[data-year="${yearOf(path)}"]`);
  const found = year ? [link(year.textContent ?? "", year.href)] : [];
  if (words !== "") {
    const { search } = await openSearch(filesAt(root.dataset.index ?? "/search/"));
    const { results } = await search(words, { limit: MOST });
    found.unshift(...results.map(({ title, url }) => link(title, hrefOf(urlPath(url), base))));
  }
  const near = root.querySelector<HTMLElement>("[data-near]");
  if (!near || found.length === 0) return;
  near.querySelector("ul")?.replaceChildren(...found);
  near.hidden = false;
}

const root = document.querySelector<HTMLElement>("[data-lost]");
// Without a search index the page keeps its field and links.
if (root) suggest(root).catch(() => {});
