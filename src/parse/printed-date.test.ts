import { describe, expect, it } from "vitest";
import { MONTHS } from "../arabic/calendar-names.ts";
import { printDigits } from "../arabic/digits.ts";
import { evidenceIn, printedDate } from "./printed-date.ts";

/** Rows that state 22 November 2017 too: with the other calendar in either order, with hours, as papers print them. */
const ROWS = [
  "الأربعاء 22 نوفمبر 2017 م الموافق لـ 4 ربيع الأول 1439 هـ",
  "الأربعاء 4 ربيع الأول 1439 هـ، الموافق 22 نونبر 2017",
  "4 ربيع الأول 1439 هـ الموافق لـ: 22 نوفمبر 2017 م",
  "الأربعاء 4 من ربيع الأول 1439 هـ الموافق 22 من نوفمبر 2017م",
  "4 ربيع الأول 1439هـ 22 نوفمبر 2017م",
  "الأربعاء 22 نوفمبر 2017م 4 ربيع الأول 1439هـ",
  "(4 ربيع الأول 1439 هـ) 22 نوفمبر 2017",
  "الأربعاء 4 ربيع الأول 1439 هجرية - 22 نوفمبر 2017 ميلادية",
  "4/3/1439 هـ الموافق: 22/11/2017 م",
  "الأربعا 22 تشرين ثان 2017",
  "يوم الأربعاء 22 نوفمبر 2017 على الساعة 10:20",
  "الأربعاء 22 نوفمبر 2017 (10h20)",
  "2017 نوفمبر 22",
  "حُرر بتاريخ 22 نوفمبر 2017",
  "في: 22 نوفمبر 2017",
  "العدد 8123 الأربعاء 22 نوفمبر 2017",
  "تم نشره في الأربعاء 22 تشرين الثاني / نوفمبر 2017. 08:15 صـباحاً",
  "أربعاء, 11/22/2017 - 08:15",
  "الأربعاء, 22 تشرين2/نوفمبر 2017 08:15",
  "نُشر في 22 نوفمبر 2017 الساعة 8 و 15 دقيقة",
  "22 نوفمبر 2017 على الساعة 8 صباحا",
  "Wed, 22 Nov 2017 10:20",
  "Wednesday, November 22nd, 2017",
];
/** Lines that state 22 November 2017. */
const STATES = [
  "22 نوفمبر 2017",
  "٢٢ نوفمبر ٢٠١٧",
  "۲۲ نوفمبر ۲۰۱۷",
  "22 تشرين الثاني 2017",
  "22 تشرين ثاني 2017",
  "22 تشرين الثاني/نوفمبر 2017",
  "22 نوفمبر/ تشرين الثاني 2017",
  "22 نونبر 2017",
  "الأربعاء 22 نوفمبر 2017",
  "الاربعاء، ٢٢ تشرين الثاني، ٢٠١٧",
  "يوم الأربعاء 22 من نوفمبر عام 2017م",
  "نوفمبر 22, 2017",
  "نوفمبر ٢٢، ٢٠١٧",
  "نشر في: 22 نوفمبر 2017",
  "نُشر يوم الأربعاء 22 نوفمبر 2017 الساعة 10:30 ص",
  "تاريخ النشر: 22/11/2017",
  "بتاريخ 22-11-2017",
  "22/11/2017 - 14:30",
  "2017/11/22",
  "2017-11-22T14:30:00+03:00",
  "22.11.2017",
  "11/22/2017",
  "14:05 - 22 نوفمبر 2017",
  "الأربعاء 22 نوفمبر 2017 | 14:05 بتوقيت دمشق",
  "الأربعاء، 22 تشرين الثاني/نوفمبر 2017، آخر تحديث 14:00 (GMT+0400)",
  "4 ربيع الأول 1439 هـ الموافق 22 نوفمبر 2017",
  "22 نوفمبر 2017 م - 4 ربيع الأول 1439 هـ",
  "الأربعاء 4 ربيع الأول 1439هـ / 22 نوفمبر 2017م",
  "22 نوفمـــبر 2017",
  "\u200f22 نوفمبر 2017\u200f",
  "November 22, 2017",
  "22 Nov 2017",
  ...ROWS,
  "(22 نوفمبر 2017)",
  "الأربعاء (22 نوفمبر 2017)",
  "الأربعاء ـ 22 نوفمبر 2017",
  "4 ربيع الأول 1439 هـ ـ 22 نوفمبر 2017 م",
];
/** Lines that say when, but not the day by our calendar. */
const SAYS_OTHERWISE = [
  "4 ربيع الأول 1439",
  "٤ ربيع الأول ١٤٣٩ هـ",
  "1439/03/04",
  "4-3-1439 هـ",
  "منذ 3 ساعات",
  "قبل يومين",
];
/** Spellings of months and weekdays, and the day each states. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["الثلثاء 3 آدار 2009", "2009-03-03"],
  ["4 مايس 2009", "2009-05-04"],
  ["الاتنين 4 ماي 2009", "2009-05-04"],
  ["3 أوغسطس 2009", "2009-08-03"],
  ["3 أوت 2009", "2009-08-03"],
  ["3 سيبتمبر 2009", "2009-09-03"],
  ["3 شتنبر 2009", "2009-09-03"],
  ["3 Sept 2009", "2009-09-03"],
  ["3 أوكتوبر 2009", "2009-10-03"],
  ["3 دجنبر 2009", "2009-12-03"],
  ["3 ديسيمبر 2009", "2009-12-03"],
  ["17 رمضان المبارك 1430 هـ - 7 أيلول 2009", "2009-09-07"],
];
/** Text. */
const TEXT = [
  "22 نوفمبر",
  "نوفمبر 2017",
  "في 22 نوفمبر 2017 وقّع الطرفان الاتفاق",
  "22 نوفمبر 2017 يوم لا يُنسى",
  "31 فبراير 2017",
  "وُلد في 22 نوفمبر 2017",
  "حفل الختام، 22 نوفمبر 2017",
  "العدد 8123",
  "45/11/2017",
  "2017",
  "من 1990 إلى 2000",
  "القرار 2254",
  "22/11/17",
  "4 ربيع الأول 1439 هـ يوم لا يُنسى",
  "",
];

