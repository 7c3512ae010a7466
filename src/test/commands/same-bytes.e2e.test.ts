/** One archive, one site: by any number of threads, in any zone and language, however the disk lists its files. */
import { cpSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stories } from "../testing/newsroom.ts";
import { markdown, REPOSITORY, Root, Running, type Surroundings } from "../testing/program.ts";

let root: Root;
let expected: Readonly<Record<string, string>>;

async function built(args: readonly string[], surroundings: Surroundings = {}): Promise<typeof expected> {
  root.remove("dist").remove(".warraq");
  const running = new Running(["build", ...args], root.path, surroundings);
  expect(await running.ended(), running.printed).toBe(0);
  return root.state();
}

beforeAll(async () => {
  root = new Root({
    ...stories(260),
    "content/site.yaml": "title: أرشيف\nurl: https://example.org/\nlocale:\n  time_zone: Asia/Damascus\n",
    "content/instant.md": markdown("قبيل منتصف الليل", "date: 2017-11-22T23:30:00+03:00\n"),
    "content/صفحات/خبر.txt": "خبر\n\nعنوان الخبر هنا\n\nنص الخبر عن السوق القديم.\n",
    "content/saved.html": `<html><body><article><h1>صفحة محفوظة</h1><p>${"نص عن الصفحة. ".repeat(30)}</p></article></body></html>`,
    "public/b.svg": "<svg/>",
    "public/a/c.svg": "<svg />",
  });
  expected = await built(["--workers", "1"]);
});
afterAll(() => root.remove());

describe("the bytes of a site are the same", () => {
  it.each([
    ["2", { TZ: "Pacific/Kiritimati", LANG: "ar_SA.UTF-8", LC_ALL: "ar_SA.UTF-8" }],
    ["4", { TZ: "America/Adak", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" }],
  ])("with %s workers as with one, in the surroundings %j", async (workers, env) => {
    expect(await built(["--workers", workers], { env })).toEqual(expected);
  });

  it.each(["reversed", "shuffled"])("when the disk lists its files %s", async (order) => {
    const loaded = [join(REPOSITORY, "src/test/testing/list-in-order.mjs")];
    const env = { LIST_ORDER: order, TZ: "UTC", LANG: "C", LC_ALL: "C" };
    expect(await built(["--workers", "2"], { loaded, env })).toEqual(expected);
  });

  it("when its files were made in another order, in another place, at another time", async () => {
    const first = root;
    const other = new Root();
    const folder = join(other.path, "deeper down", "أرشيف");
    mkdirSync(folder, { recursive: true });
    const files = readdirSync(first.path, { recursive: true, encoding: "utf8" })
      .filter((name) => /^(?:content|public)/.test(name) && statSync(join(first.path, name)).isFile())
      .reverse();
    for (const name of files) cpSync(join(first.path, name), join(folder, name), { recursive: true });
    const running = new Running(["build", "--root", folder, "--workers", "2"], other.path);
    expect(await running.ended(), running.printed).toBe(0);
    renameSync(join(folder, "dist"), join(other.path, "dist"));
    expect(other.state()).toEqual(expected);
    other.remove();
  });
});
