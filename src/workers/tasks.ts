/**
 * The tasks of worker threads; threads are started from this file. An error thrown in a thread loses its name and code on
 * the way to the main thread, so it is returned as data and thrown again there.
 */
import { lookUp } from "../archive/related/look-up.ts";
import { collectGarbage } from "./garbage.ts";
import { indexRun as index } from "./index-task.ts";
import { lookAtPictures as look } from "./look-task.ts";
import { publishMoves as publish } from "./publish-task.ts";
import { readSources as read } from "./read-task.ts";
import { renderPages as render } from "./render-task.ts";
import { wordsOfSources } from "./words-task.ts";

export interface Fault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  readonly path: string | undefined;
}
export type Answer<T> = { readonly value: T } | { readonly fault: Fault };

/** Whether the last task of this thread was given shared arrays. */
let sharing = false;

/** @param shares Whether its input holds shared arrays, which stay in memory until every thread has collected garbage. */
const answering =
  <I, T>(task: (input: I) => T | Promise<T>, shares = false) =>
  async (input: I): Promise<Answer<T>> => {
    if (sharing && !shares) collectGarbage();
    sharing = shares;
    try {
      return { value: await task(input) };
    } catch (fault) {
      const { name, message, stack, code, path } = fault as NodeJS.ErrnoException;
      return { fault: { name, message, stack, code, path } };
    }
  };

export const countWords = answering(wordsOfSources);
export const indexRun = answering(index);
export const lookUpArticles = answering(lookUp, true);
export const lookAtPictures = answering(look);
export const publishMoves = answering(publish);
export const readSources = answering(read);
export const renderPages = answering(render);
