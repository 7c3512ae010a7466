/** Warns of dates in the future, by a clock: for reports only, never for what a build stores or publishes. */
import type { Card } from "../model/article.ts";
import type { CivilDate } from "../model/civil-date.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** A warning for each article that was published or changed after `today`. */
export const daysToCome = (cards: readonly Card[], today: CivilDate): readonly Diagnostic[] =>
  cards.flatMap(({ source, published, updated }) => {
    const day = [published, updated].find((one) => one !== null && one > today);
    if (!day) return [];
    const which = day === published ? "Its date" : "The day it was updated or corrected,";
    return [
      {
        ...{ severity: "warning" as const, code: "day-to-come", file: `content/${source}` },
        message: `${which} ${day} is still to come: today is ${today}. It is published all the same.`,
        hint: "If a figure was mistyped, mend it; to keep the article back until then, state draft: true.",
      },
    ];
  });
