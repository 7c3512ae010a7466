/**
 * Names in the order an Arabic index has them: by the Unicode collation for Arabic (CLDR), on a key without the leading
 * ال, Arabic before Latin and digits last; a total order, so that no two machines sort differently.
 */
const collator = new Intl.Collator("ar", { numeric: true });

/** Words whose ال is their own, in any spelling of their alef: they keep it. */
const OWN_ARTICLE =
  /^(?:الله|اللهم|الان|الآن|الذي|التي|الذين|اللواتي|اللذان|اللتان|الى|إلى|الا|إلا|الف|ألف|الم|ألم|الب|البوم|ألبوم|الياف|الماس|ألماس)(?:\s|$)/;
const ARTICLE = /^ال(?=\p{Script=Arabic}{2})/u;
const SIGNS = /[\u064b-\u065f\u0670\u0640]/g;

/** What a name is sorted under: السوري under س, الله under ا. */
export function collationKey(name: string): string {
  const plain = name.replace(SIGNS, "").replace(/^[«"“(\s]+/, "");
  return OWN_ARTICLE.test(plain) ? plain : plain.replace(ARTICLE, "");
}

/** 0 Arabic, 1 another script, 2 digits and signs. */
const rank = (key: string): number =>
  /^\p{Script=Arabic}/u.test(key) && !/^\p{N}/u.test(key) ? 0 : /^\p{L}/u.test(key) ? 1 : 2;

/** Negative when `a` comes first, 0 only for equal names. */
export function compareNames(a: string, b: string): number {
  const keyA = collationKey(a);
  const keyB = collationKey(b);
  return rank(keyA) - rank(keyB) || collator.compare(keyA, keyB) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The items in the order of their names; each name's key is made once. Items of equal names keep their order. */
export function sortedByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const keyed = items.map((item) => {
    const name = nameOf(item);
    const key = collationKey(name);
    return { item, name, key, rank: rank(key) };
  });
  keyed.sort(
    (a, b) =>
      a.rank - b.rank || collator.compare(a.key, b.key) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return keyed.map(({ item }) => item);
}
