import { describe, expect, it } from "vitest";
import { type Attachment, expandShortcodes } from "./shortcodes.ts";

const PICTURE: Attachment = {
  url: "https://old.example/a.jpg",
  alt: 'ساحة "الحجاز"',
  caption: "الساحة ليلا",
};
const expand = (text: string) =>
  expandShortcodes(text, { gallery: (ids) => (ids === null || ids.includes(7) ? [PICTURE] : []) });
const html = (text: string): string => expand(text).html.trim();

describe("the shortcodes of a post", () => {
  it("that caption a picture become a figure, with the picture's own link", () => {
    const inside = '<a href="a.jpg"><img src="a-300x200.jpg" /></a> سوق <em>المدينة</em>';
    expect(html(`[caption id="x" width="300"]${inside}[/caption]`)).toBe(
      '<figure><a href="a.jpg"><img src="a-300x200.jpg" /></a><figcaption>سوق <em>المدينة</em></figcaption></figure>',
    );
  });
  it("may state the caption, as old ones did", () => {
    expect(html('[caption caption="سوق المدينة"]<img src="a.jpg">[/caption]')).toContain(
      "<figcaption>سوق المدينة</figcaption>",
    );
  });
  it("that show a gallery become its pictures", () => {
    const figure =
      '<figure><img src="https://old.example/a.jpg" alt="ساحة &quot;الحجاز&quot;"><figcaption>الساحة ليلا</figcaption></figure>';
    expect(html('[gallery ids="7,8" columns="2"]')).toBe(figure);
    expect(html("[gallery]")).toBe(figure);
    expect(html('[gallery ids="8"]')).toBe("");
  });
  it.each([
    "[embed]https://video.example/1[/embed]",
    '[video mp4="https://video.example/1"][/video]',
    "[youtube https://video.example/1]",
    "[youtube=https://video.example/1]",
    '[player url="https://video.example/1" params="x"]',
  ])("that play something leave a link: %s", (text) => {
    expect(html(text)).toBe('<p><a href="https://video.example/1">https://video.example/1</a></p>');
  });
  it("that lay out a page go, and the text between them stays", () => {
    const { html: found, unknown } = expand(
      '[vc_row][vc_column width="1/2"]نص المقال[/vc_column][/vc_row][one_half]آخر[/one_half]',
    );
    expect(found.split(/\s+/).filter(Boolean)).toEqual(["نص", "المقال", "آخر"]);
    expect(unknown).toEqual([]);
  });
  it("within a word leave it whole", () => {
    expect(html("[dropcap]ق[/dropcap]ال و[su_highlight]قيل[/su_highlight]")).toBe("قال وقيل");
  });
  it("that are unknown are removed too, and each is reported", () => {
    expect(expand('قبل [poll id="3"] بعد [tip]انتبه[/tip]')).toEqual({
      html: "قبل  بعد انتبه",
      unknown: ["poll", "tip"],
    });
  });
  it.each(["[1]", "[صورة]", "قال [مبتسما]: نعم", "[sic]", "[...]", "[AFP]"])(
    "are not what stands in brackets: %s",
    (text) => {
      expect(expand(text)).toEqual({ html: text, unknown: [] });
    },
  );
  it("are shown as they are written where they stand in two brackets, in code or as it was typed", () => {
    expect(html("[[gallery]]")).toBe("[gallery]");
    expect(html("<pre>[gallery]</pre> و<code>[poll id=3]</code>")).toBe(
      "<pre>[gallery]</pre> و<code>[poll id=3]</code>",
    );
  });
});
