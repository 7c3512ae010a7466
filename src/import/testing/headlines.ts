/**
 * A form that nobody has, for what the common suite asks of any two forms: a folder with a file `headlines`, an item a
 * line, `headline|fate|slug`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importFault } from "../../model/diagnostics/import.ts";
import type { Converted, Importer, ImportItem } from "../importer.ts";
import type { ItemFiles } from "../item-files.ts";
import type { FormFixture } from "./form-fixture.ts";

function itemOf(text: string, source: string, line: number, files: ItemFiles): ImportItem {
  const [title = "", fate = "", slug = ""] = text.split("|");
  const file = files.take({
    ...{ slug, title, day: undefined },
    ...{ isPage: false, otherwise: `n${line}` },
  });
  const convert = (): Converted => {
    if (fate === "left-out") return { outcome: "left-out", rule: "rule" };
    if (fate === "lost") return { outcome: "lost", why: importFault("item-lost", { file: source }) };
    if (fate === "broken") throw new Error("converting it failed");
    const draft = fate === "draft" ? "state" : null;
    return {
      ...{ outcome: "text", file, metadata: { title }, markdown: draft ? "كلام خفي" : "نص", draft },
      ...{ isPage: false, pluginKind: null, isUntitled: false, shortcodes: [], comments: 0 },
      ...{ uploads: [], elsewhere: [] },
    };
  };
  return { title, address: "", source, line, convert };
}

export const headlines: Importer = {
  name: "headlines",
  detect: ({ names }) => names?.includes("headlines") === true,
  open: async (sources, { files }) => {
    const items = sources.flatMap((source) =>
      readFileSync(join(source, "headlines"), "utf8")
        .trim()
        .split("\n")
        .map((text, i) => itemOf(text, source, i + 1, files)),
    );
    return {
      account: { site: { title: "صحيفة", description: "", minutesAhead: 0 }, diagnostics: [] },
      async *items() {
        yield* items;
      },
    };
  },
};

export const fixture: FormFixture = {
  files: {
    "a/headlines": "أول|published|x\nثان|published|../x\nثالث|draft|con\nرابع|left-out|\nخامس|lost|\n",
  },
  sources: ["a"],
  fates: [
    ["أول", "published"],
    ["ثان", "published"],
    ["ثالث", "draft"],
    ["رابع", "left-out"],
    ["خامس", "lost"],
  ],
  hidden: "خفي",
};
