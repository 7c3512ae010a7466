/** Of several processes that find the lock of a dead one at the same moment, exactly one takes it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const LOCK = fileURLToPath(new URL("../../../lib/cache/lock/lock.js", import.meta.url));
const RACERS = 6;
const ROUNDS = 40;

/** Tries to take the lock of each round at an agreed moment; prints the rounds it won and keeps those locks. */
const RACE = `
  const { takeLock } = await import(${JSON.stringify(LOCK)});
  const [folder, start] = process.argv.slice(1);
  const won = [];
  for (let round = 0; round < ${ROUNDS}; round++) {
    while (Date.now() < Number(start) + round * 20);
    if ("release" in takeLock(folder + "/" + round)) won.push(round);
  }
  process.stdout.write(JSON.stringify(won));
  process.stdin.resume();
`;

it("the lock of a dead process is taken over by exactly one of those that find it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "warraq-lock-"));
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
  for (const round of rounds) writeFileSync(join(folder, String(round)), "999999999 1");
  const start = String(Date.now() + 2000);
  const racers = Array.from({ length: RACERS }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", RACE, folder, start], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const won = await Promise.all(
    racers.map(async ({ stdout }) => {
      for await (const printed of stdout) return JSON.parse(String(printed)) as number[];
      throw new Error("a racer ended");
    }),
  );
  for (const { stdin } of racers) stdin.end();
  rmSync(folder, { recursive: true });
  expect(won.flat().sort((a, b) => a - b)).toEqual(rounds);
});
