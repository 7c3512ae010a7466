/** Longer lines are judged by their length, at no cost. In UTF-16 units. */
const LONGEST = 300;
/** So many lines are a page's, mostly. */
const MOST = 2048;

/** A judge of lines that is asked about one line by many, and looks at it once. It must depend on the line alone. */
export function askedOnce<T>(judge: (line: string) => T): (line: string) => T {
  const known = new Map<string, T>();
  return (line) => {
    if (line.length > LONGEST) return judge(line);
    const found = known.get(line);
    if (found !== undefined || known.has(line)) return found as T;
    if (known.size >= MOST) known.clear();
    const judged = judge(line);
    known.set(line, judged);
    return judged;
  };
}
