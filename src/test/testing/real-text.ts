/**
 * Real text, which is nobody's to publish and so lies beside the repository: articles, saved and raw pages, an export.
 * Tests of it are files `*.shared.test.ts`, which vitest.config.ts leaves out where the folder is missing, and says so.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../../shared/", import.meta.url));

/** What is said in place of the tests of it; null where it is there. */
export const REAL_TEXT_LEFT_OUT = ["corpus", "fixtures"].every((name) => existsSync(join(FOLDER, name)))
  ? null
  : "Tests of real text are left out: there is no folder ../shared beside the repository that holds corpus/ and fixtures/.";

/** The path of a file of real text: `corpus/ant.jsonl.gz`. */
export const realText = (name: string): string => join(FOLDER, name);
