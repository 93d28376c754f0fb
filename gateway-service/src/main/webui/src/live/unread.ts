import type { TimelineItem } from "../api/types";

/** Where the unread messages of a customer begin, counted back from the newest. */
export function unreadBegin(
  items: readonly TimelineItem[],
  unread: number,
): { sequence: number; count: number } | null {
  if (unread <= 0) return null;
  const inbound = items
    .filter((item) => item.direction === "inbound" && !item.quiet)
    .map((item) => item.sequence)
    .sort((a, b) => b - a);
  const sequence = inbound[Math.min(unread, inbound.length) - 1];
  return sequence === undefined ? null : { sequence, count: unread };
}
