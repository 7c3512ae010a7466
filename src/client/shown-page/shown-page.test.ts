import { describe, expect, it } from "vitest";
import { urlPath } from "../../model/brands.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { ShownPage, type Told } from "./shown-page.ts";

const PATH = "/2017/11/22/مقال/";
const FILE = "2017/11/22/مقال/index.html";
const fault = (file: string): Diagnostic => ({ severity: "error", code: "empty", file, message: "" });
const news = (told: Partial<Told> = {}): Told => ({
  ...{ base: "/", changed: [], removed: [], moved: {}, errors: [] },
  ...told,
});

describe("a page that is open", () => {
  it("is reloaded when its file changed, or one that any page may use", () => {
    const page = new ShownPage(PATH);
    expect(page.hear(news({ changed: [FILE] }))).toBe(PATH);
    expect(page.hear(news({ changed: ["assets/style.css"] }))).toBe(PATH);
    expect(page.hear(news({ changed: ["index.html"] }))).toBeNull();
  });
  it("is replaced by the page that its source has now", () => {
    const to = urlPath("/2017/11/22/عنوان-آخر/");
    expect(new ShownPage(PATH).hear(news({ removed: [FILE], moved: { [FILE]: to } }))).toBe(to);
    const based = new ShownPage(`/news${PATH}`);
    expect(based.hear(news({ base: "/news/", removed: [FILE], moved: { [FILE]: to } }))).toBe(`/news${to}`);
  });
  it("is reloaded when it was removed, to show what is there instead", () => {
    expect(new ShownPage(PATH).hear(news({ removed: [FILE] }))).toBe(PATH);
  });
  it("is reloaded when it was removed, though another article is in error as before", () => {
    const page = new ShownPage(PATH);
    const errors = [fault("content/other.md")];
    expect(page.hear(news({ errors }))).toBeNull();
    expect(page.hear(news({ removed: [FILE], errors }))).toBe(PATH);
  });
  it("stays while its source is in error, until that is fixed or deleted", () => {
    const page = new ShownPage(PATH);
    const errors = [fault("content/a.md")];
    expect(page.hear(news({ removed: [FILE], errors }))).toBeNull();
    expect(page.hear(news({ errors: [...errors, fault("content/b.md")] }))).toBeNull();
    expect(page.hear(news({ errors: [fault("content/b.md")] }))).toBe(PATH);
  });
});
