/** The Range header of a request → the part of a file that is sent (RFC 9110, 14.1.2 and 14.2). */

/** First and last byte, both sent. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * @param size Bytes of the whole file.
 * @returns `whole` where the header is missing or must be ignored: another unit, bad syntax, a last byte before the first.
 * Several ranges get the whole file too, which a server may do. `unsatisfiable` where no byte of the file is in it.
 */
export function partOf(header: string | undefined, size: number): Part | "whole" | "unsatisfiable" {
  const stated = /^bytes=(\d*)-(\d*)$/i.exec(header ?? "");
  const [first = "", last = ""] = stated?.slice(1) ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Number(last);
    if (length === 0) return "unsatisfiable";
    return size === 0 ? "whole" : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return "whole";
  return start >= size ? "unsatisfiable" : { start, end: Math.min(end, size - 1) };
}
