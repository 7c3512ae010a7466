import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import type { News } from "../model/news.ts";
import { listenerOf, ReloadHub } from "./live-reload.ts";

const quiet = { removed: [], moved: {}, base: "/", errors: [] };

/** The news sent to a browser that begins to listen now. */
function heard(news: ReloadHub, url: string): News[] {
  const lines: News[] = [];
  const response = {
    writeHead: () => response,
    write: (text: string) => lines.push(JSON.parse(/data: (.*)\n/.exec(text)?.[1] ?? "") as News),
    on: () => response,
  } as unknown as ServerResponse;
  news.listen(response, listenerOf({ url }));
  return lines;
}

describe("a browser that begins to listen", () => {
  it("is sent everything that changed since its page was rendered", () => {
    const news = new ReloadHub("run");
    for (const file of ["a", "b", "c"]) news.tell({ ...quiet, changed: [file] });
    expect(heard(news, "/?build=1")).toMatchObject([{ build: 3, since: 1, changed: ["b", "c"] }]);
    expect(heard(news, "/?build=3")).toMatchObject([{ build: 3, since: 3, changed: [] }]);
  });

  it("is told to reload where that is no longer kept, or was of another run", () => {
    const news = new ReloadHub("run");
    for (let i = 0; i < 60; i++) news.tell({ ...quiet, changed: [`${i}`] });
    expect(heard(news, "/?build=5")).toMatchObject([{ build: 60, since: 60, changed: [] }]);
    expect(heard(news, "/?build=70")).toMatchObject([{ build: 60 }]);
  });

  it("then gets each piece of news at once, and its page is known", () => {
    const news = new ReloadHub("run");
    const lines = heard(news, `/?build=0&page=${encodeURIComponent("/2017/11/22/مقال/")}`);
    news.tell({ ...quiet, changed: ["a"] });
    news.tell({ ...quiet, changed: [] });
    expect(lines.map(({ build, since }) => [build, since])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(news.pages).toEqual(["/2017/11/22/مقال/"]);
  });
});
