import { expect, it } from "vitest";
import { type Kind, parse } from "../parse.ts";

const read = async (text: string, kind: Kind) => {
  const { value, diagnostics } = await parse(text, kind, "content/x");
  return {
    title: value?.parsed.metadata.title,
    plain: value?.body.plain,
    removed: value?.body.removed,
    diagnostics,
  };
};

it.each([
  ["markdown", "<!-- prettier-ignore -->\n---\ntitle: عودة\n---\nنص أول.\n"],
  ["markdown", "\u200f\n<!-- رخصة\n\nسطران --> \n<!-- ثانية -->\n\n---\ntitle: عودة\n---\nنص أول.\n"],
  ["markdown", "<!-- ملاحظة -->\n# عودة\n\nنص أول.\n"],
  ["markdown", "<!-- ملاحظة -->\n\nعودة\n====\n\nنص أول.\n"],
  ["raw", "<!-- ملاحظة -->\nعودة\n\nنص أول.\n"],
  ["raw", "<!-- ملاحظة -->\n---\ntitle: عودة\n---\nنص أول.\n"],
  ["html", "<!-- ملاحظة -->\n---\ntitle: عودة\n---\n<p>نص أول.</p>\n"],
] as const)("a comment above all else is passed over and kept apart, in %s: %j", async (kind, text) => {
  const { title, plain, removed, diagnostics } = await read(text, kind);
  expect({ title, plain, diagnostics }).toEqual({ title: "عودة", plain: "نص أول.", diagnostics: [] });
  expect(removed?.some(({ why }) => why === "comment")).toBe(true);
});

it("one that is never closed ends with its line, which is reported", async () => {
  const { title, diagnostics } = await read("<!-- ملاحظة\n---\ntitle: عودة\n---\nنص أول.\n", "markdown");
  expect(title).toBe("عودة");
  expect(diagnostics).toMatchObject([{ code: "never-closed", place: { line: 1 } }]);
});

it("a fault of the keys below it keeps its line", async () => {
  const { diagnostics } = await read("<!-- ملاحظة -->\n---\ntitle: عودة\ntitel: خطأ\n---\nنص.\n", "markdown");
  expect(diagnostics).toMatchObject([{ code: "unknown-key", place: { line: 4 } }]);
});
