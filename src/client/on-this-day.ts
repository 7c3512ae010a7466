/**
 * Shows on the home page what was published on this day in other years, loaded from the site's page of the day. Where
 * there is none, the nearest day within the week before is used; without scripts the page has a link.
 */
const WEEK = 7;

/** The day `daysAgo` days before today: `11-22`. */
function dayOfYear(daysAgo: number): string {
  const day = new Date();
  day.setDate(day.getDate() - daysAgo);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The first article of each year, with the year, as list items. */
function itemsOf(page: Document): Node[] {
  return [...page.querySelectorAll("[data-year]")].flatMap((year) => {
    const link = year.querySelector("li a");
    if (!link) return [];
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.className = "label";
    name.textContent = year.querySelector("h2 a")?.textContent ?? "";
    item.append(name, " ", document.importNode(link, true));
    return [item];
  });
}

async function show(section: HTMLElement): Promise<void> {
  const days = new Set(section.dataset.days?.split(" "));
  const ago = Array.from({ length: WEEK + 1 }, (_, i) => i).find((i) => days.has(dayOfYear(i)));
  if (ago === undefined) return;
  const address = `${section.dataset.onThisDay}${dayOfYear(ago)}/`;
  const response = await fetch(address);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = document.createElement("ul");
  list.append(...itemsOf(page).slice(0, 6));
  const title = section.querySelector<HTMLElement>("[data-title]");
  if (title && ago > 0) title.textContent = title.dataset.near ?? title.textContent;
  section.append(list);
}

const section = document.querySelector<HTMLElement>("[data-on-this-day]");
// Where the page cannot be loaded, the link stays.
if (section) show(section).catch(() => {});
