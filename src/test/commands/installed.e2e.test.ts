/** The package, as npm packs it and installs it in an empty folder: it holds what it needs and what README leads to, and every command runs. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { markdown, REPOSITORY, Root } from "../testing/program.ts";

/** Nothing of the `npm test` that may run this, and the same Node in the commands as here. */
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:npm_(?:package|lifecycle|command|config_(?:local_)?prefix)|INIT_CWD$)/i.test(name),
    ),
  ),
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  NO_COLOR: "1",
};
const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>الديوان</title><link>https://diwan.example</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://diwan.example</wp:base_site_url>
<item><title>جسر خشبي</title><link>https://diwan.example/1</link><content:encoded><![CDATA[<p>عبر الناس الجسر الخشبي.</p>]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_date>2014-03-02 10:00:00</wp:post_date><wp:post_name>bridge</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
`;

const site = new Root({
  "content/mill.md": markdown(
    "طاحونة النهر",
    "date: 2016-05-04\nimage: mill.png\nimage_alt: طاحونة\n",
    "دارت الطاحونة على ماء النهر حتى المساء، وحمل الفلاحون القمح إليها.",
  ),
  "content/farmers.md": markdown(
    "فلاحو النهر",
    "date: 2016-05-04\n",
    "حمل الفلاحون القمح إلى طاحونة النهر في المساء، ثم عادوا.",
  ),
  "content/site.yaml": "title: أرشيف الطاحونة\nurl: https://mill.example/\nshare_pictures: true\n",
  "export.xml": EXPORT,
});
afterAll(() => void site.remove());

/** A command of npm's, as it is typed in a folder. */
function run(folder: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...{ cwd: folder, env, encoding: "utf8", shell: process.platform === "win32" },
  });
  return { code: status, stdout, printed: stdout + stderr };
}
const npx = (...args: string[]) => run(site.path, "npx", "--no-install", "warraq", ...args);

/** Files of the package, with `/` between their folders. */
let packed: readonly string[];
beforeAll(async () => {
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
  const pack = run(REPOSITORY, "npm", "pack", "--json", "--pack-destination", site.path);
  expect(pack.code, pack.printed).toBe(0);
  const [{ filename, files }] = JSON.parse(pack.stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  const install = run(site.path, "npm", "install", ...quiet, join(site.path, filename));
  expect(install.code, install.printed).toBe(0);
  site.write({
    "content/mill.png": await sharp({
      create: { width: 900, height: 600, channels: 3, background: "#8a2f22" },
    })
      .png()
      .toBuffer(),
  });
}, 300_000);

describe("the package", () => {
  it("holds the program, its templates and its fonts", () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        ...["bin/warraq.cjs", "lib/cli/main.js", "lib/modules.json", "templates/article.eta", "LICENSE"],
        ...["lib/assets/fonts/naskh-400.woff2", "lib/fonts/naskh-400.ttf", "lib/assets/search.js"],
      ]),
    );
  });

  it("holds no test, nothing of the demonstration, and no file that a build makes", () => {
    const known =
      /^(?:bin|lib|templates|docs)\/|^(?:README|CHANGELOG|ARCHITECTURE)\.md$|^LICENSE$|^package\.json$/;
    expect(packed.filter((path) => !known.test(path) || /test|bench\/|compiled\.txt/.test(path))).toEqual([]);
  });

  it("holds every file that README and its other documents lead to", () => {
    const documents = packed.filter((path) => path.endsWith(".md"));
    expect(documents).toContain("README.md");
    const missing = documents.flatMap((from) =>
      [...readFileSync(join(REPOSITORY, from), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, to = ""]) => new URL(to, `file:///${from}`).pathname.slice(1))
        .filter((to) => !packed.includes(to))
        .map((to) => `${from} → ${to}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("the package, installed in an empty folder", () => {
  it("builds a site with its style, fonts, pictures and search", () => {
    const build = npx("build");
    expect(build.code, build.printed).toBe(0);
    expect(build.printed).toMatch(/2 articles,[\s\S]*Nothing needs attention/);
    const files = readdirSync(join(site.path, "dist"), { recursive: true, encoding: "utf8" });
    const kinds = [/\.css$/, /search-[\w-]+\.js$/, /\.woff2$/, /\.avif$/, /\.webp$/, /share\.png$/];
    for (const kind of kinds)
      expect(files.filter((file) => kind.test(file)).length, `${kind}`).toBeGreaterThan(0);
  });

  it.each([
    [["build", "--verify"], /^Verified: /m],
    [["check", "--words", "--dates"], /./],
    [["search", "طاحونة"], /طاحونة النهر/],
    [["related", "content/mill.md"], /فلاحو النهر/],
    [["why", "/"], /index\.html|\//],
    [["new", "خبر جديد", "--date", "2018-01-02"], /content\/2018\//],
    [["import", "export.xml"], /1 article/],
    [["--version"], /^\d+\.\d+\.\d+$/m],
  ])("runs npx warraq %j", (args, says) => {
    const { code, printed } = npx(...args);
    expect(code, printed).toBe(0);
    expect(printed).toMatch(says);
  });

  it.each(["serve", "dev"])("runs npx warraq %s", async (command) => {
    // Started without npx, so that the signal that ends it reaches it.
    const program = join(site.path, "node_modules", "warraq", "bin", "warraq.cjs");
    const server = spawn(process.execPath, [program, command, "--port", "0"], { cwd: site.path, env });
    const closed = once(server, "close");
    try {
      const url = await new Promise<string>((found, failed) => {
        let printed = "";
        server.stdout.setEncoding("utf8").on("data", (text: string) => {
          printed += text;
          const [address] = /http:\/\/[\d.]+:\d+\//.exec(printed) ?? [];
          if (address) found(address);
        });
        server.once("close", () => failed(new Error(printed)));
      });
      expect(await (await fetch(url)).text()).toContain("أرشيف الطاحونة");
    } finally {
      server.kill("SIGINT");
      // Until it has ended it may write into the folder that is removed next.
      await closed;
    }
  });
});
