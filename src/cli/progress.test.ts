import { describe, expect, it } from "vitest";
import type { Progress } from "../build/report.ts";
import { figures, rateMeter } from "./progress.ts";

const at = (done: number): Progress => ({ stage: "read", done, total: 1000 });

describe("a rate", () => {
  it("is not shown in the first second of a stage, whose first batch says nothing", () => {
    const rate = rateMeter();
    expect(rate(at(64), 0)).toBeNull();
    expect(rate(at(128), 900)).toBeNull();
    expect(rate({ stage: "render", done: 64, total: 100 }, 1500)).toBeNull();
  });
  it("is that of steady work, and follows work that slows down", () => {
    const rate = rateMeter();
    for (let i = 0; i <= 20; i++) rate(at(i * 10), i * 100);
    expect(rate(at(210), 2100)).toBeCloseTo(100);
    for (let i = 1; i <= 200; i++) rate(at(210 + i), 2100 + i * 100);
    expect(rate(at(411), 22_200)).toBeLessThan(15);
  });
});

describe("figures", () => {
  it("show count, rate, time left and memory", () => {
    expect(figures(at(400), 200, 310e6)).toBe("400 of 1,000, 200 a second, 3 s left, 310 MB");
    expect(figures(at(400), null, 310e6)).toBe("400 of 1,000, 310 MB");
  });
});
