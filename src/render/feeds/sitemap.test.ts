import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { exampleChrome, exampleShownCard } from "../../model/testing/example.ts";
import { newsSitemapText, robotsText, sitemapIndexText, sitemapText } from "./sitemap.ts";

/** The schema of sitemaps.org, as the package `sitemap` carries it. */
const PROTOCOL = readFileSync(
  new URL("../../../node_modules/sitemap/schema/sitemap.xsd", import.meta.url),
  "utf8",
);
/** The protocol's rules for an index: absolute addresses, W3C dates, this order. */
const INDEX = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI"><xs:pattern value="https?://[!-~]{4,2040}"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="lastmod" type="xs:date" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
/** Google's rules for `news:news` (news sitemaps): all four elements, the date a day or a moment with its zone. */
const NEWS = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/sitemap-news/0.9" elementFormDefault="qualified">
  <xs:element name="news"><xs:complexType><xs:sequence>
    <xs:element name="publication"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string"/><xs:element name="language" type="xs:language"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="publication_date"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType></xs:element><xs:element name="title" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
/** Both schemas together, since one refers to the other's elements by namespace. */
const BOTH = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xs:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>
</xs:schema>`;
const faults = async (contents: string, schema: string) => {
  const found = await validateXML({
    xml: { fileName: "it.xml", contents },
    schema: { fileName: "schema.xsd", contents: schema },
    preload: [
      { fileName: "sitemap.xsd", contents: PROTOCOL },
      { fileName: "news.xsd", contents: NEWS },
    ],
  });
  return found.errors.map(({ message }) => message);
};

const entries = [
  { url: urlPath("/2017/11/22/قمة-'سوتشي'-&-<x>/"), modified: "2017-11-22" as CivilDate },
  { url: urlPath("/"), modified: null },
];

describe("a sitemap", () => {
  it("is valid: absolute, percent-encoded addresses, and dates where there are any", async () => {
    const text = sitemapText(entries, exampleChrome);
    expect(await faults(text, PROTOCOL)).toEqual([]);
    expect(text).toContain(
      "<loc>https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9-%27%D8%B3%D9%88%D8%AA%D8%B4%D9%8A%27-&amp;-%3Cx%3E/</loc>",
    );
    expect(text.match(/<lastmod>/g)).toHaveLength(1);
  });
  it("has an index that is valid", async () => {
    expect(await faults(sitemapIndexText(entries, exampleChrome), INDEX)).toEqual([]);
  });
  it("has addresses under the base path of the site, encoded too", () => {
    const text = sitemapText(entries, { ...exampleChrome, base: "/أرشيف/" });
    expect(text).toContain(`<loc>https://archive.example.org/${encodeURI("أرشيف")}/</loc>`);
  });
});

describe("a news sitemap", () => {
  it("is valid, and states outlet, language, moment and headline of each article", async () => {
    const timed = exampleShownCard("قمة", "2017-11-22", { time: "14:35:00", title: "قمة <سوتشي> & BBC" });
    const text = newsSitemapText([timed, exampleShownCard("أمس", "2017-11-21")], exampleChrome);
    expect(await faults(text, BOTH)).toEqual([]);
    expect(text).toContain("<news:publication_date>2017-11-22T14:35:00+02:00</news:publication_date>");
    expect(text).toContain("<news:publication_date>2017-11-21</news:publication_date>");
    expect(text).toContain("<news:title>قمة &lt;سوتشي&gt; &amp; BBC</news:title>");
    expect(text.match(/<news:name>صحيفة الاختبار<\/news:name>/g)).toHaveLength(2);
  });
  it("would not be valid without its moment", async () => {
    const text = newsSitemapText([exampleShownCard("قمة", null)], exampleChrome);
    expect(await faults(text, BOTH)).not.toEqual([]);
  });
});

describe("the rules for robots", () => {
  it("allow everything and name the sitemap", () => {
    expect(robotsText(exampleChrome)).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://archive.example.org/sitemap.xml\n",
    );
  });
  it("name no sitemap where the site has no origin", () => {
    expect(robotsText({ ...exampleChrome, origin: "" })).toBe("User-agent: *\nAllow: /\n");
  });
});
