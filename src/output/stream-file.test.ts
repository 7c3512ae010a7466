import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { copyFile, sha256OfFile } from "./stream-file.ts";

it("copies a file of more than a piece byte for byte, and tells its checksum and size", () => {
  const folder = mkdtempSync(join(tmpdir(), "warraq-copy-"));
  try {
    for (const size of [0, 1, 1024 * 1024, 2_500_001]) {
      const bytes = Buffer.alloc(size, "ورق");
      const file = join(folder, "from");
      writeFileSync(file, bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(sha256OfFile(file)).toBe(sha256);
      expect(copyFile(file, join(folder, "into/to"))).toEqual({ sha256, size });
      expect(readFileSync(join(folder, "into/to")).equals(bytes)).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
