/** A WordPress export with an item of every fate. */
import type { FormFixture } from "./form-fixture.ts";

interface Fields {
  readonly name?: string;
  readonly text?: string;
  readonly status?: string;
  readonly type?: string;
}
const item = (id: number, title: string, { name, text, status, type }: Fields = {}): string =>
  `<item><title>${title}</title><link>http://old.example/${id}/</link>
<content:encoded><![CDATA[${text ?? `نص ${id} كما نُشر.`}]]></content:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>2016-02-03 10:00:00</wp:post_date><wp:post_name>${name ?? `n${id}`}</wp:post_name>
<wp:status>${status ?? "publish"}</wp:status><wp:post_type>${type ?? "post"}</wp:post_type></item>\n`;

const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>صحيفة النهر</title><link>http://old.example</link>
${item(1, "جسر جديد", { name: "bridge", text: 'افتُتح الجسر، و<a href="http://old.example/2/">السوق</a> قربه.' })}
${item(2, "سوق قديم", { name: "BRIDGE" })}
${item(3, "بلا اسم يصلح", { name: "%2e%2e%2f%2e%2e%2fetc%2fpasswd" })}
${item(4, "اسم جهاز", { name: "con" })}
${item(5, "من نحن", { name: "about", type: "page" })}
${item(6, "لم يُنشر بعد", { status: "draft", text: "كلام مستور." })}
${item(7, "حالة مجهولة", { status: "pitch", text: "كلام مستور." })}
${item(8, "رُمي", { status: "trash", text: "كلام مستور." })}
${item(9, "عميق بلا قاع", { text: "<div>".repeat(9000) })}
</channel></rss>\n`;

export const fixture: FormFixture = {
  files: { "export.xml": EXPORT },
  sources: ["export.xml"],
  fates: [
    ["جسر جديد", "published"],
    ["سوق قديم", "published"],
    ["بلا اسم يصلح", "published"],
    ["اسم جهاز", "published"],
    ["من نحن", "published"],
    ["لم يُنشر بعد", "draft"],
    ["حالة مجهولة", "draft"],
    ["رُمي", "left-out"],
    ["عميق بلا قاع", "lost"],
  ],
  hidden: "مستور",
};
