/**
 * Removes the article ال from a word, for sorting and transliteration. Some words begin with ال without an article:
 * names (الله، الياس), pronouns (الذي), verbal nouns of the eighth form from a root in ل (التزام). They are few enough
 * to be listed.
 */

const ITS_OWN = new Set(
  (
    "الله اللهم الآن الان الذي التي الذين اللذان اللذين اللتان اللتين اللاتي اللواتي اللائي إلا الا " +
    "الياس اليزابيث اليكس الكسندر الكساندر الكسندرا البرت البرتو الفريد الفونس السا اليسا اليانا الدورادو " +
    "الجيراس المانيا البانيا الماني الباني الاسكا الاباما " +
    "التزام التزامات التقاء التقاط التهاب التهابات التماس التماسات التفات التفاف التحاق التحام التباس التواء التئام " +
    "التهام التجاء البوم البومات الياف الهام الغاء الزام الحاق الحاح الصاق القاء الماس"
  ).split(" "),
);
const MARKS = /[\u064B-\u065F\u0670\u0640]/g;
const ARTICLE = /^[اٱ]ل(?=..)/u;

/** The word without its article, marks and tatweel; without an article, only marks and tatweel are removed. */
export function withoutArticle(word: string): string {
  const bare = word.replace(MARKS, "");
  return ITS_OWN.has(bare) ? bare : bare.replace(ARTICLE, "");
}
