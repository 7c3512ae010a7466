/**
 * A build that is killed (SIGKILL), or whose disk is full, at any moment: every file of the site is whole, and the next
 * build gives the site that a build from nothing gives. BUILD_KILLS=200 stops at many more moments than a test run needs.
 */
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { BuildRoot, removeRoots } from "../testing/build-root.ts";
import { randomBelow, stories, story } from "../testing/newsroom.ts";
import { type Files, REPOSITORY, Running } from "../testing/program.ts";

afterAll(removeRoots);

const KILLS = Number(process.env.BUILD_KILLS ?? 12);
const FAULT_AT = join(REPOSITORY, "src/test/testing/fault-at.mjs");
type State = Readonly<Record<string, string>>;

/** The files of dist/ that hold neither what one of these states has under their name: none may. */
function strangers(root: BuildRoot, states: readonly State[]): string[] {
  return Object.entries(root.state())
    .filter(([path, bytes]) => path !== ".warraq-probe" && !states.some((state) => state[path] === bytes))
    .map(([path]) => path);
}

/** Two states of one archive and the way from one to the other. */
interface Step {
  readonly what: string;
  readonly before: Files | null;
  readonly edit: (root: BuildRoot) => void;
  readonly undo: (root: BuildRoot) => void;
}
const FEW = stories(8);
const titled = (title: string): Files => ({ "content/site.yaml": `title: ${title}\n` });
const STEPS: readonly Step[] = [
  { what: "a first build", before: null, edit: (root) => root.write(FEW), undo: () => {} },
  {
    what: "an edit, a new article and one that goes",
    before: FEW,
    edit: (root) => root.write({ ...story(2, 1), ...story(30) }).remove("content/5/5.md"),
    undo: (root) => root.write({ ...story(2), ...story(5) }).remove("content/0/30.md"),
  },
  {
    what: "a change of every page, with as many bytes as before",
    before: { ...FEW, ...titled("أرشيف") },
    edit: (root) => root.write(titled("ذاكرة")),
    undo: (root) => root.write(titled("أرشيف")),
  },
];

/** Roots in the state before a step, each a copy; and what a build from nothing gives before and after. */
async function prepared({ before, edit }: Step): Promise<{ copy: () => BuildRoot; old: State; new: State }> {
  const first = new BuildRoot(before ?? {});
  if (before) await first.build();
  const old = first.state();
  const after = new BuildRoot();
  const copy = (): BuildRoot => {
    const root = new BuildRoot();
    cpSync(first.path, root.path, { recursive: true, preserveTimestamps: true });
    edit(root);
    return root;
  };
  cpSync(first.path, after.path, { recursive: true });
  edit(after);
  return { copy, old, new: await after.clean() };
}

/** `warraq build` with a fault: see fault-at.mjs. */
async function faulty(root: BuildRoot, fault: string): Promise<{ code: number | null; printed: string }> {
  const running = new Running(["build"], root.path, {
    loaded: [FAULT_AT],
    env: { FAULT: fault, FAULT_ROOT: root.path },
  });
  return { code: await running.ended(), printed: running.printed };
}

async function operations(root: BuildRoot): Promise<number> {
  const { code, printed } = await faulty(root, "count");
  expect(code, printed).toBe(0);
  return Number(/operations: (\d+)/.exec(printed)?.[1]);
}

/** Numbers from 1 to `last`, evenly apart from a random first on; all of them when there are no more than asked for. */
function spread(last: number, count: number): readonly number[] {
  if (count >= last) return Array.from({ length: last }, (_, i) => i + 1);
  const first = Math.random();
  return Array.from({ length: count }, (_, i) => 1 + Math.floor(((i + first) * last) / count));
}

