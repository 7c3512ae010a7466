import { describe, expect, it } from "vitest";
import { readDrawing } from "./drawing.ts";

const read = (text: string) => readDrawing(Buffer.from(text));
const whole = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 16 9" ${attributes}>${inside}</svg>`;
const found = (text: string) => read(text).drawing?.active?.what;

describe("a drawing", () => {
  it("has the size that its root element states, whatever stands before it", () => {
    const text =
      '<?xml version="1.0"?><!-- > <svg width="1"> --><svg\n data-x="a>b" height="9" viewBox="0 0 16 9"/>';
    expect(read(text).drawing).toEqual({ size: { width: 16, height: 9 }, active: null });
  });
  it("is read in the encoding that its first bytes or its first line state", () => {
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole("<script/>"), "utf16le")]);
    expect(readDrawing(marked).drawing?.active?.what).toBe("<script>");
    const stated = Buffer.from('<?xml version="1.0" encoding="windows-1256"?><svg viewBox="0 0 1 1"/>');
    expect(readDrawing(stated).drawing?.size).toEqual({ width: 1, height: 1 });
    expect(read('<?xml version="1.0" encoding="nobody-knows"?><svg/>').drawing).toBeNull();
  });
  it.each([
    ["<html/>", "It begins with <html> where <svg> was expected."],
    ["<svg>", "Line 1: unclosed tag: svg."],
    [whole("\n<g>\n</a>"), "Line 3: unexpected close tag."],
    [whole("<use xlonk:href='#a'/>"), 'Line 1: unbound namespace prefix: "xlonk".'],
    [whole("<g>".repeat(600) + "</g>".repeat(600)), "More than 500 elements stand one within another."],
  ])("that no browser would show is none: %s", (text, fault) => {
    expect(read(text)).toEqual({ drawing: null, fault });
  });
  it("of nothing but opening tags is refused at once", () => {
    expect(read("<svg ".repeat(200_000)).drawing).toBeNull();
    expect(read(`<svg>${"<g>".repeat(200_000)}`).drawing).toBeNull();
  });
});

describe("what a drawing may not hold", () => {
  it.each([
    ["<script>1</script>", "<script>"],
    ['<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>', "<s:script>"],
    ['<h:body xmlns:h="http://www.w3.org/1999/xhtml"/>', "<h:body>"],
    ["<foreignObject/>", "<foreignObject>"],
    ["<handler/>", "<handler>"],
    ['<rect onclick="x()"/>', 'onclick="x()"'],
    ['<rect xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="click"/>', 'ev:event="click"'],
    ['<a href="java&#115;cript:x"/>', 'href="javascript:x"'],
    ['<a xlink:href="&#10;java\tscript:x"/>', 'xlink:href="\njava script:x"'],
    ['<a href="data:text/html,x"/>', 'href="data:text/html,x"'],
    ['<image href="https://elsewhere.example/a.png"/>', 'href="https://elsewhere.example/a.png"'],
    ['<image href="data:image/svg+xml,x"/>', 'href="data:image/svg+xml,x"'],
    ['<use xlink:href="other.svg#a"/>', 'xlink:href="other.svg#a"'],
    ['<set attributeName="xlink:href" to="#a"/>', 'attributeName="xlink:href"'],
    ['<animate attributeName="onclick" values="x"/>', 'attributeName="onclick"'],
    ['<rect fill="url(//elsewhere.example/a#b)"/>', 'fill="url(//elsewhere.example/a#b)"'],
    [
      String.raw`<rect style="fill:u\72l('https://elsewhere.example')"/>`,
      String.raw`style="fill:u\72l('https://elsewhere.example')"`,
    ],
    ["<style>@import 'https://elsewhere.example';</style>", "@import"],
    [String.raw`<style><![CDATA[@\69mport "a"]]></style>`, "@import"],
    [
      "<style>a{background:ur/**/l(b)} c{background:url( 'https://elsewhere.example' )}</style>",
      "url(https://elsewhere.example)",
    ],
    ["<style>a{background:image-set('https://elsewhere.example' 1x)}</style>", "image-set("],
    ['<g xml:base="https://elsewhere.example/"/>', 'xml:base="https://elsewhere.example/"'],
    ["<?xml-stylesheet href='a.css'?>", "<?xml-stylesheet?>"],
  ])("%s", (inside, what) => {
    expect(found(whole(inside))).toBe(what);
  });
  it("is reported with its line", () => {
    expect(read(whole("\n<g/>\n<script/>")).drawing?.active).toMatchObject({ what: "<script>", line: 3 });
  });
  it("an event of the root element, and entities of its own", () => {
    expect(found(whole("", 'onload="x()"'))).toBe('onload="x()"');
    expect(found(`<!DOCTYPE svg [<!ENTITY a "b">]>${whole("")}`)).toBe("<!DOCTYPE […]>");
  });
});

describe("what a drawing may hold", () => {
  it.each([
    '<path d="M0 0" font-size="1" id="image(1)" aria-label="صورة: src(1)"/>',
    '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" style="filter:url(\'#b\')" clip-path="url(#c)"/>',
    '<image xlink:href="data:image/png;base64,&#10;AAAA" xlink:type="simple"/><use href="#a"/>',
    '<a xlink:href="https://elsewhere.example/" target="_blank"><text>رابط</text></a>',
    "<style type='text/css'>@namespace url(http://www.w3.org/2000/svg); @font-chrome{src:url(data:font/woff2;base64,AA)} a:hover{fill:red}</style>",
    '<animateTransform attributeName="transform" type="rotate" values="0;360"/>',
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"><cc:Work rdf:about=""><cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/></cc:Work></rdf:RDF><?xpacket end="w"?></metadata>',
    '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="أ" inkscape:export-filename="file:///a.png"><inkscape:path-effect effect="spiro"/><flowRoot xml:space="preserve"><flowPara/></flowRoot></g>',
  ])("%s", (inside) => {
    expect(read(whole(inside))).toMatchObject({ fault: null, drawing: { active: null } });
  });
  it("the document type of SVG 1.1", () => {
    const type =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(read(type + whole(""))).toMatchObject({ fault: null, drawing: { active: null } });
  });
});
