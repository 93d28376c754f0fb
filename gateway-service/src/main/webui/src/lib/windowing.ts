/** Which rows of equal height are on the screen: arithmetic, so that a hundred thousand cost what twenty do. */
export function visibleRange(
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  count: number,
  overscan = 6,
): { start: number; end: number } {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const shown = Math.ceil(viewport / rowHeight);
  const start = Math.max(0, Math.min(first - overscan, count));
  const end = Math.min(count, first + shown + 1 + overscan);
  return { start, end: Math.max(start, end) };
}

/** The new order, but the row that somebody has open stays where he sees it. */
export function keepPlace<T>(before: readonly T[], after: readonly T[], held: T | null): readonly T[] {
  if (held === null) return after;
  const was = before.indexOf(held);
  const is = after.indexOf(held);
  if (was < 0 || is < 0 || was === is) return after;
  const rest = after.filter((item) => item !== held);
  rest.splice(Math.min(was, rest.length), 0, held);
  return rest;
}
