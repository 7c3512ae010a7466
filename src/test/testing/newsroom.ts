/** Archives of any size made of a few words, the same for the same seed, for tests that need many articles or many edits. */
import { article } from "./build-root.ts";
import type { Files } from "./program.ts";

const WORDS =
  "السوق القديم النهر المدينة الجسر الكتاب الورق المطبعة الميناء السفينة القافلة الحرير القمح البحر الجبل القرية المدرسة المكتبة الخريطة المصباح الساعة الطريق البستان الرسالة الصحيفة".split(
    " ",
  );
const SECTIONS = ["تاريخ", "علوم", "اقتصاد"];

/** Numbers below `n`, the same for the same seed (a linear congruence, Numerical Recipes). */
export function randomBelow(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** One article: its number gives its file, day and section; number and edition give its words. */
export function story(number: number, edition = 0): Files {
  const random = randomBelow(number * 7919 + edition);
  const words = (count: number): string =>
    Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(" ");
  const day = `201${5 + (number % 4)}-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
  const keys = `date: ${day}\nsection: ${SECTIONS[number % 3]}\ntags: [${words(1)}]\n`;
  return {
    [`content/${number % 10}/${number}.md`]: article(
      `${words(4)} ${number}`,
      keys,
      `${words(60)}.\n\n${words(40)}.`,
    ),
  };
}

export const stories = (count: number, edition = 0): Files =>
  Object.assign({}, ...Array.from({ length: count }, (_, number) => story(number, edition)));
