/**
 * Bare addresses in Markdown end where `bare-address.ts` says, and none leads to a host that is not written there. GFM's own
 * tokenizers read them: at the sign that ends an address they are given the end of the text, so that whatever follows is
 * read as Markdown.
 */
import type { Link, Nodes, PhrasingContent } from "mdast";
import type { Data, Processor } from "unified";
import { BareAddressReader, bareAddressAt, bareAddressHref } from "./bare-address.ts";

type Extension = NonNullable<Data["micromarkExtensions"]>[number];
type Construct =
  NonNullable<Extension["document"]> extends Record<string, infer C>
    ? Exclude<C, unknown[] | undefined>
    : never;
type Tokenize = Construct["tokenize"];
type State = ReturnType<Tokenize>;
type Code = Parameters<State>[0];
type Effects = Parameters<Tokenize>[0];

/** Names of GFM's constructs (micromark-extension-gfm-autolink-literal), and whether a scheme begins them. */
const LITERALS: Readonly<Record<string, boolean>> = { wwwAutolink: false, protocolAutolink: true };

/** A tokenizer that is given the end of the text where the address ends; whoever called it hears of the sign that stands there. */
const endingSooner = (whole: Tokenize, scheme: boolean): Tokenize =>
  function (effects, ok, nok) {
    const reader = new BareAddressReader(scheme);
    const start = this.now().offset;
    let standing: Code = null;
    let done = false;
    const back =
      (to: State): State =>
      () =>
        to(standing);
    const leave =
      (to: State): State =>
      () => {
        done = true;
        return to(standing);
      };
    const within =
      (state: State): State =>
      (code) => {
        standing = code;
        const ends =
          code !== null &&
          code > 0 &&
          reader.endsBefore(String.fromCharCode(code), this.now().offset - start);
        const next = state(ends ? null : code);
        return done || !next ? next : within(next);
      };
    const inner =
      (attempt: Effects["attempt"]): Effects["attempt"] =>
      (construct, found, not) => {
        const { tokenize, ...one } = construct as Construct;
        return attempt(
          { ...one, tokenize: (_, ok, nok) => tokenize.call(this, own, back(ok), back(nok)) },
          found,
          not,
        );
      };
    const own: Effects = { ...effects, attempt: inner(effects.attempt), check: inner(effects.check) };
    return within(whole.call(this, own, leave(ok), leave(nok)));
  };

/** For a processor that has remark-gfm. */
export function endAddressesSooner(this: Processor): void {
  const extensions = this.data().micromarkExtensions ?? [];
  const text: Record<string, Construct[]> = {};
  for (const [code, constructs] of extensions.flatMap((one) => Object.entries(one.text ?? {})))
    for (const one of [constructs ?? []].flat()) {
      const scheme = LITERALS[one.name ?? ""];
      if (scheme === undefined) continue;
      const tokenize = endingSooner(one.tokenize, scheme);
      text[code] = [...(text[code] ?? []), { ...one, name: `${one.name}Sooner`, add: "after", tokenize }];
    }
  extensions.push({ disable: { null: Object.keys(LITERALS) }, text });
}

/** As GFM has made it of a bare address, and not of brackets. */
function addressOf({ url, title, children }: Link): string | null {
  const [only, ...more] = children;
  if (title || only?.type !== "text" || more.length > 0) return null;
  return /^https?:/i.test(url) && (url === only.value || url === `http://${only.value}`) ? only.value : null;
}

function settled(link: Link, source: string): readonly PhrasingContent[] {
  const text = addressOf(link);
  const opened = link.position && source[link.position.start.offset ?? 0];
  if (text === null || opened === "[") return [link];
  // In angle brackets an address is whole as it stands.
  const address = opened === "<" ? text : bareAddressAt(text);
  const href = bareAddressHref(address);
  if (href === null) return [{ type: "text", value: text }];
  const rest = text.slice(address.length);
  const whole: Link = { ...link, url: href, children: [{ type: "text", value: address }] };
  return rest === "" ? [whole] : [whole, { type: "text", value: rest }];
}

/** What GFM finds only once a text is read, after « and its like; changes the tree, which was made of the source for this text alone. */
export function resolveAddresses(node: Nodes, source: string): void {
  if (!("children" in node)) return;
  for (const child of node.children) resolveAddresses(child, source);
  if (node.children.some(({ type }) => type === "link"))
    node.children = (node.children as Nodes[]).flatMap((child): readonly Nodes[] =>
      child.type === "link" ? settled(child, source) : [child],
    ) as typeof node.children;
}
