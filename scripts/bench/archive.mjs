// Articles for benchmarks: real ones from a JSON-lines file, or those of content/, and as many more made of them as asked.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/** JSON lines of `title`, `date`, `section`, `paragraphs`, and if known `source` and `url`; packed by gzip or not. */
function fromLines(file) {
  const bytes = readFileSync(file);
  const text = file.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function fromContent(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.md$/.test(name) && !name.startsWith("pages"))
    .sort()
    .map((name) => {
      const [, keys = "", text = ""] =
        /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), "utf8")) ?? [];
      const value = (key) => new RegExp(`^${key}: *"?(.*?)"?$`, "m").exec(keys)?.[1] ?? "";
      const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim() !== "");
      return { title: value("title"), date: value("date"), section: value("section"), paragraphs };
    });
}

/** @param file JSON lines; without it the articles of content/ are taken. */
export function openCorpus(file) {
  const articles = file
    ? fromLines(file)
    : fromContent(fileURLToPath(new URL("../../content", import.meta.url)));
  const bySection = new Map(articles.map(({ section }) => [section, []]));
  for (const one of articles) bySection.get(one.section).push(one);
  return { articles, bySection, sections: [...bySection.keys()] };
}

/** The same numbers below `n` in every run. */
export function randomNumbers() {
  let state = 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** The same day some years before; after twenty years it comes round to its own again. No date stays none. */
const earlier = (date, round) =>
  date.replace(/^\d{4}/, (year) => String(Number(year) - (round % 20))).replace(/-02-29/, "-02-28");

/** Article `i` of an archive: one of the corpus, or past its end one of earlier years with paragraphs of its section's. */
export function articleAt({ articles, bySection }, i, random) {
  const base = articles[i % articles.length];
  const round = Math.floor(i / articles.length);
  if (round === 0) return base;
  const peers = bySection.get(base.section);
  const another = () => peers[random(peers.length)];
  const paragraphs = base.paragraphs.map(() => {
    const donor = another().paragraphs;
    return donor[random(donor.length)] ?? "";
  });
  const title = [...base.title.split(" ").slice(0, 5), ...another().title.split(" ").slice(-4)].join(" ");
  return { ...base, title, date: earlier(base.date ?? "", round), paragraphs };
}

export const markdownOf = ({ title, date, section, source, url, paragraphs }) =>
  [
    "---",
    `title: ${JSON.stringify(title)}`,
    ...(date ? [`date: ${date}`] : []),
    ...(section ? [`section: ${JSON.stringify(section)}`] : []),
    ...(source && url
      ? ["source:", `  name: ${JSON.stringify(source)}`, `  url: ${JSON.stringify(url)}`]
      : []),
    `---\n\n${paragraphs.join("\n\n")}\n`,
  ].join("\n");

/** Writes `count` Markdown articles into folders by day. Returns their paths within the folder, in order. */
export function writeArchive(corpus, count, folder) {
  const random = randomNumbers();
  const made = new Set();
  return Array.from({ length: count }, (_, i) => {
    const article = articleAt(corpus, i, random);
    const inner = (article.date || "undated").slice(0, 10).replaceAll("-", "/");
    if (!made.has(inner)) mkdirSync(join(folder, inner), { recursive: true });
    made.add(inner);
    const path = `${inner}/${String(i).padStart(7, "0")}.md`;
    writeFileSync(join(folder, path), markdownOf(article));
    return path;
  });
}
