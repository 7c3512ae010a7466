/** Words and names by which a saved page tells who wrote it, and by which it tells that nobody did. */

/** Classes and ids of what names the writer. */
export const CREDIT_NAMES =
  /(?:^|[\s_-])(?:authors?|byline|writers?|correspondents?|reporters?|journalists?|createdby|vcard|fn)(?:-?names?)?(?:$|[\s_-])|(?:^|\s)by(?:$|\s)/i;
/** Of these, boxes of something else: forms, players, pictures, what follows or tells of the writer. */
export const NO_CREDIT_NAMES =
  /comment-?form|audio|player|avatar|(?:^|[\s_-])(?:desc\w*|bio\w*|social|follow|check|login)(?:$|[\s_-])/i;
/** A writer's own page. */
export const WRITERS_PAGE = /\/(?:[\w-]*-)?(?:authors?|writers?|journalists?|columnists?|katib|kateb)\/[^/]/i;
/** What is in these is asked of a reader. */
export const FORM = /^(?:form|label|button|input|select|textarea|nav)$/;
/** Before a name in a box that names the writer. */
export const ROLE = /^(?:تقرير|كتابة|كتبت?|[إا]عداد|تحرير|متابعة|ترجمة|حوار)\s*[:：]?\s+(?=\p{L})/u;
/** `المصدر: الصدى - فلان الفلاني`. */
export const FROM = /^(?:المصدر|مصدر الخبر)\s*[:：]\s*/u;
/** What a page says to those who hear it, before the name and the office. */
export const LABELLED_WRITER = /^(?:author|writer|الكاتب|المؤلف)[,،]\s*(\p{L}.{2,80})$/iu;
export const LABELLED_ROLE = /^(?:role|الصفة|الوظيفة)[,،]\s*\S.{0,80}$/iu;
/** Names of sections of which each article has a writer. */
export const OPINION =
  /^(?:ال)?(?:رأي|[آأا]راء|مقالات|مقال|كتاب|مدونات|أقلام|زوايا|زاوية|أعمدة|منبر|وجهات نظر)$/u;
