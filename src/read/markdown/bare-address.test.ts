import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bareAddressAt, bareAddressesIn, bareAddressHref } from "./bare-address.ts";
import { finishMarkup } from "./markdown.ts";

const hrefsOf = (html: string): (string | undefined)[] =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
const inMarkdown = (text: string): (string | undefined)[] => hrefsOf(finishMarkup(text, undefined).body.html);

describe("a bare address", () => {
  it("ends before a sign of Arabic or of typography, wherever that stands", () => {
    const addresses = [
      "www.jisr.example",
      "http://jisr.example",
      "https://jisr.example/a",
      "https://jisr.example/?p=1",
    ];
    for (const sign of [..."،؛؟۔٪٫«»“”‘’…—（）［］】】。、！﴾﴿→\u200f\u00a0"])
      expect(
        inMarkdown(addresses.map((one) => `زوروا ${one}${sign} غدًا، ثم ${one}${sign}غدًا`).join("\n\n")),
        sign,
      ).toEqual(
        ["http://www.jisr.example/", "http://jisr.example/", ...addresses.slice(2)].flatMap((one) => [
          one,
          one,
        ]),
      );
  });

  it("ends before the signs of GFM too where one of those follows, and keeps the brackets opened in it", () => {
    expect(bareAddressAt("https://jisr.example/a).، ثم")).toBe("https://jisr.example/a");
    expect(bareAddressAt("https://jisr.example/ص_(مدينة)؟")).toBe("https://jisr.example/ص_(مدينة)");
    expect(bareAddressAt("www.jisr.example/a)ثم")).toBe("www.jisr.example/a");
    expect(bareAddressAt("www.jisr.example/q=(b))+ok")).toBe("www.jisr.example/q=(b))+ok");
    expect(inMarkdown("(انظر www.jisr.example/a)، «www.jisr.example»؛")).toEqual([
      "http://www.jisr.example/a",
      "http://www.jisr.example/",
    ]);
  });

  it("keeps letters of any script in its path, and what stands between them", () => {
    expect(inMarkdown("https://jisr.example/خبر/جديد_١، ثم https://jisr.example/2010–2012؟")).toEqual([
      "https://jisr.example/%D8%AE%D8%A8%D8%B1/%D8%AC%D8%AF%D9%8A%D8%AF_%D9%A1",
      "https://jisr.example/2010%E2%80%932012",
    ]);
  });

  it("keeps a host of Arabic letters, and is joined to no word after its own", () => {
    expect(inMarkdown("http://جسر.شبكة/خبر؛")).toEqual(["http://xn--rgbkf.xn--ngbc5azd/%D8%AE%D8%A8%D8%B1"]);
    for (const after of ["ثم", ".ثم", ".١"])
      expect(inMarkdown(`www.jisr.example${after}`)).toEqual(["http://www.jisr.example/"]);
    expect(inMarkdown("www.jisr.شبكة.")).toEqual(["http://www.jisr.xn--ngbc5azd/"]);
    expect(inMarkdown("www.jisr.example网站")).toEqual([]);
  });

  it("leaves what follows it to be read as Markdown", () => {
    expect(finishMarkup("https://jisr.example/a؟**نعم**", undefined).body.html).toBe(
      '<p><a href="https://jisr.example/a">https://jisr.example/a</a>؟<strong>نعم</strong></p>',
    );
    expect(inMarkdown("https://a.example،https://b.example/c")).toEqual([
      "https://a.example/",
      "https://b.example/c",
    ]);
  });

  it("is none where a browser would go to another host than the one written", () => {
    for (const text of ["http://jisr.example@a.example", "http://0x7f.1/", "<https://jisr.example،>"])
      expect(inMarkdown(text), text).toEqual([]);
    expect(inMarkdown("<https://jisr.example/ماذا؟> [نص](https://jisr.example/ب؟)")).toHaveLength(2);
  });

  it("leads to the host that is written, whatever stands around it", () => {
    const some = (...units: string[]) => fc.array(fc.constantFrom(...units), { maxLength: 6 });
    const around = some(..."،؛؟»”…)]ثم۔.:@/#?_*-١ \u200c", "أب", "a");
    fc.assert(
      fc.property(
        around,
        fc.constantFrom("www.", "http://", "https://www."),
        around,
        (before, start, after) => {
          const text = `${before.join("")}${start}jisr.example${after.join("")}`;
          for (const href of inMarkdown(text)) {
            const { protocol, hostname } = new URL(href as string);
            if (protocol !== "mailto:") expect(text, href).toContain(hostname);
            expect(hostname).not.toContain("xn--");
          }
          for (const one of bareAddressesIn(text)) expect(text.startsWith(one.text, one.start)).toBe(true);
        },
      ),
    );
  });

  it("is found in a text without markup as in Markdown", () => {
    expect(
      bareAddressesIn("بريد: a.b@jisr.example، وموقع www.jisr.example؟ (http://jisr.example/خ)").map(
        ({ href }) => href,
      ),
    ).toEqual(["mailto:a.b@jisr.example", "http://www.jisr.example", "http://jisr.example/خ"]);
    expect(bareAddressHref("www.exa mple")).toBeNull();
  });
});
