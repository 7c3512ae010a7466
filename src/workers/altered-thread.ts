/** The thread that looks at the files of a site, while the main one reads, relates and arranges. */
import { parentPort, workerData } from "node:worker_threads";
import { alteredFiles, type FilesToLookAt } from "../output/altered-files.ts";

parentPort?.postMessage(alteredFiles(workerData as FilesToLookAt));
