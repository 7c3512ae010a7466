/** The thread that scans the sources. */
import { parentPort, workerData } from "node:worker_threads";
import { scan } from "../content/scan.ts";

/** The content folder on disk. */
export type ToScan = string;

parentPort?.postMessage(scan(workerData as ToScan));
