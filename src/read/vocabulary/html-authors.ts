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
