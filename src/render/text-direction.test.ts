import { describe, expect, it } from "vitest";
import { withDirections } from "./text-direction.ts";

const ltr = (text: string): string => `<bdi dir="ltr">${text}</bdi>`;

describe("left-to-right text in an Arabic text", () => {
  it("is a long paragraph or a quotation, which is aligned left", () => {
    const english = "The harbour was closed at noon (local time), and nobody was hurt.";
    expect(withDirections(`<p>${english}</p>`)).toBe(`<p lang="en" dir="ltr">${english}</p>`);
    expect(withDirections("<blockquote>\n<p>No comment.</p>\n</blockquote>")).toBe(
      `<blockquote dir="ltr">\n<p>${ltr("No comment.")}</p>\n</blockquote>`,
    );
  });

  it("gets its language where its words leave no doubt", () => {
    const french = "Le port est fermé depuis midi et les navires attendent dans la rade.";
    const english = "The gates of the port have not been opened, and nobody is to enter it.";
    const neither = "Lorem ipsum dolor sit amet, consectetur adipiscing elit.";
    const both = "The film Le goût des autres is shown in the hall, and it is for all, dit la direction.";
    for (const [text, lang] of [
      [french, ' lang="fr"'],
      [english, ' lang="en"'],
      [neither, ""],
      [both, ""],
    ])
      expect(withDirections(`<p>${text}</p>`)).toBe(`<p${lang} dir="ltr">${text}</p>`);
    expect(withDirections(`<p lang="en-GB">${english}</p>`)).toBe(`<p lang="en-GB" dir="ltr">${english}</p>`);
  });

  it("is a short paragraph, an item, a cell or a heading, which keeps its alignment", () => {
    for (const name of ["p", "li", "td", "th", "h2", "figcaption"])
      expect(withDirections(`<${name} id="a>b">Photo: <em>A. Smith</em>.</${name}>`)).toBe(
        `<${name} id="a>b">${ltr("Photo: <em>A. Smith</em>.")}</${name}>`,
      );
    expect(withDirections("<ol><li><p>See page 12.</p></li></ol>")).toBe(
      `<ol><li><p>${ltr("See page 12.")}</p></li></ol>`,
    );
  });

  it("is one paragraph of a quotation that holds Arabic too", () => {
    expect(withDirections("<blockquote><p>قال:</p><p>No comment.</p></blockquote>")).toBe(
      `<blockquote><p>قال:</p><p>${ltr("No comment.")}</p></blockquote>`,
    );
  });

  it("is a run that begins or ends with punctuation, or is a quoted sentence", () => {
    expect(withDirections("<p>كتبه بلغة C++ أو C# فقط</p>")).toBe(
      `<p>كتبه بلغة ${ltr("C++")} أو ${ltr("C#")} فقط</p>`,
    );
    expect(withDirections("<p>قال: «We will wait.» ثم خرج.</p>")).toBe(
      `<p>قال: «${ltr("We will wait.")}» ثم خرج.</p>`,
    );
    expect(withDirections("<p>هيئة BBC (UK) البريطانية</p>")).toBe(
      `<p>هيئة ${ltr("BBC (UK)")} البريطانية</p>`,
    );
  });

  it("is a telephone number, and a signed number alone in a cell", () => {
    expect(withDirections("<p>الهاتف +963 11 555 0100 أو 00963115550100.</p>")).toBe(
      `<p>الهاتف ${ltr("+963 11 555 0100")} أو ${ltr("00963115550100")}.</p>`,
    );
    expect(withDirections("<td>-3.5%</td><td>+2</td>")).toBe(`<td>${ltr("-3.5%")}</td><td>${ltr("+2")}</td>`);
  });
});

describe("what stays as it is", () => {
  it.each([
    "<p>بين 1998 و2004، وبنسبة 5% إلى 10%، وكوفيد -19، والعامان 2000 2001.</p>",
    "<p>شركة Google في الخبر. وكالة Reuters.</p>",
    "<p>IMF: نمو الاقتصاد (World Economic Outlook)</p>",
    "<ul><li>News<ul><li>خبر</li></ul></li></ul>",
    '<p>نفّذ <code>a++ # b</code> وراجع <a href="https://example.org/?a=1&#x26;b=C++">الصفحة</a></p>',
    '<blockquote lang="en" dir="ltr"><p dir="ltr">Breaking: C++ (2018).</p></blockquote>',
    "<p>أ &#x3C; ب &#x26; ج</p>",
  ])("%s", (html) => {
    expect(withDirections(html)).toBe(html);
  });
});
