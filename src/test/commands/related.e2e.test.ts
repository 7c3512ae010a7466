/** `warraq related` on a small archive that was built, seen from outside. */
import { cpSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markdown, Root, warraq } from "../testing/program.ts";

const BANK = "رفع البنك المركزي سعر الفائدة لكبح التضخم وتراجعت أسعار السندات في بورصة عمان";
const ARTICLES: Readonly<Record<string, string>> = {
  "bank.md": markdown("البنك المركزي يرفع الفائدة", "date: 2017-11-22\n", `${BANK} وفق محافظ البنك.`),
  "bonds.md": markdown(
    "السندات تتراجع بعد رفع الفائدة",
    "date: 2017-11-24\n",
    "تراجعت السندات الحكومية لليوم الثاني بعد أن رفع البنك المركزي الفائدة وسط مخاوف من التضخم.",
  ),
  "again.md": markdown(
    "المركزي يرفع الفائدة",
    "date: 2017-11-22\n",
    `${BANK} وفق محافظ البنك، البنك المركزي.`,
  ),
  "undated.md": markdown("وصفة المقلوبة", "", "يقلى الباذنجان ثم يوضع فوقه الأرز واللحم ويقلب القدر."),
};
/** So that the words above are rare. */
const OTHERS = Array.from({ length: 12 }, (_, i) => [
  `other-${i}.md`,
  markdown(
    `مباراة رقم ${i}`,
    `date: 2017-10-${10 + i}\n`,
    `فاز الفريق ${i} على ضيفه في المباراة التي أقيمت على ملعبه.`,
  ),
]);
const ADDRESS = "/2017/11/22/البنك-المركزي-يرفع-الفائدة/";

interface Printed {
  readonly url: string;
  readonly title: string;
  readonly related: readonly {
    readonly url: string;
    readonly title: string;
    readonly score: number;
    readonly why: readonly string[];
    readonly days: number | null;
  }[];
  readonly copies: readonly { readonly url: string; readonly title: string }[];
}
const linesOf = (printed: string): readonly Printed[] =>
  printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Printed);

let built: Root;
let root: Root;
beforeAll(async () => {
  const files = { ...ARTICLES, ...Object.fromEntries(OTHERS) } as Readonly<Record<string, string>>;
  built = new Root(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`content/${name}`, text])),
  );
  expect((await warraq(built.path, "build")).code).toBe(0);
});
afterAll(() => built?.remove());
beforeEach(() => {
  root = new Root();
  cpSync(built.path, root.path, { recursive: true, preserveTimestamps: true });
});
afterEach(() => root.remove());

