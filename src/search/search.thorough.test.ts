/** The search index end to end: articles → planned files → results of a query. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, wordOf } from "../arabic/terms/analyse.ts";
import type { FetchFile } from "./query/fetch-file.ts";
import type { SearchAnswer, SearchOptions } from "./query/search.ts";
import { NoIndex, openSearch } from "./query/search.ts";
import type { piecesOf } from "./runs.ts";
import {
  type Article,
  addressOf,
  type Files,
  hostOf,
  indexOf,
  rangelessHostOf,
  SECTIONS,
} from "./testing/index-of.ts";

async function ask(files: Files, typed: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  const { search } = await openSearch(hostOf(files));
  return search(typed, { limit: 1000, ...options });
}
const addressesOf = ({ results }: SearchAnswer): string[] => results.map(({ url }) => url).sort();

const WORDS = "وزير المدينة كتاب نهر جريدة بغداد مطبعة خط سفر تجارة قمر ورق مدرسة 2017 لندن Reuters".split(
  " ",
);
const words = (most: number) =>
  fc
    .array(fc.constantFrom(...WORDS, "في", "إلى"), { minLength: 1, maxLength: most })
    .map((list) => list.join(" "));
const date = fc
  .tuple(
    fc.integer({ min: 2014, max: 2018 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));
const article: fc.Arbitrary<Article> = fc.record({
  title: words(4),
  text: words(20),
  published: fc.option(date, { freq: 6 }),
  section: fc.option(fc.constantFrom(...SECTIONS), { freq: 6 }),
});
const archive = fc.array(article, { maxLength: 30 });

const termsOf = (text: string): Set<string> => new Set(analyse(text).map(({ term }) => term));
const termOf = (word: string): string => wordOf(word).term;
/** The matches found by scanning all articles. */
const byHand = (articles: readonly Article[], holds: (article: Article) => boolean): string[] =>
  articles.flatMap((one, i) => (holds(one) ? [addressOf(i)] : [])).sort();
const has = ({ title, text }: Article, word: string): boolean =>
  termsOf(title).has(termOf(word)) || termsOf(text).has(termOf(word));

