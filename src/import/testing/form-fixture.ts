/** What the common suite of the importers needs of a form: one old site in it, made up, with an item of every fate. */

export interface FormFixture {
  /** By path; of one form. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Paths of the files or folders that an editor would name. */
  readonly sources: readonly string[];
  /**
   * What becomes of each item, by headline, in the order of the sources. There is one of each fate, two articles of one
   * name, and names that no disk takes.
   */
  readonly fates: readonly (readonly [title: string, fate: "published" | "draft" | "left-out" | "lost"])[];
  /** A word of each text that the public of the old site did not see, and of no other. */
  readonly hidden: string;
}
