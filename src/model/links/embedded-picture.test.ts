import { describe, expect, it } from "vitest";
import { bytesIn, embeddedIn, embeddedName, isSpot, withNames } from "./embedded-picture.ts";

const LETTERS = "QUJD".repeat(150);
const PNG = `data:image/png;base64,${LETTERS}`;

describe("a picture embedded in a source", () => {
  it.each([
    ["Markdown", `قبل ![مرسى](${PNG}) بعد`, "قبل ![مرسى](NAME) بعد"],
    ["Markdown with a title", `![مرسى](${PNG} "في الصباح")`, '![مرسى](NAME "في الصباح")'],
    ["a definition", `![مرسى][م]\n\n[م]: ${PNG}\n`, "![مرسى][م]\n\n[م]: NAME\n"],
    ["HTML", `<img alt="مرسى" src="${PNG}">`, '<img alt="مرسى" src="NAME">'],
    ["HTML without quotation marks", `<img src=${PNG}>`, "<img src=NAME>"],
    ["front matter", `---\nimage: ${PNG}\n---\n`, "---\nimage: NAME\n---\n"],
  ])("has a name in its place, in %s", (_, text, named) => {
    const [one, ...more] = embeddedIn(text);
    expect(more).toEqual([]);
    expect(withNames(text, one ? [one] : []).replace(one?.name ?? "", "NAME")).toBe(named);
    expect(one?.address).toBe(PNG);
    expect(Buffer.from(bytesIn(one?.address ?? "")).toString()).toBe("ABC".repeat(150));
  });
  it("may be an SVG as plain text, which ends at a quotation mark", () => {
    const [one] = embeddedIn(`<img src='data:image/svg+xml,%3Csvg width="9"%3E%3C/svg%3E' alt="">`);
    expect(one?.name).toMatch(/^data-spot-[0-9a-f]{16}\.svg$/);
    expect(Buffer.from(bytesIn(one?.address ?? "")).toString()).toBe('<svg width="9"></svg>');
    expect(isSpot(one?.name ?? "")).toBe(true);
  });
  it("may be a drawing with quotation marks and brackets in an address of Markdown", () => {
    const drawing = "data:image/svg+xml;utf8,%3Csvg%20fill='rgb(9,9,9)'%3E%3C/svg%3E";
    for (const text of [
      `![مرسى](${drawing})`,
      `![مرسى](${drawing} "في الصباح")`,
      `![م][م]\n\n[م]: ${drawing}\n`,
    ])
      expect(embeddedIn(text).map(({ address }) => address)).toEqual([drawing]);
  });
  it("is one by its place, whatever it is called there", () => {
    for (const text of [
      `![مرسى](data:application/octet-stream;base64,${LETTERS})`,
      `<img src="data:;base64,${LETTERS}">`,
    ])
      expect(embeddedIn(text)).toHaveLength(1);
    for (const text of [
      `[مرسى](data:text/html,${LETTERS})`,
      `<script src="data:text/javascript,x()"></script>`,
    ])
      expect(embeddedIn(text)).toEqual([]);
  });
  it("is looked for in time that grows with the text", () => {
    const start = process.cpuUsage().user;
    for (const sign of ["a", ";", ";a=b", "/a", "![](data:image/a;"])
      embeddedIn(`data:image/${sign.repeat(100_000)}`);
    expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
  });
  it("is none where an address is only spoken of", () => {
    expect(embeddedIn(`كتب data:image/png;base64,${LETTERS} في النص`)).toEqual([]);
  });
  it("is recognised by its name after that of its source", () => {
    const [one] = embeddedIn(`![](${PNG})`);
    expect(embeddedName(`content/a.md#${one?.name}`)).toBe(one?.name);
    expect(embeddedName("content/a.png")).toBeNull();
  });
});
