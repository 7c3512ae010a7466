/** The addresses of all pages that are not articles. */
import { type Slug, type UrlPath, urlPath } from "./brands.ts";
import type { CivilDate } from "./civil-date.ts";
import type { DayOfYear } from "./page.ts";

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

export const home = urlPath("/");
export const sectionUrl = (slug: Slug): UrlPath => urlPath(`/${slug}/`);
export const tagUrl = (slug: Slug): UrlPath => urlPath(`/tags/${slug}/`);
export const authorUrl = (slug: Slug): UrlPath => urlPath(`/authors/${slug}/`);
export const iconUrl = urlPath("/favicon.svg");
export const undatedUrl = urlPath("/undated/");
export const yearUrl = (year: number): UrlPath => urlPath(`/${four(year)}/`);
export const monthUrl = (year: number, month: number): UrlPath => urlPath(`/${four(year)}/${two(month)}/`);
export const dayUrl = (date: CivilDate): UrlPath => urlPath(`/${date.replaceAll("-", "/")}/`);
export const daysOfYearUrl = urlPath("/on-this-day/");
export const dayOfYearUrl = (day: DayOfYear): UrlPath => urlPath(`/on-this-day/${day}/`);
/** A page of a list: the front when `number` is null. */
export const listUrl = (front: UrlPath, number: number | null): UrlPath =>
  number === null ? front : urlPath(`${front}page/${number}/`);
