/** YAML → its values and where each of them stands, or what keeps it from being read. The only user of the library. */
import { type Document, isMap, isScalar, type Node, parseDocument, visit } from "yaml";
import { type YamlError, type YamlFault, yamlFaults } from "./faults.ts";

/** Offsets into the text. */
export type Span = readonly [from: number, to: number];
export interface YamlValues {
  /** Plain data; null where the text states nothing. */
  readonly value: unknown;
  /** Of the value at a path of keys and numbers; where there is none, of the nearest that should hold it. */
  readonly spanOf: (path: readonly PropertyKey[]) => Span;
  /** Of a key itself in the map at a path. */
  readonly spanOfKey: (path: readonly PropertyKey[], key: string) => Span;
}

/** The library meets `*name` that stands for nothing only when it makes values. */
function danglingAliases(document: Document): YamlError[] {
  const errors: YamlError[] = [];
  visit(document, {
    Alias: (_, alias) => {
      const [from = 0, to = 0] = alias.range ?? [];
      if (!alias.resolve(document)) errors.push({ code: "BAD_ALIAS", message: "", pos: [from, to] });
    },
  });
  return errors;
}

const spanOf = (node: Node | null | undefined): Span => [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0];

/** No faults: it could be read. */
export function readYaml(text: string): YamlValues | { readonly faults: readonly YamlFault[] } {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true });
  const errors = [...document.errors, ...danglingAliases(document)];
  if (errors.length > 0) return { faults: yamlFaults(text, errors) };
  const nodeAt = (path: readonly PropertyKey[]): Node | null => {
    if (path.length === 0) return document.contents;
    return (document.getIn(path, true) as Node | undefined) ?? nodeAt(path.slice(0, -1));
  };
  try {
    return {
      value: document.toJS() as unknown,
      spanOf: (path) => spanOf(nodeAt(path)),
      spanOfKey: (path, key) => {
        const map = nodeAt(path);
        const pair = isMap(map)
          ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
          : undefined;
        return spanOf(pair?.key as Node | undefined);
      },
    };
  } catch {
    // Values that stand for others that stand for others: the library stops at a hundred.
    return { faults: yamlFaults(text, [{ code: "ALIASES", message: "", pos: [0, 0] }]) };
  }
}
