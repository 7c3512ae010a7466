import { describe, expect, it } from "vitest";
import { finishMarkup } from "./markdown.ts";

const htmlOf = (text: string): string => finishMarkup(text, undefined).body.html;

describe("bold in Markdown", () => {
  it.each([
    ["**س:**متى عدت؟", "<p><strong>س:</strong>متى عدت؟</p>"],
    ["**س:**متى؟ **ج:**أمس.", "<p><strong>س:</strong>متى؟ <strong>ج:</strong>أمس.</p>"],
    ["عاد **«الغائب»**وحده", "<p>عاد <strong>«الغائب»</strong>وحده</p>"],
    ["و**«الغائب»** عاد", "<p>و<strong>«الغائب»</strong> عاد</p>"],
    ["- **أولا،**ثم", "<ul>\n<li><strong>أولا،</strong>ثم</li>\n</ul>"],
    ["**المطر!**هطل & **الريح**", "<p><strong>المطر!</strong>هطل &#x26; <strong>الريح</strong></p>"],
  ])("is read beside a sign that a letter follows or stands before: %s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
  it.each([
    ["\\*\\*س:\\*\\*متى", "<p>**س:**متى</p>"],
    ["`**س:**متى`", "<p><code>**س:**متى</code></p>"],
    ["**س:** متى **", "<p><strong>س:</strong> متى **</p>"],
    ["قال **: ثم مضى **عاد", "<p>قال **: ثم مضى **عاد</p>"],
    ["**س:\n\n**متى", "<p>**س:</p>\n<p>**متى</p>"],
    ["***س:***متى", "<p>***س:***متى</p>"],
  ])("is none where asterisks are meant, or have no second: %s", (text, html) => {
    expect(htmlOf(text)).toBe(html);
  });
});
