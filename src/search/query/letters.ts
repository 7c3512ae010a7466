/**
 * Text ↔ bytes: one byte for nearly every character of Arabic news, where UTF-8 takes two; compressed, a third smaller.
 * ASCII is unchanged, Arabic letters and marks are mapped to 0x80 and up, the rest is escaped.
 */
const FIRST = 0x0621;
const LAST = 0x065f;
const OTHERS = "،؛؟«»٠١٢٣٤٥٦٧٨٩\u00a0–—…“”٪پچگڤ";
const ESCAPE = 0x1b;
const OTHERS_AT = 0x80 + LAST - FIRST + 1;
const codes = new Map([...OTHERS].map((char, i) => [char.charCodeAt(0), OTHERS_AT + i]));

/** Lossless for every UTF-16 unit. */
export function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const common = code >= FIRST && code <= LAST;
    const other = common || code < 0x80 ? undefined : codes.get(code);
    if (common) bytes[at++] = 0x80 + code - FIRST;
    else if (code < 0x80 && code !== ESCAPE) bytes[at++] = code;
    else if (other !== undefined) bytes[at++] = other;
    else {
      bytes[at++] = ESCAPE;
      bytes[at++] = code >>> 8;
      bytes[at++] = code & 255;
    }
  }
  return bytes.subarray(0, at);
}

export function fromBytes(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === ESCAPE) {
      text += String.fromCharCode(((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0));
      i += 2;
    } else if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte < OTHERS_AT) text += String.fromCharCode(byte - 0x80 + FIRST);
    else text += OTHERS[byte - OTHERS_AT] ?? "";
  }
  return text;
}

/**
 * A preset dictionary of phrases common in news, so that even short texts compress; the most common come last, as
 * shorter distances take fewer bits.
 */
export const DICTIONARY: Uint8Array = toBytes(
  " كانون الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر السبت الأحد الإثنين الثلاثاء الأربعاء الخميس الجمعة رئيس مجلس الوزراء وزير الخارجية وزير الداخلية المملكة العربية السعودية الولايات المتحدة الأميركية الأمم المتحدة الاتحاد الأوروبي مجلس الأمن الدولي حقوق الإنسان وزارة الصحة القوات المسلحة المتحدث باسم وكالة الأنباء وسائل الإعلام الرئيس الأميركي دونالد ترامب الروسي فلاديمير بوتين في العاصمة المنطقة الانتخابات الرئاسية البرلمان الحكومة المحكمة الشرطة الجيش السوري العراقي المصري اللبناني الفلسطيني الإسرائيلي التركي الإيراني الفرنسي البريطاني مليون دولار مليار في المئة بالمئة كأس العالم لكرة القدم المباراة الدوري الفريق اللاعب الهدف المدرب الموسم أسعار النفط الشركة الأسهم السوق الاقتصاد التجارة التنمية الثقافة الكتاب الفيلم المهرجان الجامعة الدراسة الباحثون المرضى العام الماضي الشهر الجاري الأسبوع المقبل يوم أمس اليوم خلال السنوات الأخيرة وأضاف البيان أن ذلك وأوضح المصدر نفسه وقال في تصريح صحافي وأكد أنه لم يكن هناك من قبل إلى جانب على الرغم من أن كما أن الذي كانت قد التي تم منذ بعد عام بين هذا هذه مع عن حول إلى على من في ",
);
