// The same articles as a Hugo site: the same kinds of page with the same things on them (article with neighbours, first
// page, sections in pages of 30, years, months, days, three feeds, sitemap, metadata in the head), from plain templates;
// without search, related articles and checksums.
import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./measure.mjs";

const OWN = fileURLToPath(new URL("hugo", import.meta.url));

/** Every folder of the calendar under a content folder: `2018`, `2018/03`, `2018/03/23`. */
function foldersUnder(folder, inner = "") {
  return readdirSync(join(folder, inner), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const path = inner === "" ? name : `${inner}/${name}`;
      return [path, ...foldersUnder(folder, path)];
    });
}

/** Makes the site around a content folder, which is left as it is: the folders of the calendar are named beside it. */
export function makeHugoSite(content, folder) {
  cpSync(OWN, folder, { recursive: true });
  const calendar = join(folder, "calendar");
  const mounts = [content, calendar]
    .map(
      (source) =>
        `[[module.mounts]]\n  source = ${JSON.stringify(source)}\n  target = "content"\n  excludeFiles = "site.yaml"\n`,
    )
    .join("");
  appendFileSync(join(folder, "config.toml"), mounts);
  for (const inner of foldersUnder(content)) {
    mkdirSync(join(calendar, inner), { recursive: true });
    writeFileSync(join(calendar, inner, "_index.md"), `---\ntitle: "${inner}"\n---\n`);
  }
}

export const hugoVersion = async () =>
  (await run("hugo", ["version"])).output.split(" ").slice(0, 2).join(" ");

/** A build from nothing. */
export function hugoBuild(folder) {
  rmSync(join(folder, "public"), { recursive: true, force: true });
  rmSync(join(folder, "resources"), { recursive: true, force: true });
  return run("hugo", ["--source", folder, "--destination", join(folder, "public"), "--noBuildLock"]);
}
