const FIRST = 500;
const LONGEST = 15_000;

/** How long to wait before the next try, in milliseconds: longer each time, and not the same for everybody. */
export function backOff(failures: number, random: () => number = Math.random): number {
  const limit = Math.min(FIRST * 2 ** failures, LONGEST);
  return limit / 2 + (random() * limit) / 2;
}
