/** Characters that YAML can express, as "\\0" and "\\uD800", but that no page or feed may hold. */

/** Control characters other than line ends and tabs; lone surrogates. */
export const NO_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