describe("a query", () => {
  it("finds an article by its author and tags, as a phrase too, but no phrase across two names", async () => {
    const files = indexOf([
      {
        title: "نهر",
        text: "كتاب عن بغداد",
        published: "2017-01-01",
        section: null,
        names: ["سامر العلي", "دبلوماسية"],
      },
      { title: "سفر", text: "مطبعة", published: "2017-01-02", section: null },
    ]);
    for (const query of ["سامر العلي", "«سامر العلي»", "دبلوماسية"])
      expect(addressesOf(await ask(files, query)), query).toEqual([addressOf(0)]);
    expect(addressesOf(await ask(files, "«بغداد سامر»"))).toEqual([]);
  });

  it("finds every article that holds one of its words, and no other", () =>
    fc.assert(
      fc.asyncProperty(
        archive,
        fc.constantFrom(...WORDS),
        fc.constantFrom(...WORDS),
        async (articles, a, b) => {
          const answer = await ask(indexOf(articles), `${a} ${b}`);
          const expected = byHand(articles, (one) => has(one, a) || has(one, b));
          expect(addressesOf(answer)).toEqual(expected);
          expect(answer.total).toBe(expected.length);
          expect(answer.incomplete).toBe(false);
        },
      ),
      { numRuns: 60 },
    ));

  it("has the same answer from a host without ranges", () =>
    fc.assert(
      fc.asyncProperty(archive, words(4), async (articles, typed) => {
        const files = indexOf(articles);
        const { search } = await openSearch(rangelessHostOf(files));
        expect(await search(typed, { limit: 1000 })).toEqual(await ask(files, typed));
      }),
      { numRuns: 40 },
    ));

  it("leaves out articles with its excluded words", () =>
    fc.assert(
      fc.asyncProperty(
        archive,
        fc.constantFrom(...WORDS),
        fc.constantFrom(...WORDS),
        async (articles, a, b) => {
          const found = addressesOf(await ask(indexOf(articles), `${a} -${b}`));
          expect(found).toEqual(byHand(articles, (one) => has(one, a) && !has(one, b)));
        },
      ),
      { numRuns: 40 },
    ));

  it("in quotation marks finds its words one after another only", () =>
    fc.assert(
      fc.asyncProperty(
        archive,
        fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }),
        async (articles, list) => {
          const phrase = list.map(termOf).join(" ");
          const inOrder = (text: string): boolean => {
            const terms = text.split(/\s+/).map((word) => termOf(word) || "–");
            return ` ${terms.join(" ")} `.includes(` ${phrase} `);
          };
          const found = addressesOf(await ask(indexOf(articles), `«${list.join(" ")}»`));
          const expected = byHand(articles, ({ title, text }) => inOrder(title) || inOrder(text));
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    ));

  it("counts its articles by section and by year, and each filter gives what it counted", () =>
    fc.assert(
      fc.asyncProperty(archive, fc.constantFrom(...WORDS), async (articles, word) => {
        const files = indexOf(articles);
        const { sections, years } = await ask(files, word);
        for (const { value, count } of sections) {
          const { total, results } = await ask(files, word, { section: value });
          expect(total).toBe(count);
          expect(results.every(({ section }) => section === value)).toBe(true);
        }
        for (const { value, count } of years) {
          const { total, results } = await ask(files, word, { year: value });
          expect(total).toBe(count);
          expect(results.every(({ published }) => published.startsWith(String(value)))).toBe(true);
        }
      }),
      { numRuns: 20 },
    ));

  it("by date gives the newest first", async () => {
    const articles = ["2015-01-02", "2018-05-05", "2016-03-04"].map((published) => ({
      ...{ title: "وزير", text: "نص", section: null, published },
    }));
    const { results } = await ask(indexOf(articles), "الوزير", { order: "date" });
    expect(results.map(({ published }) => published)).toEqual(["2018-05-05", "2016-03-04", "2015-01-02"]);
  });

  it("puts an article that names the word in its title before one that mentions it", async () => {
    const text = "سافر القوم في النهر إلى المدينة ومعهم كتب كثيرة";
    const articles = [
      { title: "سفر بعيد", text: `${text} وفيها مطبعة`, published: "2018-01-01", section: null },
      { title: "مطبعة بولاق", text, published: "2014-01-01", section: null },
    ];
    const { results } = await ask(indexOf(articles), "المطبعة");
    expect(results.map(({ title }) => title)).toEqual(["مطبعة بولاق", "سفر بعيد"]);
  });

  it("puts an article that opens with the word as typed before one that has another form of it", async () => {
    const articles = ["سافر المهندسون إلى بغداد", "سافر مهندس إلى بغداد", "سافرت مهندسات إلى بغداد"].map(
      (text) => ({ title: "خبر", text, published: "2018-01-01", section: null }),
    );
    for (const [i, typed] of ["مهندسون", "المهندس", "مهندسات"].entries()) {
      const { results } = await ask(indexOf(articles), typed, { limit: 1 });
      expect(results.map(({ url }) => url)).toEqual([addressOf(i)]);
    }
  });

  it("shows the same ten first, however many more are asked for", async () => {
    const articles = Array.from({ length: 35 }, (_, i) => ({
      ...{ title: "خبر", text: i % 3 === 0 ? "مطبعة في بغداد" : "المطبعات في بغداد", section: null },
      published: "2018-01-01",
    }));
    const files = indexOf(articles);
    const all = (await ask(files, "مطبعة")).results.map(({ url }) => url);
    for (const limit of [3, 10, 20])
      expect((await ask(files, "مطبعة", { limit })).results.map(({ url }) => url)).toEqual(
        all.slice(0, limit),
      );
  });

  it("that finds nothing reports which word is in no article, and the nearest one that is", async () => {
    const articles = [{ title: "الضفة الغربية", text: "نص", published: "2018-01-01", section: null }];
    const answer = await ask(indexOf(articles), "الظفة");
    expect(answer.total).toBe(0);
    expect(answer.unknown).toEqual(["الظفة"]);
    expect(answer.suggestions).toEqual([{ typed: "الظفة", instead: "الضفة" }]);
  });

  it("that finds something still reports the near spelling of a word that is in no article", async () => {
    const articles = [{ title: "الضفة الغربية", text: "نص", published: "2018-01-01", section: null }];
    const answer = await ask(indexOf(articles), "الظفة الغربية");
    expect([answer.total, answer.unknown]).toEqual([1, ["الظفة"]]);
    expect(answer.suggestions).toEqual([{ typed: "الظفة", instead: "الضفة" }]);
  });

  it("gets suggestions for one letter too many, missing or wrong, and for two exchanged", async () => {
    const articles = [{ title: "انتخابات بلدية", text: "نص", published: "2018-01-01", section: null }];
    for (const typed of ["انتخبات", "انتخاباات", "انتحابات", "انتاخبات"]) {
      const { suggestions } = await ask(indexOf(articles), typed);
      expect(suggestions).toEqual([{ typed, instead: "انتخابات" }]);
    }
  });

  it("gets no suggestion that is in no article, even where its stem is", async () => {
    const articles = [{ title: "صفحة جديدة", text: "نص", published: "2018-01-01", section: null }];
    const { suggestions } = await ask(indexOf(articles), "صحفيين");
    expect(suggestions).toEqual([{ typed: "صحفيين", instead: "صفحة" }]);
  });

  it("of any characters, however many, has an answer", () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.string({ unit: fc.constantFrom(..."\"«»“”-−. *+?^$\\()[]{}|<>&'وزير"), maxLength: 60 }),
          fc.constant('"'.repeat(10_000)),
          fc.constant("وزير ".repeat(2000)),
          fc.constant(`${"-".repeat(5000)}وزير`),
        ),
        async (typed) => {
          const articles = [{ title: "وزير", text: "نص", published: "2018-01-01", section: null }];
          const { total, incomplete } = await ask(indexOf(articles), typed);
          expect(total).toBeLessThanOrEqual(1);
          expect(incomplete).toBe(false);
        },
      ),
      { numRuns: 200 },
    ));
});

