import { describe, expect, it } from "vitest";
import { pageLineOf } from "./html-lines.ts";

describe("lines of a saved page that are never its text", () => {
  it.each([
    ["button", "استمع إلى المقال"],
    ["button", "استمع للخبر"],
    ["button", "استمع"],
    ["button", "00:00"],
    ["button", "0:12 / 4:35"],
    ["button", "Getting your Trinity Audio player ready..."],
    ["button", "تم النسخ!"],
    ["button", "+ الخط -"],
    ["button", "أضف تعليقًا واقرأ تعليقات القراء"],
    ["button", "لا توجد تعليقات على هذا الخبر"],
    ["button", "شروط نشر التعليقات في صدى الوادي"],
    ["share-label", "شارك القصة"],
    ["share-label", "شارك على:"],
    ["navigation", "تابعوا أخبار الوادي عبر جوجل نيوز"],
    ["navigation", "تابع صدى الوادي على Google News"],
    ["navigation", "اشترك في قناة صدى الوادي على واتساب"],
    ["navigation", "تابعونا على"],
    ["navigation", "لا يجوز نسخ أي مادة من مواد الموقع من دون إذن خطي."],
    ["navigation", "يحتوي هذا القسم على مقالات ذات صلة, الموضوعة في (Related field)"],
    ["advertisement", "حملوا تطبيق صدى الوادي على هواتفكم:"],
    ["markup", "[ad_1]"],
    ["markup", '[gallery ids="1,2"]'],
    ["markup", "[/vc_row]"],
  ])("%s: %s", (why, line) => {
    expect(pageLineOf(line)).toBe(why);
  });

  it.each([
    "استمع الحاضرون إلى كلمة رئيس الجمعية",
    "10:30 وصول الوفد إلى القاعة",
    "تابع الجمهور المباراة على مدرجات الملعب.",
    "تابعت الشرطة المشتبه به عبر كاميرات الطرق",
    "شارك الوفد في المؤتمر",
    "[ترجمة المحرر]",
    "لا يجوز الاستخفاف بعقول الناس",
    "حمل الرجل حقيبته ومضى",
  ])("is text: %s", (line) => {
    expect(pageLineOf(line)).toBeNull();
  });
});
