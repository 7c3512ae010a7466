import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { isHostOf } from "./host.ts";

const loopback = { host: "127.0.0.1", address: "127.0.0.1", local: "127.0.0.1" };
const everywhere = { host: "0.0.0.0", address: "0.0.0.0", local: "192.168.1.7" };

describe("a request", () => {
  it("is meant for this machine by the names and addresses that are its own", () => {
    for (const header of [
      "localhost",
      "LOCALHOST:4000",
      "127.0.0.1:4000",
      "[::1]:4000",
      "site.localhost",
      "localhost.",
    ])
      expect(isHostOf(header, loopback)).toBe(true);
    expect(isHostOf(undefined, loopback)).toBe(true);
    expect(isHostOf("archive.test:80", { ...loopback, host: "archive.test" })).toBe(true);
    expect(isHostOf("[::1]", { host: "::1", address: "::1", local: "::1" })).toBe(true);
  });
  it("is not by another name or address, nor by what is not a host", () => {
    const others = [
      "rebound.example",
      "rebound.example:4000",
      "127.0.0.1.example",
      "localhost.example",
      "10.0.0.9",
    ];
    for (const header of [
      ...others,
      "",
      "a@localhost",
      "localhost/",
      "[::1",
      "127.0.0.1:x",
      "localhost\\a",
      hostname(),
    ])
      expect([header, isHostOf(header, loopback)]).toEqual([header, header === "localhost"]);
  });
  it("is by every address, and by the machine's name but no other, where other machines are let in", () => {
    for (const header of ["192.168.1.7:4000", "10.0.0.9", "[fe80::1]:4000", hostname(), "localhost"])
      expect(isHostOf(header, everywhere)).toBe(true);
    expect(isHostOf("rebound.example", everywhere)).toBe(false);
    expect(isHostOf("192.168.1.7", { host: "::", address: "::", local: "::ffff:192.168.1.7" })).toBe(true);
  });
});
