/** Questions asked of a page's tree: its elements in order, a property as text, which element is within which. */
import type { Element, Root } from "hast";

/** All elements, in order. */
export function elementsOf(node: Root | Element): Element[] {
  const found: Element[] = [];
  const visit = (one: Root | Element): void => {
    for (const child of one.children) {
      if (child.type !== "element") continue;
      found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** What is dear to find out, and asked again and again or not at all. */
export function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

/** A property as one text: lists are joined with spaces. */
export function property(element: Element, name: string): string {
  const value = element.properties[name];
  return Array.isArray(value)
    ? value.join(" ")
    : value === undefined || value === null || value === false
      ? ""
      : String(value);
}

/** Its classes and its id, as one text. */
export const namesOf = (element: Element): string =>
  [property(element, "className"), property(element, "id")].join(" ");

export const isIn = (outer: Element | Root, inner: Element): boolean =>
  outer.children.some((child) => child === inner || (child.type === "element" && isIn(child, inner)));

/** Whether more than so many letters stand in an element; asked of every box of a page, so it reads no further. */
export const isLonger = (element: Element, most: number): boolean => lettersLeft(element, most) < 0;
function lettersLeft(element: Element, most: number): number {
  let left = most;
  for (const child of element.children) {
    if (child.type === "text") left -= child.value.trim().length;
    else if (child.type === "element") left = lettersLeft(child, left);
    if (left < 0) break;
  }
  return left;
}
