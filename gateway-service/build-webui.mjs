// Builds the operators' web app when its sources changed since the last time; Maven calls it before it copies
// src/main/webui/dist into the jar. Nothing to do takes a fraction of a second.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const module = dirname(fileURLToPath(import.meta.url));
const webui = join(module, "src/main/webui");
const NOT_SOURCES = new Set(["node_modules", "dist", "dist-preview", "test", "e2e", "coverage"]);

// npm writes the inner file when it has installed what the outer one asks for.
if (changed(join(webui, "node_modules/.package-lock.json")) < changed(join(webui, "package-lock.json"))) {
  npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
}

const built = join(webui, "dist/.built-from");
const sources = hashOf(filesIn(webui));
if (read(built) !== sources) {
  npm("run", "build");
  writeFileSync(built, sources);
  // Files of older builds have other names; without this they would stay in the jar for ever.
  rmSync(join(module, "target/classes/META-INF/resources"), { recursive: true, force: true });
}

function npm(...args) {
  const { status, error } = spawnSync("npm", args, { cwd: webui, stdio: "inherit" });
  if (error) {
    fail(`npm could not be started (${error.code}). The web app needs Node.js 20.19 or newer with npm.`);
  }
  if (status !== 0) {
    fail(`npm ${args.join(" ")} failed.`);
  }
}

function fail(message) {
  console.error(`${message} Build without the web app by -Dskip.webui.`);
  process.exit(1);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => folder !== webui || !NOT_SOURCES.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    })
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    hash.update(`${file.slice(webui.length)} ${statSync(file).size}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function changed(file) {
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
