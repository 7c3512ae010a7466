/** The theme of text alone on a crowded archive: what each kind of its pages weighs. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";

const TEN_KILOBYTES = 10_240;
const AROUND_A_TEXT = 4096;
/** Of the day as many as make its first page as long as one can be. */
const [TAGS, AUTHORS, OF_A_DAY] = [5000, 1000, 424];
afterAll(removeRoots);

const LETTERS = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
/** The same sequence at every run, and words nobody has: they pack worse than those of a language. */
function words(): (count: number) => string {
  let state = 7;
  const next = (most: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * most);
  };
  const word = (): string =>
    Array.from({ length: 3 + next(4) }, () => LETTERS[next(LETTERS.length)]).join("");
  return (count) => Array.from({ length: count }, word).join(" ");
}

/** A day of articles under long headlines, 5,000 tags and 1,000 authors of two words and of three, and one long text. */
function crowded(say: ReturnType<typeof words>): Record<string, string> {
  const list = (count: number, length: number): string =>
    Array.from({ length: count }, () => say(length)).join(", ");
  return Object.fromEntries(
    Array.from({ length: OF_A_DAY }, (_, i) => [
      `content/${i}.md`,
      article(
        say(11),
        `date: 2017-11-22\nsection: تاريخ\ntags: [${list(Math.ceil(TAGS / OF_A_DAY), 2)}]\nauthors: [${list(Math.ceil(AUTHORS / OF_A_DAY), 3)}]\n`,
        say(60),
      ),
    ]),
  );
}

/** Every day of a year, one day of fifty years, forty sections in the menu. */
function long(say: ReturnType<typeof words>): Record<string, string> {
  const sections = Array.from({ length: 40 }, () => say(2));
  const dates = [
    ...Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(0, 10)),
    ...Array.from({ length: 240 }, (_, i) => `${1950 + Math.floor(i / 5)}-11-22`),
  ];
  const articles = dates.map((date, i) => [
    `content/of-${i}.md`,
    article(say(11), `date: ${date}\nsection: ${sections[i % 40]}\n`, say(40)),
  ]);
  return {
    ...Object.fromEntries(articles),
    "content/site.yaml": `theme: plain\nsections: [${sections.join(", ")}]\n`,
  };
}

it("of long lists is sent in under ten kilobytes a page, but for a long text", async () => {
  const say = words();
  const text = say(4000);
  const root = new BuildRoot({
    ...crowded(say),
    ...long(say),
    "content/text.md": article("طويل", "date: 2016-01-01\nsection: تاريخ\n", text),
  });
  expect((await root.build()).published).toBe(true);
  const names = readdirSync(join(root.path, "dist"), { recursive: true, encoding: "utf8" });
  const packed = (name: string): number => gzipSync(root.read(join("dist", name))).length;
  const sheet = packed(names.find((name) => name.endsWith(".css")) as string);
  const heavy = names
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({ name, bytes: packed(name) + sheet }))
    .filter(({ bytes }) => bytes >= TEN_KILOBYTES);
  expect(heavy.map(({ name }) => name)).toEqual(["2016/01/01/طويل/index.html"]);
  // An archive shows a text whole: the bound holds for all that stands around it.
  expect((heavy[0]?.bytes ?? 0) - gzipSync(text).length).toBeLessThan(AROUND_A_TEXT);
  for (const list of ["tags", "authors", "2017/11/22"]) expect(names).toContain(`${list}/page/2/index.html`);
});
