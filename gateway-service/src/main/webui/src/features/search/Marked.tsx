import type { Range } from "../../api/types";

/** A text with what was looked for marked in it. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const pieces = [];
  let at = 0;
  for (const { from, to } of ranges) {
    pieces.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return [...pieces, text.slice(at)];
}
