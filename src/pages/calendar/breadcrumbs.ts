/** Breadcrumbs of the calendar: the archive, a year, a month. */
import { formatMonth } from "../../arabic/dates/format-date.ts";
import { archiveUrl, monthUrl, yearUrl } from "../../model/addresses.ts";
import type { Breadcrumb } from "../../render/rendering.ts";
import { strings } from "../../render/strings.ts";
import type { Viewer } from "../../render/view.ts";

export const archiveBreadcrumb: Breadcrumb = { name: strings.archive, url: archiveUrl };
export const yearBreadcrumb = (year: number, viewer: Viewer): Breadcrumb => ({
  name: viewer.digits(year),
  url: yearUrl(year),
});
export const monthBreadcrumb = (year: number, month: number, { chrome }: Viewer): Breadcrumb => ({
  name: formatMonth(year, month, chrome.locale),
  url: monthUrl(year, month),
});