describe.each(STEPS)("$what", (step) => {
  it(
    "that is killed at any of its steps leaves whole files, and building again, or back, gives a clean site",
    async () => {
      const { copy, old, new: now } = await prepared(step);
      for (const at of spread(await operations(copy()), KILLS / 3)) {
        const root = copy();
        const { code, printed } = await faulty(root, `kill:${at}`);
        expect(code, `not killed at ${at}: ${printed}`).toBeNull();
        expect(strangers(root, [old, now]), `killed at ${at}`).toEqual([]);
        const back = step.before !== null && at % 2 === 1;
        if (back) step.undo(root);
        const { diagnostics } = await root.build();
        expect(diagnostics, `after ${at}`).toEqual([]);
        expect(root.state(), `after ${at}${back ? ", and back" : ""}`).toEqual(back ? old : now);
        root.remove();
      }
    },
    KILLS * 30_000,
  );

  it(
    "that meets a full disk at any of its steps says so and leaves the old site, and goes on when there is room",
    async () => {
      const { copy, old, new: now } = await prepared(step);
      for (const at of spread(await operations(copy()), KILLS / 4)) {
        const root = copy();
        const { code, printed } = await faulty(root, `full:${at}`);
        if (code !== 0) {
          expect(printed, `full at ${at}`).toMatch(
            /The disk is full. Free some space and build again; the old site/,
          );
          expect(code, printed).toBe(1);
          const left = Object.keys(root.state());
          if (left.join() !== "manifest-sha256.txt") expect(root.state(), `full at ${at}`).toEqual(old);
          expect(existsSync(join(root.path, ".warraq/staging")), `full at ${at}`).toBe(false);
          await root.build();
        }
        expect(root.state(), `after ${at}`).toEqual(now);
        root.remove();
      }
    },
    KILLS * 30_000,
  );
});

describe("an archive of 300 articles, built by threads", () => {
  const editions: readonly Files[] = [
    { ...stories(300), ...titled("أرشيف") },
    { ...stories(300), ...story(7, 1), ...story(120, 1), ...story(301), ...titled("ذاكرة") },
  ];
  const root = new BuildRoot();
  afterEach(() => root.remove("dist").remove(".warraq"));

  const shows = (edition: number): void => {
    if (edition === 0) root.remove("content/1/301.md");
    root.write(editions[edition] as Files);
  };
  /** Waits for the journal of a publishing, without giving time away. */
  const publishingBegins = async (running: Running): Promise<void> => {
    while (!running.hasEnded && !existsSync(join(root.path, ".warraq/publishing.jsonl")))
      await new Promise((soon) => setImmediate(soon));
  };

  it(
    "leaves whole files when it is killed at random moments, and then gives a clean site",
    async () => {
      const clean: State[] = [];
      for (const edition of [0, 1]) {
        shows(edition);
        clean.push(await root.clean());
      }
      const seed = Date.now() % 1e6;
      const random = randomBelow(seed);
      const started = performance.now();
      await new Running(["build"], root.path).ended();
      const whole = performance.now() - started;
      const killed = new Map<string, number>();
      for (let kill = 0; kill < KILLS; kill++) {
        const edition = kill % 2;
        if (random(4) === 0) root.remove("dist").remove(".warraq");
        shows(edition);
        const running = new Running(["build"], root.path);
        if (random(2) === 0) await new Promise((later) => setTimeout(later, random(whole)));
        else {
          await publishingBegins(running);
          await new Promise((later) => setTimeout(later, random(40)));
        }
        running.signal("SIGKILL");
        const code = await running.ended();
        const said = `kill ${kill} of seed ${seed}`;
        expect([null, 0], `${said}: ${running.printed}`).toContain(code);
        killed.set(momentOf(root), (killed.get(momentOf(root)) ?? 0) + 1);
        expect(strangers(root, clean), said).toEqual([]);
        if (random(2) === 0) continue;
        const again = new Running(["build"], root.path);
        expect(await again.ended(), `${said}: ${again.printed}`).toBe(0);
        expect(again.printed).toMatch(/Nothing needs attention/);
        expect(root.state(), said).toEqual(clean[edition]);
      }
      if (process.env.BUILD_KILLS) console.log("killed while:", Object.fromEntries(killed));
    },
    KILLS * 60_000,
  );
});

/** What a build that was killed was doing, by what it left. */
function momentOf({ path }: BuildRoot): string {
  const cache = join(path, ".warraq");
  if (!existsSync(join(cache, "lock"))) return "not at work";
  if (existsSync(join(cache, "last-build.jsonl.new"))) return "publishing";
  if (existsSync(join(cache, "publishing.jsonl"))) return "writing the record";
  const staging = join(cache, "staging");
  if (existsSync(staging) && readdirSync(staging).length > 0) return "rendering";
  return existsSync(staging) ? "relating or indexing" : "reading";
}
