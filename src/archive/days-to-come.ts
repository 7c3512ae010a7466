/** Warns of dates in the future, by a clock: for reports only, never for what a build stores or publishes. */
import type { Card } from "../model/article.ts";
import type { CivilDate } from "../model/civil-date.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { articleFault } from "../model/diagnostics/articles.ts";

/** A warning for each article that was published or changed after `today`. */
export const daysToCome = (cards: readonly Card[], today: CivilDate): readonly Diagnostic[] =>
  cards.flatMap(({ source, published, updated }) => {
    const day = [published, updated].find((one) => one !== null && one > today);
    if (!day) return [];
    const of = day === published ? "date" : "update";
    return [articleFault("day-to-come", { file: `content/${source}` }, { of, day, today })];
  });
