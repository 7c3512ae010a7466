/**
 * Folded words that say nothing about the subject of a text: particles, pronouns, common verbs of news, question words.
 * They are not indexed but keep their position, so that phrases keep their distances.
 */
const LIST = `
في من الي علي عن مع منذ حتي خلال بين حول ضد دون بدون عند عندما لدي لدا بعد قبل تحت فوق امام وراء خلف عبر نحو ضمن لدن سوي
هذا هذه هذان هذين هاتان هاتين هولاء ذلك تلك اوليك ذاك هنا هناك هنالك
الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي اللايي
هو هي هما هم هن انا انت انتم نحن اياه
ان انه انها انهم انهما انني انا انك بان لان لانه لانها لانهم كان كانت كانوا كانا يكون تكون يكونوا كن كونه كونها ليس ليست ليسوا
ما ماذا لماذا لم لن لا لو لولا لكن لكنه لكنها لكنهم قد لقد سوف اذا اذ اذن او ام اما كما كلما لما مما عما فيما بما انما حيث حين حينما بينما ريثما مهما
كيف متي اين هل كم اي ايه ايا من مم فيم عم
كل كلا كلتا بعض غير سوا ايضا فقط جدا مثل مثلا نفس ذات ذو ذا ذي اجل
ثم بل اي يا الا الان انذاك عليه عليها عليهم عليهما علينا اليه اليها اليهم اليهما الينا فيه فيها فيهم فيهما منه منها منهم منهما منا عنه عنها عنهم
له لها لهم لهما لنا لي لك لكم به بها بهم بهما بنا بي معه معها معهم معهما لديه لديها لديهم بينهم بينهما بينها وسط
قال قالت قالوا يقول تقول ويقول واضاف واضافت اضاف اضافت وقال وقالت وتابع وتابعت واوضح واوضحت
تم يتم وذلك وهو وهي وهم كذلك لذلك هكذا حسب بحسب وفق وفقا نظرا اثر
و ف ب ل ك س د م
the a an of and to in is for on with by at
`;
const ALONE = new Set(LIST.split(/\s+/).filter(Boolean));

/** Of a folded word. And-words count with what they join: وفي is nothing, as في is. */
export function isStopWord(word: string): boolean {
  if (ALONE.has(word)) return true;
  const first = word.charCodeAt(0);
  return (first === 0x648 || first === 0x641) && word.length > 2 && ALONE.has(word.slice(1));
}
