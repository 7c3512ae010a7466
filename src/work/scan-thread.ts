/** The thread that looks at the sources. It tells at once that one has changed, and what there is when it has seen them all. */
import { parentPort, workerData } from "node:worker_threads";
import { scan } from "../content/scan.ts";
import { isOlder } from "./read-archive.ts";

export interface ToScan {
  readonly folder: string;
  /** When the last scan began; 0 when it is not known. */
  readonly scanned: number;
}

const { folder, scanned } = workerData as ToScan;
let told = false;
const all = scan(folder, null, (file) => {
  if (told || isOlder(file, scanned)) return;
  told = true;
  parentPort?.postMessage(null);
});
parentPort?.postMessage(all);
