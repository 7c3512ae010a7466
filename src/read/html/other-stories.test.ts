import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "قرية الساحل تفتح متحفا لأدوات الصيد القديمة";
const LINES = [
  "فتحت قرية الساحل أمس متحفا صغيرا لأدوات الصيد القديمة، جمعها الصيادون من بيوتهم ومن مخازن الميناء على مدى ثلاث سنوات.",
  "ويضم المتحف شباكا من القنب ومجاديف وقناديل زيت، وإلى جانب كل قطعة اسم من استعملها وحكايته معها كما رواها لأحفاده.",
  "ويقول أمين المتحف إن الدخول سيظل مجانا، وإن المدارس المجاورة حجزت زيارات حتى نهاية الفصل الدراسي المقبل.",
];
const TEXT = LINES.map((line) => `<p>${line}</p>`).join("\n");
const OTHERS = [
  "بلدية الساحل تزرع مئة شجرة زيتون",
  "سباق القوارب يعود بعد غياب عامين",
  "مدرسة الحي تحتفل بمئويتها",
];
const cards = (card: (title: string) => string) => OTHERS.map(card).join("");
const page = (body: string) => `<html><head><title>${TITLE}</title></head><body>${body}</body></html>`;

async function read(body: string) {
  const { finished, metadata } = await parseHtml(page(body));
  return {
    lines: finished.body.plain.split("\n"),
    aside: finished.body.removed.map(({ text }) => text),
    title: metadata.title,
  };
}

describe("cards of other stories in the text's own box", () => {
  it.each([
    [
      "below the text, with a label",
      `${TEXT}<div class="block"><h2>قصص أخرى</h2>${cards((title) => `<article><h3><a href="/${title}">${title}</a></h3></article>`)}</div>`,
    ],
    [
      "with a day and a lead each",
      `${TEXT}<div class="more"><div class="tag"><span>ذات صلة</span></div><ul>${cards((title) => `<li class="item"><a href="/${title}">${title}</a><span>الخميس 20 نيسان 2017</span><p>تقول اللجنة إن العمل سينتهي قبل حلول الصيف.</p></li>`)}</ul></div>`,
    ],
    [
      "between paragraphs",
      `<p>${LINES[0]}</p><div class="box">${cards((title) => `<div class="item"><a href="/${title}"><img src="/a.jpg"><p>${title}</p></a></div>`)}</div><p>${LINES[1]}</p><p>${LINES[2]}</p>`,
    ],
  ])("are set aside: %s", async (_, text) => {
    const { lines, aside } = await read(`<article><h1>${TITLE}</h1>${text}</article>`);
    expect(lines).toEqual(LINES);
    for (const title of OTHERS) expect(aside.join(" ")).toContain(title);
  });

  it("are none where the text itself is a list with links", async () => {
    const list = OTHERS.map((title) => `<li><a href="/${title}">${title}</a></li>`).join("");
    const { lines } = await read(
      `<article><h1>${TITLE}</h1><p>${LINES[0]}</p><ul>${list}</ul>${TEXT}</article>`,
    );
    expect(lines).toEqual([LINES[0], ...OTHERS, ...LINES]);
  });
});

describe("a box that is named as the text's and holds columns", () => {
  it("is gone down into, to the column that holds the paragraphs", async () => {
    const side = `<div class="col-side"><h4>الأحدث</h4>${cards((title) => `<p><a href="/${title}">${title}</a> قبل يومين من بدء الموسم أعلنت اللجنة برنامج الأسبوع الأول كاملا للأهالي</p>`)}</div>`;
    const { lines, aside } = await read(
      `<div class="news-inner"><div class="row"><div class="col-main"><h3 class="title">${TITLE}</h3>${TEXT}</div>${side}</div></div>`,
    );
    expect(lines).toEqual(LINES);
    expect(aside.join(" ")).toContain(OTHERS[1]);
  });
  it("stays whole where its paragraphs stand in several", async () => {
    const [first, ...more] = LINES;
    const body = `<div class="news-inner"><h1>${TITLE}</h1><div class="a"><p>${first}</p></div><div class="b">${more.map((line) => `<p>${line}</p>`).join("")}</div></div>`;
    expect((await read(body)).lines).toEqual(LINES);
  });
});

describe("a second story that the page loaded below", () => {
  const second = `<div class="story"><div class="kicker">رياضة</div><h1>${OTHERS[1]}</h1><p>انطلق السباق من المرفأ بمشاركة أربعين قاربا، وحضره جمهور كبير من القرى المجاورة ومن المدينة.</p></div>`;
  it("is no part of the text, nor what stands below it", async () => {
    const { lines, aside, title } = await read(
      `<main><h1>${TITLE}</h1><div class="text">${TEXT}</div>${second}<p>${(LINES[0] as string).slice(5)}</p></main>`,
    );
    expect({ lines, title }).toEqual({ lines: LINES, title: TITLE });
    expect(aside).toContain(OTHERS[1]);
    expect(aside).toContain("رياضة");
  });
  it("is the text's own heading where it repeats the headline, or stands above", async () => {
    const { lines } = await read(
      `<main><h1>الصدى اليوم</h1><h1>${TITLE}</h1>${TEXT}<h1>${TITLE}</h1><p>${LINES[0]}</p></main>`,
    );
    expect(lines.at(-1)).toBe(LINES[0]);
  });
});

describe("a box that a link leads past", () => {
  it("is set aside from the link up to the place it leads to", async () => {
    const box = `<section><a href="#after">تخطى القصص المقترحة وواصل القراءة</a><strong>قصص مقترحة</strong><ul>${cards((title) => `<li><a href="/${title}">${title}</a></li>`)}</ul><p id="after">نهاية القصص</p></section>`;
    const { lines, aside } = await read(
      `<main><h1>${TITLE}</h1><p>${LINES[0]}</p>${box}<p>${LINES[1]}</p><p>${LINES[2]}</p></main>`,
    );
    expect(lines).toEqual(LINES);
    expect(aside).toContain("نهاية القصص");
  });
});
