import fc from "fast-check";
import { expect, it } from "vitest";
import { arrange } from "../../archive/arrange.ts";
import type { Card } from "../../model/article.ts";
import type { Page } from "../../model/page.ts";
import { exampleCard, exampleLabel, exampleSite } from "../../model/testing/example.ts";
import { month } from "../calendar/month.ts";
import { article } from "./article.ts";

const CARDS = 5;
const place = fc.nat(CARDS - 1);
const fields = fc.record({
  title: fc.constantFrom("أ", "ب"),
  day: fc.constantFrom("2017-10-30", "2017-11-20", "2017-11-21", null),
  section: fc.constantFrom("ثقافة", "علوم"),
});
const link = fc.record({
  to: place,
  terms: fc.array(fc.nat(2), { maxLength: 2 }),
  days: fc.constantFrom(1, -1, null),
});
const archive = fc.record({
  cards: fc.array(fields, { minLength: CARDS, maxLength: CARDS }),
  similar: fc.array(link, { maxLength: 2 }),
  copies: fc.array(place, { maxLength: 2 }),
  picture: fc.constantFrom(null, "/a.jpg", "/b.jpg"),
});
type Drawn = typeof archive extends fc.Arbitrary<infer T> ? T : never;

function pagesOf({ cards, similar, copies, picture }: Drawn): readonly Page[] {
  const made = cards.map(({ title, day, section }, i) =>
    exampleCard(`n${i}`, day, {
      title,
      section: exampleLabel(section),
    }),
  );
  const related = {
    similar: similar.map(({ to, ...why }) => ({ card: made[to] as Card, ...why, score: 0 })),
    copies: copies.map((one) => made[one] as Card),
  };
  const pictures = { published: [], inText: () => ({ "صورة.jpg": picture && { url: picture } }) } as never;
  const arranged = arrange(made, exampleSite, { relatedTo: () => related }, pictures);
  return [article, month].flatMap(({ plan }) => [...(plan?.(arranged, exampleSite) ?? [])]);
}

const seen = ({ basis }: Page): string =>
  JSON.stringify([basis?.links.map(({ linkDigest }) => linkDigest), basis?.rest]);
const sameBasis = (one: Page, other: Page): boolean => seen(one) === seen(other);

it("pages of an article or a month whose bases are equal have equal props", () => {
  fc.assert(
    fc.property(archive, archive, (one, other) => {
      const subjectOf = ({ cards, path }: Page): string => cards[0]?.id ?? path;
      const before = new Map(pagesOf(one).map((page) => [subjectOf(page), page]));
      for (const page of pagesOf(other)) {
        const known = before.get(subjectOf(page));
        if (known && sameBasis(known, page)) expect(page.props).toEqual(known.props);
      }
    }),
    { numRuns: 1000 },
  );
});
