import { defineConfig } from "vitest/config";
import { REAL_TEXT_LEFT_OUT } from "./src/test/testing/real-text.ts";

const shared = { environment: "node" as const, testTimeout: 20_000, hookTimeout: 20_000 };
const patient = { testTimeout: 120_000, hookTimeout: 120_000 };

if (REAL_TEXT_LEFT_OUT) console.log(REAL_TEXT_LEFT_OUT);

/** `unit` is quick and needs nothing; `thorough` builds whole sites and random histories; `shared` reads real text beside the repository; `compiled` runs lib/ and Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          // Files share the modules of their process: loading them anew for each took longer than half of the tests. What a
          // module remembers must be the same whatever was asked before, in a thread of the program no less than here.
          isolate: false,
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.{thorough,shared,compiled,e2e}.test.ts"],
        },
      },
      { test: { ...shared, name: "thorough", include: ["src/**/*.thorough.test.ts"], ...patient } },
      ...(REAL_TEXT_LEFT_OUT
        ? []
        : [{ test: { ...shared, name: "shared", include: ["src/**/*.shared.test.ts"], ...patient } }]),
      {
        test: {
          ...shared,
          name: "compiled",
          include: ["src/**/*.{compiled,e2e}.test.ts"],
          ...patient,
          // A busy machine lets a page wait for longer than the second that is common.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
