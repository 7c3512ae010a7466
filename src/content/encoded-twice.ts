/**
 * `Ø§Ù„Ø´Ø£Ù†`, `ط§ظ„ط´ط£ظ†`, `ÇáÔÃä` → `الشأن`: UTF-8 that something read as Windows-1252 (or Latin-1) or as Windows-1256, or
 * Windows-1256 read as Windows-1252, and saved again. Each character is turned back into its byte, and the bytes are
 * decoded as what they were.
 */

/** Windows-1252 from 0x80 to 0x9F; where it has no character, software keeps the control character of that number. */
const HIGH_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const windows1256 = new TextDecoder("windows-1256");
const HIGH_1256 = windows1256.decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));

const numbered = (high: string): ReadonlyMap<string, number> =>
  new Map([...high].map((character, i) => [character, 0x80 + i]));
const BYTE_IN_1252 = numbered(HIGH_1252);
const BYTE_IN_1256 = numbered(HIGH_1256);

const HIGHS = `\\x80-\\xff${HIGH_1252.replace(/[\x80-\xff]/g, "")}`;
const RUN_1252 = new RegExp(`[${HIGHS}]+`, "g");
const RUN_1256 = new RegExp(`[${HIGH_1256}]{2,}`, "g");
const SEQUENCE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;
const utf8 = new TextDecoder("utf-8", { fatal: true });

const bytesOf = (run: string, numbers: ReadonlyMap<string, number>): string =>
  [...run].map((one) => String.fromCharCode(numbers.get(one) ?? one.charCodeAt(0))).join("");

function decodeSequence(bytes: string): string {
  try {
    return utf8.decode(Buffer.from(bytes, "latin1"));
  } catch {
    return bytes;
  }
}

/** Decodes the UTF-8 sequences in a run; a run without any is unchanged. */
function asUtf8(run: string, numbers: ReadonlyMap<string, number>): string {
  const bytes = bytesOf(run, numbers);
  const decoded = bytes.replace(SEQUENCE, decodeSequence);
  return decoded === bytes ? run : decoded;
}

const ARABIC = /\p{Script=Arabic}/gu;
const arabicIn = (text: string): number => text.match(ARABIC)?.length ?? 0;

interface Misread {
  /** The encoding of the bytes, and the one they were read as. */
  readonly as: readonly [encoding: string, readAs: string];
  /** Example of how the article looks then. */
  readonly looks: string;
  /** Characters that no text holds in this order; the misreading is recognised where they occur `marks` times. */
  readonly mark: RegExp;
  readonly marks: number;
  readonly run: RegExp;
  readonly turnBack: (run: string) => string;
  /** Whether a line is sound, and stays as it is. */
  readonly isSound: (line: string) => boolean;
  /** Half a letter, left in a line that is not sound. */
  readonly half?: RegExp;
}

const holdsArabic = (line: string): boolean => arabicIn(line) > 0;
/** An Arabic letter in UTF-8, two bytes, read as Windows-1256. */
const PAIR_1256 = new RegExp(`[طظعغ][${HIGH_1256.slice(0, 64)}]`, "gu");
const isMostlyPairs = (line: string): boolean =>
  arabicIn((line.match(PAIR_1256) ?? []).join("")) * 5 >= arabicIn(line) * 4;

const MISREAD: readonly Misread[] = [
  {
    ...{ as: ["UTF-8", "Windows-1252"], looks: "Ø§Ù„" },
    // Three Arabic letters in a row (two bytes each, the first 0xD8 to 0xDB).
    ...{ mark: new RegExp(`(?:[ØÙÚÛ][${HIGHS}]\\s*){3}`, "g"), marks: 1 },
    ...{ run: RUN_1252, turnBack: (run) => asUtf8(run, BYTE_IN_1252), isSound: holdsArabic },
  },
  {
    ...{ as: ["UTF-8", "Windows-1256"], looks: "ط§ظ„", mark: /ط§ظ„/g, marks: 3 },
    ...{ run: RUN_1256, turnBack: (run) => asUtf8(run, BYTE_IN_1256) },
    isSound: (line) => !isMostlyPairs(line),
    half: new RegExp(`(?<![${HIGH_1256}])[طظ](?![${HIGH_1256}])`),
  },
  {
    ...{ as: ["Windows-1256", "Windows-1252"], looks: "ÇáÓ" },
    ...{ mark: new RegExp(`Çá[${HIGHS}]{2}`, "g"), marks: 3 },
    run: RUN_1252,
    turnBack: (run) => windows1256.decode(Buffer.from(bytesOf(run, BYTE_IN_1252), "latin1")),
    isSound: holdsArabic,
  },
];

export interface Mended extends Pick<Misread, "as" | "looks"> {
  readonly text: string;
  /** False where some of it could not be turned back, because bytes had been lost. */
  readonly whole: boolean;
}

/** Remains of letters that lost a byte. */
const REMAINS = /[\xd8-\xdb\ufffd]/;

/** Null for text that was not encoded twice, or is mostly sound. Anything else in the text is unchanged. */
export function mendTwice(text: string): Mended | null {
  const misread = MISREAD.find(({ mark, marks }) => (text.match(mark)?.length ?? 0) >= marks);
  if (!misread) return null;
  const { as, looks, run, turnBack, isSound, half } = misread;
  let whole = true;
  let [sound, mendedLetters] = [0, 0];
  const lines = text.split("\n").map((line) => {
    if (isSound(line)) {
      sound += arabicIn(line);
      return line;
    }
    if (half?.test(line)) whole = false;
    const mended = line.replace(run, (one) => {
      const turned = turnBack(one);
      if (turned !== one && REMAINS.test(turned)) whole = false;
      return turned;
    });
    mendedLetters += arabicIn(mended);
    return mended;
  });
  return mendedLetters > sound ? { text: lines.join("\n"), as, looks, whole } : null;
}
