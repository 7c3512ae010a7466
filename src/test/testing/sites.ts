/** Sites that pages are looked at on: the repository's own, which holds every kind of page, a crowded and a hostile one. */
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { markdown, REPOSITORY, Root, Running, warraq } from "./program.ts";

/** The repository's own content, in lists of five so that they have numbered pages. @param change Of its settings. */
export function demonstration(change: (settings: string) => string = (settings) => settings): Root {
  const root = new Root();
  for (const folder of ["content", "public"])
    cpSync(join(REPOSITORY, folder), join(root.path, folder), { recursive: true });
  const settings = root.read("content/site.yaml").replace(/^page_size:.*$/m, "page_size: 5");
  return root.write({ "content/site.yaml": change(settings) });
}

/** The same in another theme, and with nothing that only ours reads. */
export const inTheme =
  (theme: string) =>
  (settings: string): string =>
    settings.replace(/^theme:[\s\S]*/m, `theme: ${theme}\n`);

/** A day of 205 articles and 615 tags: more than one page holds in any theme. */
export function crowded(theme: string): Root {
  const ofDay = Array.from({ length: 205 }, (_, i) => [
    `content/${i}.md`,
    markdown(
      `خبر ${i}`,
      `date: 2017-11-22\nsection: تاريخ\ntags: [${["أدب", "بيئة", "تجارة"].map((word) => `${word} ${i}`).join()}]\n`,
    ),
  ]);
  return new Root({
    ...Object.fromEntries(ofDay),
    "content/site.yaml": `theme: ${theme}\nurl: https://archive.example.org/\n`,
  });
}
/** Its pages that the demonstration has none of, relative to its home page. */
export const CROWDED: Readonly<Record<string, string>> = {
  "day-crowded": "2017/11/22/",
  "day-page": "2017/11/22/page/1/",
  "tags-crowded": "tags/",
  "tags-page": "tags/page/2/",
};

export interface Served {
  readonly root: Root;
  /** Of the home page. */
  readonly home: string;
  stop(): Promise<void>;
}

/** Builds a site and serves it until stopped. @throws Error with what was printed when it cannot be built. */
export async function served(root: Root): Promise<Served> {
  const { code, printed } = await warraq(root.path, "build");
  if (code !== 0) throw new Error(printed);
  const server = new Running(["serve", "--port", "0"], root.path);
  const [home] = await server.says(/http:\S+/);
  const stop = async () => {
    server.signal("SIGINT");
    await server.ended();
    root.remove();
  };
  return { root, home, stop };
}

/** Where each kind of page of the demonstration is, relative to its home page. @param root Of it, built. */
export function kindsOfPage(root: Root): Readonly<Record<string, string>> {
  const inside = (folder: string): string =>
    `${folder}/${readdirSync(join(root.path, "dist", folder)).find((name) => !name.includes("."))}/`;
  const paths = {
    home: "",
    section: "تاريخ/",
    "list-page": "authors/هيئة-التحرير/page/1/",
    tag: "tags/بغداد/",
    author: "authors/هيئة-التحرير/",
    sections: "sections/",
    tags: "tags/",
    authors: "authors/",
    undated: "undated/",
    archive: "archive/",
    year: "2017/",
    month: "2017/11/",
    day: "2017/11/22/",
    "article-plain": inside("2019/11/04"),
    "article-pictures": inside("2017/06/05"),
    "article-table": inside("2016/01/18"),
    "article-raw": inside("2017/11/22"),
    "article-undated": inside("undated"),
    "on-this-day": "on-this-day/11-22/",
    "days-of-year": "on-this-day/",
    standing: "about/",
    search: "search/",
    "search-results": "search/?q=بغداد",
    redirect: "2018/10/lost-archives/",
    "not-found": "404.html",
  };
  return Object.fromEntries(Object.entries(paths).map(([kind, path]) => [kind, encodeURI(path)]));
}

