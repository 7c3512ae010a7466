import { describe, expect, it } from "vitest";
import { exampleChrome, exampleLabel, exampleShownCard } from "../model/testing/example.ts";
import { citationOf } from "./citation.ts";
import { Viewer } from "./view.ts";

const viewer = new Viewer(exampleChrome);

describe("a citation", () => {
  it("names author, headline, outlet, day, archive and address", () => {
    const card = exampleShownCard("قمة", "2017-11-22", {
      title: "قمة «سوتشي» تنعقد",
      authors: [exampleLabel("ليلى الحسن"), exampleLabel("سامر نور")],
    });
    expect(citationOf(card, viewer)).toEqual({
      address: "https://archive.example.org/2017/11/22/قمة/",
      text: "ليلى الحسن وسامر نور، «قمة “سوتشي” تنعقد»، صحيفة الاختبار، 22 تشرين الثاني/نوفمبر 2017، أرشيف الاختبار",
      bibtex: [
        "@online{qma-sutshi-2017,",
        "  author = {{ليلى الحسن} and {سامر نور}},",
        "  title = {قمة «سوتشي» تنعقد},",
        "  organization = {صحيفة الاختبار},",
        "  year = {2017},",
        "  date = {2017-11-22},",
        "  url = {https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9/},",
        "  langid = {arabic},",
        "}",
      ].join("\n"),
    });
  });
  it("invents no author, no date and no address", () => {
    const { text, bibtex } = citationOf(
      exampleShownCard("a", null, {
        title: "بيت الحكمة",
        origin: { name: "الصحيفة", url: null, captured: null },
      }),
      new Viewer({ ...exampleChrome, origin: "" }),
    );
    expect(text).toBe("«بيت الحكمة»، الصحيفة، بلا تاريخ، أرشيف الاختبار");
    expect(bibtex).not.toMatch(/author|date|year|url/);
  });
  it("escapes what LaTeX reads as commands", () => {
    const { bibtex } = citationOf(exampleShownCard("a", null, { title: "50% {من} #وسم \\ ~ a_b" }), viewer);
    expect(bibtex).toContain("title = {50\\% \\{من\\} \\#وسم \\textbackslash{} \\~{} a\\_b},");
  });
});
