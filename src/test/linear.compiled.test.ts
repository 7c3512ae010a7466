import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** Bounds and inputs are those of the benchmark, scripts/bench/linear.mjs. */
it("costs time in step with the size of what is read: four times the size, at most eight times the processor", () => {
  const script = fileURLToPath(new URL("../../scripts/bench/linear.mjs", import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
  expect({ status, stderr, isMeasured: stdout.includes("markdown: ") }).toEqual({
    ...{ status: 0, stderr: "", isMeasured: true },
  });
}, 600_000);
