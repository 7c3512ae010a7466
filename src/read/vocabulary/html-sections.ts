/** Words and names by which a saved page tells its section: what is home, what names no section, which boxes hold one. */
import { fold } from "../../arabic/letters/fold.ts";

/** The first step of a way home. */
export const HOME =
  /^(?:(?:الصفحة\s+)?(?:الرئيسي[ةه]|الرئيسيّة|الأساسية|الأولى|البداية)|home(?:\s?page)?|خانه|صفحه\s+(?:نخست|اصلی))$/iu;
/** Stands before a way home, and is no step of it. */
export const YOU_ARE_HERE = /^(?:[أا]نت هنا|you are here)\s*:?\s*/iu;
/** Classes and ids of a way home. */
export const WAY_NAMES =
  /(?:^|[\s_-])(?:bread[_-]?c?r?umb\w*|crumbs?|pathway|hierarchie|ariane|showhere)(?:$|[\s_-])/i;
/** Types of schema.org and of data-vocabulary.org that Google read before it. */
export const WAY_TYPE = /schema\.org\/BreadcrumbList$|^BreadcrumbList$/;
export const STEP_TYPE = /data-vocabulary\.org\/Breadcrumb$|^v:Breadcrumb$/;

const NO_SECTION = new Set(
  `notif notification slide slider slideshow sliders featured feature top headline headlines home homepage main news latest
  posts post blog article articles emissions programs general uncategorized uncategorised default other others breaking
  غير مصنف|بدون تصنيف|غير محدد|سلايدر|سلايد|مميز|الرئيسية|الصفحة الرئيسية|المقالات|عام|أخبار الواجهة|مواضيع مميزة|الشريط الإخباري`
    .split(/[|\n]/)
    .flatMap((line) => (/[a-z]/.test(line) ? line.trim().split(/\s+/) : [line.trim()]))
    .map((name) => fold(name)),
);
/** False for words by which a content system places a post, or says that nobody did. */
export const namesSection = (name: string): boolean => name !== "" && !NO_SECTION.has(fold(name).trim());
/** Addresses of what is no section: writers, tags, accounts, a script. */
export const LEADS_ELSEWHERE =
  /^(?:#|javascript:|mailto:)|\/(?:[\w-]*(?:authors?|writers?|journalists?)|tags?|search|login|register|user|profile|wp-admin|share\w*)(?:[/.?=]|$)/i;