describe("a result", () => {
  it("shows title, address and date as they are, and marks words of the query only", () =>
    fc.assert(
      fc.asyncProperty(archive, fc.constantFrom(...WORDS), async (articles, word) => {
        const { results } = await ask(indexOf(articles), word);
        for (const { url, title, published, titlePieces, excerpt } of results) {
          const source = articles[Number(url.split("/")[2])] as Article;
          expect([title, published]).toEqual([source.title, source.published ?? ""]);
          expect(titlePieces.map(({ text }) => text).join("")).toBe(title);
          const shown = excerpt.map(({ text }) => text).join("");
          expect(source.text).toContain(shown.replace(/^… | …$/g, ""));
          for (const { text, marked } of [...titlePieces, ...excerpt])
            if (marked) expect(termOf(text)).toBe(termOf(word));
        }
      }),
      { numRuns: 40 },
    ));

  it("keeps a title and text of any characters, also where they are too long for its slot", () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.string({ unit: "grapheme", maxLength: 1200 }),
        async (title, text) => {
          const articles = [{ title: `وزير ${title}`, text, published: "2018-01-01", section: null }];
          const { results } = await ask(indexOf(articles), "وزير");
          expect(results).toHaveLength(1);
          const whole = `وزير ${title}`.replace(/\s+/gu, " ").trim();
          expect(whole.startsWith((results[0]?.title ?? "?").replace(/…$/, ""))).toBe(true);
        },
      ),
    ));
});

