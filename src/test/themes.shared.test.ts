/** The theme of text alone on real news: what each of its pages weighs. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";
import { realText } from "./testing/real-text.ts";

const NEWS = realText("corpus/ant.jsonl.gz");
/** Their busiest month: 154 articles on its fullest day. */
const MONTH = "2018-05";
const TEN_KILOBYTES = 10_240;

interface Story {
  readonly title: string;
  readonly date: string;
  readonly section: string;
  readonly paragraphs: readonly string[];
}

afterAll(removeRoots);

it("of a month of real news is sent in under ten kilobytes a page", async () => {
  const stories = gunzipSync(readFileSync(NEWS))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Story)
    .filter(({ date }) => date.startsWith(MONTH));
  expect(stories.length).toBeGreaterThan(3000);
  const files = stories.map(({ title, date, section, paragraphs }, i) => [
    `content/${i}.md`,
    article(
      title,
      `date: ${date.slice(0, 10)}\nsection: ${JSON.stringify(section)}\n`,
      paragraphs.join("\n\n"),
    ),
  ]);
  const root = new BuildRoot({ ...Object.fromEntries(files), "content/site.yaml": "theme: plain\n" });
  expect((await root.build()).published).toBe(true);
  const names = readdirSync(join(root.path, "dist"), { recursive: true, encoding: "utf8" });
  const style = names.find((name) => name.endsWith(".css")) as string;
  const sheet = gzipSync(root.read(join("dist", style))).length;
  const heavy = names
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({ name, html: root.read(join("dist", name)) }))
    .filter(({ html }) => gzipSync(html).length + sheet >= TEN_KILOBYTES);
  expect(heavy.map(({ name }) => name)).toEqual([]);
});
