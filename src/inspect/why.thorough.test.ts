/** What `warraq why` says about a page after an edit is what the next build then does. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, BuildRoot, removeRoots } from "../test/testing/build-root.ts";
import { REPOSITORY } from "../test/testing/program.ts";
import { explainPage, type NextBuild, type PageExplained } from "./why.ts";

const HOME = "index.html";
const FIRST = "2017/11/22/سوق-الورق/index.html";
const OLDER = "2016/12/31/نهر-المدينة/index.html";
const DAY = "2016/12/31/index.html";
const FILES = {
  "content/a.md": article("سوق الورق", "date: 2017-11-22\n"),
  "content/b.md": article("نهر المدينة", "date: 2016-12-31\n"),
};

let built: BuildRoot;
beforeAll(async () => {
  built = new BuildRoot(FILES);
  await built.build();
});
afterAll(removeRoots);

const copyOfBuilt = (): BuildRoot => {
  const root = new BuildRoot();
  cpSync(built.path, root.path, { recursive: true, preserveTimestamps: true });
  return root;
};

async function why(root: BuildRoot, path: string): Promise<PageExplained | null> {
  let found: PageExplained | null = null;
  await root.plan((planned) => {
    found = explainPage(new Set([path]), planned);
  });
  return found;
}
/** What the next build would do, and the inputs that differ. */
async function explained(root: BuildRoot, path: string): Promise<readonly (string | undefined)[]> {
  const found = await why(root, path);
  return [found?.next, ...(found?.inputs ?? []).flatMap(({ input, differs }) => (differs ? [input] : []))];
}

interface Case {
  readonly edit: string;
  readonly apply: (root: BuildRoot) => void;
  /** By file: what the next build would do, and the inputs that differ. */
  readonly says: Readonly<Record<string, readonly [NextBuild, ...string[]]>>;
}
const ownTemplate = (root: BuildRoot, name: string) =>
  root.write({
    [`templates/${name}`]: `${readFileSync(join(REPOSITORY, "templates", name), "utf8")}\n<!-- mine -->\n`,
  });
const CASES: readonly Case[] = [
  {
    edit: "nothing",
    apply: () => {},
    says: { [HOME]: ["leave"], [FIRST]: ["leave"], [DAY]: ["leave"], "manifest-sha256.txt": ["sum"] },
  },
  {
    edit: "a summary",
    apply: (root) =>
      root.write({ "content/b.md": article("نهر المدينة", "date: 2016-12-31\nsummary: خلاصة\n") }),
    says: { [OLDER]: ["render", "articles"], [DAY]: ["render", "articles"], [FIRST]: ["leave"] },
  },
  {
    edit: "a title, which neighbours show",
    apply: (root) =>
      root.write({ "content/b.md": article("نهر القرية", "date: 2016-12-31\nslug: نهر-المدينة\n") }),
    says: {
      [OLDER]: ["render", "articles", "stored text"],
      [FIRST]: ["render", "props"],
    },
  },
  {
    edit: "a template",
    apply: (root) => ownTemplate(root, "article.eta"),
    says: { [FIRST]: ["render", "program and template"], [HOME]: ["leave"], "feed.xml": ["leave"] },
  },
  {
    edit: "settings",
    apply: (root) => root.write({ "content/site.yaml": "title: ذاكرة\n" }),
    says: { [FIRST]: ["render", "site chrome"], [HOME]: ["render", "site chrome"] },
  },
  {
    edit: "an article that is gone and a new one",
    apply: (root) =>
      root.remove("content/b.md").write({ "content/c.md": article("جسر", "date: 2018-01-01\n") }),
    says: { [OLDER]: ["remove"], "2018/01/01/جسر/index.html": ["make"], "404.html": ["render", "props"] },
  },
  {
    edit: "a file of the site, by hand",
    apply: (root) => root.remove(`dist/${FIRST}`),
    says: { [FIRST]: ["restore"], [HOME]: ["leave"] },
  },
];

describe("after an edit of", () => {
  it.each(CASES)(
    "$edit, pages are said to become what the next build makes of them",
    async ({ apply, says }) => {
      const root = copyOfBuilt();
      apply(root);
      const before = { ...root.state(), ...root.state(".warraq") };
      for (const [path, expected] of Object.entries(says))
        expect(await explained(root, path), path).toEqual(expected);
      expect({ ...root.state(), ...root.state(".warraq") }).toEqual(before);
      const { written, removed } = await root.build();
      for (const [path, [next]] of Object.entries(says)) {
        const changes = written.includes(path as never) || removed.includes(path as never);
        if (next !== "sum") expect(changes, path).toBe(next !== "leave");
      }
      root.remove();
    },
  );
});

it("what a page depends on is named, and which of it was edited", async () => {
  const root = copyOfBuilt();
  root.write({ "content/a.md": article("سوق الورق", "date: 2017-11-22\ntags: [كتب]\n") });
  const inputs = new Map((await why(root, HOME))?.inputs.map((one) => [one.input, one]));
  expect(inputs.get("articles")).toMatchObject({
    of: expect.arrayContaining(["content/a.md", "content/b.md"]),
    changed: ["content/a.md"],
  });
  expect(inputs.get("program and template")?.of).toEqual(
    expect.arrayContaining(["templates/home.eta", "templates/layout.eta"]),
  );
  expect(inputs.get("props")?.of).toContain("latest");
});

it("nothing is said about a page that does not exist, and there is no plan without a last build", async () => {
  expect(await why(built, "2019/index.html")).toBeNull();
  let called = false;
  const fresh = new BuildRoot(FILES);
  const { diagnostics } = await fresh.plan(() => {
    called = true;
  });
  expect([called, diagnostics, fresh.state()]).toEqual([false, [], {}]);
});