const SETTINGS = `title: 'أرشيف "A&B" <الاختبار>'
url: https://archive.example.org/news/أرشيف/
page_size: 5
footer: "<script>alert(1)</script> & نص"
locale: { months: levant, digits: arab, hijri: true, time_zone: Asia/Riyadh }
sections: [{ name: "A & B <قسم>", description: "وصف \\"بين\\" علامتي" }]
`;
const HOSTILE_KEYS = `date: 2017-11-22
section: "A & B <قسم>"
tags: ["C++ & <x>", "100%", "a/b?c#d"]
authors: ["O'Brien <x@y.example>", "رويترز"]
summary: 'سطر فيه "علامات" & <وسوم>'
image: "https://pictures.example/a b.jpg?x=[1]"
image_alt: 'ما "في" <الصورة>'
image_caption: "تحت <الصورة> & 'بعدها'"
image_credit: "Photo © A & B"
source: { name: "Agency <A&B>", url: "https://agency.example/?a=1&b=<2>", captured: 2020-01-01 }
aliases: ["/old/عنوان قديم/"]
`;
/** Every way we know in which a saved page breaks the HTML Standard. */
const BROKEN = `# عنوان أول في النص

#### قفز إلى الرابع

نص <b>غير مغلق <i>متداخل</b> خطأ</i> <time datetime="الأمس">أمس</time> <time>22 نوفمبر</time> <abbr>ص</abbr>

<table><tr><td rowspan="0" colspan="99999">أ</td></tr><caption>تسمية متأخرة</caption><tr></tr></table>

<table><tbody><tr><td colspan="x">أ</td><td rowspan="9">ب</td></tr></tbody><thead><tr><th scope="weird">ر</th></tr></thead></table>

<ol start="x" reversed="no"><li>أ<p>ب</ol><ul>نص شارد<li>أ</ul><dl><dd>وصف بلا اسم</dd></dl><li>بند شارد</li><dt>اسم شارد</dt>

<img src="" alt="فارغ"><img src="https://x.example/p q.jpg" width="100%" height="-3"><img alt="بلا مصدر"><img src="javascript:alert(1)">

<a href="http://exa mple.com/ x">رابط سيئ</a> <a href="https://example.com/ا ب?س=<ص>|^\`{}">رابط</a> <a href="">فارغ</a> <a href="mailto:a b@c">بريد</a> <a href="http://[::1">قوس</a> <a>بلا وجهة</a> <a href="/x"><a href="/y">رابط في رابط</a></a>

<bdo>بلا اتجاه</bdo> <bdo dir="sideways">اتجاه غريب</bdo> <span lang="xx-yyyy-zz1234567890">لغة غريبة</span> <p dir="rtl" id="content" class="wrap" onclick="alert(1)" style="color:red">فقرة</p> <q cite="::">اقتباس</q> <figure><p>أ</p></figure><figcaption>شارد</figcaption>

<h2></h2><h3> </h3><p></p><blockquote></blockquote><ul></ul><dl></dl><table></table><figure></figure><del datetime="x" cite="::">محذوف</del><ins><p>فقرة في سطر</p></ins> <em><h4>عنوان في توكيد</h4></em> <a href="/z"><h3>عنوان في رابط</h3><p>فقرة</p></a> <kbd><pre>نص مسبق</pre></kbd> <hr><br>

<p><table><tr><td><h2>عنوان في خلية</h2></td></tr></table></p> <s><ul><li>قائمة في شطب</li></ul></s> <cite><blockquote>اقتباس في مرجع</blockquote></cite> <iframe src="x"></iframe><svg><a href="x">ص</a></svg><style>x{}</style><custom-element>مخصص</custom-element> <b><table><tr><td>جدول في غامق</td></tr></table></b>`;
const GFM = `\`\`\`js
alert("x") && y < z
\`\`\`

| أ | ب |
|:-|-:|
| 1 | **2** |
| 3 |

- [ ] مهمة
- [x] تمت

نص مع حاشية[^1] ورابط <https://example.com/?a=1&b=2> و https://example.com/x?y=[1] .

[^1]: نص الحاشية.

![صورة](https://x.example/x.png "عنوان \\"الصورة\\"")
`;
const SAVED = `<html><head><title>صفحة محفوظة | Site</title></head><body><nav>قائمة</nav><article><h1>صفحة محفوظة فيها جدول متداخل</h1>
<p>نص طويل بما يكفي ليظهر أن هذا هو متن المقال، وفيه كلام كثير عن أمور شتى لا تهم أحدًا، لكنه يكفي للقراءة، وفيه فواصل، وفيه نقاط.
<p>نص طويل بما يكفي ليظهر أن هذا هو متن المقال، وفيه كلام كثير عن أمور شتى لا تهم أحدًا، لكنه يكفي للقراءة، وفيه فواصل، وفيه نقاط.</p>
<table border=1 width=100%><tr><td align=center bgcolor=red><table><tr><td nowrap>داخلي<td>آخر</table></td></tr></table><center><font color=red>قديم</font></center>
<picture><source srcset="/a.webp"><img src="https://x.example/a.jpg" srcset="/a2.jpg 2x" sizes="x" class="x"></picture><video src="/v.mp4" controls></video><p align=right dir=RTL lang=AR>كبير</p></article></body></html>`;

/** Names, settings and texts that try to break out of the markup they are put in, under a base path in Arabic. */
export function hostile(): Root {
  const numbered = Array.from({ length: 7 }, (_, i) => [
    `content/2018-0${i + 1}-11.md`,
    markdown(`مقال ${i}`, 'section: "A & B <قسم>"\ntags: ["100%"]\nauthors: [رويترز]\n'),
  ]);
  return new Root({
    "content/site.yaml": SETTINGS,
    "content/broken.md": markdown(`'قال "BBC & <b>CNN</b>" إن 5G وصل؟ ''نعم'' – #1'`, HOSTILE_KEYS, BROKEN),
    "content/gfm.md": markdown(
      '"عنوان\\u200Eبه\\u202Eعلامات\\u2069 اتجاه"',
      "date: 2017-11-22T23:59:59Z\n",
      GFM,
    ),
    "content/saved.html": SAVED,
    "content/raw.txt":
      'قسم خام\n\nعنوان خام فيه BBC\n\nنص <b>كما هو</b> & فيه علامات "A".\n\u00a0\nفقرة ثانية طويلة بما يكفي لتكون فقرة لا عنوانًا، وفيها كلام كثير يكفي لذلك فعلًا.\n',
    "content/empty.md": "---\ntitle: مقال بلا نص\n---\n",
    "content/pages/about.md": markdown(`'عن "A&B"'`, "", "نص.\n\n## \n\n| أ |\n|---|"),
    ...Object.fromEntries(numbered),
  });
}
