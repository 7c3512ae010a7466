/** `warraq new "عنوان"`: a dated Markdown article with every front matter key, the unused ones as comments. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { slugOf } from "../arabic/letters/slug.ts";
import { civilDate } from "../model/civil-date.ts";
import { pathWithin } from "../model/path-within.ts";
import { type FolderOptions, foldersOf } from "./folders.ts";
import { fail, print } from "./print.ts";
import { today } from "./today.ts";

interface NewOptions extends FolderOptions {
  readonly date?: string;
  readonly section?: string;
}

const article = (title: string, date: string, section: string): string => `---
title: ${JSON.stringify(title)}
date: ${date}
# updated: ${date}
# date_estimate: ${date.slice(0, 4)}
section: ${JSON.stringify(section)}
tags: []
authors: []
summary: ""
# image: /images/picture.jpg
# image_alt: ""
# image_caption: ""
# image_credit: ""
# slug: ""
# aliases: []
# source:
#   name: ""
#   url: ""
#   captured: ${date}
# corrections:
#   - date: ${date}
#     text: ""
draft: true
---

`;

export function newCommand(title: string, options: NewOptions): void {
  const { root } = foldersOf(options);
  const date = options.date ?? today();
  const [year, month, day] = date.split("-").map(Number);
  if (!civilDate(year ?? 0, month ?? 0, day ?? 0) || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    fail(`There is no such date: ${date}.\n  Write it as 2017-11-22.`);
    return;
  }
  const name = slugOf(title, "arabic");
  if (!name) {
    fail(`A title needs a letter or a digit: ${JSON.stringify(title)}.`);
    return;
  }
  const file = join(root, "content", date.slice(0, 4), `${date}-${name}.md`);
  const shown = pathWithin(process.cwd(), file) ?? file;
  if (existsSync(file)) {
    fail(`${shown} is there already; nothing was written.`);
    return;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, article(title, date, options.section ?? ""), { flag: "wx" });
  } catch (fault) {
    fail(
      `${shown} cannot be written: ${(fault as Error).message}.\n  Look at what lies there, and who owns it.`,
    );
    return;
  }
  print(`${shown}\n  A draft: set "draft: false" to publish it.`);
}