describe("an index that was damaged", () => {
  const articles = Array.from({ length: 200 }, (_, i) => ({
    title: `وزير ${WORDS[i % WORDS.length]}`,
    text: `${WORDS[(i * 7) % WORDS.length]} ${WORDS[(i * 3) % WORDS.length]}`,
    published: `${2012 + (i % 7)}-03-0${1 + (i % 9)}`,
    section: SECTIONS[i % 3] ?? null,
  }));
  const whole = indexOf(articles);
  const undamaged = ask(whole, "الوزير بغداد");

  it("still answers and reports that more may be found, or that there is no index", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole.keys()),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom("cut", "garbled", "gone"),
        async (name, share, how) => {
          const files = new Map(whole);
          const bytes = Uint8Array.from(whole.get(name) as Uint8Array);
          const at = Math.floor(share * bytes.length);
          if (how === "gone") files.delete(name);
          else if (how === "cut") files.set(name, bytes.subarray(0, at));
          else {
            bytes[at] = (bytes[at] as number) ^ 0xa5;
            files.set(name, bytes);
          }
          try {
            const answer = await ask(files, "الوزير بغداد");
            // A changed byte may decode as another weight; missing bytes are detected.
            if (how !== "garbled" && !answer.incomplete) expect(answer).toEqual(await undamaged);
            if (answer.total === 0) expect(answer.incomplete).toBe(true);
          } catch (fault) {
            expect(fault).toBeInstanceOf(NoIndex);
            expect(name).toBe("index.json");
          }
        },
      ),
      { numRuns: 200 },
    ));

  it("of an older numbering is requested again, bypassing the browser's cache", async () => {
    const older = indexOf(articles.slice(3));
    const host = hostOf(whole);
    const cached: FetchFile = (name, request) =>
      name.endsWith(".bin") && !request.fresh && !request.range
        ? hostOf(older)(name, request)
        : host(name, request);
    const { search } = await openSearch(cached);
    const answer = await search("الوزير", { limit: 1000 });
    expect(answer.incomplete).toBe(false);
    expect(answer.total).toBe(200);
  });
});

describe("one new article", () => {
  it("rewrites the index's list, the current run and one file of records, and nothing else", () => {
    const articles = Array.from({ length: 700 }, (_, i) => ({
      title: `وزير ${i}`,
      text: `${WORDS[i % WORDS.length]} ${i}`,
      published: `${2010 + Math.floor(i / 100)}-0${1 + (Math.floor(i / 12) % 8)}-1${i % 10}`,
      section: SECTIONS[i % 3] ?? null,
    }));
    const before = indexOf(articles);
    const newest = { title: "خبر اليوم", text: "نهر وكتاب", published: "2016-12-30", section: "علوم" };
    const after = indexOf([...articles, newest]);
    const changed = [...after.keys()].filter(
      (name) => Buffer.compare(before.get(name) ?? new Uint8Array(), after.get(name) as Uint8Array) !== 0,
    );
    expect(changed.filter((name) => !name.startsWith("articles/")).sort()).toEqual([
      "index.json",
      "open.bin",
      "sections.bin",
    ]);
    expect(changed.filter((name) => name.startsWith("articles/open-"))).toHaveLength(1);
    expect(changed).toHaveLength(4);
  });
});

describe("the files of an index", () => {
  it("are the same however its runs are cut into pieces", () =>
    fc.assert(
      fc.property(archive, fc.integer({ min: 1, max: 5 }), (articles, size) => {
        const cut = ({ cards }: Parameters<typeof piecesOf>[0]) =>
          Array.from({ length: Math.ceil(cards.length / size) }, (_, i) =>
            cards.slice(i * size, (i + 1) * size),
          );
        expect(indexOf(articles, cut)).toEqual(indexOf(articles, ({ cards }) => [cards]));
      }),
      { numRuns: 100 },
    ));
});
