// Finds the Java that the Nu HTML checker runs on.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The oldest release of Java that the checker runs on. */
const OLDEST = 17;

function releaseOf(path) {
  const { stderr = "", stdout = "" } = spawnSync(path, ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(`${stderr}${stdout}`)?.[1] ?? 0);
}

/** The path of a Java that will do, or null. */
export function findJava() {
  const candidates = [process.env.JAVA_HOME && join(process.env.JAVA_HOME, "bin", "java"), "java"];
  return candidates.find((path) => path && releaseOf(path) >= OLDEST) ?? null;
}
