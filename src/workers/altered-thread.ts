/** The thread that checks the files of the published site, while the main thread reads, relates and arranges. */
import { parentPort, workerData } from "node:worker_threads";
import { alteredFiles, type FilesToLookAt } from "../output/altered-files.ts";

parentPort?.postMessage(alteredFiles(workerData as FilesToLookAt));
