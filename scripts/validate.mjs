#!/usr/bin/env node
// Built sites → the Nu HTML checker: every page and style sheet of the roots named (by default this one),
// in one run. Prints what it finds and exits with 1 if that is anything at all: an error, a warning or a hint.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { baseOf } from "../lib/cli/base.js";
import { serveFolder } from "../lib/dev/server.js";
import { pathWithin } from "../lib/model/path-within.js";
import { findJava } from "./find-java.mjs";

const java = process.env.JAVA_PATH || findJava();
if (java === null) {
  console.error(
    "The Nu HTML checker needs Java 17 or later, and none was found.\n  Debian, Ubuntu: sudo apt-get install default-jre-headless",
  );
  process.exit(1);
}

/** Pages are asked for over HTTP, since in a file the security policy's 'self' would mean nothing. */
const addressesOf = (folder, url) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|css)$/.test(entry.name))
    .map((entry) =>
      pathWithin(folder, join(entry.parentPath, entry.name)).split("/").map(encodeURIComponent).join("/"),
    )
    .sort()
    .map((path) => url + path);

const roots = process.argv.length > 2 ? process.argv.slice(2) : ["."];
const servers = [];
const addresses = [];
for (const root of roots.map((one) => resolve(one))) {
  const folder = join(root, "dist");
  const base = baseOf(root);
  const server = await serveFolder({
    folder,
    base: () => base,
    host: "127.0.0.1",
    port: 0,
    print: console.error,
  });
  servers.push(server);
  addresses.push(...addressesOf(folder, server.url));
}

const jar = join(
  createRequire(import.meta.url).resolve("vnu-jar/package.json"),
  "..",
  "build",
  "dist",
  "vnu.jar",
);
const checker = spawn(
  java,
  [
    // The checker asks for no address on this machine unless it is told that it may.
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",
    ...["-jar", jar, "--also-check-css", "--format", "json", "--stdout"],
    ...addresses,
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
let answer = "";
for await (const text of checker.stdout.setEncoding("utf8")) answer += text;
for (const server of servers) await server.close();

const { messages } = JSON.parse(answer);
for (const { type, subType, message, url = "", firstLine, lastLine, extract = "" } of messages) {
  const line = firstLine ?? lastLine;
  console.log(`${decodeURI(new URL(url).pathname)}${line ? `:${line}` : ""}  ${subType ?? type}: ${message}`);
  if (extract) console.log(`    ${extract.replaceAll("\n", " ")}`);
}
console.log(`${addresses.length} files checked, ${messages.length} findings.`);
if (messages.length > 0) process.exitCode = 1;
