/** What a worker thread can be asked for. Its own file, since a thread is started from it. */
export { publishFiles } from "./publish-task.ts";
export { readSources } from "./read-task.ts";
export { renderPages } from "./render-task.ts";