describe("warraq related", () => {
  it("prints the related articles of an address with score, distance in time and words, and copies apart", async () => {
    const { code, printed } = await warraq(root.path, "related", ADDRESS);
    expect(code).toBe(0);
    expect(printed).toMatch(/0\.\d{3} {2}\u2068السندات تتراجع بعد رفع الفائدة\u2069/);
    expect(printed).toMatch(/2 days later, \u2068\p{L}+\u2069, \u2068\p{L}+\u2069/u);
    expect(printed).toMatch(/copy {3}\u2068المركزي يرفع الفائدة\u2069/);
  });

  it.each([
    ["its file, from where one stands", "content/bank.md"],
    ["its file, from content/", "bank.md"],
    ["its address in percent signs", encodeURI(ADDRESS)],
    ["its address without the last slash", ADDRESS.slice(0, -1)],
    ["the file of its page", `${ADDRESS}index.html`],
  ])("finds an article by %s", async (_, path) => {
    const { code, printed } = await warraq(root.path, "related", path, "--json");
    expect([code, linesOf(printed).map(({ url }) => url)]).toEqual([0, [ADDRESS]]);
  });

  it("prints one line of JSON for every article with --all, with the words that stand in its text", async () => {
    const { code, printed } = await warraq(root.path, "related", "--all", "--json");
    const lines = linesOf(printed);
    expect([code, lines.length]).toEqual([0, Object.keys(ARTICLES).length + OTHERS.length]);
    const bank = lines.find(({ url }) => url === ADDRESS) as Printed;
    expect(bank.copies.map(({ title }) => title)).toEqual(["المركزي يرفع الفائدة"]);
    const [bonds] = bank.related;
    expect(bonds).toMatchObject({ title: "السندات تتراجع بعد رفع الفائدة", days: 2 });
    expect(bonds?.score).toBeGreaterThan(0);
    const text = ARTICLES["bank.md"] as string;
    for (const word of bonds?.why ?? []) expect(text).toContain(word);
    expect(bonds?.why.length).toBeGreaterThanOrEqual(2);
  });

  it("prints the same whether or not what the last build found is still kept", async () => {
    const kept = await warraq(root.path, "related", "--all", "--json");
    root.remove(".warraq/related.bin");
    expect(await warraq(root.path, "related", "--all", "--json")).toEqual(kept);
    root.write({ ".warraq/related.bin": "garbled" });
    expect(await warraq(root.path, "related", "--all", "--json")).toEqual(kept);
  });

  it("says so when content/ has changed since the last build, and answers from that build", async () => {
    root.write({ "content/new.md": markdown("جديد", "date: 2017-11-25\n") });
    const { code, printed } = await warraq(root.path, "related", "bank.md");
    expect([code, printed]).toEqual([
      0,
      expect.stringContaining("content/ has changed since the last build"),
    ]);
    expect(printed).toContain("السندات تتراجع بعد رفع الفائدة");
  });

  it.each([
    ["there was no build", ".warraq", "Build it first: npx warraq build"],
    ["the stored texts are gone", ".warraq/packs", "Build again: npx warraq build"],
    ["there is no content/", "content", "There is no content/ folder"],
  ])("says what to do when %s", async (_, gone, words) => {
    root.remove(gone);
    const { code, printed } = await warraq(root.path, "related", "--all");
    expect([code, printed]).toEqual([1, expect.stringContaining(words)]);
  });

  it("says what to name when it is given no article, or one that is not there", async () => {
    const none = await warraq(root.path, "related");
    expect([none.code, none.printed]).toEqual([1, expect.stringContaining("--all")]);
    const unknown = await warraq(root.path, "related", "/2017/");
    expect([unknown.code, unknown.printed]).toEqual([1, expect.stringContaining("no article /2017/")]);
  });

  it("keeps the rest of the site's files as the build left them", async () => {
    const before = [root.state(), root.state(".warraq")];
    await warraq(root.path, "related", "--all");
    expect([root.state(), root.state(".warraq")]).toEqual(before);
  });
});

it("reads the same after an edit as in an archive built from nothing", async () => {
  const text = ARTICLES["bonds.md"] as string;
  root.write({ "content/bonds.md": text.replace("وسط مخاوف من التضخم", "في ملعبه أمام ضيفه") });
  expect((await warraq(root.path, "build")).code).toBe(0);
  const edited = await warraq(root.path, "related", "--all", "--json");
  root.remove(".warraq");
  expect((await warraq(root.path, "build")).code).toBe(0);
  expect(await warraq(root.path, "related", "--all", "--json")).toEqual(edited);
});

it("reads the same whether threads shared the work out or one did it all", async () => {
  const words = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"].map((letter) => `كلمة${letter}${letter}`);
  const text = (i: number) =>
    Array.from({ length: 12 }, (_, k) => words[(i * (k + 3) + k * k) % 28]).join(" ");
  const many = Array.from({ length: 1100 }, (_, i) => [
    `content/${i}.md`,
    markdown(`خبر ${i}`, `date: 20${10 + (i % 9)}-0${1 + (i % 8)}-${10 + (i % 19)}\n`, text(i)),
  ]);
  root.write(Object.fromEntries(many) as Readonly<Record<string, string>>);
  expect((await warraq(root.path, "build", "--workers", "2")).code).toBe(0);
  const shared = await warraq(root.path, "related", "--all", "--json");
  expect(linesOf(shared.printed).length).toBeGreaterThan(1100);
  root.remove(".warraq/related.bin");
  expect(await warraq(root.path, "related", "--all", "--json")).toEqual(shared);
});
