import type { Page, TimelineItem, Uuid } from "../api/types";
import { bisect } from "../lib/bisect";
import { placeOf } from "./rows";

/** Which page was asked for; nothing of it: the newest. */
export type Asked = { before: string } | { after: string } | { around: Uuid } | Record<string, never>;

/** A part of a timeline in which nothing is missing, in display order. It is never changed: a change gives another. */
export interface Segment {
  readonly items: readonly TimelineItem[];
  /** How to ask for what is older than its first; null when nothing is. */
  readonly older: string | null;
  /** How to ask for what is newer than its last; null when nothing is, and what comes new belongs here. */
  readonly newer: string | null;
}

/** Where it stands in its thread. */
export const keyOf = (item: TimelineItem): string => placeOf(item.at, item.sequence);

/** How many stand before this place: where it stands, or would stand. */
export function indexOf(items: readonly TimelineItem[], key: string): number {
  const { length } = items;
  // What comes new mostly comes last.
  if (length > 0 && keyOf(items[length - 1]!) < key) return length;
  return bisect(length, (index) => keyOf(items[index]!) < key);
}

/** From where on it has everything, and up to where. `null`: it has nothing that would say so. */
function reach({ items, older, newer }: Segment): { from: string; to: string } | null {
  const first = items[0];
  const last = items.at(-1);
  if (!first || !last) return older === null && newer === null ? { from: "", to: "~" } : null;
  return { from: older === null ? "" : keyOf(first), to: newer === null ? "~" : keyOf(last) };
}

/** Whether a message with this place stands in it, if there is one. */
export function covers(segment: Segment, key: string): boolean {
  const reached = reach(segment);
  return reached !== null && key >= reached.from && key <= reached.to;
}

/** Whether nothing can be missing between them. */
export function touch(a: Segment, b: Segment): boolean {
  const [one, two] = [reach(a), reach(b)];
  return one !== null && two !== null && one.from <= two.to && two.from <= one.to;
}

/** The message takes its place, or that of an older version of itself. */
export function withItem(segment: Segment, item: TimelineItem, before?: TimelineItem): Segment {
  const items = [...segment.items];
  if (before) {
    const at = indexOf(items, keyOf(before));
    if (items[at]?.id === before.id) items.splice(at, 1);
  }
  items.splice(indexOf(items, keyOf(item)), 0, item);
  return { ...segment, items };
}

/** Both as one, when they touch. A message that stands in both is the same. */
export function joined(a: Segment, b: Segment): Segment {
  const items = inOne(a.items, b.items);
  const [one, two] = [reach(a), reach(b)];
  if (one === null || two === null) return one === null ? b : a;
  return {
    items,
    older: one.from <= two.from ? a.older : b.older,
    newer: one.to >= two.to ? a.newer : b.newer,
  };
}

/** The page that follows on one side: it was asked for by the segment's own cursor. */
export const extended = (segment: Segment, where: "older" | "newer", page: Segment): Segment => ({
  ...segment,
  items: inOne(segment.items, page.items),
  [where]: page[where],
});

function inOne(a: readonly TimelineItem[], b: readonly TimelineItem[]): readonly TimelineItem[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const [firstA, lastA, firstB, lastB] = [a[0]!, a.at(-1)!, b[0]!, b.at(-1)!].map(keyOf);
  if (lastA! < firstB!) return [...a, ...b];
  if (lastB! < firstA!) return [...b, ...a];
  const items: TimelineItem[] = [];
  let next = 0;
  const keysOfB = b.map(keyOf);
  for (const item of a) {
    const key = keyOf(item);
    while (next < b.length && keysOfB[next]! < key) items.push(b[next++]!);
    if (b[next]?.id === item.id) next++;
    items.push(item);
  }
  return items.concat(b.slice(next));
}

export const asSegment = (page: Page<TimelineItem>): Segment => ({
  items: page.items,
  older: page.nextCursor ?? null,
  newer: page.previousCursor ?? null,
});

/** The places at which pages of the server ended: there, a segment can be cut and read on later. */
export class Edges {
  readonly #older = new Map<Uuid, string>();
  readonly #newer = new Map<Uuid, string>();

  learn({ items, older, newer }: Segment): void {
    const [first, last] = [items[0], items.at(-1)];
    if (first && older !== null) this.#older.set(first.id, older);
    if (last && newer !== null) this.#newer.set(last.id, newer);
  }

  forget(id: Uuid): void {
    this.#older.delete(id);
    this.#newer.delete(id);
  }

  clear(): void {
    this.#older.clear();
    this.#newer.clear();
  }

  /** The oldest of it, as many as may be, if it can be cut there. */
  oldest(segment: Segment, most: number): Segment | null {
    for (let last = Math.min(most, segment.items.length) - 1; last >= 0; last--) {
      const newer = this.#newer.get(segment.items[last]!.id);
      if (newer !== undefined) return { ...segment, items: segment.items.slice(0, last + 1), newer };
    }
    return null;
  }

  /** The newest of it, as many as may be, if it can be cut there. */
  newest(segment: Segment, most: number): Segment | null {
    for (let first = Math.max(0, segment.items.length - most); first < segment.items.length; first++) {
      const older = this.#older.get(segment.items[first]!.id);
      if (older !== undefined) return { ...segment, items: segment.items.slice(first), older };
    }
    return null;
  }
}
