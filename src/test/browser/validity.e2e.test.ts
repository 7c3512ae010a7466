/** Every page of six sites before the Nu HTML checker: no error, no warning. It needs Java; `npm test` says when there is none. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { markdown, REPOSITORY, Root, warraq } from "../testing/program.ts";
import { crowded, demonstration, hostile, inTheme } from "../testing/sites.ts";

const roots: Root[] = [];
afterAll(() => {
  for (const root of roots) root.remove();
});

it.skipIf(!process.env.JAVA_PATH)("every page and style sheet is valid, whatever it holds", async () => {
  roots.push(...["newspaper", "plain"].flatMap((theme) => [demonstration(inTheme(theme)), crowded(theme)]));
  roots.push(hostile(), new Root({ "content/a.md": markdown("خبر", "date: 2017-11-22\n") }));
  for (const { path } of roots) expect(await warraq(path, "build")).toMatchObject({ code: 0 });
  const script = join(REPOSITORY, "scripts", "validate.mjs");
  const checker = spawn(process.execPath, [script, ...roots.map(({ path }) => path)]);
  let printed = "";
  for (const stream of [checker.stdout, checker.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  const [code] = (await once(checker, "close")) as [number];
  expect(printed).toMatch(/^\d{3,} files checked, 0 findings\.\n$/);
  expect(code).toBe(0);
});