describe("a line that is a date", () => {
  it.each(STATES)("states it: %s", (line) => {
    expect(printedDate(line)).toEqual({ date: "2017-11-22", updated: false });
  });
  it.each(SPELLINGS)("states it in whichever spelling: %s", (line, date) => {
    expect(printedDate(line)).toEqual({ date, updated: false });
  });
  it.each(SAYS_OTHERWISE)("says it in another way, which is not turned into a day: %s", (line) => {
    expect(printedDate(line)).toEqual({ date: null, updated: false });
  });
  it.each(TEXT)("is none: %s", (line) => {
    expect(printedDate(line)).toBeNull();
  });
  it.each(["آخر تحديث: 22 نوفمبر 2017", "تم التحديث في 22/11/2017", "Last updated: November 22, 2017"])(
    "says when the text was changed, not when it was published: %s",
    (line) => {
      expect(printedDate(line)).toEqual({ date: "2017-11-22", updated: true });
    },
  );

  it.each(Object.entries(MONTHS).filter(([profile]) => profile !== "dual"))(
    "is read in the months of %s, in either digits",
    (_, names) => {
      for (const [i, name] of names.entries()) {
        const expected = `2009-${String(i + 1).padStart(2, "0")}-07`;
        expect(printedDate(`7 ${name} 2009`)?.date).toBe(expected);
        expect(printedDate(printDigits(`الخميس 7 ${name} 2009`, "arab"))?.date).toBe(expected);
      }
    },
  );
});

describe("what a text suggests of its date", () => {
  it("is quoted as it stands, with its kind", () => {
    const text =
      "القمة التي ستُعقد اليوم الأربعاء تلي لقاءً جرى يوم عشرين نوفمبر، وبيانًا صدر يوم 11 الشهر الجاري.";
    expect(evidenceIn([text])).toEqual([
      { kind: "weekday", quote: "اليوم الأربعاء" },
      { kind: "day-of-this-month", quote: "يوم 11 الشهر الجاري" },
      { kind: "day-month", quote: "يوم عشرين نوفمبر" },
    ]);
  });
});
