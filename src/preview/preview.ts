/** Builds, serves, watches, and tells the browsers: the same build as ever, called again when something changed. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BuildReport } from "../build.ts";
import { Listeners } from "./live-reload.ts";
import { type Serving, serveFolder } from "./server.ts";
import { watchFolders } from "./watch.ts";

export interface PreviewOptions {
  readonly root: string;
  readonly out: string;
  readonly host: string;
  readonly port: number;
  readonly base: () => string;
  /** Never throws for what an editor can mend. */
  readonly build: () => Promise<BuildReport>;
  /** Called once the site is served, before the first build has ended, and after every build. */
  readonly serving: (url: string) => void;
  readonly built: (report: BuildReport) => void;
}
export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** What stands there of an earlier build is served at once, while the first build runs. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, out, host, port, base } = options;
  const listeners = new Listeners();
  mkdirSync(out, { recursive: true });
  const server: Serving = await serveFolder({ folder: out, base, host, port, listeners });
  options.serving(server.url);
  const rebuild = async (): Promise<void> => {
    const report = await options.build();
    options.built(report);
    if (report.written.length > 0 || report.removed.length > 0) listeners.send({ kind: "reload" });
    listeners.send({
      kind: "faults",
      faults: report.diagnostics.filter(({ severity }) => severity === "error"),
    });
  };
  const folders = ["content", "templates", "public"]
    .map((name) => join(root, name))
    .filter((folder) => existsSync(folder));
  const watcher = watchFolders(folders, rebuild);
  await watcher.ready;
  await rebuild();
  return {
    url: server.url,
    close: async () => {
      await watcher.close();
      await server.close();
    },
  };
}
