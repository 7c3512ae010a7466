/** Validates an Atom feed against RFC 4287: its grammar, and rules that the grammar cannot express. */
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const GRAMMAR = readFileSync(new URL("atom.rng", import.meta.url), "utf8");
const LINK = /<link\b[^>]*>/g;

/** 4.1.1 and 4.1.2: one alternate of a type and language; 4.2.6: no two entries of one id. */
function repeated(xml: string): string[] {
  const parts = xml.split(/<entry\b/);
  const alternates = parts.flatMap((part) => {
    const links = (part.match(LINK) ?? []).filter((link) => link.includes('rel="alternate"'));
    const kinds = links.map((link) => link.replace(/\shref="[^"]*"/, ""));
    return kinds.filter((kind, i) => kinds.indexOf(kind) !== i).map((kind) => `twice: ${kind}`);
  });
  const ids = parts.map((part) => /<id>([^<]*)<\/id>/.exec(part)?.[1]);
  return [...alternates, ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`)];
}

/** The faults as text; empty where the feed is valid. */
export async function atomFaults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "feed.xml", contents: xml },
    schema: { fileName: "atom.rng", contents: GRAMMAR },
    extension: "relaxng",
  });
  return [...errors.map(({ message }) => message), ...repeated(xml)];
}
