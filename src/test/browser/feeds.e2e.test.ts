/** Every feed of whole sites, read by a second reader of feeds and held to what each format asks. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseFeed } from "feedsmith";
import { afterAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { atomFaults } from "../../render/feeds/testing/atom-faults.ts";
import { markdown, Root, warraq } from "../testing/program.ts";
import { demonstration, hostile } from "../testing/sites.ts";

const roots: Root[] = [];
afterAll(() => {
  for (const root of roots) root.remove();
});

const SITES: readonly (readonly [name: string, make: () => Root])[] = [
  ["the repository's own content", demonstration],
  ["names and texts that try to break out", hostile],
  [
    "no address, a section of undated articles",
    () =>
      new Root({
        "content/a.md": markdown("خبر", "date: 2017-11-22\nsection: أخبار\n"),
        "content/b.md": markdown("بلا تاريخ", "section: قصص\n"),
      }),
  ],
];

/** Titles of articles, in order, whatever the format. */
function titlesOf(text: string): readonly unknown[] {
  const { format, feed } = parseFeed(text);
  const items = (format === "atom" ? feed.entries : feed.items) ?? [];
  return items.map(({ title }) => (typeof title === "object" ? title.value : title));
}
const whole = (address: unknown): boolean => /^(?:https?:\/\/|urn:uuid:)/.test(String(address));

describe.each(SITES)("the feeds of a site of %s", (_, make) => {
  it("are valid, and tell the same articles in all three formats", async () => {
    const root = make();
    roots.push(root);
    expect((await warraq(root.path, "build")).code).toBe(0);
    const folders = readdirSync(join(root.path, "dist"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("atom.xml"))
      .map((name) => name.slice(0, -"atom.xml".length));
    expect(folders.length).toBeGreaterThan(1);
    for (const folder of folders) {
      const [rss, atom, json] = ["feed.xml", "atom.xml", "feed.json"].map((name) =>
        root.read(join("dist", folder, name)),
      ) as [string, string, string];
      expect(await atomFaults(atom), folder).toEqual([]);
      const { errors } = await validateXML({
        xml: { fileName: "feed.xml", contents: rss },
        normalization: "c14n",
      });
      expect(errors, folder).toEqual([]);
      expect(titlesOf(rss), folder).toEqual(titlesOf(atom));
      expect(titlesOf(json), folder).toEqual(titlesOf(atom));
      const items = (JSON.parse(json) as { items: readonly { id: unknown; url: string }[] }).items;
      expect(items.filter(({ id }) => !whole(id))).toEqual([]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });
});
