import { describe, expect, it } from "vitest";
import { styleFaults } from "./style-faults.ts";

const told = async (text: string) =>
  (await styleFaults([{ text, file: "templates/style/own.css" }])).map(
    ({ place, message }) => `${place?.line}:${place?.column} ${message}`,
  );

describe("a style file", () => {
  it.each([
    ["a {}\n\nbody { color: red\n", "3:6 { is opened here and never closed."],
    ["a {}\n/* ملاحظة\nb {}\n", "2:1 /* is opened here and never closed."],
    ["a {}\n}\n", "2:1 } closes nothing here."],
    ["a {\n  color red;\n}\n", expect.stringMatching(/^2:\d+ This is no CSS: Unexpected token/)],
  ])("is reported with its line where it would break the whole sheet: %j", async (text, fault) => {
    expect(await told(text)).toEqual([fault]);
  });
  it.each(["", 'a::before { content: "}{/*"; } /* { */\n', "@media (width > 1px) { a { color: red } }\n"])(
    "that is sound is none: %j",
    async (text) => {
      expect(await told(text)).toEqual([]);
    },
  );
});
