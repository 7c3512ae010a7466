/** In any source, each word is in its page or among the removed text, and a word that is dropped is found. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Kind, parse } from "../read/parse.ts";
import { whereWordsWent } from "./words.ts";

const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
let number = 0;
/** A word that is nowhere else. */
const unique = (): string => {
  let word = "";
  for (let left = ++number; left > 0; left = Math.floor(left / LETTERS.length))
    word += LETTERS[left % LETTERS.length];
  return `كل${word}`;
};

/** Each @ is replaced by a word. */
const HTML = [
  ..."<p>@ @</p>|<b>@</b>|@ <!-- @ --> @|<!-- @|--> @|--!> @|<!--> @|<!---> @ -->|<script>@</script>|<script>@|<style>@".split(
    "|",
  ),
  ..."<title>@</title>|<textarea>@|<textarea>@</textarea>|<template>@|<noscript>@</noscript>|<noscript>@|<iframe src='/a'>@".split(
    "|",
  ),
  ..."<iframe src=/b />@|<xmp>@</xmp>|<xmp>@|<plaintext>@|<select><option>@</select>@|<select>@|<svg><text>@</text></svg>|<svg>@|<math>@".split(
    "|",
  ),
  ..."<![CDATA[@]]>|<![CDATA[@|<?php @ ?>|<?@|<!DOCTYPE html>@|<!@|</ @>|<@|<a href='/x'>@</a>|<a href=\"/x>@</a>|<a title='@'>@</a>".split(
    "|",
  ),
  ..."<img src=/a.png alt='@'>|<img alt=@ src='/b.png' title=\"@\">|<table><tr><td>@<td>@</table>|<table>@</table>@|<table><tr><td>@|<ul><li>@<li>@</ul>".split(
    "|",
  ),
  ..."<div>@|</div>@|<form>@</form>|<form>@|<button>@|<video src='/a.mp4'>@</video>|<video>@|<object>@</object>|<p @>@|<br>@|<hr>|</p>@".split(
    "|",
  ),
  ..."&amp;@|&lt;@&gt;|&#1593;|<font color=red>@</font>|<details><summary>@</summary>@</details>|<dl><dt>@<dd>@</dl>|<pre>@\n@</pre>".split(
    "|",
  ),
  ...[
    "@ @ @ @.",
    "@",
    " ",
    "\n",
    "<h2>@</h2>",
    "<blockquote>@</blockquote>",
    "<figure><img src=/c.png><figcaption>@</figcaption></figure>",
  ],
];
const MARKDOWN = [
  ..."**@**|_@_|`@`|`<!-- @`|\\<!-- @|[@](/x)|[@](/x \"@\")|![@](/a.png)|![@](/a.png '@')|[@][@]|[@]: /y|[@]: /y '@'|[^@]|[^@]: @".split(
    "|",
  ),
  ..."\n\n# @\n\n|\n\n## @ #\n|\n- @|\n1. @|\n7) @|\n- [x] @|\n> @|\n```\n@\n```\n|\n```@ @\n@\n```\n|\n~~~ @\n|\n    @\n|\n\n".split(
    "|",
  ),
  "\n\n| @ | @ |\n|---|:-:|\n| @ | @ | @ | @ |\n\n",
  ...[
    "\n| @ |\n",
    "<https://x.example/@>",
    "https://x.example/@ @",
    "~~@~~",
    "  \n@",
    "\n===\n",
    "\n---\n",
    "\n\t@",
    "*@",
    "@**",
  ],
];

/** Elements that hold only text, or <select>: Markdown in them is not Markdown. */
const HOLDS_TEXT_ALONE = /^<(?:title|textarea|xmp|select).*<\/(?:title|textarea|xmp|select)>/;
const WITHIN_MARKDOWN = HTML.filter((piece) => !HOLDS_TEXT_ALONE.test(piece));

const mixOf = (pieces: readonly string[]) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((some) => some.join(" ").replace(/@/g, unique));

async function lostOf(text: string, kind: Kind): Promise<readonly string[]> {
  const { value } = await parse(text, kind, "x");
  return value ? whereWordsWent({ text, kind, ...value }).lost : [];
}

const KEYS = "---\ntitle: عنوان\nsummary: خلاصة\n---\n";
const RUNS = { numRuns: Number(process.env.RUNS ?? 150), endOnFailure: process.env.SHRINK === undefined };

describe("no word of a source is lost", () => {
  it("in Markdown with HTML in it", () =>
    fc.assert(
      fc.asyncProperty(mixOf([...MARKDOWN, ...WITHIN_MARKDOWN]), async (text) => {
        expect(await lostOf(KEYS + text, "markdown")).toEqual([]);
      }),
      RUNS,
    ));
  it("in HTML below keys", () =>
    fc.assert(
      fc.asyncProperty(mixOf(HTML), async (text) => {
        expect(await lostOf(KEYS + text, "html")).toEqual([]);
      }),
      RUNS,
    ));
  it("in a saved page", () =>
    fc.assert(
      fc.asyncProperty(mixOf(HTML), async (text) => {
        const page = `<html><head><title>عنوان</title></head><body><h1>عنوان</h1><article><p>${"نص طويل. ".repeat(30)}</p>${text}</article></body></html>`;
        expect(await lostOf(page, "html")).toEqual([]);
      }),
      RUNS,
    ));
  it("in a raw page", () =>
    fc.assert(
      fc.asyncProperty(
        mixOf([...HTML, "\n@ @ @ @.", "\n\n@", "\nبقلم: @ @", "\n@ - رويترز"]),
        async (text) => {
          expect(await lostOf(`عنوان\n\n${text}`, "raw")).toEqual([]);
        },
      ),
      RUNS,
    ));
});

describe("a word that is dropped from a parsed source", () => {
  it("is found, whichever it is", () =>
    fc.assert(
      fc.asyncProperty(
        mixOf(["**@** @", "<p>@</p>", "[@](/x)", "- @\n", "\n\n| @ | @ |\n|---|---|\n| @ | @ | @ |\n\n"]),
        fc.nat(),
        async (text, at) => {
          const { value } = await parse(KEYS + text, "markdown", "x");
          if (!value) throw new Error("nothing was made of it");
          const words = value.body.html.match(/كل[\p{L}]+/gu) ?? [];
          const word = words[at % words.length] as string;
          const body = { ...value.body, html: value.body.html.replaceAll(word, "") };
          expect(whereWordsWent({ text: KEYS + text, kind: "markdown", ...value, body }).lost).toEqual([
            word,
          ]);
        },
      ),
      RUNS,
    ));
});
