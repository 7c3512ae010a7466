/** Commands other than `build` and `dev`, seen from outside: `new`, `check --words`, `why`, `--help`, `--root`, `--out`. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { METADATA_KEYS } from "../../read/keys/metadata.ts";
import { markdown, Root, warraq } from "../testing/program.ts";

let root: Root;
beforeEach(() => {
  root = new Root({ "content/a.md": markdown("أول", "date: 2017-11-22\n") });
});
afterEach(() => root.remove());

describe("build", () => {
  it("tells the address that an edited headline left, as the line that leads on from it", async () => {
    await warraq(root.path, "build");
    root.write({ "content/a.md": markdown("ثانٍ", "date: 2017-11-22\n") });
    const moved = await warraq(root.path, "build");
    expect(moved.printed).toContain("1 page moved.");
    const line = /\/2017\/11\/22\/ثان\/\n +(aliases: \["\/2017\/11\/22\/أول\/"\])\n/.exec(moved.printed)?.[1];
    root.write({ "content/a.md": markdown("ثانٍ", `date: 2017-11-22\n${line}\n`) });
    expect((await warraq(root.path, "build")).printed).not.toContain("page moved");
    expect(root.read("dist/2017/11/22/أول/index.html")).toContain('content="0; url=');
  });

  it("quotes that address, which may hold what YAML takes for the end of an entry", async () => {
    root.write({ "content/a.md": markdown("أول", 'date: 2017-11-22\nslug: "أ,ب"\n') });
    await warraq(root.path, "build");
    root.write({ "content/a.md": markdown("أول", "date: 2017-11-22\n") });
    expect((await warraq(root.path, "build")).printed).toContain('aliases: ["/2017/11/22/أ,ب/"]');
  });

  it("and search take settings with either ending of YAML, and name the file that is there", async () => {
    root.write({ "content/site.yml": "title: صحيفة\nsections:\n  - name: سياسة\n    slug: tags\n" });
    root.write({ "content/a.md": markdown("أول", "date: 2017-11-22\nsection: سياسة\n") });
    expect((await warraq(root.path, "build")).printed).toMatch(/content\/site\.yml.*\[section-reserved\]/);
    root.write({ "content/site.yml": "title: صحيفة\n" });
    expect((await warraq(root.path, "build")).printed).toContain("content/site.yml states no url");
    expect((await warraq(root.path, "search", "أول")).printed).toContain("1 article");
  });
});

describe("new", () => {
  const FILE = "content/2017/2017-11-22-عنوان-فيه-نقطتان-و-اقتباس.md";
  const TITLE = 'عنوان: فيه "نقطتان" و اقتباس';

  it("writes a dated draft with all keys, says where, and never over another", async () => {
    const first = await warraq(root.path, "new", TITLE, "--date", "2017-11-22", "--section", "تاريخ");
    expect(first.code).toBe(0);
    expect(first.printed).toContain(FILE);
    const text = root.read(FILE);
    for (const key of METADATA_KEYS) expect(text).toMatch(new RegExp(`^#? *${key}:`, "m"));
    const second = await warraq(root.path, "new", TITLE, "--date", "2017-11-22");
    expect([second.code, root.read(FILE)]).toEqual([1, text]);
    expect(second.printed).toMatch(/already/);
  });

  it("writes what builds without a fault as it is, as it is with a text, and with every key filled", async () => {
    await warraq(root.path, "new", TITLE, "--date", "2017-11-22", "--section", "تاريخ");
    const draft = await warraq(root.path, "build");
    expect(draft.printed).toMatch(/1 article,[\s\S]*Nothing needs attention/);

    root.write({ [FILE]: `${root.read(FILE).replace("draft: true", "draft: false")}نص المقال.\n` });
    const published = await warraq(root.path, "build");
    expect(published.printed).toMatch(/2 articles,[\s\S]*Nothing needs attention/);

    const filled = root
      .read(FILE)
      .replace(/^# ?/gm, "")
      .replace(/^date_estimate: .*\n/m, "")
      .replace("tags: []", "tags: [كتب]")
      .replace("authors: []", "authors: [فلان]")
      .replace('summary: ""', 'summary: "سطر"')
      .replace("image: /images/picture.jpg", "image: https://example.org/a.jpg")
      .replace('slug: ""', "slug: قصير")
      .replace("aliases: []", "aliases: [/old/]")
      .replace('name: ""', "name: الصحيفة")
      .replace('url: ""', "url: https://example.org/1")
      .replace('text: ""', "text: صُحّح الاسم");
    root.write({ [FILE]: filled });
    const all = await warraq(root.path, "build");
    expect(all.printed).toMatch(/2 articles,[\s\S]*Nothing needs attention/);
    expect(existsSync(join(root.path, "dist/2017/11/22/قصير/index.html"))).toBe(true);
    expect(existsSync(join(root.path, "dist/old/index.html"))).toBe(true);
  });

  it("dates an article today by the clock of whoever writes, and works where there is no content/ yet", async () => {
    const { code, printed } = await warraq(root.path, "new", "خبر", "--root", "fresh");
    const now = new Date();
    expect(code).toBe(0);
    expect(printed).toContain(`fresh/content/${now.getFullYear()}/${now.getFullYear()}-`);
    expect((await warraq(root.path, "build", "--root", "fresh")).code).toBe(0);
  });

  it("refuses a day that is none, and a title without a letter", async () => {
    expect((await warraq(root.path, "new", "خبر", "--date", "2017-02-30")).printed).toMatch(
      /no such date[\s\S]*2017-11-22/,
    );
    expect((await warraq(root.path, "new", "؟!")).code).toBe(1);
  });
});

describe("check --words", () => {
  it("accounts for every word, file by file and in all, and publishes nothing", async () => {
    root.write({
      "content/b.txt":
        "أخبار\n\nعنوان الخبر الثاني هنا\n\nنص الخبر الثاني.\n\nمقالات ذات صلة\n\nخبر آخر من الأرشيف\n",
      "content/c.html": `<html><body><nav>قائمة</nav><article><h1>خبر ثالث</h1><p>${"نص الخبر. ".repeat(20)}</p></article></body></html>`,
    });
    const { code, printed } = await warraq(root.path, "check", "--words");
    expect(code).toBe(0);
    expect(printed).toMatch(
      /content\/b\.txt: 15 words: 3 in the text, 5 in headlines and other keys, 7 set aside/,
    );
    expect(printed).toMatch(/In all 3 files: .*, 0 lost\./);
    expect(existsSync(join(root.path, "dist"))).toBe(false);
    const { words } = JSON.parse((await warraq(root.path, "check", "--words", "--json")).printed);
    expect(words).toHaveLength(3);
    expect(words[1]).toMatchObject({ file: "content/b.txt", total: 15, lost: [] });
  });

  it("leaves out what is in error, whose words no page holds, and counts one as one", async () => {
    root.write({
      "content/b.md": markdown("س", "date: 2017-02-30\n"),
      "content/c.txt": "أخبار\n\nعنوان الخبر الثاني هنا\n\nنص الخبر الثاني.\n",
      "content/c.yaml": "autor: فلان\n",
    });
    const { code, printed } = await warraq(root.path, "check", "--words");
    expect(code).toBe(1);
    expect(printed).toMatch(/In all 1 file: 3 words: 2 in the text, 1 in headlines and other keys,/);
    expect(printed).toContain("1 article is sound; 2 errors, 0 warnings.");
  });

  it("does so in threads when there are many", async () => {
    const many = Array.from({ length: 300 }, (_, i) => [`content/${i}.md`, markdown(`خبر ${i}`)] as const);
    const { code, printed } = await warraq(root.write(Object.fromEntries(many)).path, "check", "--words");
    expect(printed).toMatch(/In all 301 files: .*, 0 lost\./);
    expect(code).toBe(0);
  });
});

describe("check", () => {
  it("warns of a day to come, which no build knows", async () => {
    root.write({ "content/a.md": "---\ntitle: غد\ndate: 2091-01-02\n---\nنص.\n" });
    const first = await warraq(root.path, "build");
    expect(first.printed).toContain("Nothing needs attention");
    for (let time = 0; time < 2; time++) {
      const { code, printed } = await warraq(root.path, "check");
      expect(code).toBe(0);
      expect(printed).toMatch(/warning content\/a\.md.*\[day-to-come\][\s\S]*2091-01-02 is still to come/);
    }
    expect((await warraq(root.path, "build")).printed).toContain("Nothing needs attention");
  });
});

describe("check --dates", () => {
  it("quotes what undated texts of every kind say of their dates, and invents none", async () => {
    root.write({
      "content/b.txt":
        "أخبار\n\nعنوان الخبر الثاني هنا\n\nالتقى الوزيران اليوم الأربعاء في العاصمة.\n\n٤ ربيع الأول ١٤٣٩ هـ\n",
      "content/c.md": markdown("ثالث", "", "عُقد الاجتماع يوم 20 نوفمبر في المدينة."),
      "content/d.md": markdown("رابع"),
    });
    const { code, printed } = await warraq(root.path, "check", "--dates");
    expect(code).toBe(0);
    expect(printed).toMatch(
      /content\/b\.txt\n[\s\S]*day of the week: \u2068اليوم الأربعاء\u2069[\s\S]*content\/b\.yaml/,
    );
    expect(printed).toMatch(/content\/c\.md\n {2}day and month: \u2068يوم 20 نوفمبر\u2069/);
    expect(printed).toContain("3 articles without a date; of 2 the text suggests when.");
    const { dates } = JSON.parse((await warraq(root.path, "check", "--dates", "--json")).printed);
    expect(dates.map(({ file }: { file: string }) => file)).toEqual([
      "content/b.txt",
      "content/c.md",
      "content/d.md",
    ]);
  });
});

describe("why", () => {
  const FILE = "2017/11/22/أول/index.html";

  it("says of a page by its address or file whether it is rendered again and for what, and writes nothing", async () => {
    await warraq(root.path, "build");
    const before = { ...root.state(), ...root.state(".warraq") };
    const asks = [
      "/2017/11/22/أول/",
      encodeURI("/2017/11/22/أول"),
      `dist/${FILE}`,
      join(root.path, "dist", FILE),
    ];
    for (const asked of asks) {
      const { code, printed } = await warraq(root.path, "why", asked);
      expect([code, printed], asked).toEqual([0, expect.stringContaining(`${FILE}\u2069 (article)`)]);
      expect(printed).toMatch(/leaves it as it is[\s\S]*same {5}articles: \u2068content\/a\.md\u2069\n/);
    }
    root.write({ "content/a.md": markdown("أول", "date: 2017-11-22\nsection: تاريخ\n") });
    const { printed } = await warraq(root.path, "why", FILE);
    expect(printed).toMatch(
      /renders it again[\s\S]*differs {2}articles: \u2068content\/a\.md\u2069 \(changed\)/,
    );
    expect(printed).toMatch(/same {5}program and template: .*templates\/article\.eta/);
    const { next } = JSON.parse((await warraq(root.path, "why", FILE, "--json")).printed);
    expect(next).toBe("render");
    expect({ ...root.state(), ...root.state(".warraq") }).toEqual(before);
  });

  it("says what it cannot tell: a page that there is not, no build yet, content that is in error", async () => {
    expect(await warraq(root.path, "why", "/")).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/no last build.*\n.*warraq build/),
    });
    expect(existsSync(join(root.path, ".warraq"))).toBe(false);
    await warraq(root.path, "build");
    expect(await warraq(root.path, "why", "/2018/")).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/Nothing makes .*\n.*an address .* or a file of dist/),
    });
    root.write({ "content/x.md": "" });
    expect(await warraq(root.path, "why", "/")).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/content\/x\.md[\s\S]*publishes nothing until that is mended/),
    });
  });
});

describe("every command", () => {
  const COMMANDS = ["build", "dev", "serve", "new", "check", "why", "related", "search"];
  it.each(COMMANDS)("%s has --help with --root and --out", async (command) => {
    const { code, printed } = await warraq(root.path, command, "--help");
    expect(code).toBe(0);
    expect(printed).toMatch(/Usage: warraq .*\n\n\S.*\.\n/);
    expect(printed).toMatch(/--root <dir>[\s\S]*--out <dir>/);
  });
  it("is listed by --help", async () => {
    const { printed } = await warraq(root.path, "--help");
    for (const command of COMMANDS) expect(printed).toMatch(new RegExp(`^ {2}${command}\\b`, "m"));
  });
  it("takes --root and --out from wherever it runs", async () => {
    mkdirSync(join(root.path, "elsewhere"));
    const elsewhere = join(root.path, "elsewhere");
    const { code, printed } = await warraq(elsewhere, "build", "--root", "..", "--out", "site");
    expect([code, existsSync(join(elsewhere, "site/2017/11/22/أول/index.html"))]).toEqual([0, true]);
    expect(printed).toContain("The site is in site.");
    expect(existsSync(join(root.path, "dist"))).toBe(false);
    expect((await warraq(elsewhere, "search", "أول", "--root", "..", "--out", "site")).printed).toContain(
      "أول",
    );
  });
});
