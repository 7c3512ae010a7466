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
  ["شعر: هالة مراد", ["هالة مراد"]],
  ["حلب - من هالة مراد", ["هالة مراد"]],
  ["حلب – صدى الجسر – من مراسلتنا هالة مراد", ["هالة مراد"]],
  ["تحقيق: هالة مراد", ["هالة مراد"]],
  ["متابعة: هالة مراد", ["هالة مراد"]],
  ["تغطية / هالة مراد", ["هالة مراد"]],
  ["تحقيق وتصوير: هالة مراد", ["هالة مراد"]],
  ["أضيف بواسطة هالة", ["هالة"]],
  ["مرسلة بواسطة هالة مراد", ["هالة مراد"]],
  ["بقلم الدكتور سامي النجار", ["الدكتور سامي النجار"]],
  ["كتب سامي النجار:", ["سامي النجار"]],
  ["مراسلتنا في حلب: هالة مراد", ["هالة مراد"]],
  ["حاوره في لندن: سامي النجار", ["سامي النجار"]],
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
  ["دمشق ـ سانا", "سانا"],
  ["الرباط - و م ع", "و م ع"],
  ["(وأج)", "وأج"],
  ["القاهرةـ وكالات", "وكالات"],
  ["دمشـق ـ رويـترز", "رويترز"],
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
  "متابعة: الجسر مغلق اليوم",
  "تحقيق: لماذا تأخر افتتاح الجسر كل هذه السنوات",
  "تغطية مباشرة من الجسر",
  "بقلم الرصاص",
  "كتب الرئيس:",
  "حلب - من تحت الركام",
  "حلب - من الألف إلى الياء",
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

describe("a line of a system's", () => {
  it.each(["بواسطة admin", "نشر بواسطة المحرر", "By Administrator"])(
    "is no text where it names nobody: %s",
    (line) => {
      expect(creditOf(line)?.sure).toBe(true);
    },
  );
  it.each(["كتب بواسطة: هالة مراد", "كتبت بواسطة: هالة مراد"])("names who wrote: %s", (line) => {
    expect(creditOf(line)).toEqual({ authors: ["هالة مراد"], agency: null, sure: true });
  });
  it("names a source where its label says so, and none where a headline quotes one", () => {
    expect(creditOf("مصدر الخبر: سانا")?.agency).toBe("سانا");
    expect(creditOf("مصدر: الوزير لم يتحدث إلى الصحافة")).toBeNull();
  });
  it("names no source that only took the picture", () => {
    expect(creditOf("صدر الصورة، AFP")).toBeNull();
    expect(creditOf("صور - رويترز")).toBeNull();
  });
  it("names a source without its marks, and no author with figures", () => {
    expect(creditOf('المصدر: "صدى الجسر"')?.agency).toBe("صدى الجسر");
    expect(creditOf("بقلم: هالة 12")).toBeNull();
  });
});
