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

/** Rows that are known, in their order, and how many stand above them. */
export interface Order<T> {
  ids: readonly T[];
  above: number;
}

/** The new order, but the row that somebody has open stays where he sees it. */
export function keepPlace<T>(before: Order<T>, after: Order<T>, held: T | null): Order<T> {
  if (held === null) return after;
  const was = before.ids.indexOf(held);
  const is = after.ids.indexOf(held);
  const place = before.above + was - after.above;
  if (was < 0 || is < 0 || place < 0 || place === is) return after;
  const ids = after.ids.filter((item) => item !== held);
  ids.splice(Math.min(place, ids.length), 0, held);
  return { ids, above: after.above };
}

/** Whether what is in both stands where it stood: rows only came or went at the ends. */
export function isContinued<T>(before: Order<T>, after: Order<T>): boolean {
  const first = Math.max(before.above, after.above);
  const end = Math.min(before.above + before.ids.length, after.above + after.ids.length);
  for (let index = first; index < end; index++)
    if (before.ids[index - before.above] !== after.ids[index - after.above]) return false;
  return true;
}

/**
 * How far the row that stands at this index, or the next one that is still there, was moved by a new order. `held` is
 * passed over: it may stand where it does not belong.
 */
export function shiftOf<T>(before: Order<T>, after: Order<T>, index: number, held: T | null): number {
  const from = Math.max(0, index - before.above);
  for (const [offset, id] of before.ids.slice(from, from + 20).entries()) {
    if (id === held) continue;
    const now = after.ids.indexOf(id);
    if (now >= 0) return after.above + now - (before.above + from + offset);
  }
  return 0;
}
