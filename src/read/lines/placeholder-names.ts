/** Names in bylines that are a system's word for nobody. */
import { fold } from "../../arabic/letters/fold.ts";
import { namesApart } from "./names-apart.ts";

/** Leads to a note on the writer below the text. */
export const NOTE_SIGN = /\s*(?<![*٭])[*٭]+$/u;

/** What systems write where nobody gave a name, folded. */
const NOBODY = new Set(
  [
    ...[
      "admin",
      "administrator",
      "super user",
      "superuser",
      "editor",
      "webmaster",
      "user",
      "author",
      "unknown",
      ..."null undefined none nan n/a na anonymous guest root test".split(" "),
    ],
    ...["المحرر", "محرر", "مدير الموقع", "مدير النظام", "إدارة الموقع", "الإدارة", "الأدمن", "مشرف الموقع"],
  ].map((name) => fold(name)),
);

/** A mail address, a number, the address of a page: what somebody signs on with. */
const ACCOUNT = /^[\p{Nd}\s]+$|^\S+@\S+$|^@\S+$|^(?:https?:)?\/\//u;

/** Names as an author's page is headed by: one by one, without note signs, and without those that are nobody's. */
export const writersIn = (names: readonly string[]): readonly string[] => [
  ...new Set(
    names
      .flatMap(namesApart)
      .map((name) => name.replace(NOTE_SIGN, ""))
      .filter((name) => !NOBODY.has(fold(name).trim()) && !ACCOUNT.test(name)),
  ),
];
