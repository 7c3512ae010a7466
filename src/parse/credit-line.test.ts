import { describe, expect, it } from "vitest";
import { creditOf } from "./credit-line.ts";

const WRITERS: readonly (readonly [string, readonly string[]])[] = [
  ["كتب: سامي النجار", ["سامي النجار"]],
  ["كتبت - هالة مراد:", ["هالة مراد"]],
  ["كتب سامي فؤاد", ["سامي فؤاد"]],
  ["بقلم: د. هالة مراد", ["د. هالة مراد"]],
  ["بقلم هالة مراد", ["هالة مراد"]],
  ["إعداد: سامي النجار، هالة مراد", ["سامي النجار", "هالة مراد"]],
  ["اعداد / سامي النجار", ["سامي النجار"]],
  ["كتب: سامي النجار – القاهرة", ["سامي النجار"]],
  ["كتب: وليد صبري", ["وليد صبري"]],
  ["تقرير: هالة مراد", ["هالة مراد"]],
  ["ترجمة: سامي النجار", ["سامي النجار"]],
  ["بقلـــم: سامي النجار", ["سامي النجار"]],
  ["By: Sami Naggar", ["Sami Naggar"]],
];
const AGENCIES: readonly (readonly [string, string])[] = [
  ["وكالات", "وكالات"],
  ["رويترز", "رويترز"],
  ["(رويترز)", "رويترز"],
  ["أ ف ب", "أ ف ب"],
  ["(أ.ف.ب)", "أ.ف.ب"],
  ["دمشق – سانا", "سانا"],
  ["بيروت - (أ ف ب)", "أ ف ب"],
  ["خاص – شبكة المدينة", "خاص"],
  ["وكالات - متابعات", "وكالات، متابعات"],
  ["وكالة الأناضول", "وكالة الأناضول"],
  ["المصدر: وكالات", "وكالات"],
  ["المصدر: صحيفة المدينة", "صحيفة المدينة"],
  ["كتب: هيئة التحرير", "هيئة التحرير"],
  ["Reuters", "Reuters"],
];
const TEXT = [
  "كتب الرئيس في رسالته إلى الشعب",
  "كتب التاريخ القديم",
  "كتبت الصحف عن الحادث كثيرًا",
  "إعداد الطعام",
  "تقرير: هجمات إلكترونية خلال دورة الألعاب الشتوية",
  "وكالة الطاقة الذرية",
  "وكالات السفر",
  "دمشق – حلب",
  "قالت رويترز إن الاجتماع تأجل.",
  "رويترز: الاجتماع تأجل",
  "خاص بالنساء",
  "المصدر لم يكشف عن اسمه",
  "حوار بين الأديان",
];

describe("a line of credits", () => {
  it.each(WRITERS)("%s names who wrote", (line, authors) => {
    expect(creditOf(line)).toMatchObject({ authors, agency: null });
  });
  it.each(AGENCIES)("%s names an agency", (line, agency) => {
    expect(creditOf(line)).toMatchObject({ authors: [], agency });
  });
  it.each(TEXT)("is not what is text: %s", (line) => {
    expect(creditOf(line)).toBeNull();
  });
  it("may also begin a headline when its label is one that headlines use", () => {
    expect(creditOf("تقرير: هالة مراد")?.sure).toBe(false);
    expect(creditOf("بقلم: هالة مراد")?.sure).toBe(true);
  });
});
