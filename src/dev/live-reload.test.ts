import { describe, expect, it } from "vitest";
import { openPolicy, SCRIPT, withReload } from "./live-reload.ts";

describe("a page's policy in the preview", () => {
  it("lets the preview's script run where the page allows none", () => {
    expect(openPolicy("default-src 'none'; style-src 'self'")).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
    );
  });
  it("stays what it was where the site itself runs scripts", () => {
    const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
    expect(openPolicy(policy)).toBe(policy);
  });
  it("keeps what else a directive allows", () => {
    expect(openPolicy("script-src https://example.org; connect-src 'none'")).toBe(
      "script-src https://example.org 'self'; connect-src 'self'",
    );
  });
  it("opens nothing that is not closed", () => {
    expect(openPolicy("img-src 'self'")).toBe("img-src 'self'");
  });
});

describe("a page on its way to the browser", () => {
  it("carries the script in its head, and a policy that allows it", () => {
    const page = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>ا</title></head><body>ب</body></html>`;
    const dressed = withReload(page, 3);
    expect(dressed).toContain(`<script src="${SCRIPT}" data-warraq-build="3" defer></script></head>`);
    expect(dressed).toContain(`content="default-src 'none'; script-src 'self'; connect-src 'self'"`);
  });
  it("keeps every other byte, dollar signs too", () => {
    const page = "<head></head><body>$& $1 $$ <p>نص</p></body>";
    expect(withReload(page, 0).replace(/<script .*?<\/script>/, "")).toBe(page);
  });
  it("carries the script where it has no head", () => {
    expect(withReload("<p>نص", 0)).toMatch(/^<p>نص<script .*<\/script>$/);
  });
});
