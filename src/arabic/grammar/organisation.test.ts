import { expect, it } from "vitest";
import { isOrganisation } from "./organisation.ts";

it.each([
  "هيئة التحرير",
  "قسم الأخبار",
  "وكالات",
  "رويترز",
  "أ ف ب",
  "أ.ف.ب",
  "سانا – وكالات",
  "الوكالة الوطنية للإعلام",
  "BBC",
])("%s is an organisation", (name) => expect(isOrganisation(name)).toBe(true));
it.each([
  "ليلى الحسن",
  "سناء قاسم",
  "وفاء محمد",
  "قسيم الدارمي",
  "هيام حموي",
  "د. بشير الداوود",
  "Alan Brown",
])("%s is a person", (name) => expect(isOrganisation(name)).toBe(false));
