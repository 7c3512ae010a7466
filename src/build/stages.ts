/** The stages of long work: their names, progress within one, and how long each took. */
export type StageName =
  | "scan"
  | "read"
  | "pictures"
  | "relate"
  | "index"
  | "plan"
  | "render"
  | "publish"
  | "save";

export interface Progress {
  readonly stage: StageName;
  readonly done: number;
  readonly total: number;
}
export interface Stages {
  /** Also ends the stage before. */
  readonly begin: (stage: StageName) => void;
  /** Seconds of each stage, in order; a stage begun twice is summed. */
  readonly end: () => readonly { readonly name: StageName; readonly seconds: number }[];
}

export function stageClock(): Stages {
  const spent = new Map<StageName, number>();
  let current: StageName | undefined;
  let since = performance.now();
  const stop = () => {
    const now = performance.now();
    if (current) spent.set(current, (spent.get(current) ?? 0) + (now - since) / 1000);
    since = now;
  };
  return {
    begin: (stage) => {
      stop();
      current = stage;
    },
    end: () => {
      stop();
      current = undefined;
      return [...spent].map(([name, seconds]) => ({ name, seconds }));
    },
  };
}
