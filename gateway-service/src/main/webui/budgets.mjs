// Weighs what the browser must load before it can sign in, and before it shows the inbox, from the build's manifest.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = { entry: 180, inbox: 200, css: 12, lazy: 60 };
const dist = new URL("./dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const weight = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024;

const withImports = (names, found = new Set()) => {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    withImports(manifest[name].imports ?? [], found);
  }
  return found;
};
// What everybody loads for the first screen, in one of the languages: that it comes as chunks of its own makes it no lighter.
const FIRST = [
  "src/features/inbox/InboxPage.tsx",
  "src/features/conversation/ConversationPage.tsx",
  "src/app/start.ts",
  "src/i18n/it.ts",
];
const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry);
const initial = withImports([...entries, ...FIRST]);

const sum = (files) => [...new Set(files)].reduce((total, file) => total + weight(file), 0);
const js = (names) => sum([...names].map((name) => manifest[name].file));
const css = sum([...initial].flatMap((name) => manifest[name].css ?? []));
const lazy = Object.entries(manifest).filter(
  ([name, { file }]) => !initial.has(name) && file.endsWith(".js"),
);
const heaviest = Math.max(0, ...lazy.map(([, { file }]) => weight(file)));

let failed = false;
for (const [what, actual, limit] of [
  ["initial JavaScript", js(withImports(entries)), LIMITS.entry],
  ["JavaScript up to the inbox", js(initial), LIMITS.inbox],
  ["CSS up to the inbox", css, LIMITS.css],
  ["heaviest lazy chunk", heaviest, LIMITS.lazy],
]) {
  const over = actual > limit;
  failed ||= over;
  console.log(`${over ? "OVER" : "ok  "} ${what}: ${actual.toFixed(1)} KB of ${limit} KB, gzip`);
}
process.exit(failed ? 1 : 0);
