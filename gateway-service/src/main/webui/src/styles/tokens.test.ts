import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/tokens.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+):\s*light-dark\(\s*(#[0-9a-f]{3,6}),\s*(#[0-9a-f]{3,6})\s*\)/gi)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

const channels = (hex: string): number[] => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16) / 255);
};
const luminance = (hex: string): number => {
  const [red, green, blue] = channels(hex).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
const contrast = (one: string, two: string): number => {
  const [a, b] = [luminance(one), luminance(two)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const TEXT: [string, string[]][] = [
  [
    "--text",
    ["--bg", "--surface", "--surface-2", "--raised", "--hover", "--press", "--accent-soft", "--bubble-out"],
  ],
  [
    "--text-2",
    ["--bg", "--surface", "--surface-2", "--raised", "--hover", "--press", "--accent-soft", "--bubble-out"],
  ],
  ["--text-3", ["--bg", "--surface", "--surface-2", "--raised", "--hover", "--bubble-in"]],
  ["--accent", ["--surface", "--surface-2", "--accent-soft"]],
  ["--on-accent", ["--accent-solid", "--accent-solid-hover"]],
  ["--note-text", ["--note-bg"]],
  ["--note-strong", ["--note-bg"]],
  ["--on-note", ["--note-solid"]],
  ["--warn", ["--surface", "--warn-soft"]],
  ["--danger", ["--surface", "--surface-2", "--danger-soft"]],
  ["--info", ["--surface", "--bubble-in", "--bubble-out"]],
  ["--toast-text", ["--toast-bg"]],
  ["--toast-action", ["--toast-bg"]],
  ["--square-text", ["--square-bg"]],
];

describe("the colours", () => {
  for (const theme of ["light", "dark"] as const) {
    it(`can be read in the ${theme} theme`, () => {
      for (const [text, grounds] of TEXT) {
        for (const ground of grounds) {
          const ratio = contrast(tokens.get(text)![theme], tokens.get(ground)![theme]);
          expect(ratio, `${text} on ${ground}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(4.5);
        }
      }
      expect(
        contrast(tokens.get("--control")![theme], tokens.get("--surface")![theme]),
      ).toBeGreaterThanOrEqual(3);
    });
  }
});
