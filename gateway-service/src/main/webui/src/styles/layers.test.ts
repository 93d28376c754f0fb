import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const layers = /@layer ([\w, ]+);/.exec(readFileSync("public/layers.css", "utf8"))![1]!.split(", ");

it("the order of the layers is stated before any other sheet comes", () => {
  const [first] = /<link rel="stylesheet"[^>]*>/.exec(readFileSync("index.html", "utf8"))!;

  expect(first).toContain('href="/layers.css"');
});

it("every sheet of the page writes into a layer that has its place in the order", () => {
  const sheets = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .map((file) => `src/${file}`);

  expect(sheets.length).toBeGreaterThan(40);
  for (const sheet of sheets) {
    const css = readFileSync(sheet, "utf8");
    for (const [, layer] of css.matchAll(/^@layer ([\w]+)(?:\.\w+)? \{/gm))
      expect(layers, sheet).toContain(layer);
    expect(css.match(/^[^\s@/}]/m), `${sheet} has a rule outside a layer`).toBeNull();
  }
});
