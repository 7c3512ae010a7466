/**
 * Whether the first و of a word is part of it or the conjunction "and" joined to it. Words with an initial و of their
 * own come from a closed set of roots, those whose first radical is و (Wright, A Grammar of the Arabic Language, I,
 * 141–148: verbs of initial و; Wehr's dictionary lists some 150 in use). They are listed by pattern, since most roots
 * take few patterns: with the possible endings, each entry covers some forty words. Entries with a more common other
 * reading are left out: وعادت is "and she returned", not a form of وعد.
 */
const alternatives = (entries: string): string => entries.trim().split(/\s+/).join("|");

/** وصل, وجد, وحدة, وطني: verbs, and nouns without a long vowel. The letters after the و, as in all lists below. */
const PLAIN =
  "بخ بر تد ثب ثق ثن جب جد جز جع جل جن جه حد حش حل خز دع رث رد رش رط رق رم زر زع زن سخ سط سع سم شح شك شم صد صف صل صم ضح ضع طد طن ظب ظف عد عر عظ عك غد فد فر فق قت قح قر قع قف كل كز لد لع لج هب هج هم هن مض";
/** وزارة, وكالة, وساطة. */
const WITH_ALEF = "زار كال لاد ساط راث فاق داع سام صال شاح هاب ثاق";
/** وزير, وكيل, وسيلة. */
const WITH_YEH = "زير كيل حيد ليد ثيق جيز جيه ريث صيف ظيف سيط سيل شيك تير عيد ديع سيم ضيع ريد فير ثير";
/** وصول, وجود, وفود. */
const WITH_WAW = "صول جود قوف ضوح قود فود رود قوع ثوق لوج جوه جوب حوش";
/** واجب, واقع, وافق, والد: active participles and verbs of the third form. */
const ACTIVE =
  "اجب اجد اجه احد ارث ارد ازن اسط اسع اصل اصف اضح اضع اظب اعد اعظ افد افر افق اقع اقف اكب الد اهب اثق ادع";
/** وعي, وفاة, ولاية, وصية: roots that end in a weak letter or in hamza. */
const WEAK =
  "عي عاء فاه فاء فات في صيه صايه صي قايه قاي لايه لايت لاي لاء لاه لي حي باء راء اقي اعي الي افي ادي دي ديه";
/** وسائل, وثائق, وقائع: broken plurals. */
const PLURAL = "سايل ثايق ظايف قايع لايم دايع صايا راثي جدان جهاء فيات";
const ENDINGS =
  "ا ه ي ت ان ات ون ين اء يه يا يين يون يات تا ته تها تهم تهما تنا ها هم هما نا وا وه وها اته اتها اتهم يته يتها ني اني";
const PRONOUNS = "ا ه ها هم هما نا ات ان ين يه يات ته تها تهم اته اتها";

/** Foreign names, whose و follows no rule. */
const NAMES =
  "اشنطن ارسو اتساب اتس اغادوغو ايت الاس التر ست ستمنستر كر لف ولف يب يست يسكونسن يكي يكيليكس يكيبيديا يلز يلسون يلنغتون يلي يليام يليامز ليام ليامز يمبلدون يمبلي يندسور يندوز ينستون ينفري ول وتر وتش ودي رلد هران رقله";

const OWN = new RegExp(
  `^(?:(?:${[PLAIN, WITH_ALEF, WITH_YEH, WITH_WAW, ACTIVE].map(alternatives).join("|")})(?:${alternatives(ENDINGS)})?` +
    `|(?:${alternatives(WEAK)}|${alternatives(PLURAL)})(?:${alternatives(PRONOUNS)})?` +
    `|(?:${alternatives(NAMES)})(?:ي|يه|يين)?)$`,
);

/** For a folded word that begins with و. */
export const hasOwnWaw = (word: string): boolean => OWN.test(word.slice(1));
