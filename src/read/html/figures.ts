/** Pictures of a saved page as browsers show them → as HTML has them: `<img>` with the picture's own address, captions in figures. */
import type { Element, Root } from "hast";
import type { Removed } from "../../model/article.ts";
import { plainOf } from "../finish.ts";
import { isProse } from "../lines/line.ts";
import { elementsOf, isIn, namesOf, property } from "../tree/elements.ts";

/** Attributes in which lazily loaded pictures keep their address while `src` holds another. */
const LAZY = ["dataSrc", "dataLazySrc", "dataOriginal", "dataLazy"];
/** Where Jetpack keeps that of the whole picture. */
const WHOLE = "dataOrigFile";
const PLACEHOLDER =
  /(?:^data[:-]|^$|(?:^|[/_-])(?:place-?holder|blank|loading|loader|lazy|spacer|pixel|1x1|gr[ae]y|transparent)[^/]*\.(?:gif|png|jpe?g|svg|webp)(?:\?|$))/i;

function showLazy(picture: Element): void {
  const isEmpty = PLACEHOLDER.test(property(picture, "src"));
  const names = isEmpty ? [...LAZY, WHOLE] : LAZY;
  const lazy = names.map((name) => property(picture, name)).find((address) => address !== "");
  const isLazy = isEmpty || /lazy/i.test(namesOf(picture));
  if (lazy && isLazy) picture.properties.src = lazy;
}

/** AMP's own elements are those of HTML by another name. */
function renameAmp(element: Element): void {
  if (/^amp-(?:img|anim)$/.test(element.tagName)) Object.assign(element, { tagName: "img", children: [] });
  if (/^amp-(?:iframe|video|audio)$/.test(element.tagName)) element.tagName = element.tagName.slice(4);
  const video = element.tagName === "amp-youtube" ? property(element, "dataVideoid") : "";
  if (video === "") return;
  element.tagName = "iframe";
  element.properties.src = `https://www.youtube.com/embed/${video}`;
}

const isPicture = ({ tagName }: Element): boolean => tagName === "img";
const picturesIn = (element: Element): readonly Element[] => elementsOf(element).filter(isPicture);

/** `<noscript><img></noscript>` where no other picture stands for it. */
function showWithoutScript(parent: Element): void {
  if (!parent.children.some((child) => child.type === "element" && child.tagName === "noscript")) return;
  if (picturesIn(parent).some((picture) => parent.children.includes(picture))) return;
  parent.children = parent.children.flatMap((child) =>
    child.type === "element" &&
    child.tagName === "noscript" &&
    plainOf(child) === "" &&
    picturesIn(child).length === 1
      ? [...picturesIn(child)]
      : [child],
  );
}

const CAPTION_NAMES =
  /(?:^|[\s_-])(?:caption(?:-text)?|caption\w*|\w*captions?|imagecredits|itemimagecredits)(?:$|[\s_-])/i;
const BOX = /^(?:div|table|dl|span|p|section|center)$/;
/** A longer text beside a picture is no caption. In UTF-16 units. */
const LONGEST = 400;
const CELLS = 4;
const bare = (text: string): string => text.replace(/\s/g, "");

/** The elements that are a box's caption, if the box holds one picture and no other words. */
function captionsOf(box: Element): readonly Element[] | null {
  const words = picturesIn(box).length === 1 ? plainOf(box) : "";
  if (words === "" || words.length > LONGEST) return null;
  const inside = elementsOf(box);
  if (inside.some(({ tagName }) => /^(?:figure|figcaption|h[1-6]|ul|ol|blockquote)$/.test(tagName)))
    return null;
  const cells = inside.filter(({ tagName }) => tagName === "td" || tagName === "th");
  // An old page sets a picture and the words below it in cells of a table.
  if (
    box.tagName === "table" &&
    !isProse(words) &&
    !inside.some(({ tagName }) => tagName === "table" || tagName === "a")
  ) {
    const spoken = cells.filter((cell) => plainOf(cell) !== "");
    if (cells.length <= CELLS && spoken.length === 1 && picturesIn(spoken[0] as Element).length === 0)
      return spoken;
  }
  const named = inside.filter((one) => CAPTION_NAMES.test(namesOf(one)) && picturesIn(one).length === 0);
  const outer = named.filter((one) => !named.some((other) => isIn(other, one)));
  return bare(outer.map(plainOf).join("")) === bare(words) ? outer : null;
}

function makeFigure(box: Element, captions: readonly Element[]): void {
  const picture = elementsOf(box).find(
    (one) => (one.tagName === "a" && picturesIn(one).length === 1 && plainOf(one) === "") || isPicture(one),
  ) as Element;
  const words = captions.flatMap((one, i) => [
    ...(i > 0 ? [{ type: "text" as const, value: " " }] : []),
    ...one.children,
  ]);
  box.tagName = "figure";
  box.properties = {};
  box.children = [picture, { type: "element", tagName: "figcaption", properties: {}, children: words }];
}

function makeFigures(node: Element | Root): void {
  for (const child of node.children) {
    if (child.type !== "element" || child.tagName === "figure") continue;
    const captions = BOX.test(child.tagName) ? captionsOf(child) : null;
    if (captions && captions.length > 0) makeFigure(child, captions);
    else makeFigures(child);
  }
}

/** `صدر الصورة، EPA`: whom a picture is from, beside its caption. */
const CREDIT =
  /^(?<label>(?:صدر|مصدر|حقوق) الصورة\s*[،,:：]?|image (?:source|credit|copyright)\s*[,:])\s*(?<from>\S.{0,60})$/iu;

/** Whom a picture is from is said in its caption. */
function moveCredit(figure: Element, removed: Removed[]): void {
  const inside = elementsOf(figure);
  const caption = inside.find(({ tagName }) => tagName === "figcaption");
  const line = inside.find((one) => /^(?:p|div|span)$/.test(one.tagName) && CREDIT.test(plainOf(one)));
  const { label = "", from = "" } = CREDIT.exec(line ? plainOf(line) : "")?.groups ?? {};
  const parent = line && [figure, ...inside].find(({ children }) => children.includes(line));
  if (!line || !parent || !caption || isIn(caption, line)) return;
  parent.children = parent.children.filter((one) => one !== line);
  const box = elementsOf(caption).findLast(({ tagName }) => tagName === "p") ?? caption;
  box.children.push({ type: "text", value: ` (${from})` });
  removed.push({ why: "markup", text: label });
}

/** Changes the tree, which was parsed for this page alone. */
export function mendPictures(tree: Root, removed: Removed[]): void {
  for (const element of elementsOf(tree)) {
    if (element.tagName === "figure") moveCredit(element, removed);
    renameAmp(element);
    if (isPicture(element)) showLazy(element);
    showWithoutScript(element);
  }
  makeFigures(tree);
}
