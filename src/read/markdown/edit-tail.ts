/**
 * micromark applies a few edits at the end of a document's events by copying all of them, for each quotation, list and
 * underlined heading: a text of thousands takes minutes (micromark-util-edit-map 1.0.0, `consume`). Here only what stands
 * after the first edit is copied; the events come out the same. Imported before anything is parsed.
 */
import { EditMap } from "micromark-util-edit-map";

type Events = Parameters<EditMap["consume"]>[0];
type Event = Events[number];

/** @param events Changed in place. */
function consume(this: EditMap, events: Events): undefined {
  const edits = this.map;
  const first = edits.reduce((least, [at]) => Math.min(least, at), events.length);
  const tail = events.slice(first);
  events.length = first;
  let at = first;
  for (const [from, remove, add] of edits.sort((a, b) => a[0] - b[0])) {
    for (let i = at; i < from; i++) events.push(tail[i - first] as Event);
    for (const event of add) events.push(event);
    at = from + remove;
  }
  for (let i = at - first; i < tail.length; i++) events.push(tail[i] as Event);
  edits.length = 0;
  this.index.clear();
}

EditMap.prototype.consume = consume;
