/** What a query fetches from a large index, seen in the requests to the host. */
import { describe, expect, it } from "vitest";
import { type Article, type Files, hostOf, indexOf, rangelessHostOf } from "../testing/index-of.ts";
import type { FetchFile } from "./fetch-file.ts";
import { openSearch } from "./search.ts";

const COMMON = ["مدينة", "حكومة", "سياسة", "جامعة"];
/** 12,000 articles that hold four common words each, and a rare one; a few days a year, so nearly all in closed runs. */
const LETTERS = "بتثجحخدذرزسشصضطظعغ";
const rare = (i: number): string => `م${LETTERS[i % 18]}ن${LETTERS[Math.floor(i / 18) % 18]}`;
const articles: readonly Article[] = Array.from({ length: 12_000 }, (_, i) => ({
  title: `خبر`,
  text: `${COMMON.join(" ")} ${rare(i)} ${COMMON.join(" ")}`,
  published: `${1990 + (i % 25)}-0${1 + (i % 9)}-1${i % 10}`,
  section: null,
}));
const files: Files = indexOf(articles);

interface Request {
  readonly name: string;
  readonly bytes: number;
}
/** The host, and the requests it got for postings. */
function counted(host: FetchFile): { readonly host: FetchFile; readonly sent: Request[] } {
  const sent: Request[] = [];
  return {
    sent,
    host: async (name, request) => {
      const got = await host(name, request);
      if (name.startsWith("terms/")) sent.push({ name, bytes: got?.bytes.length ?? 0 });
      return got;
    },
  };
}
const bytesOf = (sent: readonly Request[]): number => sent.reduce((sum, { bytes }) => sum + bytes, 0);

describe("the postings of a query", () => {
  it("are one short request for a rare word", async () => {
    const { host, sent } = counted(hostOf(files));
    const { search } = await openSearch(host);
    expect((await search(rare(100))).total).toBeGreaterThan(0);
    expect(sent.every(({ bytes }) => bytes <= 2048)).toBe(true);
  });

  it("are complete for a common word, so that every article is found and counted", async () => {
    const { host, sent } = counted(hostOf(files));
    const { search } = await openSearch(host);
    const { total, incomplete } = await search("المدينة");
    expect([total, incomplete]).toEqual([articles.length, false]);
    expect(sent).toHaveLength(2);
  });

  it("are bounded for a long one: its rarest words decide, the most common are left out", async () => {
    const { host, sent } = counted(hostOf(files));
    const { search } = await openSearch(host);
    const answer = await search(`${COMMON.join(" ")} ${rare(100)}`);
    const most = Math.max(...sent.map(({ bytes }) => bytes));
    expect(answer.unknown).toEqual([]);
    expect(answer.results.length).toBe(10);
    expect(bytesOf(sent.filter(({ bytes }) => bytes > 2048))).toBeLessThanOrEqual(3 * most);
  });

  it("are of every word of a phrase, however common", async () => {
    const { search } = await openSearch(hostOf(files));
    const { total } = await search("«مدينة حكومة سياسة جامعة»");
    expect(total).toBe(articles.length);
  });

  it("are requested once", async () => {
    const { host, sent } = counted(hostOf(files));
    const { search } = await openSearch(host);
    const first = await search(`مدينة ${rare(100)}`);
    const before = sent.length;
    expect(await search(`مدينة ${rare(100)}`)).toEqual(first);
    expect(sent.length).toBe(before);
  });

  it("are fetched whole, once a shard, from a host without ranges", async () => {
    const { host, sent } = counted(rangelessHostOf(files));
    const { search } = await openSearch(host);
    const { search: known } = await openSearch(hostOf(files));
    expect(await search("مدينة حكومة")).toEqual(await known("مدينة حكومة"));
    expect(new Set(sent.map(({ name }) => name)).size).toBe(sent.length);
  });

  it("that changed between the two requests are both fetched again", async () => {
    const older = indexOf(articles.slice(0, -3));
    const host = hostOf(files);
    let stale = true;
    const changing: FetchFile = (name, request) => {
      if (request.fresh) stale = false;
      return stale && name.startsWith("terms/") && (request.range?.from ?? 0) > 0
        ? hostOf(older)(name, request)
        : host(name, request);
    };
    const { search } = await openSearch(changing);
    const { total, incomplete } = await search("مدينة");
    expect([total, incomplete, stale]).toEqual([articles.length, false, false]);
  });
});

describe("a host that is unreachable for a while", () => {
  const cutOff = () => {
    const line = { isDown: false };
    const host = hostOf(files);
    const fetchFile: FetchFile = async (name, request) => (line.isDown ? null : host(name, request));
    return { line, fetchFile };
  };

  it("is asked again by the next query, and finds all that is there", async () => {
    const { line, fetchFile } = cutOff();
    const { search } = await openSearch(fetchFile);
    line.isDown = true;
    expect(await search("المدينة")).toMatchObject({ total: 0, incomplete: true });
    expect(await search("المدينة")).toMatchObject({ total: 0, incomplete: true });
    line.isDown = false;
    const answer = await search("المدينة");
    expect(answer).toMatchObject({ total: articles.length, incomplete: false });
    expect(answer.results).toHaveLength(10);
  });

  it("gets requests for its records again too", async () => {
    const line = { isDown: true };
    const host = hostOf(files);
    const { search } = await openSearch(async (name, request) =>
      line.isDown && name.startsWith("articles/") ? null : host(name, request),
    );
    expect(await search("المدينة")).toMatchObject({ results: [], incomplete: true });
    line.isDown = false;
    expect((await search("المدينة")).results).toHaveLength(10);
  });

  it("reports no word as unknown", async () => {
    const { line, fetchFile } = cutOff();
    const { search } = await openSearch(fetchFile);
    line.isDown = true;
    expect(await search("المدينة")).toMatchObject({ unknown: [], suggestions: [] });
    line.isDown = false;
    expect((await search("قسطرينة")).unknown).toEqual(["قسطرينة"]);
  });
});

it("a query of stop words, signs or excluded words alone has no terms", async () => {
  const { search } = await openSearch(hostOf(files));
  for (const typed of ["من في", "«»", "؟", "-المدينة"])
    expect(await search(typed), typed).toMatchObject({ total: 0, asksNothing: true });
  expect(await search("قسطرينة")).toMatchObject({ total: 0, asksNothing: false });
});
