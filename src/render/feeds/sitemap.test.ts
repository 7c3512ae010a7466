import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { urlPath } from "../../model/brands.ts";
import type { CivilDate } from "../../model/civil-date.ts";
import { exampleFace } from "../../model/testing/example.ts";
import { robots, sitemap, sitemapIndex } from "./sitemap.ts";

/** What the protocol's text says of each element: whole addresses of 12 to 2,048 characters, W3C dates, this order. */
const schema = (root: string, entry: string) => `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"
  targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:simpleType name="address"><xs:restriction base="xs:anyURI">
    <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[!-~]+"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="${root}"><xs:complexType><xs:sequence>
    <xs:element name="${entry}" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="s:address"/><xs:element name="lastmod" type="xs:date" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
const faults = async (contents: string, root: string, entry: string) => {
  const found = await validateXML({
    xml: { fileName: "sitemap.xml", contents },
    schema: { fileName: "schema.xsd", contents: schema(root, entry) },
  });
  return found.errors.map(({ message }) => message);
};

const entries = [
  { url: urlPath("/2017/11/22/قمة-'سوتشي'-&-<x>/"), modified: "2017-11-22" as CivilDate },
  { url: urlPath("/"), modified: null },
];

describe("a sitemap", () => {
  it("is valid: whole, percent-encoded addresses, and dates where there are any", async () => {
    const text = sitemap(entries, exampleFace);
    expect(await faults(text, "urlset", "url")).toEqual([]);
    expect(text).toContain(
      "<loc>https://archive.example.org/2017/11/22/%D9%82%D9%85%D8%A9-%27%D8%B3%D9%88%D8%AA%D8%B4%D9%8A%27-&amp;-%3Cx%3E/</loc>",
    );
    expect(text.match(/<lastmod>/g)).toHaveLength(1);
  });
  it("has an index that is valid", async () => {
    expect(await faults(sitemapIndex(entries, exampleFace), "sitemapindex", "sitemap")).toEqual([]);
  });
  it("stands under the base of the site, encoded too", () => {
    const text = sitemap(entries, { ...exampleFace, base: "/أرشيف/" });
    expect(text).toContain(`<loc>https://archive.example.org/${encodeURI("أرشيف")}/</loc>`);
  });
});

describe("the rules for robots", () => {
  it("allow everything and name the sitemap", () => {
    expect(robots(exampleFace)).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://archive.example.org/sitemap.xml\n",
    );
  });
  it("name no sitemap where the site has no address", () => {
    expect(robots({ ...exampleFace, origin: "" })).toBe("User-agent: *\nAllow: /\n");
  });
});
