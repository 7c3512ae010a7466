/** Labels of what news pages print about an article, as people spell them; whoever matches them folds them. */

/** Before tags, or over a list of them. */
export const TAGS =
  "(?:ال)?(?:وسوم|وسم|أوسمة|تاغات|تاجات|تاقات|تسميات|دلالات|مفاتيح|كلمات (?:ال)?(?:دلالية|مفتاحية|دليلية|بحث)|كلمات البحث|علامات (?:ال)?دالة)|(?:مواضيع|موضوعات) (?:ال)?(?:خبر|مقال)|هاشتا[غج](?:ات)?|موسومة? (?:تحت|ب)|(?:لقراءة )?المزيد (?:عن|حول(?: نفس المواضيع)?)|tags?|keywords|labels|filed under|برچسب ?ها";
/** Before a section, or sections. */
export const SECTION =
  "(?:ال)?(?:قسم|تصنيف|تصنيفات|أقسام|باب)|نشر ضمن|ضمن|in|posted in|category|categories|section";
