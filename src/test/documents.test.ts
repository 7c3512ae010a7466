/** Documents and code cannot disagree: what README, ARCHITECTURE and CONTRIBUTING name is there, and what is there is named. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { METADATA_KEYS } from "../read/keys/metadata.ts";
import { readSidecar } from "../read/keys/sidecar.ts";
import { loadSite } from "../site/load-site.ts";
import { SETTINGS_KEYS } from "../site/schema.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const readme = read("README.md");
const architecture = read("ARCHITECTURE.md");
const contributing = read("CONTRIBUTING.md");
const main = read("src/cli/main.ts");

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] as string)),
];
/** The YAML example that stands first after a heading. */
const example = (heading: string): string =>
  new RegExp(`## ${heading}[\\s\\S]*?\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? "";
const keysOf = (value: unknown): string[] => Object.keys(value as object);

describe("the README", () => {
  const commands = all(main, /rooted\("(\w+)"/g).sort();

  it("names every command there is, and no other", () => {
    expect(all(readme, /npx warraq (\w+)/g).sort()).toEqual(commands);
  });
  it("names only options that there are", () => {
    const there = [...all(main, /(--[a-z-]+)/g), "--help", "--version"];
    expect(all(readme, /`(--[a-z-]+)/g).filter((option) => !there.includes(option))).toEqual([]);
  });
  it("shows every key of front matter in an example that reads without fault", () => {
    const text = example("Your articles");
    expect(readSidecar(text, "README.md").diagnostics).toEqual([]);
    expect(keysOf(parseYaml(text)).sort()).toEqual([...METADATA_KEYS].sort());
  });
  it("shows every setting in an example that reads without fault", () => {
    const text = example("Settings");
    expect(loadSite(text, "README.md").diagnostics).toEqual([]);
    expect(keysOf(parseYaml(text)).sort()).toEqual([...SETTINGS_KEYS].sort());
  });
  it("says which Node it needs as package.json does", () => {
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    expect(readme).toContain(`Node ${engines.node.replace(">=", "")}`);
  });
});

describe("every document", () => {
  const documents = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md"].concat(
    readdirSync(join(root, "docs"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  );
  it("leads only to files that are there", () => {
    const links = documents.flatMap((name) =>
      all(read(name), /\]\((?!https?:|#)([^)#\s]+)/g).map((to) => join(name, "..", to)),
    );
    expect(links.filter((to) => !existsSync(join(root, to)))).toEqual([]);
  });
  it("names only scripts of npm that there are", () => {
    const scripts = keysOf((JSON.parse(read("package.json")) as { scripts: object }).scripts);
    const named = documents.flatMap((name) => all(read(name), /\bnpm (?:run )?((?<=run )[\w:]+|test\b)/g));
    expect(named).toContain("test");
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe("ARCHITECTURE", () => {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(root, "src", entry.name)).length > 0)
    .map(({ name }) => name);

  it("names every room there is, and no other", () => {
    expect(all(architecture, /^\| `(\w+)\/` +\|/gm).sort()).toEqual(folders.sort());
  });
  it("names only files that are there", () => {
    const named = all(architecture, /`((?:src\/)?[a-z-]+(?:\/[a-z-]+)*\.(?:test\.)?ts)`/g);
    const missing = named.filter(
      (name) => !existsSync(join(root, name)) && !existsSync(join(root, "src", name)),
    );
    expect(missing).toEqual([]);
  });
});

describe("CONTRIBUTING", () => {
  it("names only files and folders that are there", () => {
    const named = all(
      contributing,
      /(?<![\w/.-])((?:\.ci|bin|docs|public|scripts|src|templates)\/[\w./*-]*)/g,
    );
    expect(named.length).toBeGreaterThan(20);
    // NAME stands for what a reader will call it: in its place there is what others are called.
    const missing = named.filter((name) => {
      const known = name.replaceAll("NAME", "wordpress").replace(/\.$/, "");
      return !existsSync(join(root, known)) && !existsSync(join(root, `${known}.e2e.test.ts`));
    });
    expect(missing).toEqual([]);
  });
  it("says which tests run in which project, as vitest does", () => {
    const projects = all(read("vitest.config.ts"), /name: "(\w+)"/g);
    expect(all(contributing, /`([a-z]+)` \|$/gm).sort()).toEqual(projects.sort());
  });
  it("has a section for each thing that is added often", () => {
    expect(all(contributing, /^## An? (.+)$/gm)).toEqual(["kind of page", "label", "importer", "diagnostic"]);
  });
});

describe("a hint", () => {
  it("sends nobody to a document that is not there", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!\.test)\.ts$/.test(name),
    );
    const named = sources.flatMap((name) => all(read(`src/${name}`), /\b(docs\/[\w-]+\.md)\b/g));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});
