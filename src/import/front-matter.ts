/** Metadata → the front matter of a Markdown file, each value written so that YAML reads it as the same type. */

export type FrontMatter = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const written = (value: string | boolean): string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T[\d:+-]+)?$/.test(value) ? value : JSON.stringify(value);

/** Keys without a value are left out. JSON strings are YAML's too (YAML 1.2, 1.3). */
export function frontMatterOf(metadata: FrontMatter): string {
  const lines = Object.entries(metadata).flatMap(([key, value]) =>
    value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
      ? []
      : [
          `${key}: ${typeof value === "object" ? `[${value.map((one) => JSON.stringify(one)).join(", ")}]` : written(value)}`,
        ],
  );
  return `---\n${lines.join("\n")}\n---\n`;
}
