/** Conversion of file system paths, tested with Windows' rules too. */
import { posix, win32 } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathWithin } from "./path-within.ts";

describe("a path within a folder", () => {
  it("has / as its separator on every system", () => {
    expect(pathWithin("/home/a/content", "/home/a/content/2017/خبر.md", posix)).toBe("2017/خبر.md");
    expect(pathWithin("C:\\a\\content", "C:\\a\\content\\2017\\خبر.md", win32)).toBe("2017/خبر.md");
    expect(pathWithin("C:\\a\\content", "c:\\A\\content/2017/خبر.md", win32)).toBe("2017/خبر.md");
    expect(pathWithin("\\\\host\\share\\content", "\\\\host\\share\\content\\a.md", win32)).toBe("a.md");
  });

  it("is empty for the folder itself", () => {
    expect(pathWithin("/a", "/a/", posix)).toBe("");
    expect(pathWithin("C:\\a", "C:\\a", win32)).toBe("");
  });

  it("may begin with two dots that are part of a name", () => {
    expect(pathWithin("/a", "/a/..b/c.md", posix)).toBe("..b/c.md");
    expect(pathWithin("C:\\a", "C:\\a\\..b", win32)).toBe("..b");
  });

  it("is null for a path beside or above it, or on another drive or host", () => {
    expect(pathWithin("/a/content", "/a/content-of-old/b.md", posix)).toBeNull();
    expect(pathWithin("/a/content", "/a", posix)).toBeNull();
    expect(pathWithin("C:\\a\\content", "C:\\a\\public\\b.md", win32)).toBeNull();
    expect(pathWithin("C:\\a", "D:\\a\\b.md", win32)).toBeNull();
    expect(pathWithin("C:\\a", "\\\\host\\share\\b.md", win32)).toBeNull();
  });

  it("is the same on both, and leads back", () => {
    const step = fc.stringMatching(/^[\p{L}\d _-]{1,9}$/u).filter((one) => one.trim() === one);
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        for (const [system, folder] of [
          [posix, "/a/content"],
          [win32, "C:\\a\\content"],
        ] as const)
          expect(pathWithin(folder, system.join(folder, ...steps), system)).toBe(steps.join("/"));
        expect(win32.join("C:\\a", steps.join("/"))).toBe(win32.join("C:\\a", ...steps));
      }),
    );
  });
});
