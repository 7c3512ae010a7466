/**
 * A table of a saved page → one that is a grid (HTML Standard, "forming a table"): a caption, a head, bodies, a foot, in
 * this order; every row as wide as the widest; no cell that overlaps another or reaches out of its group. Where the spans
 * cannot be made sense of they are dropped, and the cells stand one by one.
 */
import type { Element, ElementContent } from "hast";
import { settleAttributes } from "./content-attributes.ts";

/** The children of a cell or caption, made sound. */
type Inside = (cell: Element) => ElementContent[];
interface Row {
  readonly element: Element;
  readonly cells: readonly Element[];
}
interface Group {
  readonly element: Element;
  readonly rows: readonly Row[];
}

const make = (tagName: string, children: ElementContent[] = []): Element => ({
  ...{ type: "element", tagName, properties: {}, children },
});
const elements = (nodes: readonly ElementContent[]): Element[] =>
  nodes.filter((node): node is Element => node.type === "element");
const spanOf = (cell: Element, name: "colSpan" | "rowSpan"): number => Number(cell.properties[name] ?? 1);

/** Anything in a row that is no cell becomes one. */
function rowOf(element: Element, inside: Inside): Row {
  const cells = element.children.flatMap((node): Element[] => {
    if (node.type === "element" && /^t[dh]$/.test(node.tagName)) {
      const { properties } = settleAttributes(node) ?? node;
      return [{ ...node, properties, children: inside(node) }];
    }
    const empty = node.type === "text" ? node.value.trim() === "" : node.type !== "element";
    return empty ? [] : [make("td", inside(make("td", [node])))];
  });
  return { element: make("tr"), cells };
}

/** No cell reaches further down than its group; 0 says "to its end". */
function clipped(cell: Element, left: number): Element {
  const { rowSpan, ...properties } = cell.properties;
  if (rowSpan === undefined) return cell;
  const down = Math.min(Number(rowSpan) || left, left);
  return { ...cell, properties: down > 1 ? { ...properties, rowSpan: down } : properties };
}

function groupOf(element: Element, inside: Inside): Group {
  const rows = elements(element.children)
    .filter(({ tagName }) => tagName === "tr")
    .map((row) => rowOf(row, inside))
    .filter(({ cells }) => cells.length > 0);
  return {
    element: make(element.tagName),
    rows: rows.map((row, y) => ({ ...row, cells: row.cells.map((cell) => clipped(cell, rows.length - y)) })),
  };
}

/** For each row the places it covers, reckoned as the standard does; null where cells overlap or a row or column has none. */
function placesOf(groups: readonly Group[]): readonly number[] | null {
  const covered: number[] = [];
  const begun = new Set<number>();
  let width = 0;
  for (const { rows } of groups) {
    const taken = rows.map(() => new Set<number>());
    for (const [y, { cells }] of rows.entries()) {
      let x = 0;
      for (const cell of cells) {
        while (taken[y]?.has(x)) x += 1;
        begun.add(x);
        for (let dy = 0; dy < spanOf(cell, "rowSpan"); dy++)
          for (let dx = 0; dx < spanOf(cell, "colSpan"); dx++) {
            if (taken[y + dy]?.has(x + dx)) return null;
            taken[y + dy]?.add(x + dx);
          }
        x += spanOf(cell, "colSpan");
        width = Math.max(width, x);
      }
    }
    for (const added of taken.map(({ size }) => size)) covered.push(added);
  }
  return begun.size === width ? covered : null;
}

const withoutSpans = (cell: Element): Element => {
  const { colSpan: _, rowSpan: __, ...properties } = cell.properties;
  return { ...cell, properties };
};
const mapCells = (groups: readonly Group[], change: (cell: Element) => Element): Group[] =>
  groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: row.cells.map(change) })),
  }));

/** Rows filled up with empty cells to the width of the widest. */
function filled(groups: readonly Group[], covered: readonly number[]): Element[] {
  const width = covered.reduce((most, one) => Math.max(most, one), 0);
  let y = 0;
  return groups.map(({ element, rows }) => ({
    ...element,
    children: rows.map(({ element: row, cells }) => {
      const missing = width - (covered[y++] ?? width);
      return { ...row, children: [...cells, ...Array.from({ length: missing }, () => make("td"))] };
    }),
  }));
}

/** The table, with what may not stand in it before it; its words alone where it has no cells. */
export function settleTable(table: Element, inside: Inside): ElementContent[] {
  const parts = elements(table.children);
  const named = (name: string): Element[] => parts.filter(({ tagName }) => tagName === name);
  const [caption, ...captions] = named("caption");
  const loose = named("tr");
  const known = /^(?:caption|thead|tbody|tfoot|tr)$/;
  const others = table.children.filter((node) =>
    node.type === "element" ? !known.test(node.tagName) : node.type === "text" && node.value.trim() !== "",
  );
  const before = [...others, ...captions].flatMap((node) => inside(make("td", [node])));
  const [head, ...heads] = named("thead");
  const [foot, ...feet] = named("tfoot");
  const asBody = (group: Element): Element => ({ ...group, tagName: "tbody" });
  const bodies = [...heads.map(asBody), ...named("tbody"), ...feet.map(asBody)];
  const ordered = [head, ...bodies, loose.length > 0 ? make("tbody", loose) : undefined, foot];
  const groups = ordered
    .flatMap((group) => (group ? [groupOf(group, inside)] : []))
    .filter(({ rows }) => rows.length > 0);
  const told = caption ? [make("caption", inside(caption))] : [];
  if (groups.length === 0)
    return [
      ...before,
      ...told.map(({ children }) => make("p", children)).filter((p) => p.children.length > 0),
    ];
  const covered = placesOf(groups);
  const sound = covered ? groups : mapCells(groups, withoutSpans);
  return [
    ...before,
    { ...table, children: [...told, ...filled(sound, covered ?? (placesOf(sound) as number[]))] },
  ];
}
