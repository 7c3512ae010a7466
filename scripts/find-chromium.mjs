// Finds the Chromium that browser tests drive, or installs Debian's where it may, or says what to do.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    MAC,
  ];
  return candidates.find((path) => path && isProgram(path)) ?? null;
}

function installDebian() {
  if (process.getuid?.() !== 0 || !isProgram("/usr/bin/apt-get")) return;
  console.log("Installing Chromium (Debian package chromium) for the browser tests …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-q"], { stdio: "ignore", env });
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
    env,
  });
}

/** The path of a Chromium; exits with 1 and says what to do when there is none. */
export function findChromium() {
  if (!onPath()) installDebian();
  const found = onPath();
  if (found) return found;
  console.error(
    "The browser tests need Chromium, and none was found.\n  Debian, Ubuntu: sudo apt-get install chromium\n  elsewhere: install Chromium or Chrome, and state where it is: CHROMIUM_PATH=/path/to/chromium npm test",
  );
  process.exit(1);
}
