#!/usr/bin/env node
/**
 * The command `warraq`. Each subcommand has its own file, loaded only when it is called, so that `--help` and an
 * unchanged build start fast.
 */
import { Command, InvalidArgumentError, Option } from "commander";
import { printError } from "./print.ts";

const program = new Command("warraq")
  .description("Turns a heap of Arabic news articles into a static archive that lasts.")
  .version("0.1.0")
  .configureOutput({ writeErr: (text) => printError(text.replace(/\n$/, "")) })
  .showHelpAfterError();

/** A whole number of 1 or more. */
function count(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number from 1 on.");
}

/** A port number; 0 means any free port. */
function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("It is a number from 0 to 65535.");
}

const rooted = (name: string, summary: string): Command =>
  program
    .command(name)
    .description(summary)
    .option("--root <dir>", "folder that holds content/", ".")
    .option("--out <dir>", "folder the site goes to (default: dist in the root)");

rooted("build", "Build the site from content/ into dist/.")
  .option("--keep-going", "publish the site without the articles that are in error")
  .option("--workers <n>", "worker threads (default: one a core)", count)
  .option("--verify", "prove that the site equals one built from nothing, byte for byte")
  .option("--json", "print the report as JSON")
  .action(async (options) => (await import("./build.ts")).buildCommand(options));

rooted("dev", "Build, serve, watch, and reload the browser as you edit.")
  .option("--port <n>", "port to serve on", port, 4000)
  .option("--host <name>", "address to serve on", "127.0.0.1")
  .action(async (options) => (await import("./dev.ts")).devCommand(options));

rooted("serve", "Serve a built site.")
  .option("--port <n>", "port to serve on", port, 4000)
  .option("--host <name>", "address to serve on", "127.0.0.1")
  .action(async (options) => (await import("./serve.ts")).serveCommand(options));

rooted("new", "Write a dated Markdown article with all front matter keys.")
  .argument("<title>", "the headline")
  .option("--date <date>", "its date, YYYY-MM-DD (default: today)")
  .option("--section <name>", "its section")
  .action(async (title, options) => (await import("./new.ts")).newCommand(title, options));

rooted("import", "Carry the articles, pages and pictures of a WordPress export into content/.")
  .argument("<export...>", "the file that WordPress gave under Tools → Export, or all of several; .gz too")
  .option("--uploads <dir>", "the folder wp-content/uploads of the old site, for its pictures")
  .option("--json", "print the report as JSON")
  .action(async (files, options) => (await import("./import.ts")).importCommand(files, options));

rooted("check", "Say what is wrong in content/, settings and templates, and publish nothing.")
  .option("--words", "account for every word of every source: in its page, or set aside and why")
  .option("--dates", "quote what the texts of undated articles say of their dates")
  .option("--json", "print the findings as JSON")
  .action(async (options) => (await import("./check.ts")).checkCommand(options));

rooted("read", "Say what is read of a file and why: headline, day, authors, text, and what was set aside.")
  .argument("<file...>", "articles or saved pages, which need not lie in content/")
  .option("--alone", "without what its folder's _pages.yaml says of its pages")
  .option("--json", "print one line of JSON a file")
  .action(async (files, options) => (await import("./read.ts")).readCommand(files, options));

rooted("learn", "Learn from the raw pages of content/ what they have in common, and read them by it.")
  .argument("[folder...]", "folders of content/ (default: all of it)")
  .option("--all", "compare every page read alone and read by what was learned, not only some")
  .option("--dry-run", "say what would be learned, and write nothing")
  .option("--forget", "take away what was learned")
  .option("--json", "print it as JSON")
  .action(async (folders, options) => (await import("./learn.ts")).learnCommand(folders, options));

rooted("why", "Say what a page depends on, and why the next build renders it again.")
  .argument("<path>", "the page's address or its file in dist/")
  .option("--json", "print it as JSON")
  .action(async (path, options) => (await import("./why.ts")).whyCommand(path, options));

rooted("related", "Print what the last build found related to an article, with scores and reasons.")
  .argument("[path]", "the article's address or source file")
  .option("--all", "print it for every article")
  .option("--json", "print one line of JSON an article")
  .action(async (path, options) => (await import("./related.ts")).relatedCommand(path, options));

rooted("search", "Search the built site, as its search page does.")
  .argument("[query]", "words, «phrases», -words that must not stand")
  .option("--section <name>", "only this section")
  .option("--year <year>", "only this year", count)
  .addOption(
    new Option("--order <order>", "by relevance or by date, newest first")
      .choices(["relevance", "date"])
      .default("relevance"),
  )
  .option("--limit <n>", "results at most", count, 10)
  .option("--queries <file>", 'answer every line of a file: {"query": "…"}')
  .option("--json", "print one line of JSON a result, or a query")
  .action(async (query, options) => (await import("./search.ts")).searchCommand(query, options));

process.exitCode = await program.parseAsync().then(
  () => process.exitCode ?? 0,
  (fault: unknown) => {
    printError(`Internal error: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return 2;
  },
);
