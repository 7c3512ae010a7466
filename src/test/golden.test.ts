/**
 * A small fixed site rendered whole; each kind of page is kept as a file under golden/ and compared byte for byte (but
 * for the digests in names of assets, which change with every style). After a change that is meant, look at
 * `git diff src/test/golden` once `npm run golden` has written them anew.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageKind } from "../model/page.ts";
import { KINDS, templateOf } from "../pages/kinds.ts";
import { article, BuildRoot, removeRoots } from "./testing/build-root.ts";

const RAW = `الشأن المحلي

افتتاح مكتبة عامة في محطة القطار القديمة

و قال رئيس البلدية : ” المكتبة هدية لأهل المدينة ” ، و شكر المتطوعين .

\u00a0

و تضم القاعة ” ثلاثة آلاف “ كتاب ، و ركنًا للأطفال ، و أجهزة لقراءة المخطوطات .

oldstation-750x430

مقالات ذات صلة

معرض للخط في دار البلدية

زر الذهاب إلى الأعلى`;
const PAPER = `النص **مهم**، وفيه [رابط إلى سوق الورق](/2016/03/04/سوق-الورق/) وأسماء مثل Windows 95.

## جدول

| السنة | العدد |
|---|---|
| 2015 | 120 |
| 2016 | 340 |

1. أولًا
2. ثانيًا

> قول مأثور.

![رسم القلم](/images/pen.svg "من رسم التلاميذ")

\`code\` لا يتغير ، هنا.`;
const SAVED = `<!DOCTYPE html><html><head><title>متحف الطوابع - صحيفة الحي</title><meta property="og:site_name" content="صحيفة الحي">
<meta property="article:published_time" content="2016-03-05T09:00:00Z"><meta property="article:section" content="ثقافة"><link rel="canonical" href="https://old.example/stamps">
</head><body><nav><a href="/">الرئيسية</a></nav><article><h1>متحف الطوابع</h1><p>${"في المتحف طوابع من المدينة والنهر والسوق. ".repeat(5)}</p><script>x()</script></article></body></html>`;

const FILES = {
  "content/site.yaml": `title: أرشيف الحي
description: ما نُشر بين سنتي 2016 و2018.
url: https://example.org/archive/
publisher: صحيفة الحي
footer: نصوص للتجربة.
locale: { months: levant, digits: arab, hijri: true, time_zone: Asia/Damascus }
sections: [{ name: تاريخ, description: حكايات المدينة. }, { name: ثقافة }, { name: الشأن المحلي }]
page_size: 5
related: 3
`,
  "content/2018/01/02/library.txt": RAW,
  "content/paper.md": article(
    "سوق الورق",
    `date: 2016-03-04T14:30:00+02:00
updated: 2016-03-06
section: تاريخ
tags: [كتب, حرف]
authors: [سعاد الكاتب, هيئة التحرير]
summary: "سطر يلخص المقال."
image: /images/pen.svg
image_alt: قلم
image_caption: قلم من قصب
image_credit: رسم هيئة التحرير
aliases: [/old/paper/]
corrections: [{ date: 2016-03-07, text: "صُحّح عدد سنة 2015." }]
source: { name: "نشرة الحي", url: "https://old.example/paper", captured: 2017-01-01 }
`,
    PAPER,
  ),
  "content/saved.html": SAVED,
  ...Object.fromEntries(
    [
      "الجسر القديم",
      "حمّام السوق",
      "ساعة البرج",
      "سور المدينة",
      "دار البريد",
      "ميدان الخيل",
      "بئر القلعة",
      "سبيل الماء",
      "باب البحر",
    ].map((title, i) => [
      `content/${i}.md`,
      article(title, `date: 2016-03-${10 + i}\nsection: تاريخ\ntags: [مدينة]\nauthors: [سعاد الكاتب]\n`),
    ]),
  ),
  "content/undated.md": article("بلا تاريخ", "section: تاريخ\ndate_estimate: 2017-11\n"),
  "content/pages/about.md": article("عن الأرشيف", "slug: about\n", "نصوص للتجربة."),
  "public/images/pen.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 10h40"/></svg>',
};

/** The file kept, and the file of the site. */
const KEPT: Readonly<Record<string, string>> = {
  "home.html": "index.html",
  "article-of-raw-page.html": "2018/01/02/افتتاح-مكتبة-عامة-في-محطة-القطار-القديمة/index.html",
  "article-of-markdown.html": "2016/03/04/سوق-الورق/index.html",
  "article-of-saved-page.html": "2016/03/05/متحف-الطوابع/index.html",
  "article-undated.html": "undated/بلا-تاريخ/index.html",
  "section.html": "تاريخ/index.html",
  "section-page-1.html": "تاريخ/page/1/index.html",
  "tag.html": "tags/مدينة/index.html",
  "author.html": "authors/سعاد-الكاتب/index.html",
  "sections.html": "sections/index.html",
  "on-this-day.html": "on-this-day/03-04/index.html",
  "days-of-year.html": "on-this-day/index.html",
  "year.html": "2016/index.html",
  "month.html": "2016/03/index.html",
  "day.html": "2016/03/04/index.html",
  "archive.html": "archive/index.html",
  "undated-list.html": "undated/index.html",
  "search.html": "search/index.html",
  "standing.html": "about/index.html",
  "redirect.html": "old/paper/index.html",
  "not-found.html": "404.html",
  "feed.xml": "feed.xml",
  "atom.xml": "atom.xml",
  "feed.json.txt": "feed.json",
  "sitemap.xml": "sitemap.xml",
  "sitemap-month.xml": "sitemaps/2016-03.xml",
  "robots.txt": "robots.txt",
};

const withoutDigests = (text: string): string =>
  text.replace(/(\/assets\/[a-z0-9-]+)-[\w-]{8}(\.[a-z0-9]+)/g, "$1-DIGEST$2");

let root: BuildRoot;
beforeAll(async () => {
  root = new BuildRoot(FILES);
  expect((await root.build()).diagnostics).toEqual([]);
});
afterAll(removeRoots);

describe("the page kept as", () => {
  it("an example is there for every kind that has a template", () => {
    const shown = Object.values(KEPT).flatMap(
      (file) => /<body[^>]* class="page-([\w-]+)"/.exec(root.read(`dist/${file}`))?.[1] ?? [],
    );
    const kinds = (Object.keys(KINDS) as PageKind[]).filter(templateOf);
    // A redirect has no layout.
    expect(new Set([...shown, "redirect"])).toEqual(new Set(kinds));
  });
  it.each(Object.entries(KEPT))("%s is what the site has at %s", async (kept, file) => {
    await expect(withoutDigests(root.read(`dist/${file}`))).toMatchFileSnapshot(`golden/${kept}`);
  });
});
