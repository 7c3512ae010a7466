import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.ts";

const TEXT = "الشأن السوري\n\nوُلد «الفنّ» في دمشق، وفيها كان أوّلُ المعلّمين؛ ٢٢ تشرين.\n";
const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);
const codes = (given: Uint8Array, file = "content/x.txt") =>
  decode(given, file).diagnostics.map(({ code }) => code);

/** The upper half of Windows-1252; where it has no character, the control character of that number. */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const misread = (text: string): string =>
  [...bytes(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte)))
    .join("");
const in1256 = (text: string): Uint8Array => {
  const upper = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 128 }, (_, i) => 128 + i));
  return Uint8Array.from([...text], (one) =>
    one.charCodeAt(0) < 128 ? one.charCodeAt(0) : 128 + [...upper].indexOf(one),
  );
};

describe("bytes in UTF-8", () => {
  it.each([
    ["as they are", TEXT],
    ["with a byte order mark", `\ufeff${TEXT}`],
    ["with CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["with CR alone", TEXT.replaceAll("\n", "\r")],
    ["decomposed", TEXT.normalize("NFD")],
    ["with control characters", TEXT.replace("دمشق", "دم\u0001شق\u007f")],
  ])("are read %s", (_, text) => {
    expect(decode(bytes(text), "content/x.txt")).toEqual({ value: TEXT.normalize("NFC"), diagnostics: [] });
  });
  it("keep tatweel, presentation forms and joiners", () => {
    const text = "ﻣﺤﻤـــد می\u200cخواهم\n";
    expect(decode(bytes(text), "x.txt").value).toBe(text);
  });
});

describe("bytes in another encoding", () => {
  const arabic = "السلام عليكم ورحمة الله وبركاته، هذا نص عربي قديم.";
  it.each([
    ["Windows-1256", in1256(arabic), "content/x.txt"],
    [
      "ISO-8859-6",
      Buffer.from([0xc7, 0xe4, 0xd3, 0xe4, 0xc7, 0xe5, 0x20, 0xd9, 0xe4, 0xea, 0xe3, 0xe5]),
      "content/x.txt",
    ],
    ["UTF-16LE", Buffer.concat([Buffer.of(0xff, 0xfe), bytes(arabic, "utf16le")]), "content/x.md"],
    ["UTF-16LE", bytes(`«${arabic}»`, "utf16le"), "content/x.md"],
    ["UTF-16BE", bytes(arabic, "utf16le").swap16(), "content/x.md"],
  ])("are an error that says %s, and are read all the same", (name, given, file) => {
    const { value, diagnostics } = decode(given, file);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "not-utf8", file }]);
    expect(diagnostics[0]?.message).toContain(name);
    expect(diagnostics[0]?.message).toContain("السلام");
    expect(diagnostics[0]?.hint).toMatch(
      new RegExp(`iconv -f [A-Z0-9-]+ -t UTF-8 ${file} > new.txt && mv new.txt ${file}$`),
    );
    expect(value).toContain("السلام");
  });
  it("are reported with a command that converts them, quoted for a shell", () => {
    const { diagnostics } = decode(in1256(arabic), "content/ملف قديم.txt");
    expect(diagnostics[0]?.hint).toContain("UTF-8 'content/ملف قديم.txt' > new.txt");
  });
  it("are read as a saved page states them", () => {
    const page = in1256(`<html><head><meta charset="windows-1256"></head><body>${arabic}</body></html>`);
    expect(decode(page, "content/x.html").value).toContain(arabic);
  });
  it.each([
    ["Western European over it", "iso-8859-1"],
    ["the same by its other name", "windows-1252"],
    ["another table for Arabic", "iso-8859-6"],
    ["UTF-8", "utf-8"],
  ])("are read as what they are where an old page states %s", (_, stated) => {
    const page = in1256(`<html><head><meta charset="${stated}"></head><body>${arabic}</body></html>`);
    const { value, diagnostics } = decode(page, "content/x.html");
    expect(value).toContain(arabic);
    expect(diagnostics[0]?.hint).toContain("iconv -f WINDOWS-1256");
  });
  it("are read as Western European where that is what they are", () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body>Une journée à Évry, où l’été dure.</body></html>`;
    expect(decode(bytes(page.replace("’", "'"), "latin1"), "x.html").value).toContain("journée à Évry");
  });
  it("that are no text are an error", () => {
    expect(codes(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]))).toEqual(["not-text"]);
    expect(codes(bytes("a\0b"))).toEqual(["not-text"]);
  });
  it.each(["", "\ufeff", " \r\n\t\n", "\u0001"])("that hold nothing are an error: %j", (text) => {
    expect(codes(bytes(text))).toEqual(["empty"]);
  });
  it("that is empty gets a hint by what it is: an article, or a sidecar", () => {
    const hint = (file: string) => decode(bytes(" \n"), file).diagnostics[0]?.hint;
    expect(hint("content/a.md")).toMatch(/article/);
    expect(hint("content/a.yaml")).toMatch(/State a key/);
  });
});

describe("UTF-8 of which bytes were lost", () => {
  const lost = (text: string): Uint8Array => Buffer.concat([bytes(text), Buffer.of(0xd8), bytes("\nنهاية")]);
  it("is read for the rest, with a warning that says where", () => {
    const { value, diagnostics } = decode(lost(TEXT), "content/x.txt");
    expect(value).toBe(`${TEXT}\ufffd\nنهاية`);
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "broken-utf8", place: { line: 4, column: 1 } },
    ]);
  });
  it("is none where next to nothing of it is UTF-8", () => {
    expect(codes(lost("abc "))).toEqual(["not-utf8"]);
  });
});

const as1256 = (text: string): string => new TextDecoder("windows-1256").decode(bytes(text));
const LONGER = `${TEXT}وقال المدير إن المعرض سيبقى مفتوحًا للزوار حتى نهاية الشهر.\n`;

describe("a text that was read by the wrong table", () => {
  it.each([
    ["UTF-8 as Windows-1256", as1256(LONGER)],
    ["Windows-1256 as Latin-1", Buffer.from(in1256(LONGER.replace("٢٢", "22"))).toString("latin1")],
    [
      "Windows-1256 as Windows-1252",
      new TextDecoder("windows-1252").decode(in1256(LONGER.replace("٢٢", "22"))),
    ],
  ])("is turned back: %s", (_, text) => {
    const { value, diagnostics } = decode(bytes(text), "content/x.txt");
    expect(value?.replace("22", "٢٢")).toBe(LONGER);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "encoded-twice" }]);
    expect(diagnostics[0]?.message).toContain("without loss");
  });
  it("says so where letters of it were lost", () => {
    const { diagnostics } = decode(bytes(as1256(LONGER).replace("§", "?")), "content/x.txt");
    expect(diagnostics[0]?.message).toContain("lost on the way");
  });
  it.each([
    "ظل طارق ينتظر «ظافر» في طنطا طويلًا؛ طبق ظريف، وطائر ظهر.",
    "Ça va ? Élève à l’école, où çà et là… Ádám és Çelik",
    "رمز مثل ط§ظ„ يدل على خلل في القراءة",
  ])("is not seen in sound text: %s", (text) =>
    expect(decode(bytes(text), "x.txt")).toEqual({ value: text, diagnostics: [] }),
  );
});

describe("a text that was encoded twice", () => {
  it.each([
    ["Windows-1252", misread(TEXT)],
    ["Latin-1", bytes(TEXT).toString("latin1")],
    ["either, in one line of a sound text", `عنوان سليم\n${misread(TEXT)}`],
  ])("is turned back from %s, with a warning", (_, text) => {
    const { value, diagnostics } = decode(bytes(text), "content/x.txt");
    expect(value).toContain(TEXT.trim());
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "encoded-twice" }]);
    expect(diagnostics[0]?.message).toContain("without loss");
  });
  const OLD = "السلام على أهل الحي، وفيهم المعلم والصانع والتاجر: «الشأن» شأنهم.\n";
  const readAs1256 = (given: Uint8Array): string => new TextDecoder("windows-1256").decode(given);
  it.each([
    ["UTF-8", "Windows-1256", readAs1256(bytes(OLD))],
    ["UTF-8", "Windows-1256", `عنوان سليم\n${readAs1256(bytes(OLD.repeat(2)))}`],
    ["Windows-1256", "Windows-1252", Buffer.from(in1256(OLD)).toString("latin1")],
  ])("is turned back from %s read as %s, with a warning", (encoding, read, text) => {
    const { value, diagnostics } = decode(bytes(text), "content/x.txt");
    expect(value).toContain(OLD.trim());
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "encoded-twice" }]);
    expect(diagnostics[0]?.message).toContain(`was ${encoding} that something read as ${read}`);
    expect(diagnostics[0]?.message).toContain("without loss");
  });
  it("of which letters were lost says so", () => {
    const { diagnostics } = decode(bytes(misread(TEXT).replaceAll("\x81", "?")), "content/x.txt");
    expect(diagnostics[0]?.message).toContain("lost on the way");
  });
  it("is not found where the text is Norwegian, French, or about the fault itself", () => {
    const example = `من رأى ${misread("السلام عليكم")} فقد رأى نصًّا سليمًا قُرئ بجدول غير جدوله.`;
    const line = `${TEXT.repeat(3)}\n${misread("السلام عليكم")}\n`;
    for (const text of [
      example,
      line,
      "Ørsted og Ålesund på Ø",
      "Où ça ? Près d’Évry, naïf…",
      "رموز مثل Ø§Ù„ تدل على خلل",
      "فقط، ثم فقط؟ وحفظ، وغلط. ط§ظ„ و ط§ظ„ و ط§ظ„ رموز تدل على خلل في قراءة النص العربي القديم.",
      `${TEXT}ÇáÓáÇã ÇáÔÃä ÇáÍí\n`,
    ])
      expect(decode(bytes(text), "x.txt")).toEqual({ value: text, diagnostics: [] });
  });
  it("comes back whatever it was", () => {
    const letter = fc.constantFrom(..."ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة،؛؟َُِّْ٠١٢٣«»— \n");
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 60 }), (letters) => {
        const text = `سلام ${letters.join("")} x`;
        expect(decode(bytes(misread(text)), "x.txt").value).toBe(text.normalize("NFC"));
      }),
    );
  });
});
