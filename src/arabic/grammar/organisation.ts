/**
 * Whether the name in a byline is that of a desk, an agency or an outlet rather than of a person: "هيئة التحرير",
 * "وكالات", "رويترز". Determined by the first word of names of organisations and a list of agencies common in Arabic
 * newspapers; any other name is taken for a person.
 */
const BEGINS =
  /^(?:ال)?(?:هيئة|أسرة|اسرة|قسم|فريق|إدارة|ادارة|وحدة|مكتب|غرفة|وكالة|وكالات|شبكة|صحيفة|جريدة|مجلة|موقع|منصة|قناة|تلفزيون|إذاعة|اذاعة|راديو|مركز|معهد|مؤسسة|منظمة|جمعية|دار|محررو|مراسلو)(?:\s|$)/u;
const AGENCY =
  /^(?:رويترز|سانا|فرانس\s?برس|[أا]\s?\.?\s?ف\s?\.?\s?ب\.?|[أا]\s?\.?\s?ب\.?|د\s?\.?\s?ب\s?\.?\s?[أا]\.?|[أا]\s?ش\s?[أا]|أسوشيتد\s?برس|الأناضول|سبوتنيك|تاس|شينخوا|بترا|كونا|واس|وام|قنا|وفا|بي\s?بي\s?سي|سي\s?إن\s?إن|AFP|AP|Reuters|DPA|SANA|BBC|CNN)$/iu;
/** Separators of several names: `رويترز، أ ف ب`, `سانا – وكالات`. */
const BETWEEN = /\s*[،,/–+-]\s*/u;

export const isOrganisation = (name: string): boolean =>
  BEGINS.test(name) || name.split(BETWEEN).some((one) => AGENCY.test(one));
