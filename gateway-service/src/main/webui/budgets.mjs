// Weighs what the browser must load before the first screen, from the build's manifest.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = { js: 180, css: 20, lazy: 60 };
const dist = new URL("./dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const weight = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;

const initial = new Set();
const visit = (name) => {
  if (initial.has(name)) return;
  initial.add(name);
  for (const other of manifest[name].imports ?? []) visit(other);
};
// The inbox is what everybody sees first: that it comes as chunks of its own makes it no lighter.
const FIRST = ["src/features/inbox/InboxPage.tsx", "src/features/conversation/ConversationPage.tsx"];
for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(name);
for (const name of FIRST) visit(name);

const sum = (files) => [...new Set(files)].reduce((total, file) => total + weight(file), 0);
const js = sum([...initial].map((name) => manifest[name].file));
const css = sum(Object.values(manifest).flatMap((chunk) => chunk.css ?? []));
const lazy = Object.entries(manifest).filter(
  ([name, { file }]) => !initial.has(name) && file.endsWith(".js"),
);
const heaviest = Math.max(0, ...lazy.map(([, { file }]) => weight(file)));

let failed = false;
for (const [what, actual, limit] of [
  ["initial JavaScript", js, LIMITS.js],
  ["CSS", css, LIMITS.css],
  ["heaviest lazy chunk", heaviest, LIMITS.lazy],
]) {
  const over = actual > limit;
  failed ||= over;
  console.log(`${over ? "OVER" : "ok  "} ${what}: ${actual.toFixed(1)} KB of ${limit} KB, gzip`);
}
process.exit(failed ? 1 : 0);
