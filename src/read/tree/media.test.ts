import { describe, expect, it } from "vitest";
import { parseHtml } from "../html/html.ts";

const TITLE = "فرقة الموشحات تعود إلى مسرح القلعة";
const FIRST =
  "عادت فرقة الموشحات إلى مسرح القلعة بعد غياب عشر سنوات، وغنت أمام جمهور ملأ المدرجات كلها وحفظ الأبيات عن ظهر قلب.";
const LAST = "وقال قائدها إن الحفل القادم سيكون في الربيع.";

async function read(media: string, head = "") {
  const html = `<html lang="ar"><head><meta charset="utf-8"><title>${TITLE}</title>${head}</head><body><article><h1>${TITLE}</h1><p>${FIRST}</p>${media}<p>${LAST}</p></article></body></html>`;
  const { finished } = await parseHtml(html);
  const { html: text, removed } = finished.body;
  const between = text.replace(`<p>${FIRST}</p>`, "").replace(`<p>${LAST}</p>`, "");
  return { between, excerpt: finished.excerpt, aside: removed.map((one) => one.text) };
}
const figure = (href: string, words: string) => `<figure><a href="${href}">${words}</a></figure>`;

describe("what is embedded in an article", () => {
  const WATCH = "https://www.youtube.com/watch?v=mUwashSh4h";
  const VIDEO = figure(WATCH, "فيديو: youtube.com/watch?v=mUwashSh4h");
  it.each([
    ["a player", `<iframe src="https://www.youtube.com/embed/mUwashSh4h?rel=0"></iframe>`, VIDEO],
    [
      "a player that is loaded late",
      `<iframe data-src="//www.youtube-nocookie.com/embed/mUwashSh4h"></iframe>`,
      VIDEO,
    ],
    [
      "a player of the years of Flash",
      `<object><param name="movie" value="http://www.youtube.com/v/mUwashSh4h&hl=ar"><embed src="http://www.youtube.com/v/mUwashSh4h&hl=ar"></object>`,
      VIDEO,
    ],
    [
      "a player amid words",
      `<p><span><iframe src="https://www.youtube.com/embed/mUwashSh4h"></iframe></span></p>`,
      VIDEO,
    ],
    [
      "a film",
      `<video><source src="https://qalaa.example/a.mp4"><source src="https://qalaa.example/a.webm"></video>`,
      figure("https://qalaa.example/a.mp4", "فيديو: qalaa.example/a.mp4"),
    ],
    ["a sound", `<audio src="/media/a.mp3"></audio>`, figure("/media/a.mp3", "تسجيل صوتي: /media/a.mp3")],
    [
      "a post",
      `<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fqalaa%2Fposts%2F7"></iframe>`,
      figure("https://www.facebook.com/qalaa/posts/7", "منشور: facebook.com/qalaa/posts/7"),
    ],
  ])("leaves a link to %s", async (_, media, left) => {
    expect((await read(media)).between).toBe(left);
  });
  it("leaves the name of a file that nobody knows the way to", async () => {
    expect((await read(`<video src="a.mp4"></video>`)).between).toBe("<figure>فيديو: a.mp4</figure>");
    const head = `<link rel="canonical" href="https://qalaa.example/n/1.html">`;
    expect((await read(`<video src="a.mp4"></video>`, head)).between).toBe(
      figure("https://qalaa.example/n/a.mp4", "فيديو: a.mp4"),
    );
  });
  it("is noted where it is no part of an article, and what it says to old browsers too", async () => {
    const { between, aside } = await read(
      `<iframe src="https://ads.example/b?w=300">إطار</iframe><video src="/a.mp4">متصفحكم لا يعرض الأفلام</video>`,
    );
    expect(between).toBe(figure("/a.mp4", "فيديو: /a.mp4"));
    expect(aside).toEqual(expect.arrayContaining(["https://ads.example/b?w=300", "متصفحكم لا يعرض الأفلام"]));
  });
  it.each([
    "https://platform.twitter.com/widgets/tweet_button.html?size=m",
    "https://www.youtube.com/subscribe_embed?channelid=qalaa",
    "https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fqalaa.example",
  ])("is noted where it is a button: %s", async (address) => {
    const { between, aside } = await read(`<iframe src="${address}"></iframe>`);
    expect({ between, aside: aside.filter((text) => text.startsWith("http")) }).toEqual({
      between: "",
      aside: [address],
    });
  });
  it("leads to no program, and begins no excerpt", async () => {
    const { between, excerpt } = await read(
      `<video src="javascript:alert(1)"></video><iframe src="data:text/html,x"></iframe>`,
    );
    expect(between).toBe("");
    expect(excerpt.startsWith(FIRST.slice(0, 40))).toBe(true);
  });
});
