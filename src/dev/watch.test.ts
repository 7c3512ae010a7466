import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Watch, watchChanges } from "./watch.ts";

describe("watching folders", () => {
  let root = "";
  const paths: string[] = [];
  const heard = (path: string) =>
    vi.waitFor(() => expect(paths).toContain(path), { timeout: 3000, interval: 10 });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "warraq-watch-"));
    paths.length = 0;
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("reports files edited, created, renamed and removed, also in folders created later", async () => {
    const content = join(root, "content");
    mkdirSync(join(content, "2017"), { recursive: true });
    const old = join(content, "2017", "a.md");
    writeFileSync(old, "a");
    const watch = watchChanges([content, join(root, "public")], {
      onChange: (path) => paths.push(path),
      onError: (error) => {
        throw error;
      },
    });
    await watch.ready;
    appendFileSync(old, "b");
    await heard(old);
    paths.length = 0;
    renameSync(old, join(content, "b.md"));
    await heard(old);
    await heard(join(content, "b.md"));
    rmSync(join(content, "b.md"));
    mkdirSync(join(content, "2018"));
    await heard(join(content, "2018"));
    const deep = join(content, "2018", "c.md");
    await vi.waitFor(() => {
      writeFileSync(deep, "c");
      expect(paths).toContain(deep);
    });
    mkdirSync(join(root, "public"));
    await heard(join(root, "public"));
    writeFileSync(join(root, "elsewhere.md"), "");
    writeFileSync(join(content, ".b.md.swp"), "");
    writeFileSync(join(content, "b.md~"), "");
    writeFileSync(join(content, "last.md"), "");
    await heard(join(content, "last.md"));
    expect(paths.filter((path) => /elsewhere|swp|~/.test(path))).toEqual([]);
    await watch.close();
  });

  describe("whatever lies at their paths", () => {
    let content = "";
    let watch: Watch;
    const start = async (...others: string[]): Promise<void> => {
      const folders = [content, ...others];
      watch = watchChanges(folders, {
        ...{ followed: others, onChange: (path) => paths.push(path) },
        onError: (error) => {
          throw error;
        },
      });
      await watch.ready;
    };
    beforeEach(() => {
      root = realpathSync(root);
      content = join(root, "content");
    });
    afterEach(() => watch.close());
    const make = (folder: string): string => {
      mkdirSync(join(root, folder, "2017"), { recursive: true });
      writeFileSync(join(root, folder, "2017", "a.md"), folder);
      return join(root, folder);
    };
    /** Checks that an edit is reported under the path that was given, however it was reached. */
    const isHeard = async (edited: string): Promise<void> => {
      paths.length = 0;
      appendFileSync(join(edited, "2017", "a.md"), "b");
      await heard(join(content, "2017", "a.md"));
    };

    it("is watched through a symbolic link, by the link's own name", async () => {
      const articles = make("articles");
      symlinkSync("articles", content);
      await start();
      await isHeard(articles);
      await isHeard(content);
      mkdirSync(join(articles, "2018"));
      await heard(join(content, "2018"));
    });
    it("is watched where a link is changed to another folder, or its target is replaced", async () => {
      const one = make("one");
      const two = make("two");
      symlinkSync("one", content);
      await start();
      rmSync(content);
      symlinkSync("two", content);
      await heard(content);
      await isHeard(two);
      paths.length = 0;
      rmSync(two, { recursive: true });
      renameSync(one, two);
      await heard(content);
      await isHeard(two);
    });
    it("is watched when it is replaced by a rename, removed and restored, or created anew", async () => {
      make("content");
      const next = make("next");
      await start();
      renameSync(content, join(root, "old"));
      renameSync(next, content);
      await heard(content);
      await isHeard(content);
      paths.length = 0;
      renameSync(content, join(root, "away"));
      await heard(content);
      paths.length = 0;
      renameSync(join(root, "away"), content);
      await heard(content);
      await isHeard(content);
      paths.length = 0;
      rmSync(content, { recursive: true });
      make("content");
      await heard(content);
      await isHeard(content);
      paths.length = 0;
      appendFileSync(join(root, "old", "2017", "a.md"), "c");
      await new Promise((later) => setTimeout(later, 400));
      expect(paths).toEqual([]);
    });
    it("is watched when it is created later, and so is a file elsewhere that a link in it leads to", async () => {
      make("content");
      const templates = join(root, "templates");
      await start(templates);
      writeFileSync(join(root, "shared.eta"), "a");
      mkdirSync(templates);
      await heard(templates);
      symlinkSync("../shared.eta", join(templates, "day.eta"));
      await heard(join(templates, "day.eta"));
      await new Promise((later) => setTimeout(later, 300));
      paths.length = 0;
      appendFileSync(join(root, "shared.eta"), "b");
      await heard(join(templates, "day.eta"));
    });
  });
});
