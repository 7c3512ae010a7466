/** Checks docs/search-format.md: reads an index by the document alone, without the reader of the project. */
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { wordOf } from "../arabic/terms/analyse.ts";
import { termHash } from "../arabic/terms/term-hash.ts";
import { DICTIONARY, fromBytes } from "./query/letters.ts";
import { openSearch } from "./query/search.ts";
import { type Article, hostOf, indexOf } from "./testing/index-of.ts";

const text = readFileSync(new URL("../../docs/search-format.md", import.meta.url), "utf8");
/** A number in the document, found by the words around it. */
const figure = (pattern: RegExp): number => Number((pattern.exec(text)?.[1] ?? "").replace(",", ""));

const articles: readonly Article[] = Array.from({ length: 300 }, (_, i) => ({
  title: i % 3 === 0 ? `نهر ${i}` : `جسر ${i}`,
  text: i % 2 === 0 ? "مدينة على نهر كبير ثم نهر صغير" : "قرية بعيدة",
  published: `201${Math.floor(i / 60)}-0${1 + (i % 9)}-1${i % 10}`,
  section: ["تاريخ", "ثقافة", null][i % 3] ?? null,
}));
const files = indexOf(articles);
const bytesOf = (name: string): Uint8Array => files.get(name) as Uint8Array;
const index = JSON.parse(new TextDecoder().decode(bytesOf("index.json")));

/** Varints of a file, one after another. */
class Reader {
  at: number;
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte(): number {
    return this.bytes[this.at++] as number;
  }
  varint(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.byte();
      value += (byte % 128) * weight;
      if (byte < 128) return value;
    }
  }
}

interface Posting {
  readonly article: number;
  readonly weight: number;
  readonly places: readonly number[];
}

function postingsIn(name: string, key: number): Posting[] {
  const file = new Reader(bytesOf(name));
  const [w, q] = (/`57 51 0(\d)` \| "WQ"/.exec(text) ?? []).slice(0, 2);
  expect(w).toBeDefined();
  expect([file.byte(), file.byte(), file.byte()]).toEqual([0x57, 0x51, Number(q)]);
  file.varint();
  const length = file.varint();
  const end = file.at + length;
  const listed: { key: number; articles: number; length: number }[] = [];
  for (let one = 0; file.at < end; ) {
    one += file.varint();
    listed.push({ key: one, articles: file.varint(), length: file.varint() });
  }
  let at = end;
  for (const entry of listed.sort((a, b) => a.length - b.length || a.key - b.key)) {
    if (entry.key === key) return postingsAt(new Reader(bytesOf(name), at), entry.articles);
    at += entry.length;
  }
  return [];
}

function postingsAt(file: Reader, count: number): Posting[] {
  const least = figure(/the weight: ([\d.]+) ·/);
  const most = figure(/the weight: [\d.]+ · \(([\d.]+) \//);
  let article = -1;
  return Array.from({ length: count }, () => {
    const step = file.varint();
    article += Math.floor(step / 8) + 1;
    const weight = least * (most / least) ** (file.byte() / 255);
    return { article, weight, places: Array.from({ length: (step % 8) + 1 }, () => file.byte()) };
  });
}

const termOf = (word: string): number => termHash(wordOf(word).term);
const k1 = figure(/k₁ = (\d+)/);
const b = figure(/b = ([\d.]+)/);
const common = figure(/A fixed length of (\d+)/);
/** Articles in the order the document numbers them. */
const numbered = articles
  .map((article, i) => ({ ...article, i }))
  .sort((x, y) => (String(x.published) < String(y.published) ? -1 : x.published === y.published ? 0 : 1));

it("says where a term's postings lie and what they mean", () => {
  const hash = termOf("نهر");
  const { shardBits } = index as { shardBits: number };
  const shard = Math.floor(hash / 2 ** (32 - shardBits));
  const key = Math.floor((hash % 2 ** (32 - shardBits)) / 2 ** 4);
  const closed = postingsIn(`terms/${shard.toString(16).padStart(4, "0")}.bin`, key);
  const first = (index.runs as { count: number }[]).slice(0, -1).reduce((sum, { count }) => sum + count, 0);
  const open = postingsIn("open.bin", Math.floor(hash / 16)).map((one) => ({
    ...one,
    article: one.article + first,
  }));
  const found = [...closed, ...open];
  const expected = numbered.flatMap(({ title, text: body }, number) => {
    const inTitle = title.startsWith("نهر") ? 1 : 0;
    const inText = body.split("نهر").length - 1;
    const words = 3 * 2 + (inText > 0 ? 6 : 2);
    const f = 3 * inTitle + inText;
    const weight = (f * (k1 + 1)) / (f + k1 * (1 - b + (b * words) / common));
    const places = [...(inTitle ? [0] : []), ...(inText > 0 ? [12, 15] : [])];
    return f === 0 ? [] : [{ article: number, weight, places }];
  });
  expect(found.map(({ article, places }) => ({ article, places }))).toEqual(
    expected.map(({ article, places }) => ({ article, places })),
  );
  found.forEach(({ weight }, i) => {
    expect(weight / (expected[i]?.weight ?? 0)).toBeCloseTo(1, 1);
  });
});

it("says where a record lies and what it holds", async () => {
  const block = figure(/holds (\d+) articles of a run/);
  const slot = figure(/each in a slot of (\d+) bytes/);
  const place = block + 5;
  const { name } = index.runs[0] as { name: string };
  const file = bytesOf(`articles/${name}-001.bin`);
  const from = slot * (place % block);
  const length = (file[from] as number) + 256 * (file[from + 1] as number);
  const packed = file.subarray(from + 2, from + 2 + length);
  const [url, date, title] = fromBytes(inflateRawSync(packed, { dictionary: DICTIONARY })).split("\n");
  const article = numbered[place];
  expect([url, date, title]).toEqual([`/a/${article?.i}/`, article?.published, article?.title]);
});

it("says the section of each article, and the version", async () => {
  const sections = [...inflateRawSync(bytesOf("sections.bin"))].map(
    (byte) => index.sections[byte - 1] ?? null,
  );
  expect(sections).toEqual(numbered.map(({ section }) => section));
  expect(index.version).toBe(figure(/# The search index, version (\d+)/));
  expect(index.version).toBe(figure(/"version": (\d+)/));
});

it("says how many bytes are requested first, and how many at most", async () => {
  const heads: number[] = [];
  const { search } = await openSearch((name, request) => {
    if (name.startsWith("terms/")) heads.push(request.range?.length ?? 0);
    return hostOf(files)(name, request);
  });
  await search("نهر");
  expect(heads[0]).toBe(figure(/range request of ([\d,]+) bytes/));
});
