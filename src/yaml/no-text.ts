/** Characters that YAML can write, as "\\0" and "\\uD800", and that are part of no text: no page or feed may hold them. */

/** A control character but those that end lines and part words; half of a character. */
export const NO_TEXT = /[^\P{Cc}\t\n\r]|\p{Cs}/u;
