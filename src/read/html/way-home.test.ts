import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.ts";

const TITLE = "بلدية الحي تعيد فتح المكتبة العامة بعد ترميم سقفها";
const TEXT = `<p>أعادت البلدية صباح أمس فتح المكتبة العامة أمام القراء، بعد ترميم استمر ثمانية أشهر وشمل السقف والنوافذ وقاعة المطالعة.</p>
<p>وقالت أمينة المكتبة إن الكتب نقلت خلال الترميم إلى مدرسة مجاورة، وإنها عادت كلها إلى رفوفها قبل يوم الافتتاح.</p>`;
const ld = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const sectionOf = async (above: string, head = ""): Promise<string | undefined> => {
  const html = `<html><head><title>${TITLE}</title>${head}</head><body>${above}<h1>${TITLE}</h1><div class="entry-content">${TEXT}</div></body></html>`;
  return (await parseHtml(html)).metadata.section;
};
const step = (position: number, name: string, item?: string) => ({
  "@type": "ListItem",
  position,
  name,
  item,
});
const wayOf = (...itemListElement: object[]) => ld({ "@type": "BreadcrumbList", itemListElement });

describe("the section of a saved page", () => {
  it("is the last step of the BreadcrumbList in JSON-LD that is neither home nor the headline", async () => {
    expect(await sectionOf("", wayOf(step(1, "الرئيسية", "/"), step(2, "ثقافة", "/c"), step(3, TITLE)))).toBe(
      "ثقافة",
    );
    const nested = { "@type": "ListItem", position: 1, item: { "@id": "https://a.example/", name: "الصدى" } };
    const second = {
      "@type": "ListItem",
      position: 2,
      item: { "@id": "https://a.example/c", name: "ثقافة" },
    };
    expect(await sectionOf("", wayOf(nested, second))).toBe("ثقافة");
    const within = ld({
      "@type": "WebPage",
      breadcrumb: { "@type": "BreadcrumbList", itemListElement: [second] },
    });
    expect(await sectionOf("", within)).toBe("ثقافة");
  });

  it("is none where that list holds only home and the headline", async () => {
    expect(await sectionOf("", wayOf(step(1, "Home", "/"), step(2, TITLE)))).toBeUndefined();
  });

  it("is read from microdata too", async () => {
    const item = (name: string, href: string) =>
      `<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a itemprop="item" href="${href}"><span itemprop="name">${name}</span></a></li>`;
    const list = `<ul itemscope itemtype="https://schema.org/BreadcrumbList">${item("الرئيسية", "/")}${item("ثقافة", "/c")}</ul>`;
    expect(await sectionOf(list)).toBe("ثقافة");
    const old = `<div itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="/" itemprop="url"><span itemprop="title">الصدى</span></a></div>
<div itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="/c" itemprop="url"><span itemprop="title">ثقافة</span></a></div>`;
    expect(await sectionOf(old)).toBe("ثقافة");
  });

  it.each([
    `<div class="breadcrumbs-bar"><h2>أنت هنا</h2><div><a href="/">الرئيسية</a> » <a href="/c">ثقافة</a> » ${TITLE}</div></div>`,
    `<ol class="breadcrumb"><li><a href="/a">مجتمع</a></li><li><a href="/a/c">ثقافة</a></li></ol>`,
    `<div class="breadcumb"><a href="/">الرئيسية</a> <a href="/c">ثقافة</a></div>`,
  ])("is the last linked name of a box named as the way home: %s", async (above) => {
    expect(await sectionOf(above)).toBe("ثقافة");
  });

  it("is the name that is linked right above the headline", async () => {
    expect(await sectionOf(`<div class="top"><a href="/c">ثقافة</a> 20-06-2019 | 07:53</div>`)).toBe("ثقافة");
    expect(await sectionOf(`<ol class="list"><li><a href="/c">ثقافة</a></li></ol>`)).toBe("ثقافة");
  });

  it("is no link of a menu, no button and no way to the first page", async () => {
    const menu = "سياسة اقتصاد رياضة ثقافة منوعات تقارير".split(" ");
    expect(
      await sectionOf(`<div>${menu.map((name) => `<a href="/${name}">${name}</a>`).join("")}</div>`),
    ).toBe(undefined);
    expect(await sectionOf(`<a href="/">الصدى</a>`)).toBeUndefined();
    expect(await sectionOf(`<a href="/s">شارك على فيسبوك</a>`)).toBeUndefined();
  });

  it("is no word by which a content system places a post", async () => {
    const said = (articleSection: unknown) => ld({ "@type": "NewsArticle", headline: TITLE, articleSection });
    expect(await sectionOf("", said(["slider", "notif", "ثقافة", "منوعات"]))).toBe("ثقافة");
    expect(await sectionOf("", said("Uncategorized"))).toBeUndefined();
    const meta = `<meta property="article:section" content="غير مصنف">`;
    expect(await sectionOf("", `${meta}${said("ثقافة")}`)).toBe("ثقافة");
  });
});
