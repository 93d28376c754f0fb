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

const AROUND = 20;

/**
 * How far the row that stands at this index, or the next one that did not move, was shifted by a new order. Rows only move
 * up: what still stands below those that it stood below did not. `held` is passed over: it may stand where it does not
 * belong.
 */
export function shiftOf<T>(before: Order<T>, after: Order<T>, index: number, held: T | null): number {
  const from = Math.max(0, index - before.above);
  let lowest = -1;
  for (const id of before.ids.slice(Math.max(0, from - AROUND), from))
    if (id !== held) lowest = Math.max(lowest, after.ids.indexOf(id));
  for (const [offset, id] of before.ids.slice(from, from + AROUND).entries()) {
    const now = id === held ? -1 : after.ids.indexOf(id);
    if (now > lowest) return after.above + now - (before.above + from + offset);
  }
  return 0;
}
